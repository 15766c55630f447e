import { useId, type ReactNode } from 'react'
import { FieldError, RequiredMark, type FieldBase } from './field.tsx'
import { onKeys } from './keys.ts'

export type ChoiceOption<V extends string> = {
  value: V
  label: string
  /** Picks it while the group has the focus: 1, 2 … */
  key?: string
  hint?: ReactNode
}
export type ChoiceFieldProps<V extends string> = FieldBase & {
  options: readonly ChoiceOption<V>[]
  value: V | undefined
  onChange: (value: V) => void
  /** One under the other, for options with a hint. */
  vertical?: boolean
}

/** A radio group whose options are all in sight. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { label, options, value, onChange, error, hint, hideLabel, disabled } = props
  const id = useId()
  const keys = Object.fromEntries(
    options.flatMap((option) => (option.key ? [[option.key, () => onChange(option.value)]] : [])),
  )
  return (
    <fieldset
      className={error ? 'tx-field tx-choice tx-field-wrong' : 'tx-field tx-choice'}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={error ? `${id}-error` : undefined}
      aria-required={props.required}
      onKeyDown={onKeys(keys)}
    >
      <legend className={hideLabel ? 'tx-unseen' : 'tx-label'}>
        <span id={`${id}-label`}>{label}</span>
        {props.required ? <RequiredMark /> : null}
      </legend>
      <div className={props.vertical ? 'tx-options tx-options-vertical' : 'tx-options'}>
        {options.map((option, index) => (
          <label key={option.value} className="tx-option">
            <input
              type="radio"
              name={id}
              checked={option.value === value}
              disabled={disabled}
              autoFocus={props.autoFocus && index === 0}
              onChange={() => onChange(option.value)}
            />
            {option.key ? (
              <kbd className="tx-key" aria-hidden="true">
                {option.key}
              </kbd>
            ) : null}
            <span>
              {option.label}
              {option.hint ? <span className="tx-option-hint">{option.hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {hint ? <div className="tx-hint">{hint}</div> : null}
      {error ? <FieldError id={`${id}-error`} text={error} /> : null}
    </fieldset>
  )
}
