import { Lock, Users } from 'lucide-react'
import { Fragment, useLayoutEffect, useMemo, useRef } from 'react'
import type { Attendee } from '#contract/sessions.ts'
import { speakerTag } from './attendee-names.ts'
import { EntryRow } from './entry-row.tsx'
import type { NotebookView } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'
import { useLineEvents, type LineDoings } from './use-line-events.ts'

type Props = {
  notebook: Notebook
  view: NotebookView
  attendees: readonly Attendee[]
  /** With whom the separate talk of that id is held. */
  nameOfPart: (partId: string) => string
  /** Keys of those who may speak, when more than two may. */
  others: string | undefined
  doings: LineDoings
}

const putCursor = (column: HTMLElement, { rowId, at }: NotebookView['caret']): void => {
  const box = column.querySelector<HTMLTextAreaElement>(`textarea[data-row-id="${rowId}"]`)
  if (!box) return
  if (document.activeElement !== box) box.focus({ preventScroll: true })
  if (at !== 'same') {
    const end = box.value.length
    const place = at === 'end' ? end : at === 'start' ? 0 : Math.min(at, end)
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
export function EntryColumn(props: Props) {
  const { notebook, view, attendees, nameOfPart, others, doings } = props
  const column = useRef<HTMLOListElement>(null)
  useLineEvents(column, notebook, doings)
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
      {view.rows.map((row, index) => {
        const speaker = people.get(row.attendeeId)
        const before = index === 0 ? undefined : view.rows[index - 1]?.partId
        return (
          <Fragment key={row.id}>
            {row.partId === before ? null : (
              <PartLine aloneWith={row.partId === undefined ? undefined : nameOfPart(row.partId)} />
            )}
            <EntryRow
              row={row}
              name={speaker?.name ?? ''}
              tag={speaker ? speakerTag(speaker) : ''}
              isMediator={speaker?.capacity === 'mediator'}
              isCurrent={row.id === view.currentId}
              aloneWith={row.partId === undefined ? undefined : nameOfPart(row.partId)}
              others={row.id === view.currentId ? others : undefined}
              textOf={notebook.textOf}
            />
          </Fragment>
        )
      })}
    </ol>
  )
}

/** Stands where one talk ends and another begins. */
export function PartLine({ aloneWith }: { aloneWith: string | undefined }) {
  return (
    <li className="session-part-line" data-sealed={aloneWith === undefined ? undefined : true}>
      {aloneWith === undefined ? (
        <>
          <Users aria-hidden="true" />
          双方谈话
        </>
      ) : (
        <>
          <Lock aria-hidden="true" />
          单独谈话 · {aloneWith}
          <small>对方看不到，不进笔录</small>
          <small className="session-veiled">已遮住，点到哪句看哪句</small>
        </>
      )}
    </li>
  )
}
