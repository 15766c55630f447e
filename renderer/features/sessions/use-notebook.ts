import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { v7 as uuid } from 'uuid'
import type { Attendee, Entry, SessionRecord } from '#contract/sessions.ts'
import { call } from '../../lib/ask.ts'
import { now } from '../../lib/clock.ts'
import { hrefOf } from '../../lib/navigation.ts'
import { speakerTag } from './attendee-names.ts'
import type { Cursor, CursorKeeper } from './cursor-keeper.ts'
import type { EntryOutbox } from './entry-outbox.ts'
import type { Speaker } from './next-speaker.ts'
import type { NotebookView, StoredEntry } from './notebook-line.ts'
import { createNotebook, type Notebook } from './notebook.ts'
import { notebookPart, openPartOf } from './open-part.ts'
import { enterOutbox, outboxOf } from './session-outbox.ts'
import { silenceOf } from './speaking.ts'

/** What the store has, with what it does not have yet laid over it. */
const withUnsaved = (entries: readonly Entry[], unsaved: readonly StoredEntry[]): Entry[] => {
  const at = now()
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of unsaved)
    byId.set(entry.id, { createdAt: at, updatedAt: at, ...byId.get(entry.id), ...entry })
  return [...byId.values()]
}

/** Those who may speak now, as the notebook guesses among them; the first at the table if nobody may. */
const speakersOf = (record: SessionRecord): readonly Speaker[] => {
  const part = openPartOf(record.parts)
  const may = record.attendees.filter((one) => silenceOf(one, record, part) === undefined)
  const seated = may.length > 0 ? may : record.attendees
  return seated.map((attendee: Attendee) => ({
    id: attendee.id,
    capacity: attendee.capacity,
    name: attendee.name,
    title: speakerTag(attendee),
  }))
}

type Opened = { notebook: Notebook; outbox: EntryOutbox<StoredEntry> }
export type OpenRoom = Opened & {
  /** The cursor moved; the store is told. */
  moved(rowId: string, caret: number): void
  /** Where the cursor stands now. */
  cursor(): Cursor | undefined
}

/** Whether the address still is this room's: the window was locked or closed, nobody walked out. */
export const isAddressHere = (sessionId: string): boolean =>
  window.location.hash.slice(1) === hrefOf({ to: 'session', sessionId })

const leaveOnPurpose = async (
  sessionId: string,
  outbox: EntryOutbox<StoredEntry>,
): Promise<void> => {
  // After the lines, since they carry the cursor along
  await outbox.drain()
  await call('sessions.leaveRoom', { sessionId }).catch(() => undefined)
}

/** One notebook for as long as the room is open; its lines go to the store by themselves. */
export const useNotebook = (record: SessionRecord): OpenRoom => {
  const part = notebookPart(openPartOf(record.parts), record.mayOpenWall)
  const [opened] = useState((): Opened => {
    const outbox = outboxOf(record.id)
    const notebook = createNotebook({
      entries: withUnsaved(record.entries, outbox.unsaved()),
      speakers: speakersOf(record),
      part,
      ...(record.cursor ? { cursor: record.cursor } : {}),
      save: outbox.put,
      newId: uuid,
      now,
    })
    return { notebook, outbox }
  })
  const { notebook, outbox } = opened
  const keeper = useRef<CursorKeeper>(undefined)
  const partKey = part.kind === 'separate' ? part.partId : part.kind
  // Before anything is drawn, so that no word lands in the talk before
  useLayoutEffect(() => {
    notebook.seat(speakersOf(record))
  }, [notebook, record])
  useLayoutEffect(() => {
    notebook.enter(part)
    // oxlint-disable-next-line react/exhaustive-deps -- the key says all of a part that counts here
  }, [notebook, partKey])
  useEffect(() => {
    const { cursor, leave } = enterOutbox(record.id, outbox, async (place) => {
      // A line that the store is now told of takes the cursor along
      if (notebook.anchor(place.entryId) || !notebook.isKept(place.entryId)) return
      await call('sessions.keepCursor', { sessionId: record.id, cursor: place })
    })
    keeper.current = cursor
    const { caret } = notebook.view()
    if (caret.rowId !== '')
      cursor.move({
        entryId: caret.rowId,
        caret: typeof caret.at === 'number' ? caret.at : notebook.textOf(caret.rowId).length,
      })
    const flush = () => outbox.flush()
    const occasions = ['blur', 'pagehide', 'beforeunload'] as const
    for (const occasion of occasions) window.addEventListener(occasion, flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      for (const occasion of occasions) window.removeEventListener(occasion, flush)
      document.removeEventListener('visibilitychange', flush)
      leave()
      if (!isAddressHere(record.id)) void leaveOnPurpose(record.id, outbox)
    }
  }, [notebook, outbox, record.id])
  return useMemo(
    () => ({
      notebook,
      outbox,
      moved: (rowId, caret) => keeper.current?.move({ entryId: rowId, caret }),
      cursor: () => keeper.current?.last(),
    }),
    [notebook, outbox],
  )
}

export const useNotebookView = (notebook: Notebook): NotebookView =>
  useSyncExternalStore(notebook.subscribe, notebook.view)
