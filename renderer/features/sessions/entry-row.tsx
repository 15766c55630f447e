import { Star } from 'lucide-react'
import { memo, useCallback, useState } from 'react'
import { formatClock } from '../../lib/format/date.ts'
import { fitHeight } from './fit-height.ts'
import type { Notebook, Row } from './notebook.ts'

/** The longest text of one line that the record takes. */
const longestLine = 20_000

type Props = {
  row: Row
  name: string
  tag: string
  /** Even and odd speakers look different, besides their names. */
  isMediator: boolean
  isCurrent: boolean
  textOf: Notebook['textOf']
}

/** Time, speaker and a native text box; nothing here renders again while its words are typed. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { row, name, tag, isMediator, isCurrent, textOf } = props
  const [atFirst] = useState(() => textOf(row.id))
  const fit = useCallback((box: HTMLTextAreaElement | null) => {
    if (box) fitHeight(box)
  }, [])
  return (
    <li
      className="session-row"
      data-current={isCurrent || undefined}
      data-mediator={isMediator || undefined}
      data-key-point={row.isKeyPoint || undefined}
    >
      <time className="session-time" dateTime={row.createdAt}>
        {formatClock(row.createdAt)}
      </time>
      <div className="session-speaker">
        <b>{name}</b>
        <span className="session-tag">{tag}</span>
      </div>
      <div className="session-words">
        <textarea
          ref={fit}
          className="session-box"
          data-row-id={row.id}
          defaultValue={atFirst}
          aria-label={`${tag} ${name} ${formatClock(row.createdAt)}`}
          rows={1}
          maxLength={longestLine}
          autoComplete="off"
          spellCheck={false}
        />
        {row.isKeyPoint ? (
          <span className="session-key-point">
            <Star aria-hidden="true" />
            要点
          </span>
        ) : null}
      </div>
    </li>
  )
})
