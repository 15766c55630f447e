import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'

/** What all labelled fields share. */
export type FieldBase = {
  label: string
  required?: boolean
  error?: string
  hint?: ReactNode
  disabled?: boolean
  autoFocus?: boolean
  /** The label is read aloud but not shown, for fields in a table. */
  hideLabel?: boolean
}

export type FieldIds = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  /** Where a dialog puts the cursor: the browser's own autofocus comes before the dialog is on the page. */
  'data-autofocus': true | undefined
}

type FieldProps = FieldBase & {
  /** Stands between field and error, such as an amount in capitals. */
  below?: ReactNode
  children: (ids: FieldIds) => ReactNode
}

/** Label above, field, hint, error: tied together for readers of the screen. */
export function Field({
  label,
  required,
  error,
  hint,
  below,
  hideLabel,
  autoFocus,
  children,
}: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div className={error ? 'tx-field tx-field-wrong' : 'tx-field'}>
      <div className={hideLabel ? 'tx-unseen' : 'tx-label'}>
        <label htmlFor={id}>{label}</label>
        {required ? <RequiredMark /> : null}
      </div>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
        'data-autofocus': autoFocus ? true : undefined,
      })}
      {below}
      {hint ? (
        <div id={hintId} className="tx-hint">
          {hint}
        </div>
      ) : null}
      {error ? <FieldError id={errorId} text={error} /> : null}
    </div>
  )
}

export function RequiredMark() {
  return (
    <span className="tx-required" aria-hidden="true">
      必填
    </span>
  )
}

export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <div id={id} className="tx-error" role="alert">
      <CircleAlert aria-hidden="true" />
      <span>{text}</span>
    </div>
  )
}
