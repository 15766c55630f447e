import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import type { AgreementContent } from '#db/domain/agreement/content.ts'
import { askAgain, askKey, call } from '../../lib/ask.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { createSaveQueue, type SaveQueue, type SaveState } from '../../lib/save-queue.ts'

export type AgreementSaving = {
  queue: SaveQueue<AgreementContent>
  state: SaveState<Failure>
  /** Grows with each store of the text; the preview is made anew from it. */
  storedRevision: number
}

/** Autosave of one agreement. The cache follows each store, so that a later visit starts from the newest text. */
export const useAgreementSaving = (record: AgreementRecord): AgreementSaving => {
  const queries = useQueryClient()
  const { id } = record
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const [storedRevision, setStoredRevision] = useState(record.revision)
  const [queue] = useState(() =>
    createSaveQueue<AgreementContent, Failure>({
      revision: record.revision,
      onState: setState,
      send: async (content, revision) => {
        try {
          const saved = await call('agreements.save', { id, revision, content })
          queries.setQueryData<AgreementRecord>(
            askKey('agreements.get', { id }),
            (old) => old && { ...old, content, revision: saved.revision },
          )
          setStoredRevision(saved.revision)
          return { ok: true, ...saved }
        } catch (error) {
          const failure = failureOf(error)
          if (isSignedOut(failure)) await askAgain(queries, ['store'])
          return { ok: false, retry: failure.code === 'page.connectionLost', failure }
        }
      },
    }),
  )

  useEffect(
    () => () => {
      void queue.flush().then(() => askAgain(queries, ['agreements']))
    },
    [queue, queries],
  )
  return { queue, state, storedRevision }
}
