import { useEffect, useState, useSyncExternalStore } from 'react'
import { v7 as uuid } from 'uuid'
import type { Entry, SessionRecord } from '#contract/sessions.ts'
import { now } from '../../lib/clock.ts'
import type { EntryOutbox } from './entry-outbox.ts'
import { createNotebook, type Notebook, type NotebookView, type StoredEntry } from './notebook.ts'
import { enterOutbox, outboxOf } from './session-outbox.ts'

/** What the store has, with what it does not have yet laid over it. */
const withUnsaved = (entries: readonly Entry[], unsaved: readonly StoredEntry[]): Entry[] => {
  const at = now()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of unsaved)
    byId.set(entry.id, { createdAt: at, updatedAt: at, ...byId.get(entry.id), ...entry })
  return [...byId.values()]
}

type Opened = { notebook: Notebook; outbox: EntryOutbox<StoredEntry> }

/** One notebook for as long as the room is open; its lines go to the store by themselves. */
export const useNotebook = (record: SessionRecord): Opened => {
  const [opened] = useState((): Opened => {
    const outbox = outboxOf(record.id)
    const notebook = createNotebook({
      entries: withUnsaved(record.entries, outbox.unsaved()),
      speakers: record.attendees,
      save: outbox.put,
      newId: uuid,
      now,
    })
    return { notebook, outbox }
  })
  const { notebook, outbox } = opened
  useEffect(() => notebook.seat(record.attendees), [notebook, record.attendees])
  useEffect(() => {
    const leave = enterOutbox(record.id, outbox)
    const flush = () => outbox.flush()
    const occasions = ['blur', 'pagehide', 'beforeunload'] as const
    for (const occasion of occasions) window.addEventListener(occasion, flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      for (const occasion of occasions) window.removeEventListener(occasion, flush)
      document.removeEventListener('visibilitychange', flush)
      leave()
    }
  }, [outbox, record.id])
  return opened
}

export const useNotebookView = (notebook: Notebook): NotebookView =>
  useSyncExternalStore(notebook.subscribe, notebook.view)
