import { useState } from 'react'
import type { OutputOf } from '../../lib/ask.ts'
import { useRun } from '../../lib/ask.ts'
import {
  debtKinds,
  subjects,
  type DebtKind,
  type Subject,
} from '#db/domain/strengthening/routes.ts'
import type { ApplicationRoute } from '#db/domain/strengthening/further-routes.ts'
import type { RouteAnswers } from '#db/domain/strengthening/route-answers.ts'
import { debtKindLabels, subjectLabels } from '../../lib/labels/strengthening.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'

type Answers = OutputOf<'strengthening.get'>
type YesNo = 'yes' | 'no' | 'unknown'

const choiceOf = (answer: boolean | undefined): YesNo =>
  answer === undefined ? 'unknown' : answer ? 'yes' : 'no'
const answerOf = (choice: YesNo): boolean | undefined =>
  choice === 'unknown' ? undefined : choice === 'yes'

type Props = { record: Answers; route: ApplicationRoute; isLabour: boolean }

const joint: ReadonlySet<ApplicationRoute> = new Set([
  'judicialConfirmation',
  'arbitralReview',
  'notary',
])
const broken: ReadonlySet<ApplicationRoute> = new Set(['paymentOrder', 'directSuit', 'arbitration'])

/** What only people know and what this way hangs on; each answer is kept at once and the ways follow. */
export function AnswersSection({ record, route, isLabour }: Props) {
  const { caseId, known, revision, mayEdit } = record
  const { run, failure, clear } = useRun('strengthening.saveAnswers')
  const [sent, setSent] = useState<{ revision: number; answers: RouteAnswers }>()
  // What was chosen stands at once, and the choice keeps the keyboard while it is being kept.
  const underway = sent?.revision === revision ? sent : undefined
  const answers = underway?.answers ?? record.answers
  const save = async (part: RouteAnswers) => {
    if (underway) return
    const next = { ...answers, ...part }
    const told = Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined),
    ) as RouteAnswers
    setSent({ revision, answers: told })
    if (!(await run({ caseId, revision, answers: told }))) setSent(undefined)
  }
  const disabled = !mayEdit
  if (route === 'enforcement') return null
  return (
    <div className="stack">
      <FailureNotice failure={failure} onClose={clear} />
      {joint.has(route) ? (
        <YesNoField
          label="双方愿意一起去申请吗"
          yes="都愿意"
          no="有一方不愿意"
          value={answers.joint}
          onChange={(value) => void save({ joint: value })}
          disabled={disabled}
        />
      ) : null}
      {route === 'paymentOrder' ? (
        <>
          <YesNoField
            label="欠款人现在住哪里，知道吗"
            yes="知道，送得到"
            no="找不到人"
            value={answers.deliverable}
            onChange={(deliverable) => void save({ deliverable })}
            disabled={disabled}
          />
          <YesNoField
            label="收款人自己也欠对方钱吗"
            yes="也欠"
            no="不欠"
            value={answers.mutualDebts ?? known.mutualDebts}
            onChange={(mutualDebts) => void save({ mutualDebts })}
            disabled={disabled}
          />
        </>
      ) : null}
      {isLabour && broken.has(route) ? (
        <Checks<DebtKind>
          label="欠的是什么钱"
          all={debtKinds}
          words={debtKindLabels}
          chosen={answers.debtKinds ?? known.debtKinds ?? []}
          onChange={(chosen) => void save({ debtKinds: chosen })}
          disabled={disabled}
        />
      ) : null}
      {joint.has(route) ? (
        <Checks<Subject>
          label="协议约定了"
          all={subjects}
          words={subjectLabels}
          chosen={answers.subjects ?? known.subjects ?? []}
          onChange={(chosen) => void save({ subjects: chosen })}
          disabled={disabled}
        />
      ) : null}
    </div>
  )
}

type YesNoProps = {
  label: string
  yes: string
  no: string
  value: boolean | undefined
  onChange: (value: boolean | undefined) => void
  disabled: boolean
}

function YesNoField({ label, yes, no, value, onChange, disabled }: YesNoProps) {
  return (
    <ChoiceField<YesNo>
      label={label}
      disabled={disabled}
      options={[
        { value: 'yes', label: yes },
        { value: 'no', label: no },
        { value: 'unknown', label: '还没问' },
      ]}
      value={choiceOf(value)}
      onChange={(choice) => onChange(answerOf(choice))}
    />
  )
}

type ChecksProps<Key extends string> = {
  label: string
  all: readonly Key[]
  words: Readonly<Record<Key, string>>
  chosen: readonly Key[]
  onChange: (chosen: Key[]) => void
  disabled: boolean
}

/** Folded to the words that are ticked: the record mostly knows them. */
function Checks<Key extends string>({ label, all, words, chosen, ...rest }: ChecksProps<Key>) {
  const [open, setOpen] = useState(false)
  const told = all.filter((key) => chosen.includes(key)).map((key) => words[key])
  if (!open)
    return (
      <div className="row">
        <span>
          <strong>{label}</strong>：{told.length === 0 ? '还没有认出来' : told.join('、')}
        </span>
        <Button kind="link" disabled={rest.disabled} onClick={() => setOpen(true)}>
          不对，改一下
        </Button>
      </div>
    )
  return (
    <fieldset className="strengthening-checks">
      <legend>{label}</legend>
      {all.map((key) => (
        <CheckField
          key={key}
          label={words[key]}
          value={chosen.includes(key)}
          disabled={rest.disabled}
          onChange={(on) =>
            rest.onChange(all.filter((each) => (each === key ? on : chosen.includes(each))))
          }
        />
      ))}
    </fieldset>
  )
}
