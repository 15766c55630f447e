import { useEffect, useRef, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { call } from '../../lib/ask.ts'
import type { PackageStep } from './step-words.ts'

/** So that a run of quick saves asks once. */
const pauseMs = 300

/** How the text as it is stored now keeps step with the agreed package; asked again after each save. */
export const useLiveStep = (
  { id, step }: Pick<AgreementRecord, 'id' | 'step'>,
  storedRevision: number,
): PackageStep | undefined => {
  const [live, setLive] = useState(step)
  const asked = useRef(storedRevision)
  const isWatched = step !== undefined
  useEffect(() => {
    if (!isWatched || asked.current === storedRevision) return undefined
    let isOld = false
    const timer = setTimeout(() => {
      void call('agreements.get', { id }).then(
        (record) => {
          if (isOld) return
          asked.current = storedRevision
          setLive(record.step)
        },
        // The last known state stays in sight; the next save asks again.
        () => undefined,
      )
    }, pauseMs)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [id, isWatched, storedRevision])
  return live
}
