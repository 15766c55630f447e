import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askAgain, call } from '../../lib/ask.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { createSaveQueue, type SaveState } from '../../lib/save-queue.ts'
import { isUntouched, storedIntake, type IntakeDraft } from './intake-draft.ts'

export type DraftSource = { id: string; revision: number; draft: IntakeDraft }

export type KeptDraft = {
  draft: IntakeDraft
  update: (change: (draft: IntakeDraft) => IntakeDraft) => void
  state: SaveState<Failure>
  /** Sends what is not yet stored. @returns whether everything is in the store. */
  flush: () => Promise<boolean>
  /** The draft's id, once the store has it. */
  storedId: () => string | undefined
  /** While it is submitted or thrown away nothing is stored; lifted when that was refused. */
  hold: (held: boolean) => void
}

/** A page that is in the store 200 ms after each change, as long as something was typed at all. */
export const useIntakeDraft = (source: DraftSource): KeptDraft => {
  const queries = useQueryClient()
  const { id } = source
  const [draft, setDraft] = useState(source.draft)
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const held = useRef(false)
  const [queue] = useState(() =>
    createSaveQueue<IntakeDraft, Failure>({
      revision: source.revision,
      onState: setState,
      send: async (content, revision) => {
        try {
          return {
            ok: true,
            ...(await call('intake.saveDraft', { id, revision, form: storedIntake(content) })),
          }
        } catch (error) {
          const failure = failureOf(error)
          if (isSignedOut(failure)) await askAgain(queries, ['store'])
          return { ok: false, retry: failure.code === 'page.connectionLost', failure }
        }
      },
    }),
  )
  const latest = useRef(draft)
  const update = useCallback(
    (change: (draft: IntakeDraft) => IntakeDraft) => {
      const next = change(latest.current)
      if (next === latest.current) return
      latest.current = next
      setDraft(next)
      if (!held.current && (queue.revision() > 0 || !isUntouched(next))) queue.put(next)
    },
    [queue],
  )
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the draft is not stored')
  })
  useEffect(
    () => () => {
      if (!held.current) void queue.flush().then(() => askAgain(queries, ['intake']))
    },
    [queue, queries],
  )
  return {
    draft,
    update,
    state,
    flush: queue.flush,
    storedId: () => (queue.revision() > 0 ? id : undefined),
    hold: (wanted) => {
      held.current = wanted
      if (!wanted && !isUntouched(latest.current)) queue.put(latest.current)
    },
  }
}
