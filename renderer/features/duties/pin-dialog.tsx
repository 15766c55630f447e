import { useEffect, useState } from 'react'
import type { OutputOf } from '../../lib/ask.ts'
import { useRun } from '../../lib/ask.ts'
import { waitWords } from '../../lib/error-text/words.ts'
import { failureText, type Failure } from '../../lib/failure.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { pinDigits, pinLength, signWords } from './sign-words.ts'
import type { Sign } from './duty-words.ts'

export type Signed = OutputOf<'duties.sign'> & Sign

type PinDialogProps = {
  lawyerId: string
  name: string
  sign: Sign
  /** Which shift, in words. */
  words: string
  onSigned: (signed: Signed) => void
  onClose: () => void
}

/** Six digits; the sixth sends. */
export function PinDialog({ lawyerId, name, sign, words, onSigned, onClose }: PinDialogProps) {
  const signing = useRun('duties.sign')
  const [pin, setPin] = useState('')
  const [short, setShort] = useState(false)
  const left = useWaitOf(signing.failure)
  const send = async (digits: string) => {
    if (signing.running || left > 0) return
    if (digits.length < pinLength) return setShort(true)
    const done = await signing.run({ lawyerId, ...sign, pin: digits })
    if (done) return onSigned({ ...done, ...sign })
    setPin('')
    return undefined
  }
  const type = (typed: string) => {
    const digits = pinDigits(typed)
    setPin(digits)
    setShort(false)
    if (digits.length === pinLength) void send(digits)
  }
  return (
    <Dialog
      title={`${signWords[sign.kind].verb}：${name}`}
      open
      onClose={onClose}
      onConfirm={() => void send(pin)}
      confirmText={signWords[sign.kind].verb}
      confirmDisabled={left > 0}
      busy={signing.running}
      width={460}
    >
      <p>{words}</p>
      <PasswordField
        label="六位签到密码"
        value={pin}
        onChange={type}
        autoFocus
        hint="输满六位就送出。忘了请主任在 设置 → 律师 里重设，或请窗口代签。"
        error={errorOf(signing.failure, left, pin, short)}
      />
    </Dialog>
  )
}

const errorOf = (
  failure: Failure | undefined,
  left: number,
  pin: string,
  short: boolean,
): string | undefined => {
  if (short) return `签到密码是六位数字，现在是 ${pin.length} 位`
  if (left > 0) return `输错的次数太多，请等 ${waitWords(left)}再试，或请窗口工作人员代签。`
  if (!failure) return undefined
  return failure.code === 'duties.pinLocked' ? '现在可以再试了。' : failureText(failure)
}

/** Seconds until the next try, counting down. */
const useWaitOf = (failure: Failure | undefined): number => {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const seconds = failure?.details?.['waitSeconds']
    if (typeof seconds !== 'number') return undefined
    const end = Date.now() + seconds * 1000
    const show = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1000)))
    show()
    const timer = setInterval(show, 250)
    return () => clearInterval(timer)
  }, [failure])
  return left
}
