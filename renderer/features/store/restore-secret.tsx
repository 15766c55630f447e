import type { Me } from '#contract/store.ts'
import { ChoiceField } from '../../ui/choice-field.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { personOptions } from './person-options.ts'

export type RestoreSecret = {
  by: 'password' | 'recoveryKey'
  userId: string
  password: string
  recoveryKey: string
}

export const emptySecret: RestoreSecret = {
  by: 'password',
  userId: '',
  password: '',
  recoveryKey: '',
}

export const isSecretReady = (secret: RestoreSecret): boolean =>
  secret.by === 'password'
    ? secret.userId !== '' && secret.password !== ''
    : secret.recoveryKey.trim() !== ''

type RestoreSecretFieldsProps = {
  people: readonly Me[]
  value: RestoreSecret
  onChange: (value: RestoreSecret) => void
  checked: boolean
}

/** A backup opens with a password of its own people, or with its printed key. */
export function RestoreSecretFields(props: RestoreSecretFieldsProps) {
  const { people, value, onChange, checked } = props
  return (
    <div className="form">
      <ChoiceField
        label="用什么打开这份备份"
        options={[
          { value: 'password', label: '做备份时的密码' },
          { value: 'recoveryKey', label: '纸上的恢复码' },
        ]}
        value={value.by}
        onChange={(by) => onChange({ ...value, by })}
      />
      {value.by === 'password' ? (
        <>
          <SelectField
            label="谁的密码"
            required
            options={personOptions(people)}
            value={value.userId === '' ? undefined : value.userId}
            onChange={(userId) => onChange({ ...value, userId: userId ?? '' })}
            error={checked && value.userId === '' ? '请选一个人' : undefined}
          />
          <PasswordField
            label="密码"
            required
            value={value.password}
            onChange={(password) => onChange({ ...value, password })}
            error={checked && value.password === '' ? '请输入密码' : undefined}
          />
        </>
      ) : (
        <TextField
          label="恢复码"
          required
          maxLength={100}
          value={value.recoveryKey}
          onChange={(recoveryKey) => onChange({ ...value, recoveryKey })}
          hint="7 组，每组 5 个字符。大小写、空格、横线都不要紧"
          error={checked && value.recoveryKey.trim() === '' ? '请照着纸输入恢复码' : undefined}
        />
      )}
    </div>
  )
}
