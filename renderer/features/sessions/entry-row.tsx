import { memo, useCallback, useState } from 'react'
import { formatClock } from '../../lib/format/date.ts'
import { fitHeight } from './fit-height.ts'
import { LineChips } from './mark-looks.tsx'
import type { Row } from './notebook-line.ts'
import type { Notebook } from './notebook.ts'

/** The longest text of one line that the record takes. */
const longestLine = 20_000

type Props = {
  row: Row
  name: string
  tag: string
  /** Even and odd speakers look different, besides their names. */
  isMediator: boolean
  isCurrent: boolean
  /** With whom alone it is said; undefined when both sides hear it. */
  aloneWith: string | undefined
  /** The keys of the others, shown while the line has no words; undefined when two only alternate. */
  others: string | undefined
  textOf: Notebook['textOf']
}

/** Time, speaker and a native text box; nothing here renders again while its words are typed. */
export const EntryRow = memo(function EntryRow(props: Props) {
  const { row, name, tag, isMediator, isCurrent, aloneWith, others, textOf } = props
  const [atFirst] = useState(() => textOf(row.id))
  const fit = useCallback((box: HTMLTextAreaElement | null) => {
    if (box) fitHeight(box)
  }, [])
  const isSealed = aloneWith !== undefined
  return (
    <li
      className="session-row"
      data-current={isCurrent || undefined}
      data-mediator={isMediator || undefined}
      data-key-point={row.isKeyPoint || undefined}
      data-sealed={isSealed || undefined}
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
          placeholder={`${name}说……`}
          aria-label={`${isSealed ? '单独谈话 ' : ''}${tag} ${name} ${formatClock(row.createdAt)}`}
          rows={1}
          maxLength={longestLine}
          autoComplete="off"
          spellCheck={false}
        />
        <LineChips isKeyPoint={row.isKeyPoint} mark={row.mark} aloneWith={aloneWith} />
      </div>
      {isCurrent && others !== undefined ? (
        <p className="session-others">
          <b>换人</b>
          {others}
        </p>
      ) : null}
    </li>
  )
})
