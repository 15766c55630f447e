import { PasswordField } from '../../ui/password-field.tsx'

/** @policy contract: 8 characters at least. */
const shortest = 8

export const passwordError = (text: string): string | undefined =>
  text.length < shortest ? `至少 ${shortest} 个字符，现在是 ${text.length} 个` : undefined

type FirstPasswordProps = {
  label: string
  value: string
  onChange: (value: string) => void
  checked: boolean
  autoFocus?: boolean
}

/** A password that somebody else sets: told to the person, who changes it. */
export function FirstPassword({ label, value, onChange, checked, autoFocus }: FirstPasswordProps) {
  return (
    <PasswordField
      label={label}
      required
      purpose="new-password"
      autoFocus={autoFocus}
      value={value}
      onChange={onChange}
      error={checked ? passwordError(value) : undefined}
      hint={`至少 ${shortest} 个字符。请当面告诉本人，并请他登录后到“设置 → 修改密码”里换掉`}
    />
  )
}
