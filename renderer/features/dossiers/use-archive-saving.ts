import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askAgain, askKey, call, type OutputOf } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { createSaveQueue, type SaveState } from '../../lib/save-queue.ts'
import { type ArchiveWords, archiveWordsOf, storedArchive, withoutRefused } from './archive-form.ts'

type Dossier = OutputOf<'dossiers.get'>

export type ArchiveSaving = {
  words: ArchiveWords
  update: (part: Partial<ArchiveWords>) => void
  state: SaveState<Failure>
}

/** The form of the archive, in the store soon after each change; what the doctor says follows on leaving. */
export const useArchiveSaving = ({ caseId, archive }: Dossier): ArchiveSaving => {
  const queries = useQueryClient()
  const [words, setWords] = useState(() => archiveWordsOf(archive))
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const stopped = useRef(false)
  const latest = useRef(words)
  const stored = useRef({ revision: archive.revision, words: storedArchive(words) })
  const store = useCallback(
    async (wanted: ArchiveWords): Promise<void> => {
      const { revision } = stored.current
      const saved = await call('dossiers.saveArchive', { caseId, revision, ...wanted })
      stored.current = { revision: saved.revision, words: wanted }
      queries.setQueryData<Dossier>(
        askKey('dossiers.get', { caseId }),
        (old) => old && { ...old, archive: { ...wanted, revision: saved.revision } },
      )
    },
    [caseId, queries],
  )
  const [makeQueue] = useState(
    () => () =>
      createSaveQueue<ArchiveWords, Failure>({
        revision: archive.revision,
        onState: (next) => {
          stopped.current = next.kind === 'stopped'
          setState(next)
        },
        send: async (content) => {
          const wanted = storedArchive(content)
          try {
            await store(wanted)
            return { ok: true, revision: stored.current.revision, savedAt: now() }
          } catch (error) {
            const failure = failureOf(error)
            if (isSignedOut(failure)) await askAgain(queries, ['store'])
            const rest = withoutRefused(failure.code, wanted, stored.current.words)
            // What else was written is in the store, and the refused part stays on the page to be changed.
            if (rest) await store(rest).catch(() => undefined)
            return { ok: false, retry: failure.code === 'page.connectionLost', failure }
          }
        },
      }),
  )
  const queue = useRef(makeQueue())
  const update = useCallback(
    (part: Partial<ArchiveWords>) => {
      const next = { ...latest.current, ...part }
      latest.current = next
      setWords(next)
      // Refused, such as a number that another dossier has: what is changed now may be taken.
      if (stopped.current) queue.current = makeQueue()
      queue.current.put(next)
    },
    [makeQueue],
  )
  usePendingSave(async () => {
    if (!(await queue.current.flush())) throw new Error('the archive form is not stored')
  })
  useEffect(
    () => () => {
      void queue.current.flush().then(() => askAgain(queries, ['dossiers', 'papers']))
    },
    [queries],
  )
  return { words, update, state }
}
