import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { askAgain } from '../../lib/ask.ts'
import { failureOf } from '../../lib/failure.ts'
import { startRecorder, type RecorderState } from './recorder.ts'

/** The one recorder of a room. Leaving the room stops it. */
export function useRecorder(sessionId: string) {
  const queries = useQueryClient()
  const [state, setState] = useState<RecorderState>({ kind: 'off' })
  const [busy, setBusy] = useState(false)
  const running = useRef<{ stop(): Promise<void> }>(undefined)

  const stop = useCallback(async () => {
    const recorder = running.current
    running.current = undefined
    if (!recorder) return
    try {
      await recorder.stop()
      await askAgain(queries, ['recordings'])
    } catch (error) {
      setState({ kind: 'off', failure: failureOf(error) })
    }
  }, [queries])

  const start = useCallback(
    async (consentsOf: readonly string[]) => {
      setBusy(true)
      try {
        running.current = await startRecorder(sessionId, consentsOf, setState)
        return true
      } catch (error) {
        setState({ kind: 'off', failure: failureOfStart(error) })
        return false
      } finally {
        setBusy(false)
      }
    },
    [sessionId],
  )
  useEffect(() => () => void stop(), [stop])
  const clear = useCallback(() => setState((old) => ({ ...old, failure: undefined })), [])
  return { state, busy, start, stop, clear }
}

/** No microphone and no permission are not the program's fault; they have words of their own. */
const failureOfStart = (error: unknown) => {
  if (error instanceof DOMException)
    return {
      code: error.name === 'NotAllowedError' ? 'page.microphoneRefused' : 'page.noMicrophone',
    }
  return failureOf(error)
}
