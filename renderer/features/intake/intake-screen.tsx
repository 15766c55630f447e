import { useEffect, useState } from 'react'
import { call, type OutputOf } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { newIntake, readIntake } from './intake-draft.ts'
import { IntakeForm } from './intake-form.tsx'
import './intake.css'
import { RegisteredPanel } from './registered-panel.tsx'
import type { DraftSource } from './use-intake-draft.ts'

const newSource = (): DraftSource => ({ id: crypto.randomUUID(), revision: 0, draft: newIntake() })

/** 登记来访: a new dispute, or one that was begun. */
export function IntakeScreen({ draftId }: { draftId?: string }) {
  const { source, failure, restart } = useDraftSource(draftId)
  const [done, setDone] = useState<OutputOf<'intake.submit'>>()
  const go = useGo()
  const again = () => {
    setDone(undefined)
    if (draftId) go({ to: 'intake' })
    else restart()
  }
  if (done) return <RegisteredPanel done={done} onNext={again} />
  if (failure)
    return (
      <Screen title="登记来访" back={{ to: 'today' }}>
        <FailureNotice failure={failure} />
        <div className="row">
          <Button kind="primary" onClick={() => go({ to: 'intake' })}>
            登记新的来访
          </Button>
        </div>
      </Screen>
    )
  if (!source) return <Loading text="正在打开草稿…" />
  return (
    <IntakeForm
      key={source.id}
      source={source}
      onRegistered={setDone}
      onDiscarded={() => go({ to: 'today' })}
    />
  )
}

const useDraftSource = (draftId: string | undefined) => {
  const [source, setSource] = useState(() => (draftId ? undefined : newSource()))
  const [failure, setFailure] = useState<Failure>()
  useEffect(() => {
    if (!draftId) return undefined
    let isGone = false
    // Past the cache: the page itself keeps changing the draft.
    call('intake.draft', { id: draftId }).then(
      ({ id, revision, form }) => {
        if (!isGone) setSource({ id, revision, draft: readIntake(form) })
      },
      (error: unknown) => {
        if (!isGone) setFailure(failureOf(error))
      },
    )
    return () => {
      isGone = true
    }
  }, [draftId])
  return { source, failure, restart: () => setSource(newSource()) }
}
