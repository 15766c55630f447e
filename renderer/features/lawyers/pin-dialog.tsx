import { useState } from 'react'
import type { Lawyer } from '#contract/lawyers.ts'
import { useRun } from '../../lib/ask.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { focusFirstError } from '../../ui/focus-first-error.ts'
import { PasswordField } from '../../ui/password-field.tsx'

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** Typed by the lawyer at the head's desk, so that nobody else need know it. */
export function PinDialog({
  lawyer,
  onClose,
}: {
  lawyer: Lawyer
  onClose: (done?: string) => void
}) {
  const save = useRun('lawyers.setPin')
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const wrong = /^\d{6}$/.test(digitsOf(pin)) ? undefined : '要正好六位数字'
  const differs = digitsOf(again) === digitsOf(pin) ? undefined : '两次不一样，请再写一遍'
  const submit = async () => {
    setTried(true)
    if (wrong ?? differs) return focusFirstError()
    if (await save.run({ id: lawyer.id, pin: digitsOf(pin) }))
      onClose(`${lawyer.name}的签到密码设好了。`)
  }
  return (
    <Dialog
      title={`${lawyer.name}的签到密码`}
      open
      onClose={() => onClose()}
      onConfirm={() => void submit()}
      confirmText="设好"
      busy={save.running}
      failure={save.failure}
    >
      <p>
        在锁屏上点名字、再输这六位数字，就能签到签退。请让
        {lawyer.name}自己输，不要用生日或 123456。
      </p>
      <PasswordField
        label="六位签到密码"
        required
        autoFocus
        purpose="new-password"
        value={pin}
        onChange={setPin}
        error={tried ? wrong : undefined}
      />
      <PasswordField
        label="再输一遍"
        required
        purpose="new-password"
        value={again}
        onChange={setAgain}
        error={tried && !wrong ? differs : undefined}
      />
    </Dialog>
  )
}
