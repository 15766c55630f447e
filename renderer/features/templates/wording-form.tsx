import { useState } from 'react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRun } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDate } from '../../lib/format/date.ts'
import type { Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PdfView } from '../../ui/pdf-view.tsx'
import { useMemory } from './feature-memory.ts'
import {
  carried,
  emptyDraft,
  isChanged,
  type WordingDraft,
  type Wordings,
} from './wording-draft.ts'
import { WordingOrder } from './wording-order.tsx'
import { WordingTexts, type WrongText } from './wording-texts.tsx'

/** Where the last attempt was refused, and what is wrong there. */
const wrongOf = (failure: Failure | undefined): WrongText | undefined => {
  const { place, words } = failure?.details ?? {}
  return typeof place === 'string' ? { place, words: String(words ?? '') } : undefined
}

type Props = {
  wordings: Wordings
  /** What was said after the last saving. */
  saved: string | undefined
  onSaved: (words: string | undefined) => void
}

/** Words and order of one form; nothing is in force until it is saved as a version from a day on. */
export const WordingForm = ({ wordings, saved, onSaved }: Props) => {
  const { form, title, from } = wordings
  const [kept, setDraft] = useMemory<WordingDraft>(`wordings ${form}`, emptyDraft(wordings))
  const draft = carried(kept, wordings)
  const [day, setDay] = useState<LocalDate | undefined>(today())
  const [seen, setSeen] = useState<string>()
  const preview = useRun('templates.previewWordings')
  const save = useRun('templates.saveWordings')
  const wrong = wrongOf(save.failure) ?? wrongOf(preview.failure)
  const { texts, orders } = draft
  const count = Object.keys(texts).length + Object.keys(orders).length
  const change = (next: WordingDraft) => {
    // What was refused stays marked until it is mended.
    if (wrong === undefined || next.texts[wrong.place] !== texts[wrong.place]) {
      save.clear()
      preview.clear()
    }
    onSaved(undefined)
    setDraft(next)
  }
  const look = async () => {
    save.clear()
    const made = await preview.run({ form, texts, orders })
    if (made) setSeen(made.base64)
  }
  const submit = async () => {
    if (day === undefined) return
    preview.clear()
    if (!(await save.run({ form, texts, orders, from: day }))) return
    setDraft(emptyDraft(wordings))
    onSaved(`存好了，《${title}》从 ${formatDate(day)} 起按新的字印。`)
  }
  return (
    <div className="stack">
      <p className="muted">
        现在用的版本从 {formatDate(from)}
        起。带底色的词会换成案件里的内容，改字的时候请留着花括号。
      </p>
      <WordingTexts wordings={wordings} draft={draft} wrong={wrong} onChange={change} />
      <WordingOrder wordings={wordings} draft={draft} onChange={change} />
      <div className="templates-save">
        <FailureNotice failure={preview.failure} onClose={preview.clear} />
        <FailureNotice failure={save.failure} onClose={save.clear} />
        <div className="templates-save-line">
          <div className="templates-save-day">
            <DateField
              label="新版本从哪天起用"
              value={day}
              required
              error={day === undefined ? '请写从哪天起用' : undefined}
              onChange={setDay}
            />
          </div>
          <div className="templates-save-do">
            {' '}
            {saved === undefined ? (
              <p className={isChanged(draft) ? 'templates-unsaved' : 'muted'}>
                {isChanged(draft)
                  ? `改了 ${count} 处，还没有存。离开这一页也会替您留着，关掉软件就没有了。`
                  : '还没有改动。'}
              </p>
            ) : (
              <Notice tone="done">{saved}</Notice>
            )}
            <div className="tx-actions">
              <Button busy={preview.running} onClick={() => void look()}>
                看改好的样子
              </Button>
              <Button
                kind="primary"
                busy={save.running}
                disabled={!isChanged(draft) || day === undefined}
                onClick={() => void submit()}
              >
                存为新版本
              </Button>
              <Button disabled={!isChanged(draft)} onClick={() => change(emptyDraft(wordings))}>
                不要这些改动
              </Button>
            </div>
          </div>
        </div>
      </div>
      <Dialog
        title={`${title} · 改好的样子`}
        open={seen !== undefined}
        onClose={() => setSeen(undefined)}
        width={1000}
      >
        <p className="muted">里面的人名和数字都是编的。</p>
        <div className="templates-pdf">
          <PdfView base64={seen} label="改好的样子" initialZoom="page" />
        </div>
      </Dialog>
    </div>
  )
}
