import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { askAgain, call } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { createSaveQueue, type SaveState } from '../../lib/save-queue.ts'
import { formOf, type ConsultationDraft } from './consultation-draft.ts'

export type ConsultationSource = {
  id: string
  /** 0: not in the store yet. */
  revision: number
  number: string | undefined
  /** The time that stands until a right one is typed. */
  at: string
  draft: ConsultationDraft
}

export type KeptConsultation = {
  draft: ConsultationDraft
  update: (part: Partial<ConsultationDraft>) => void
  state: SaveState<Failure>
  /** Given by the store with the first save. */
  number: string | undefined
  /** @returns whether everything is in the store. */
  flush: () => Promise<boolean>
  revision: () => number
}

/** A register page that is in the store 200 ms after each change; untouched it is not there at all. */
export const useConsultationDraft = (source: ConsultationSource): KeptConsultation => {
  const queries = useQueryClient()
  const { id } = source
  const [draft, setDraft] = useState(source.draft)
  const [number, setNumber] = useState(source.number)
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const at = useRef(source.at)
  const [queue] = useState(() =>
    createSaveQueue<ConsultationDraft, Failure>({
      revision: source.revision,
      onState: setState,
      send: async (content, revision) => {
        try {
          const form = formOf(content, at.current, now())
          const saved = await call('consultations.save', { id, revision, form })
          at.current = form.at
          setNumber(saved.number)
          return { ok: true, revision: saved.revision, savedAt: now() }
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
    (part: Partial<ConsultationDraft>) => {
      latest.current = { ...latest.current, ...part }
      setDraft(latest.current)
      queue.put(latest.current)
    },
    [queue],
  )
  usePendingSave(async () => {
    if (!(await queue.flush())) throw new Error('the consultation is not stored')
  })
  useEffect(
    () => () => {
      void queue.flush().then(() => askAgain(queries, ['consultations', 'duties']))
    },
    [queue, queries],
  )
  return { draft, update, state, number, flush: queue.flush, revision: queue.revision }
}
