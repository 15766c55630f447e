import { Input } from 'antd'
import { onKeys } from './keys.ts'
import { Field, type FieldBase } from './field.tsx'

export type PasswordFieldProps = FieldBase & {
  value: string
  onChange: (value: string) => void
  onEnter?: () => void
  /** Lets password keepers know which one is meant. */
  purpose?: 'current-password' | 'new-password'
}

/** Can be looked at with the eye; nothing is trimmed. */
export function PasswordField(props: PasswordFieldProps) {
  return (
    <Field {...props}>
      {(ids) => (
        <Input.Password
          {...ids}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
          onKeyDown={props.onEnter ? onKeys({ Enter: props.onEnter }) : undefined}
          disabled={props.disabled}
          autoFocus={props.autoFocus}
          autoComplete={props.purpose ?? 'current-password'}
          maxLength={200}
        />
      )}
    </Field>
  )
}
