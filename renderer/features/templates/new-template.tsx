import { FileDown, FileSearch } from 'lucide-react'
import type { LocalDate } from '#db/domain/local-date.ts'
import { useRef, useState } from 'react'
import { useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDate } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DocxView } from '../../ui/docx-view.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FaultList } from './fault-list.tsx'
import { useMemory } from './feature-memory.ts'
import { FormPicker } from './form-picker.tsx'
import { approximate } from './sample-dialog.tsx'

type Picked = NonNullable<OutputOf<'templates.check'>['picked']>
type Begun = { form?: string; picked?: Picked; name: string; from?: LocalDate }

const nameOf = (file: string): string => file.replace(/\.docx?$/iu, '').slice(0, 60)

/** From a form to a Word file that takes its place: choose, start, check, look, begin. */
export const NewTemplate = () => {
  const [begun, setBegun] = useMemory<Begun>('template', { name: '' })
  const [done, setDone] = useState<string>()
  const check = useRun('templates.check')
  const start = useRun('templates.saveStart')
  const result = useRef<HTMLDivElement>(null)
  const { form, picked } = begun
  const choose = (next: string | undefined) => {
    check.clear()
    start.clear()
    setDone(undefined)
    setBegun({ ...begun, form: next, picked: undefined })
  }
  const pick = async () => {
    if (form === undefined) return
    setDone(undefined)
    const answer = await check.run({ form })
    if (!answer?.picked) return
    const name = nameOf(answer.picked.name)
    setBegun({ form, picked: answer.picked, name, from: begun.from ?? today() })
    setTimeout(() => result.current?.scrollIntoView({ block: 'start' }), 0)
  }
  const saveStart = async () => {
    if (form === undefined) return
    const answer = await start.run({ form })
    if (answer?.saved !== undefined)
      setDone(`起始文件存好了：${answer.saved}。用 Word 打开它，照您的格式改，再回来检查。`)
  }
  return (
    <Section title="换上自己的 Word 文件">
      <div className="stack">
        <div className="form">
          <FormPicker
            label="要换哪一种文书"
            value={form}
            onChange={choose}
            noteOf={({ template }) => (template ? '已换过' : undefined)}
          />
        </div>
        <ol className="templates-steps">
          <li>
            <p>
              先下载一份起始文件，或者用您现有的 Word 文件。需要填内容的地方写花括号和名称，例如
              <code>{'{案件.名称}'}</code>，打印时会换成案件里的内容。
            </p>
            <Button
              icon={<FileDown aria-hidden="true" />}
              disabled={form === undefined}
              busy={start.running}
              onClick={() => void saveStart()}
            >
              下载起始文件
            </Button>
          </li>
          <li>
            <p>改好存盘以后选它来检查。有不对的地方会逐条列出来，不会马上启用。</p>
            <Button
              kind={picked ? 'plain' : 'primary'}
              icon={<FileSearch aria-hidden="true" />}
              disabled={form === undefined}
              busy={check.running}
              onClick={() => void pick()}
            >
              选 Word 文件检查
            </Button>
          </li>
        </ol>
        {form === undefined ? <p className="hint">先在上面选一种文书。</p> : undefined}
        <FailureNotice failure={start.failure} onClose={start.clear} />
        <FailureNotice failure={check.failure} onClose={check.clear} />
        {done === undefined ? undefined : (
          <Notice tone="done" onClose={() => setDone(undefined)}>
            {done}
          </Notice>
        )}
        <div ref={result} className="stack">
          {picked ? (
            <CheckedFile
              begun={{ ...begun, picked }}
              onChange={setBegun}
              onAdded={(words) => {
                setBegun({ name: '' })
                setDone(words)
              }}
            />
          ) : undefined}
        </div>
      </div>
    </Section>
  )
}

type CheckedProps = {
  begun: Begun & { picked: Picked }
  onChange: (begun: Begun) => void
  onAdded: (words: string) => void
}

const CheckedFile = ({ begun, onChange, onAdded }: CheckedProps) => {
  const add = useRun('templates.add')
  const { form, picked, name, from } = begun
  if (picked.faults.length > 0) return <FaultList file={picked.name} faults={picked.faults} />
  const isReady = name.trim() !== '' && from !== undefined && form !== undefined
  const submit = async () => {
    if (!isReady) return
    if (await add.run({ handle: picked.handle, form, name: name.trim(), from }))
      onAdded(`“${name.trim()}”已经收好，从 ${formatDate(from)} 起用。`)
  }
  return (
    <>
      <Notice tone="done" title={`“${picked.name}”检查过了，没有不对的地方。`}>
        {picked.tags.length === 0
          ? '文件里没有花括号，打印时不会填进任何案件内容。'
          : `里面有 ${picked.tags.length} 处会换成案件内容。请看看填好的样子，再启用。`}
      </Notice>
      {picked.sample === undefined ? undefined : (
        <>
          <p className="muted">{approximate}</p>
          <DocxView base64={picked.sample} label="填好的样子" />
        </>
      )}
      <div className="form">
        <TextField
          label="给这份文件起个名字"
          value={name}
          maxLength={60}
          required
          error={name.trim() === '' ? '请起个名字，以后好认' : undefined}
          onChange={(next) => onChange({ ...begun, name: next })}
        />
        <DateField
          label="从哪天起用"
          value={from}
          required
          error={from === undefined ? '请写从哪天起用' : undefined}
          onChange={(next) => onChange({ ...begun, from: next })}
        />
        <FailureNotice failure={add.failure} onClose={add.clear} />
        <div className="tx-actions">
          <Button
            kind="primary"
            busy={add.running}
            disabled={!isReady}
            onClick={() => void submit()}
          >
            启用
          </Button>
          <Button onClick={() => onChange({ ...begun, picked: undefined })}>先不用</Button>
        </div>
      </div>
    </>
  )
}
