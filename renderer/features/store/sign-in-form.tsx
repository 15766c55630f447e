import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { askAgain, call, type OutputOf } from '../../lib/ask.ts'
import type { FailureDetails } from '../../lib/error-text/index.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import type { Place } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { rememberPerson } from './last-person.ts'
import { leadTo } from './others-page.ts'
import { troubleText, waitOf } from './sign-in-trouble.ts'
import { useCountdown } from './use-countdown.ts'

export type SignInPerson = OutputOf<'store.state'>['people'][number]

type SignInFormProps = {
  person: SignInPerson
  /** Where it leads; by itself to the page that this person left. */
  leadsTo?: Place
  /** The password was right, but the record could not be brought to this version. */
  onMigrationFailed: (details: FailureDetails) => void
}

export function SignInForm({ person, leadsTo, onMigrationFailed }: SignInFormProps) {
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [left, startWait] = useCountdown()
  useEffect(() => startWait(person.waitSeconds), [person.waitSeconds, startWait])
  const refuse = (refused: Failure) => {
    if (refused.code === 'store.migration-failed') return onMigrationFailed(refused.details ?? {})
    setFailure(refused)
    setPassword('')
    startWait(waitOf(refused))
  }
  const signIn = async () => {
    if (busy || left > 0) return
    if (password === '') return setEmpty(true)
    setEmpty(false)
    setBusy(true)
    try {
      await call('store.signIn', { userId: person.userId, password })
      rememberPerson(person.userId)
      if (leadsTo) leadTo(leadsTo)
      await askAgain(queries, ['store'])
    } catch (error) {
      refuse(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const error = empty && password === '' ? '请输入密码' : troubleText(failure, left)
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      <PasswordField
        label={`${person.name}的密码`}
        autoFocus
        value={password}
        onChange={setPassword}
        error={error}
      />
      <div className="row">
        <Button kind="primary" large htmlType="submit" busy={busy} disabled={left > 0}>
          登录
        </Button>
      </div>
    </form>
  )
}
