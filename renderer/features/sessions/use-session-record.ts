import { useCallback, useEffect, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { outboxOf } from './session-outbox.ts'

type Loaded = { record?: SessionRecord; failure?: Failure }

const load = async (sessionId: string): Promise<Loaded> => {
  try {
    await outboxOf(sessionId).drain()
    return { record: await call('sessions.get', { id: sessionId }) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** The session as the store has it now: never from the cache, since saving lines touches no cache. */
export const useSessionRecord = (sessionId: string): Loaded & { reload(): Promise<void> } => {
  const [loaded, setLoaded] = useState<Loaded>({})
  useEffect(() => {
    let isHere = true
    void load(sessionId).then((first) => {
      if (isHere) setLoaded(first)
    })
    return () => {
      isHere = false
    }
  }, [sessionId])
  const reload = useCallback(async () => {
    const next = await load(sessionId)
    setLoaded((before) => ({ ...before, failure: undefined, ...next }))
  }, [sessionId])
  return { ...loaded, reload }
}
