import { useState } from 'react'
import type { User } from '#contract/users.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FirstPassword, passwordError } from './first-password.tsx'

type ResetPasswordDialogProps = { user: User; onClose: (done?: string) => void }

export function ResetPasswordDialog({ user, onClose }: ResetPasswordDialogProps) {
  const reset = useRun('users.resetPassword')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const submit = async () => {
    setChecked(true)
    if (passwordError(password)) return
    const answer = await reset.run({ id: user.id, newPassword: password })
    if (answer) onClose(`${user.name}的密码已重设，原来的密码作废。`)
  }
  return (
    <Dialog
      title={`给${user.name}重设密码`}
      open
      onClose={() => onClose()}
      onConfirm={() => void submit()}
      confirmText="重设密码"
      busy={reset.running}
      failure={reset.failure}
    >
      <FirstPassword
        label="新密码"
        autoFocus
        value={password}
        onChange={setPassword}
        checked={checked}
      />
    </Dialog>
  )
}
