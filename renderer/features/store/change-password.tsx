import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { failureText } from '../../lib/failure.ts'
import { useMe } from '../../lib/me.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Section } from '../../ui/section.tsx'
import { emptyPassword, isPasswordReady } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { isWrongPassword } from './sign-in-trouble.ts'

export function ChangePassword() {
  const me = useMe()
  const change = useRun('store.changePassword')
  const [oldPassword, setOldPassword] = useState('')
  const [password, setPassword] = useState(emptyPassword)
  const [checked, setChecked] = useState(false)
  const [done, setDone] = useState(false)
  const submit = async () => {
    setChecked(true)
    setDone(false)
    if (oldPassword === '' || !isPasswordReady(password)) return focusFirstError()
    const answer = await change.run({ oldPassword, newPassword: password.first })
    if (!answer) return
    setDone(true)
    setChecked(false)
    setOldPassword('')
    setPassword(emptyPassword)
  }
  const wrong = change.failure && isWrongPassword(change.failure) ? change.failure : undefined
  const oldError =
    checked && oldPassword === '' ? '请输入现在的密码' : wrong ? failureText(wrong) : undefined
  return (
    <Section title={`修改密码：${me.name}`}>
      <div className="form">
        <FailureNotice failure={wrong ? undefined : change.failure} onClose={change.clear} />
        {done ? <Notice tone="done">密码改好了。下次登录请用新密码。</Notice> : null}
        <PasswordField
          label="现在的密码"
          required
          value={oldPassword}
          onChange={setOldPassword}
          error={oldError}
        />
        <NewPasswordFields value={password} onChange={setPassword} checked={checked} />
        <div className="foot-actions">
          <Button
            kind="primary"
            busy={change.running}
            shortcut="Ctrl+Enter"
            onClick={() => void submit()}
          >
            修改密码
          </Button>
        </div>
      </div>
    </Section>
  )
}
