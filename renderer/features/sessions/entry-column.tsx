import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Attendee } from '#contract/sessions.ts'
import { speakerTag } from './attendee-names.ts'
import { EntryRow } from './entry-row.tsx'
import type { Notebook, NotebookView } from './notebook.ts'
import { useLineEvents } from './use-line-events.ts'

type Props = {
  notebook: Notebook
  view: NotebookView
  attendees: readonly Attendee[]
  flush: () => void
}

const putCursor = (column: HTMLElement, { rowId, at }: NotebookView['caret']): void => {
  const box = column.querySelector<HTMLTextAreaElement>(`textarea[data-row-id="${rowId}"]`)
  if (!box) return
  if (document.activeElement !== box) box.focus({ preventScroll: true })
  if (at !== 'same') {
    const place = at === 'end' ? box.value.length : 0
    box.setSelectionRange(place, place)
  }
  showLine(box)
  // Lines out of sight have guessed heights: once more when the true ones are known.
  requestAnimationFrame(() => showLine(box))
}

const showLine = (box: HTMLTextAreaElement): void => {
  box.closest('li')?.scrollIntoView({ block: 'nearest' })
}

/** The record as it is written, one line under the other. */
export function EntryColumn({ notebook, view, attendees, flush }: Props) {
  const column = useRef<HTMLOListElement>(null)
  useLineEvents(column, notebook, flush)
  const { caret } = view
  useLayoutEffect(() => {
    if (column.current) putCursor(column.current, caret)
  }, [caret])
  const people = useMemo(
    () => new Map(attendees.map((attendee) => [attendee.id, attendee])),
    [attendees],
  )
  return (
    <ol ref={column} className="session-column" aria-label="谈话记录">
      {view.rows.map((row) => {
        const speaker = people.get(row.attendeeId)
        return (
          <EntryRow
            key={row.id}
            row={row}
            name={speaker?.name ?? ''}
            tag={speaker ? speakerTag(speaker) : ''}
            isMediator={speaker?.capacity === 'mediator'}
            isCurrent={row.id === view.currentId}
            textOf={notebook.textOf}
          />
        )
      })}
    </ol>
  )
}
