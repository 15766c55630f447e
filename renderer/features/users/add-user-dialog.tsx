import { useState } from 'react'
import type { Role } from '#db/domain/roles.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { TextField } from '../../ui/text-field.tsx'
import { FirstPassword, passwordError } from './first-password.tsx'
import { RoleChoice } from './role-choice.tsx'

type AddUserDialogProps = { open: boolean; onClose: (done?: string) => void }
type Form = { name: string; role: Role | undefined; password: string }
const empty: Form = { name: '', role: undefined, password: '' }

export function AddUserDialog({ open, onClose }: AddUserDialogProps) {
  const create = useRun('users.create')
  const [form, setForm] = useState(empty)
  const [checked, setChecked] = useState(false)
  const close = (done?: string) => {
    setForm(empty)
    setChecked(false)
    create.clear()
    onClose(done)
  }
  const submit = async () => {
    setChecked(true)
    const name = form.name.trim()
    if (name === '' || !form.role || passwordError(form.password)) return focusFirstError()
    const made = await create.run({ name, role: form.role, password: form.password })
    if (made) close(`已添加${name}，现在就可以登录。`)
  }
  return (
    <Dialog
      title="添加人员"
      open={open}
      onClose={() => close()}
      onConfirm={() => void submit()}
      confirmText="添加"
      busy={create.running}
      failure={create.failure}
      width={760}
    >
      <TextField
        label="姓名"
        required
        autoFocus
        maxLength={30}
        value={form.name}
        onChange={(name) => setForm({ ...form, name })}
        error={checked && form.name.trim() === '' ? '请填写姓名' : undefined}
      />
      <RoleChoice
        value={form.role}
        onChange={(role) => setForm({ ...form, role })}
        error={checked && !form.role ? '请选一个角色' : undefined}
      />
      <FirstPassword
        label="初始密码"
        value={form.password}
        onChange={(password) => setForm({ ...form, password })}
        checked={checked}
      />
    </Dialog>
  )
}
