import { Input } from 'antd'
import { Field, type FieldBase } from './field.tsx'
import { onKeys } from './keys.ts'

export type TextAreaFieldProps = FieldBase & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  onEnter?: () => void
  maxLength?: number
  placeholder?: string
  /** It grows from here with its text. */
  minRows?: number
}

/** Grows with its text: nothing typed is hidden. `onEnter`, where given, takes the plain Enter. */
export function TextAreaField(props: TextAreaFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <Input.TextArea
          {...ids}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onBlur={props.onBlur}
          onKeyDown={props.onEnter ? onKeys({ Enter: props.onEnter }) : undefined}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          rows={props.minRows ?? 3}
          className="tx-textarea"
        />
      )}
    </Field>
  )
}
