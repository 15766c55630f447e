import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me } from '#contract/store.ts'
import { askAgain, call } from '../../lib/ask.ts'
import type { FailureDetails } from '../../lib/error-text/index.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { emptyPassword, isPasswordReady } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { personOptions } from './person-options.ts'
import { RecoveryKeyPanel } from './recovery-key-panel.tsx'

type RecoverPanelProps = {
  people: readonly Me[]
  onClose: () => void
  onMigrationFailed: (details: FailureDetails) => void
}

/** A new password by the printed key; the key is used up and a new one is shown. */
export function RecoverPanel({ people, onClose, onMigrationFailed }: RecoverPanelProps) {
  const queries = useQueryClient()
  const [recoveryKey, setRecoveryKey] = useState('')
  const [userId, setUserId] = useState<string | undefined>(
    people.length === 1 ? people[0]?.userId : undefined,
  )
  const [password, setPassword] = useState(emptyPassword)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [freshKey, setFreshKey] = useState<string>()
  const recover = async () => {
    setChecked(true)
    if (busy) return
    if (recoveryKey.trim() === '' || !userId || !isPasswordReady(password)) return focusFirstError()
    setBusy(true)
    try {
      const newPassword = password.first
      const made = await call('store.recover', { recoveryKey, userId, newPassword })
      setFreshKey(made.recoveryKey)
    } catch (error) {
      const refused = failureOf(error)
      if (refused.code === 'store.migration-failed') onMigrationFailed(refused.details ?? {})
      else setFailure(refused)
    } finally {
      setBusy(false)
    }
  }
  if (freshKey) {
    return (
      <section className="stack front-narrow">
        <h2>新的恢复码</h2>
        <p>新密码已经设好。原来那张纸上的恢复码作废了，请换上这一张。</p>
        <RecoveryKeyPanel
          recoveryKey={freshKey}
          doneText="已收好，进入"
          onDone={() => void askAgain(queries, ['store'])}
        />
      </section>
    )
  }
  return (
    <section className="stack front-narrow">
      <h2>忘记密码</h2>
      <p>
        请先问主任或管理员：他们可以在“设置 →
        人员”里给您重设密码。都进不去时，用首次使用时打印的恢复码在这里重设。
      </p>
      <FailureNotice failure={failure} onClose={() => setFailure(undefined)} />
      <TextField
        label="恢复码"
        required
        autoFocus
        value={recoveryKey}
        onChange={setRecoveryKey}
        maxLength={100}
        hint="7 组，每组 5 个字符。大小写、空格、横线都不要紧"
        error={checked && recoveryKey.trim() === '' ? '请照着纸输入恢复码' : undefined}
      />
      <SelectField
        label="给谁设新密码"
        required
        options={personOptions(people)}
        value={userId}
        onChange={setUserId}
        error={checked && !userId ? '请选一个人' : undefined}
      />
      <NewPasswordFields value={password} onChange={setPassword} checked={checked} />
      <div className="foot-actions">
        <Button onClick={onClose}>返回登录</Button>
        <Button kind="primary" busy={busy} shortcut="Ctrl+Enter" onClick={() => void recover()}>
          设新密码并登录
        </Button>
      </div>
    </section>
  )
}
