import { today } from '../../lib/clock.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { TextAreaField } from '../../ui/text-area-field.tsx'
import { ChoiceTextField } from './choice-text-field.tsx'
import { ReadField } from './read-field.tsx'
import type { SheetQuestion } from './sheet-form.ts'
import {
  choicesIn,
  dateIn,
  dateWords,
  flagWords,
  longestProse,
  moneyIn,
  moneyWords,
  readNumber,
  readTime,
} from './sheet-values.ts'

type Props = {
  question: Pick<SheetQuestion, 'kind'>
  label: string
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  onEnter?: () => void
  hideLabel?: boolean
  disabled?: boolean
  autoFocus?: boolean
  /** Usual answers, where the form has no boxes. */
  usual?: readonly string[]
}

/** One blank of the form, asked for by its kind. */
export const QuestionField = ({ question, value, onChange, onEnter, usual, ...rest }: Props) => {
  const { kind } = question
  switch (kind) {
    case 'text': {
      const { label, choices } = choicesIn(rest.label)
      return (
        <ChoiceTextField
          {...rest}
          {...{ label, value, onChange, onEnter }}
          choices={choices.length > 0 ? choices : (usual ?? [])}
        />
      )
    }
    case 'long':
      return (
        <TextAreaField
          {...rest}
          value={value}
          minRows={rest.hideLabel ? 1 : 3}
          maxLength={longestProse}
          onChange={onChange}
        />
      )
    case 'date':
      return (
        <DateField
          {...rest}
          value={dateIn(value, today())}
          onChange={(date) => onChange(dateWords(date))}
        />
      )
    case 'money':
      return (
        <MoneyField
          {...rest}
          valueFen={moneyIn(value)}
          figuresOnly={rest.hideLabel}
          onChange={(fen) => onChange(moneyWords(fen))}
        />
      )
    case 'flag':
      return (
        <CheckField
          label={rest.label}
          value={value === flagWords(true)}
          disabled={rest.disabled}
          onChange={(on) => onChange(flagWords(on))}
        />
      )
    case 'number':
      return (
        <ReadField
          {...rest}
          {...{ value, onChange, onEnter }}
          inputMode="numeric"
          align="right"
          read={readNumber}
          unreadable="请只写数字；看不懂的先空着，打印后手写"
        />
      )
    case 'time':
      return (
        <ReadField
          {...rest}
          {...{ value, onChange, onEnter }}
          placeholder="如 2026-12-31 9:30 或 今天 14:00"
          read={(typed) => readTime(typed, today())}
          unreadable="看不懂这个时间。可以写 2026-12-31 9:30、今天 14:00"
        />
      )
  }
}
