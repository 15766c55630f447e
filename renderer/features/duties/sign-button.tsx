import { LogIn, LogOut } from 'lucide-react'
import { useState } from 'react'
import type { DutyLine } from '#contract/duty-line.ts'
import { today } from '../../lib/clock.ts'
import { Button } from '../../ui/button.tsx'
import { deskWords, halfDayWords, timesWords, type Sign } from './duty-words.ts'
import { PinDialog, type Signed } from './pin-dialog.tsx'
import { signWords } from './sign-words.ts'

type SignButtonProps = {
  person: { lawyerId: string; name: string; hasPin: boolean }
  sign: Sign
  duties: readonly DutyLine[]
  autoFocus?: boolean
  onSigned: (signed: Signed) => void
}

/** 到岗 or 签退, whichever is due; without a PIN the window signs, as the card says. */
export function SignButton({ person, sign, duties, autoFocus, onSigned }: SignButtonProps) {
  const [asking, setAsking] = useState(false)
  const duty = duties.find(({ dutyId }) => dutyId === sign.dutyId)
  const Icon = sign.kind === 'in' ? LogIn : LogOut
  if (!person.hasPin) return null
  return (
    <>
      <Button
        kind="primary"
        large
        autoFocus={autoFocus}
        icon={<Icon aria-hidden="true" />}
        onClick={() => setAsking(true)}
      >
        {signWords[sign.kind].verb}
      </Button>
      {asking ? (
        <PinDialog
          lawyerId={person.lawyerId}
          name={person.name}
          sign={sign}
          words={
            duty ? `${halfDayWords(duty, today())} ${timesWords(duty)} ${deskWords(duty)}` : ''
          }
          onSigned={(signed) => {
            setAsking(false)
            onSigned(signed)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
