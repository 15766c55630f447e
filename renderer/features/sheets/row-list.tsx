import { Plus, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../lib/new-id.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Section } from '../../ui/section.tsx'
import { QuestionField } from './question-field.tsx'
import { columnLabels } from './sheet-values.ts'
import { maxRows, type SheetList, type SheetRow } from './sheet-form.ts'

type Props = {
  list: SheetList
  rows: readonly SheetRow[]
  isOwn: boolean
  disabled: boolean
  onChange: (rows: SheetRow[]) => void
  onBlur: () => void
}

/** The rows of a table of the form. Enter goes to the next blank, and from the last one to a new row. */
export const RowList = ({ list, rows, isOwn, disabled, onChange, onBlur }: Props) => {
  const [turn, setTurn] = useState(0)
  const [wanted, setWanted] = useState<string>()
  const frame = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (wanted === undefined) return
    focusIn(frame.current, wanted)
    setWanted(undefined)
  }, [wanted])

  const add = (): void => {
    if (rows.length >= maxRows) return
    const row = { key: newId(), cells: {} }
    onChange([...rows, row])
    setWanted(row.key)
  }
  const remove = (key: string): void => {
    const place = rows.findIndex((row) => row.key === key)
    onChange(rows.filter((row) => row.key !== key))
    setWanted((rows[place + 1] ?? rows[place - 1])?.key)
  }
  const putBack = (): void => {
    onChange(list.rows.map((cells) => ({ key: newId(), cells: { ...cells } })))
    setTurn((count) => count + 1)
  }
  return (
    <Section
      title={list.label}
      extra={
        <>
          {isOwn ? (
            <span className="hint">
              {list.rows.length === 0
                ? '这里自己写的'
                : `这里自己写的；案件里有 ${list.rows.length} 行`}
            </span>
          ) : undefined}
          {isOwn && list.rows.length > 0 && !disabled ? (
            <Button aria-label={`${list.label}用案件里的`} onClick={putBack}>
              用案件里的
            </Button>
          ) : undefined}
        </>
      }
    >
      <ol key={turn} className="sheet-rows" ref={frame}>
        {rows.map((row, index) => (
          <Row
            key={row.key}
            list={list}
            row={row}
            number={index + 1}
            disabled={disabled}
            onCells={(cells) =>
              onChange(rows.map((each) => (each.key === row.key ? { ...each, cells } : each)))
            }
            onNext={() => {
              const next = rows[index + 1]
              if (next) setWanted(next.key)
              else add()
            }}
            onRemove={() => remove(row.key)}
            onBlur={onBlur}
          />
        ))}
      </ol>
      {rows.length === 0 ? <EmptyState text="还没有。不写的，纸上留空行手写。" /> : undefined}
      {disabled ? undefined : (
        <Button
          icon={<Plus aria-hidden="true" />}
          aria-label={`${list.label}加一行`}
          disabled={rows.length >= maxRows}
          onClick={add}
        >
          加一行
        </Button>
      )}
    </Section>
  )
}

const fields = 'input:not([disabled]), textarea:not([disabled])'

const focusIn = (frame: HTMLElement | null, key: string): void =>
  frame
    ?.querySelector<HTMLElement>(`[data-row="${key}"]`)
    ?.querySelector<HTMLElement>(fields)
    ?.focus()

/** To the next blank of the row; false at its end. */
const focusNext = (row: HTMLElement | null): boolean => {
  const all = [...(row?.querySelectorAll<HTMLElement>(fields) ?? [])]
  const next = all[all.findIndex((each) => each === document.activeElement) + 1]
  next?.focus()
  return next !== undefined
}

type RowProps = {
  list: SheetList
  row: SheetRow
  number: number
  disabled: boolean
  onCells: (cells: Record<string, string>) => void
  onNext: () => void
  onRemove: () => void
  onBlur: () => void
}

const Row = ({ list, row, number, disabled, onCells, onNext, onRemove, onBlur }: RowProps) => {
  const element = useRef<HTMLLIElement>(null)
  const labels = columnLabels(list.columns)
  return (
    <li ref={element} className="sheet-row" data-row={row.key}>
      <div className="sheet-row-head">
        <span className="muted">第 {number} 行</span>
        {disabled ? undefined : (
          <Button
            icon={<Trash2 aria-hidden="true" />}
            aria-label={`删去${list.label}第 ${number} 行`}
            onClick={onRemove}
          >
            删去
          </Button>
        )}
      </div>
      <div className="sheet-cells">
        {list.columns.map((column) => (
          <QuestionField
            key={column.name}
            question={column}
            label={labels.get(column.name) ?? column.label}
            value={row.cells[column.name] ?? ''}
            disabled={disabled}
            onChange={(text) => onCells({ ...row.cells, [column.name]: text })}
            onBlur={onBlur}
            onEnter={() => {
              if (!focusNext(element.current)) onNext()
            }}
          />
        ))}
      </div>
    </li>
  )
}
