import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { askAgain, call } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { createSaveQueue, type SaveQueue, type SaveState } from '../../lib/save-queue.ts'
import type { SheetRecord } from './sheet-form.ts'

export type SheetSaving = {
  queue: SaveQueue<SheetWords>
  state: SaveState<Failure>
  /** Grows with each store; the preview is made anew from it. */
  storedRevision: number
  /** What lies in the store. */
  stored: () => SheetWords
}

/** Autosave of one sheet. */
export const useSheetSaving = (
  form: PaperForm,
  objectId: string,
  record: SheetRecord,
): SheetSaving => {
  const queries = useQueryClient()
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const [storedRevision, setStoredRevision] = useState(record.revision)
  const stored = useRef(record.words)
  const [queue] = useState(() =>
    createSaveQueue<SheetWords, Failure>({
      revision: record.revision,
      onState: setState,
      send: async (words, revision) => {
        try {
          const saved = await call('sheets.save', { form, objectId, words, revision })
          stored.current = words
          setStoredRevision(saved.revision)
          return { ok: true, revision: saved.revision, savedAt: now() }
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
      void queue.flush().then(() => askAgain(queries, ['sheets', 'dossiers', 'papers']))
    },
    [queue, queries],
  )
  return { queue, state, storedRevision, stored: () => stored.current }
}
