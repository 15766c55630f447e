import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../lib/ask.ts'
import { connect, dropLine, startLine, type CoreEvent } from '../lib/client.ts'
import { failureOf, type Failure } from '../lib/failure.ts'
import { savePending } from '../lib/pending-saves.ts'

export type CoreLine = {
  /** `lost`: the store's process is gone and a fresh one starts. */
  state: 'up' | 'lost'
  /** The process before this one crashed; told at sign-in. */
  crashed: boolean
  lockFailure?: Failure
  /** Stores what was typed, then locks. */
  lock(): Promise<void>
}

type LineState = Pick<CoreLine, 'state' | 'crashed'>

const after = (state: LineState, event: CoreEvent): LineState => {
  switch (event.type) {
    case 'core-lost':
      return { ...state, state: 'lost', crashed: event.reason === 'crashed' }
    case 'core-ready':
      return { ...state, state: 'up' }
    case 'lock-requested':
      return state
  }
}

/** The line to the store's process, over its whole life. */
export const useCoreLine = (): CoreLine => {
  const queries = useQueryClient()
  const [state, setState] = useState<LineState>({ state: 'up', crashed: false })
  const [lockFailure, setLockFailure] = useState<Failure>()
  const lock = useCallback(async () => {
    setLockFailure(undefined)
    await savePending()
    try {
      await call('store.lock', {})
    } catch (error) {
      const failure = failureOf(error)
      // Locking ends the process that would answer: a cut line is how it succeeds.
      if (failure.code !== 'page.connectionLost') return setLockFailure(failure)
    }
    dropLine()
    queries.clear()
    setState((old) => ({ ...old, state: 'lost', crashed: false }))
    return undefined
  }, [queries])
  const latestLock = useRef(lock)
  useEffect(
    () =>
      startLine((event) => {
        if (event.type === 'core-lost') {
          dropLine()
          queries.clear()
        }
        if (event.type === 'core-ready') connect()
        if (event.type === 'lock-requested') void latestLock.current()
        setState((old) => after(old, event))
      }),
    [queries],
  )
  return { ...state, lockFailure, lock }
}
