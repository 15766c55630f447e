import type { Attendee } from '#contract/sessions.ts'
import type { NotebookView } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'

type Props = { notebook: Notebook; view: NotebookView; attendees: readonly Attendee[] }

/** What matters, to go back to. */
export function KeyPoints({ notebook, view, attendees }: Props) {
  const { keyPoints } = view
  const nameOf = (id: string) => attendees.find((attendee) => attendee.id === id)?.name ?? ''
  if (keyPoints.length === 0)
    return <p className="session-hint">要紧的话按 Ctrl+M 标为要点，写协议时会列出来。</p>
  return (
    <ul className="session-key-points">
      {keyPoints.map((point) => (
        <li key={point.rowId}>
          <button type="button" onClick={() => notebook.goTo(point.rowId)}>
            <b>{nameOf(point.attendeeId)}</b>：{point.text || '（还没有写字）'}
          </button>
        </li>
      ))}
    </ul>
  )
}
