import { useEffect, useRef, useState, type ReactNode } from 'react'
import { onKeys } from './keys.ts'

export type Column<R> = {
  key: string
  title: ReactNode
  render: (row: R) => ReactNode
  /** CSS width; columns without one share what is left. */
  width?: string
  align?: 'left' | 'right'
}
export type DataTableProps<R> = {
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  onOpen?: (row: R) => void
  empty?: ReactNode
  /** Read aloud before the table. */
  label?: string
  /** The end came into sight and there may be more. */
  onEnd?: () => void
}

const step = 50

/** A plain table that puts rows on the page as they come into sight; arrow keys move, Enter opens. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { columns, rows, rowKey, onOpen, empty, label } = props
  const [shown, setShown] = useState(step)
  const end = useRef<HTMLDivElement>(null)
  const more = shown < rows.length
  const { onEnd } = props
  useEffect(() => {
    const element = end.current
    if (!element) return undefined
    const watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        if (more) setShown((count) => count + step)
        else onEnd?.()
      },
      { rootMargin: '600px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [more, onEnd, rows.length])
  if (rows.length === 0) return <>{empty ?? null}</>
  return (
    <div className="tx-table-frame">
      <table className="tx-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                style={{ width: column.width, textAlign: column.align }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
      <div ref={end} className="tx-table-end" />
    </div>
  )
}

type TableRowProps<R> = Pick<DataTableProps<R>, 'columns' | 'onOpen'> & { row: R }

const focusBeside = (row: HTMLTableRowElement | null, direction: 'next' | 'previous'): void => {
  const other = direction === 'next' ? row?.nextElementSibling : row?.previousElementSibling
  if (other instanceof HTMLElement) other.focus()
}

function TableRow<R>({ row, columns, onOpen }: TableRowProps<R>) {
  const element = useRef<HTMLTableRowElement>(null)
  const open = onOpen ? () => onOpen(row) : undefined
  const keys = onKeys({
    ArrowDown: () => focusBeside(element.current, 'next'),
    ArrowUp: () => focusBeside(element.current, 'previous'),
  })
  const enter = onKeys({ Enter: open, Space: open })
  return (
    <tr
      ref={element}
      className={open ? 'tx-row-open' : undefined}
      tabIndex={open ? 0 : undefined}
      onClick={(event) => {
        if (!(event.target instanceof Element && event.target.closest('button, a, input, label')))
          open?.()
      }}
      onKeyDown={(event) => {
        if (!open) return
        keys(event)
        if (event.target === element.current) enter(event)
      }}
    >
      {columns.map((column) => (
        <td key={column.key} style={{ textAlign: column.align }}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  )
}
