import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Me } from '#contract/store.ts'
import { askAgain, call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { rememberPerson } from './last-person.ts'
import { isWrongPassword, timesWrong, troubleText, waitOf } from './sign-in-trouble.ts'
import { useCountdown } from './use-countdown.ts'

/** From the fourth wrong password on the store makes one wait; then it is worth asking how long. */
const waitsFrom = 4

export function SignInForm({ person }: { person: Me }) {
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [failure, setFailure] = useState<Failure>()
  const [times, setTimes] = useState(0)
  const [busy, setBusy] = useState(false)
  const [empty, setEmpty] = useState(false)
  const [left, startWait] = useCountdown()
  const refuse = async (refused: Failure) => {
    const wrong = timesWrong(refused, times)
    setTimes(wrong)
    setFailure(refused)
    setPassword('')
    const told = waitOf(refused)
    if (told > 0) startWait(told)
    else if (isWrongPassword(refused) && wrong >= waitsFrom)
      startWait((await call('store.state', {})).waitSeconds)
  }
  const signIn = async () => {
    if (busy || left > 0) return
    if (password === '') return setEmpty(true)
    setEmpty(false)
    setBusy(true)
    try {
      await call('store.signIn', { userId: person.userId, password })
      rememberPerson(person.userId)
      await askAgain(queries, ['store'])
    } catch (error) {
      await refuse(failureOf(error))
    } finally {
      setBusy(false)
    }
  }
  const trouble = failure ? troubleText(failure, times, left) : undefined
  const error = empty && password === '' ? '请输入密码' : trouble
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
