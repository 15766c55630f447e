import { PasswordField } from '../../ui/password-field.tsx'
import { passwordErrors, shortestPassword, type NewPassword } from './new-password.ts'

type NewPasswordFieldsProps = {
  value: NewPassword
  onChange: (value: NewPassword) => void
  /** Errors are told only after somebody tried to go on. */
  checked: boolean
  label?: string
  autoFocus?: boolean
}

export function NewPasswordFields(props: NewPasswordFieldsProps) {
  const { value, onChange, checked, label = '新密码' } = props
  const errors = checked ? passwordErrors(value) : {}
  return (
    <>
      <PasswordField
        label={label}
        required
        purpose="new-password"
        autoFocus={props.autoFocus}
        value={value.first}
        error={errors.first}
        hint={`至少 ${shortestPassword} 个字符。可以用一句好记的话，长比怪更管用`}
        onChange={(first) => onChange({ ...value, first })}
      />
      <PasswordField
        label={`${label}再输一遍`}
        required
        purpose="new-password"
        value={value.second}
        error={errors.second}
        onChange={(second) => onChange({ ...value, second })}
      />
    </>
  )
}
