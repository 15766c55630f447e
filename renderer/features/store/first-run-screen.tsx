import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askAgain, call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { Button } from '../../ui/button.tsx'
import { useTopOfStep } from '../../ui/use-top-of-step.ts'
import { BodyStep } from './body-step.tsx'
import { HeadStep } from './head-step.tsx'
import { bodyOf, emptyFirstRun, type FirstRunForm } from './first-run.ts'
import { RecoveryKeyPanel } from './recovery-key-panel.tsx'
import { RestorePanel } from './restore-panel.tsx'

type Step =
  | { name: 'body' }
  | { name: 'head' }
  | { name: 'key'; recoveryKey: string }
  | { name: 'restore' }

const titles = { body: '单位', head: '主任和密码', key: '恢复码' } as const
const order = ['body', 'head', 'key'] as const

/** Makes the store and its first head. The recovery key must be on paper before the shell opens. */
export function FirstRunScreen() {
  const queries = useQueryClient()
  const [step, setStep] = useState<Step>({ name: 'body' })
  const [form, setForm] = useState<FirstRunForm>(emptyFirstRun)
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState(false)
  const top = useTopOfStep<HTMLElement>(step.name)
  // Asked past the cache: the phase must stay 'none' on this page until the key is on paper.
  const create = async (userName: string, password: string) => {
    if (!form.committeeKind) return setStep({ name: 'body' })
    setBusy(true)
    try {
      const body = bodyOf(form, form.committeeKind)
      const made = await call('store.create', { body, userName, password, practice: form.practice })
      setFailure(undefined)
      setStep({ name: 'key', recoveryKey: made.recoveryKey })
    } catch (error) {
      setFailure(failureOf(error))
    } finally {
      setBusy(false)
    }
    return undefined
  }
  if (step.name === 'restore') {
    return (
      <div className="front-inner front-narrow">
        <RestorePanel hasData={false} onClose={() => setStep({ name: 'body' })} />
      </div>
    )
  }
  return (
    <div className="front-inner front-narrow">
      <header className="stack" ref={top}>
        <h1>首次使用</h1>
        <p className="muted" aria-live="polite">
          第 {order.indexOf(step.name) + 1} 步，共 3 步：{titles[step.name]}
        </p>
      </header>
      {step.name === 'body' ? (
        <>
          <BodyStep form={form} onChange={setForm} onNext={() => setStep({ name: 'head' })} />
          <p className="muted">
            以前用过谈心，换了电脑？
            <Button kind="link" onClick={() => setStep({ name: 'restore' })}>
              从备份恢复
            </Button>
          </p>
        </>
      ) : null}
      {step.name === 'head' ? (
        <HeadStep
          busy={busy}
          failure={failure}
          onBack={() => setStep({ name: 'body' })}
          onCreate={create}
        />
      ) : null}
      {step.name === 'key' ? (
        <RecoveryKeyPanel
          recoveryKey={step.recoveryKey}
          doneText="已收好，开始使用"
          onDone={() => void askAgain(queries, ['store'])}
        />
      ) : null}
    </div>
  )
}
