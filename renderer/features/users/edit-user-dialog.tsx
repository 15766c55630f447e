import { useState } from 'react'
import type { User } from '#contract/users.ts'
import { useRun } from '../../lib/ask.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FirstPassword, passwordError } from './first-password.tsx'
import { RoleChoice } from './role-choice.tsx'

type EditUserDialogProps = { user: User; onClose: (done?: string) => void }

/** Somebody who was switched off has no password any more: coming back needs a new one. */
export function EditUserDialog({ user, onClose }: EditUserDialogProps) {
  const update = useRun('users.update')
  const reset = useRun('users.resetPassword')
  const [name, setName] = useState(user.name)
  const [role, setRole] = useState(user.role)
  const [active, setActive] = useState(user.active)
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  const comesBack = active && !user.active
  const submit = async () => {
    setChecked(true)
    if (name.trim() === '' || (comesBack && passwordError(password))) return focusFirstError()
    const updated = await update.run({ id: user.id, name: name.trim(), role, active })
    if (!updated) return
    if (comesBack && !(await reset.run({ id: user.id, newPassword: password }))) return
    onClose(active ? `${name.trim()}的资料改好了。` : `${name.trim()}已停用，不能再登录。`)
  }
  return (
    <Dialog
      title={`修改：${user.name}`}
      open
      onClose={() => onClose()}
      onConfirm={() => void submit()}
      confirmText="保存"
      busy={update.running || reset.running}
      failure={update.failure ?? reset.failure}
      width={760}
    >
      <TextField
        label="姓名"
        required
        autoFocus
        maxLength={30}
        value={name}
        onChange={setName}
        error={checked && name.trim() === '' ? '请填写姓名' : undefined}
      />
      <RoleChoice value={role} onChange={setRole} />
      <CheckField
        label="在用，可以登录"
        value={active}
        onChange={setActive}
        hint="离任的人请停用，不要删：他经办的案件和日志都还记着他的名字"
      />
      {user.active && !active ? (
        <Notice tone="warning">停用后他的密码立即失效。以后重新启用时要设新密码。</Notice>
      ) : null}
      {comesBack ? (
        <FirstPassword
          label="新的初始密码"
          value={password}
          onChange={setPassword}
          checked={checked}
        />
      ) : null}
    </Dialog>
  )
}
