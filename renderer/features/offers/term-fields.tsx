import { termOf } from './offer-checks.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import {
  type DutyForm,
  isDuty,
  type StatementForm,
  type TermForm,
  type TermKind,
} from './offer-form.ts'
import type { LedgerParty } from './offer-words.ts'
import { PayFields } from './pay-fields.tsx'
import { termSentence } from './term-sentence.ts'

export const termKindWords = {
  pay: '付款',
  act: '做某事',
  refrain: '不再做',
  apologise: '道歉',
  confirm: '确认',
  other: '其他',
} as const satisfies Record<TermKind, string>

export const termKinds = Object.keys(termKindWords) as TermKind[]

type Props = {
  term: TermForm
  index: number
  parties: readonly LedgerParty[]
  /** Nothing is missing: it can be said as a sentence. */
  isComplete: boolean
  earlierTotals: readonly { ordinal: number; totalFen: number }[]
  /** What the law would give, where it was reckoned. */
  statutoryFen: number | undefined
  errorAt: (path: string) => string | undefined
  onChange: (term: TermForm) => void
  onRemove: () => void
}

/** One term of the offer: its kind, its fields, and a button to take it out. */
export function TermFields(props: Props) {
  const { term, index, parties, isComplete, earlierTotals, errorAt, onChange, onRemove } = props
  const path = `terms.${index}`
  const title = `第 ${index + 1} 项：${termKindWords[term.kind]}`
  const said = isComplete ? termOf(term) : undefined
  return (
    <fieldset className="offers-term" aria-label={title} data-path={path}>
      <div className="offers-term-head">
        <h3>{title}</h3>
        <Button aria-label={`删去第 ${index + 1} 项`} onClick={onRemove}>
          删去
        </Button>
      </div>
      {said ? <p className="offers-said">{termSentence(said, parties)}</p> : null}
      {term.kind === 'pay' ? (
        <PayFields
          term={term}
          path={path}
          parties={parties}
          earlierTotals={earlierTotals}
          statutoryFen={props.statutoryFen}
          errorAt={errorAt}
          onChange={onChange}
        />
      ) : isDuty(term) ? (
        <DutyFields
          term={term}
          path={path}
          parties={parties}
          errorAt={errorAt}
          onChange={onChange}
        />
      ) : (
        <StatementFields term={term} path={path} errorAt={errorAt} onChange={onChange} />
      )}
    </fieldset>
  )
}

const dutyLabels = {
  act: { text: '做什么', date: '哪天前做好', hint: '如：把卫生间的防水重新做好' },
  refrain: { text: '不再做什么', date: '从哪天起', hint: '如：晚上十点以后放音响' },
  apologise: { text: '怎样道歉', date: '哪天前', hint: '如：当面口头道歉；没有说就空着' },
} as const

type FieldsProps<T> = {
  term: T
  path: string
  errorAt: (path: string) => string | undefined
  onChange: (term: T) => void
}

function DutyFields({
  term,
  path,
  parties,
  errorAt,
  onChange,
}: FieldsProps<DutyForm> & { parties: readonly LedgerParty[] }) {
  const labels = dutyLabels[term.kind]
  return (
    <div className="offers-fields">
      <SelectField
        label={term.kind === 'apologise' ? '谁道歉' : '由谁'}
        required
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        value={term.byId}
        error={errorAt(`${path}.byId`)}
        onChange={(byId) => onChange({ ...term, byId })}
      />
      <TextAreaField
        label={labels.text}
        required={term.kind !== 'apologise'}
        value={term.text}
        maxLength={2000}
        minRows={1}
        placeholder={labels.hint}
        error={errorAt(`${path}.text`)}
        onChange={(text) => onChange({ ...term, text })}
      />
      <DateField
        label={labels.date}
        hint={term.phrase ? `话里说的是“${term.phrase}”` : '没有说就空着'}
        value={term.dueOn}
        onChange={(dueOn) => onChange({ ...term, dueOn })}
      />
    </div>
  )
}

function StatementFields({ term, path, errorAt, onChange }: FieldsProps<StatementForm>) {
  const isConfirm = term.kind === 'confirm'
  return (
    <div className="offers-fields">
      <TextAreaField
        label={isConfirm ? '确认什么' : '内容'}
        required
        value={term.text}
        maxLength={2000}
        minRows={1}
        placeholder={isConfirm ? '如：劳动关系已经解除' : undefined}
        error={errorAt(`${path}.text`)}
        onChange={(text) => onChange({ ...term, text })}
      />
      <DateField
        label="日期"
        hint={term.phrase ? `话里说的是“${term.phrase}”` : '没有说就空着'}
        value={term.on}
        onChange={(on) => onChange({ ...term, on })}
      />
    </div>
  )
}
