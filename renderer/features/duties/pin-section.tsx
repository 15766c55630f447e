import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Section } from '../../ui/section.tsx'
import { useToast } from '../../ui/toast.ts'
import { pinDigits, pinLength } from './sign-words.ts'

type PinSectionProps = { lawyerId: string; hasPin: boolean }

/** The six digits for signing in at the desk; set by the lawyer alone, with the account's password behind. */
export function PinSection({ lawyerId, hasPin }: PinSectionProps) {
  const [open, setOpen] = useState(false)
  return (
    <Section
      title="签到密码"
      extra={<Button onClick={() => setOpen(true)}>{hasPin ? '改签到密码' : '设签到密码'}</Button>}
    >
      <p className="muted">
        {hasPin
          ? '在锁屏上点自己的名字，再点“到岗”，输这六位数字。'
          : '还没有设。设了以后，在锁屏上点自己的名字就能签到，不用登录。'}
      </p>
      {open ? <NewPinDialog lawyerId={lawyerId} onClose={() => setOpen(false)} /> : null}
    </Section>
  )
}

function NewPinDialog({ lawyerId, onClose }: { lawyerId: string; onClose: () => void }) {
  const setting = useRun('lawyers.setPin')
  const toast = useToast()
  const [pin, setPin] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const short = pin.length < pinLength ? `要六位数字，现在是 ${pin.length} 位` : undefined
  const differs = pin === again ? undefined : '两次输的不一样，请再输一遍'
  const send = async () => {
    setTried(true)
    if (short || differs) return
    if (await setting.run({ id: lawyerId, pin })) {
      toast('签到密码已设好')
      onClose()
    }
  }
  return (
    <Dialog
      title="签到密码"
      open
      onClose={onClose}
      onConfirm={() => void send()}
      confirmText="设好"
      busy={setting.running}
      failure={setting.failure}
      width={480}
    >
      <div className="form">
        <PasswordField
          label="六位签到密码"
          purpose="new-password"
          value={pin}
          onChange={(typed) => setPin(pinDigits(typed))}
          autoFocus
          hint="不要用生日、电话末六位或 123456。"
          error={tried ? short : undefined}
        />
        <PasswordField
          label="再输一遍"
          purpose="new-password"
          value={again}
          onChange={(typed) => setAgain(pinDigits(typed))}
          error={tried && !short ? differs : undefined}
        />
      </div>
    </Dialog>
  )
}
