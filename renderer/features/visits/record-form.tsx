import { useState } from 'react'
import type { CaseRecord } from '#contract/cases.ts'
import { recurrences, satisfactions, visitManners, type Visit } from '#contract/visits.ts'
import {
  mannerWords,
  recurrenceWords,
  satisfactionWords,
  visitTitle,
} from '#db/domain/visits/words.ts'
import { useRun } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { useShortcut } from '../../ui/keys.ts'
import { TextField } from '../../ui/text-field.tsx'
import { PhraseField } from './phrase-field.tsx'
import { visitProblems, visitWish, type VisitForm } from './visit-form.ts'
import { VisitedField } from './visited-field.tsx'

const optionsOf = <V extends string>(values: readonly V[], words: Readonly<Record<V, string>>) =>
  values.map((value, index) => ({ value, label: words[value], key: String(index + 1) }))

const manners = optionsOf(visitManners, mannerWords)
const satisfactionOptions = optionsOf(satisfactions, satisfactionWords)
const recurrenceOptions = optionsOf(recurrences, recurrenceWords)

const performed = ['已经按约定付清', '付了一部分', '到期没有付', '还没有到期', '约定的事已经做完']
const unsued = ['没有诉讼、仲裁']
const fair = ['调解公正，没有不当']
const measured = [
  '提醒按期履行',
  '已联系对方催促',
  '告知可以申请司法确认、支付令或者起诉',
  '约双方再谈一次',
]

type Props = {
  record: CaseRecord
  visit: Visit | undefined
  form: VisitForm
  onChange: (form: VisitForm) => void
  onClose: () => void
  onDiscard: () => void
  onDone: (recorded: { id: string; escalated: boolean }) => void
}

/** 记录回访: in the order of the paper, which prints from it. */
export function RecordForm({ record, visit, form, onChange, onClose, onDiscard, onDone }: Props) {
  const [tried, setTried] = useState(false)
  const save = useRun('visits.record')
  const set = (part: Partial<VisitForm>) => onChange({ ...form, ...part })
  const problems = tried ? visitProblems(form, now()) : {}
  const submit = async () => {
    setTried(true)
    const wish = visitWish(record.id, visit, form, now())
    if (!wish) return focusFirstError()
    const done = await save.run(wish)
    if (done) onDone({ id: done.id, escalated: wish.recurrence === 'escalated' })
  }
  useShortcut('Escape', onClose)
  const title = visit ? visitTitle(visit) : '没有事先安排的回访'
  return (
    <section className="visits-record" aria-label="记录回访">
      <p className="muted">
        {title}
        {visit ? `，原定 ${visit.plannedOn}` : ''}。照着回访记录的栏目写，存好就能打印。
      </p>
      <FailureNotice failure={save.failure} onClose={save.clear} />
      <div className="visits-record-columns">
        <div className="stack">
          <VisitedField
            parties={record.partyRecords}
            manner={form.manner}
            partyId={form.partyId}
            visitedName={form.visitedName}
            error={problems.visitedName}
            onChange={set}
          />
          <ChoiceField
            label="方式"
            options={manners}
            value={form.manner}
            onChange={(manner) => set({ manner })}
          />
          <div className="visits-when">
            <DateField
              label="哪一天"
              required
              value={form.day}
              onChange={(day) => set({ day })}
              error={problems.day}
            />
            <TextField
              label="几点"
              required
              value={form.clock}
              onChange={(clock) => set({ clock })}
              maxLength={10}
              error={problems.clock}
            />
          </div>
          <TextField
            label="回访人"
            required
            value={form.visitorName}
            onChange={(visitorName) => set({ visitorName })}
            maxLength={50}
            error={problems.visitorName}
          />
          <ChoiceField
            label="满意程度"
            required
            options={satisfactionOptions}
            value={form.satisfaction}
            onChange={(satisfaction) => set({ satisfaction })}
            error={problems.satisfaction}
          />
        </div>
        <div className="stack">
          <PhraseField
            label="履行情况"
            value={form.performance}
            phrases={performed}
            maxLength={1000}
            onChange={(performance) => set({ performance })}
          />
          <ChoiceField
            label="有没有反复或者隐患"
            required
            options={recurrenceOptions}
            value={form.recurrence}
            onChange={(recurrence) => set({ recurrence })}
            error={problems.recurrence}
          />
          {form.recurrence && form.recurrence !== 'none' ? (
            <TextField
              label="什么情况"
              required
              value={form.recurrenceWords}
              onChange={(words) => set({ recurrenceWords: words })}
              maxLength={500}
              error={problems.recurrenceWords}
            />
          ) : null}
          <PhraseField
            label="有无诉讼及裁判结果"
            value={form.laterSuit}
            phrases={unsued}
            maxLength={500}
            onChange={(laterSuit) => set({ laterSuit })}
          />
          <PhraseField
            label="调解有无不当"
            value={form.mistakes}
            phrases={fair}
            maxLength={500}
            onChange={(mistakes) => set({ mistakes })}
          />
          <PhraseField
            label="采取的措施"
            value={form.measures}
            phrases={measured}
            maxLength={1000}
            onChange={(measures) => set({ measures })}
          />
        </div>
      </div>
      <div className="visits-foot">
        <Button shortcut="Escape" shortcutShownOnly onClick={onClose}>
          先放一放
        </Button>
        <Button kind="link" onClick={onDiscard}>
          不要了，清掉
        </Button>
        <Button
          kind="primary"
          large
          shortcut="Ctrl+Enter"
          busy={save.running}
          onClick={() => void submit()}
        >
          记好这次回访
        </Button>
      </div>
    </section>
  )
}
