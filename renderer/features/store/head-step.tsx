import { useState } from 'react'
import type { Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { emptyPassword, isPasswordReady } from './new-password.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

type HeadStepProps = {
  busy: boolean
  failure?: Failure
  onBack: () => void
  onCreate: (userName: string, password: string) => Promise<void>
}

export function HeadStep({ busy, failure, onBack, onCreate }: HeadStepProps) {
  const [name, setName] = useState('')
  const [password, setPassword] = useState(emptyPassword)
  const [checked, setChecked] = useState(false)
  const create = () => {
    setChecked(true)
    if (busy) return
    if (name.trim() === '' || !isPasswordReady(password)) return focusFirstError()
    void onCreate(name.trim(), password.first)
  }
  return (
    <div className="stack">
      <FailureNotice failure={failure} />
      <Notice tone="warning" title="没有密码也没有恢复码，就打不开数据">
        数据在这台电脑上加密存放，没有别的后门，厂家也打不开。下一步会给您一串恢复码，请备好打印机或纸笔。
      </Notice>
      <TextField
        label="主任姓名"
        required
        autoFocus
        maxLength={30}
        value={name}
        error={checked && name.trim() === '' ? '请填写主任的姓名' : undefined}
        hint="登录时点这个名字。别的人员进去以后在设置里添加"
        onChange={setName}
      />
      <NewPasswordFields label="密码" value={password} onChange={setPassword} checked={checked} />
      <div className="foot-actions">
        <Button disabled={busy} onClick={onBack}>
          上一步
        </Button>
        <Button kind="primary" large busy={busy} shortcut="Ctrl+Enter" onClick={create}>
          {busy ? '正在建立数据…' : '建立数据'}
        </Button>
      </div>
    </div>
  )
}
