import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type OutputOf } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'

type Volume = OutputOf<'volumes.preview'>

export type VolumeMaking = {
  volume?: Volume
  failure?: Failure
  making: boolean
  again: () => void
}

/** The whole volume, made once on opening and again on demand; leaving stops what is not finished. */
export const useVolume = (caseId: string): VolumeMaking => {
  const [volume, setVolume] = useState<Volume>()
  const [failure, setFailure] = useState<Failure>()
  const [making, setMaking] = useState(true)
  const [turn, setTurn] = useState(0)
  const running = useRef(false)

  useEffect(() => {
    let isLatest = true
    const make = async (): Promise<void> => {
      running.current = true
      setMaking(true)
      setFailure(undefined)
      try {
        const made = await call('volumes.preview', { caseId })
        if (isLatest) setVolume(made)
      } catch (error) {
        if (isLatest) setFailure(failureOf(error))
      } finally {
        running.current = false
        if (isLatest) setMaking(false)
      }
    }
    const timer = setTimeout(() => void make(), 0)
    return () => {
      isLatest = false
      clearTimeout(timer)
      if (running.current) void call('volumes.cancel', { caseId }).catch(() => undefined)
    }
  }, [caseId, turn])

  const again = useCallback(() => setTurn((count) => count + 1), [])
  return { making, again, ...(volume && { volume }), ...(failure && { failure }) }
}
