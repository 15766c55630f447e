import { parseLocalDate } from '#db/domain/local-date.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ChoiceKind, Field, ListKind, ClaimsKind, Value } from './fields/field.ts'
import { NumberField } from './number-field.tsx'

type PlainField = Exclude<Field, ListKind | ClaimsKind>

type Props = {
  field: PlainField
  value: Value
  onChange: (value: Value) => void
  required: boolean
  error: string | undefined
  autoFocus?: boolean
  /** In a row of a list: close together. */
  compact?: boolean
}

/** One question of a calculator, whatever its kind. */
export function CalcField({ field, value, onChange, compact, ...rest }: Props) {
  const { label, hint } = field
  const base = {
    label,
    required: rest.required,
    autoFocus: rest.autoFocus ?? false,
    ...(rest.error === undefined ? {} : { error: rest.error }),
    ...(hint === undefined ? {} : { hint }),
  }
  switch (field.kind) {
    case 'money':
      return (
        <MoneyField
          {...base}
          figuresOnly={compact ?? false}
          valueFen={typeof value === 'number' ? value : undefined}
          onChange={onChange}
        />
      )
    case 'date':
      return (
        <DateField
          {...base}
          value={typeof value === 'string' ? parseLocalDate(value) : undefined}
          onChange={onChange}
        />
      )
    case 'number':
      return (
        <NumberField
          {...base}
          unit={field.unit}
          value={typeof value === 'number' ? value : undefined}
          onChange={onChange}
        />
      )
    case 'percent':
      return (
        <TextField
          {...base}
          inputMode="decimal"
          align="right"
          suffix={field.unit}
          value={typeof value === 'string' ? value : ''}
          normalise={(text) => text.normalize('NFKC').replaceAll(/[%\s]/g, '')}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      )
    case 'text':
      return (
        <TextField
          {...base}
          maxLength={field.maxLength}
          value={typeof value === 'string' ? value : ''}
          normalise={(text) => (field.pattern ? text.normalize('NFKC') : text)}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      )
    case 'flag':
      return compact ? (
        <SelectField
          {...base}
          clearable
          placeholder="不清楚"
          options={flagAnswers}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : undefined}
          onChange={(next) => onChange(next === undefined ? undefined : next === 'yes')}
        />
      ) : (
        <FlagField {...base} value={value} onChange={onChange} />
      )
    case 'choice':
      return field.isSwitch ? (
        <Switch field={field} value={value} onChange={onChange} />
      ) : (
        <Choice {...base} field={field} value={value} onChange={onChange} compact={compact} />
      )
  }
}

const flagAnswers = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
]

type FlagProps = {
  label: string
  hint?: string
  error?: string
  required: boolean
  value: Value
  onChange: (value: Value) => void
}

/** 不清楚 is an answer where the calculator can do without: it then says what it took for granted. */
function FlagField({ value, onChange, ...base }: FlagProps) {
  const answers = [
    ...flagAnswers,
    ...(base.required ? [] : [{ value: 'unknown', label: '不清楚' }]),
  ]
  const unanswered = base.required ? undefined : 'unknown'
  return (
    <ChoiceField
      {...base}
      options={answers}
      value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : unanswered}
      onChange={(next) => onChange(next === 'unknown' ? undefined : next === 'yes')}
    />
  )
}

type ChoiceProps = FlagProps & {
  field: ChoiceKind
  autoFocus: boolean
  compact: boolean | undefined
}

/** Options that fit stay in sight; many, long or in a row they are searched by typing. */
function Choice({ field, value, onChange, compact, ...base }: ChoiceProps) {
  const options = field.options.map((option) => ({
    value: String(option.value),
    label: option.label,
    ...(option.keywords === undefined ? {} : { keywords: option.keywords }),
  }))
  const letters = options.reduce((sum, { label }) => sum + label.length, 0)
  const inSight = !compact && options.length <= 3 && letters <= 13
  const pick = (next: string | undefined) =>
    onChange(field.options.find((option) => String(option.value) === next)?.value)
  const known = value === undefined ? undefined : String(value)
  if (inSight) return <ChoiceField {...base} options={options} value={known} onChange={pick} />
  return (
    <SelectField
      {...base}
      clearable={!base.required}
      options={
        known === undefined || options.some((option) => option.value === known)
          ? options
          : [...options, { value: known, label: known }]
      }
      value={known}
      onChange={pick}
    />
  )
}

/** The other of two ways to fill the field before it. */
function Switch({ field, value, onChange }: Pick<ChoiceProps, 'field' | 'value' | 'onChange'>) {
  const other = field.options.find((option) => option.value !== value)
  if (!other) return null
  return (
    <Button kind="link" onClick={() => onChange(other.value)}>
      {other.label}
    </Button>
  )
}
