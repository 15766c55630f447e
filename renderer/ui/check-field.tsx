import { useId, type ReactNode } from 'react'
import { FieldError } from './field.tsx'

export type CheckFieldProps = {
  label: ReactNode
  value: boolean
  onChange: (value: boolean) => void
  hint?: ReactNode
  error?: string
  disabled?: boolean
  autoFocus?: boolean
}

export function CheckField({ label, value, onChange, hint, error, ...rest }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={error ? 'tx-field tx-field-wrong' : 'tx-field'}>
      <label className="tx-option">
        <input
          type="checkbox"
          checked={value}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint ? `${id}-hint` : undefined}
          {...rest}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <div id={`${id}-hint`} className="tx-hint">
          {hint}
        </div>
      ) : null}
      {error ? <FieldError text={error} /> : null}
    </div>
  )
}
