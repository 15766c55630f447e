import { useCallback, useState } from 'react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { afterBreak, openPartOf, type PartStart } from './open-part.ts'
import type { OpenRoom } from './use-notebook.ts'

export type Parts = {
  /** @returns whether the other talk has begun */
  begin(start: PartStart | { kind: 'pause' }): Promise<boolean>
  /** A break begins, or what it broke off goes on. */
  toggleBreak(): Promise<boolean>
  busy: boolean
  /** Lines of the talk before are not in the store yet: it could not be ended. */
  isUnsaved: boolean
  failure?: Failure
  clear(): void
}

/** Goes from one talk to the next. Until the next one has its own key, no new line can be written. */
export const useParts = (
  record: SessionRecord,
  { notebook, outbox }: OpenRoom,
  reload: () => Promise<void>,
): Parts => {
  const command = useRun('sessions.beginPart')
  const [isUnsaved, setIsUnsaved] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const { run } = command
  const begin = useCallback(
    async (start: PartStart | { kind: 'pause' }): Promise<boolean> => {
      const before = notebook.part()
      setIsBusy(true)
      notebook.enter({ kind: 'closed' })
      const isStored = await outbox.drain()
      setIsUnsaved(!isStored)
      const begun = isStored ? await run({ sessionId: record.id, ...start }) : undefined
      if (begun) {
        if (start.kind === 'separate') notebook.enter({ kind: 'separate', partId: begun.id })
        if (start.kind === 'joint') notebook.enter({ kind: 'joint' })
        await reload()
      } else notebook.enter(before)
      setIsBusy(false)
      return begun !== undefined
    },
    [notebook, outbox, record.id, reload, run],
  )
  const { parts } = record
  const toggleBreak = useCallback(
    () => begin(openPartOf(parts)?.kind === 'pause' ? afterBreak(parts) : { kind: 'pause' }),
    [begin, parts],
  )
  const { failure, clear } = command
  return {
    begin,
    toggleBreak,
    busy: isBusy,
    isUnsaved,
    ...(failure ? { failure } : {}),
    clear: useCallback(() => {
      setIsUnsaved(false)
      clear()
    }, [clear]),
  }
}
