import { useState } from 'react'
import type { Obligation } from '#contract/obligations.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import { useRun, type InputOf } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { urgeAnswerLabels, urgeChannelLabels } from '../../lib/labels/obligations.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

type Wish = InputOf<'obligations.urge'>

/** What was said on the phone; kept while the dialog is shut. */
export type UrgeForm = {
  channel: Wish['channel']
  person: string
  answer: Wish['answer'] | undefined
  promisedOn: LocalDate | undefined
  promisedFen: Fen | undefined
  words: string
}

export const beginUrge = (about: Obligation | undefined): UrgeForm => ({
  channel: 'phone',
  person: about?.debtorName ?? '',
  answer: undefined,
  promisedOn: undefined,
  promisedFen: undefined,
  words: '',
})

type UrgeDialogProps = {
  caseId: string
  about: Obligation | undefined
  script: readonly string[]
  form: UrgeForm
  onChange: (form: UrgeForm) => void
  onClose: () => void
  onDone: () => void
}

const channels = (['phone', 'message', 'visit'] as const).map((value, index) => ({
  value,
  label: urgeChannelLabels[value],
  key: String(index + 1),
}))
const answers = (
  ['promised', 'reached', 'cannotPay', 'disputed', 'refused', 'notReached'] as const
).map((value, index) => ({ value, label: urgeAnswerLabels[value], key: String(index + 1) }))

/** 催促: what to say on the left, what came of it on the right. */
export function UrgeDialog(props: UrgeDialogProps) {
  const { caseId, about, script, form, onChange, onClose, onDone } = props
  const [tried, setTried] = useState(false)
  const urge = useRun('obligations.urge')
  const set = (part: Partial<UrgeForm>) => onChange({ ...form, ...part })
  const confirm = async () => {
    setTried(true)
    if (!form.answer) return
    const { promisedOn, promisedFen } = form.answer === 'promised' ? form : noPromise
    const done = await urge.run({
      caseId,
      ...(about ? { obligationId: about.id } : {}),
      at: now(),
      channel: form.channel,
      person: form.person.trim(),
      answer: form.answer,
      ...(promisedOn ? { promisedOn } : {}),
      ...(promisedFen ? { promisedFen } : {}),
      words: form.words.trim(),
    })
    if (done) onDone()
  }
  return (
    <Dialog
      title="催促履行"
      open
      onClose={onClose}
      onConfirm={() => void confirm()}
      confirmText="记下"
      busy={urge.running}
      failure={urge.failure}
      width={1080}
    >
      <div className="obligations-urge">
        <section aria-label="电话里可以这样说">
          <h3 className="obligations-script-title">电话里可以这样说</h3>
          {script.length === 0 ? (
            <p className="hint">没有到期的款项，不用催。</p>
          ) : (
            <ol className="obligations-script">
              {script.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          )}
        </section>
        <section className="stack" aria-label="对方怎么说">
          <ChoiceField
            label="结果"
            required
            options={answers}
            value={form.answer === 'sent' ? undefined : form.answer}
            onChange={(answer) => set({ answer })}
            error={tried && !form.answer ? '请选一个结果' : undefined}
          />
          {form.answer === 'promised' ? (
            <div className="grid-2">
              <DateField
                label="答应哪天付"
                value={form.promisedOn}
                onChange={(promisedOn) => set({ promisedOn })}
              />
              <MoneyField
                label="答应付多少"
                valueFen={form.promisedFen}
                onChange={(promisedFen) => set({ promisedFen })}
                figuresOnly
              />
            </div>
          ) : null}
          <ChoiceField
            label="怎么催的"
            options={channels}
            value={form.channel === 'letter' ? undefined : form.channel}
            onChange={(channel) => set({ channel })}
          />
          <TextField
            label="和谁说的"
            value={form.person}
            onChange={(person) => set({ person })}
            maxLength={100}
          />
          <TextAreaField
            label="对方说了什么"
            value={form.words}
            onChange={(words) => set({ words })}
            maxLength={1000}
            minRows={2}
          />
        </section>
      </div>
    </Dialog>
  )
}

const noPromise = { promisedOn: undefined, promisedFen: undefined }
