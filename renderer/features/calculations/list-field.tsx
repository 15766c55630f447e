import { Plus } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { FieldError } from '../../ui/field.tsx'
import { CalcField } from './calc-field.tsx'
import type { ErrorAt } from './calc-form-props.ts'
import type { Field, ListKind, Row, Value } from './fields/field.ts'
import { blankRow, isAsked, rowKey, rowsOf } from './form-values.ts'

type Props = {
  list: ListKind
  value: Value
  whole: Row
  path: string
  errorAt: ErrorAt
  onChange: (rows: readonly Row[]) => void
}

/** Rows of the same questions; Enter on 加一笔 goes on with the next one. */
export function ListField({ list, value, whole, path, errorAt, onChange }: Props) {
  const rows = rowsOf(value)
  const body = useRef<HTMLFieldSetElement>(null)
  const focusRow = (index: number) =>
    setTimeout(() => {
      const row = body.current?.querySelectorAll<HTMLElement>('.calc-row')[index]
      row?.querySelector<HTMLElement>('input')?.focus()
    }, 0)
  const add = () => {
    onChange([...rows, blankRow(list, rows.at(-1))])
    focusRow(rows.length)
  }
  const remove = (index: number) => {
    onChange(rows.filter((_row, at) => at !== index))
    focusRow(Math.max(0, index - 1))
  }
  const error = errorAt(path)
  return (
    <fieldset className={error ? 'calc-list tx-field-wrong' : 'calc-list'} ref={body}>
      <legend className="tx-label">
        {list.label}
        {list.hint ? <span className="hint"> {list.hint}</span> : null}
      </legend>
      {error ? <FieldError text={error} /> : null}
      <ol className={list.scalar ? 'calc-rows calc-rows-narrow' : 'calc-rows'}>
        {rows.map((row, index) => (
          <ListRow
            key={rowKey(row)}
            list={list}
            row={row}
            whole={whole}
            index={index}
            path={`${path}.${index}`}
            errorAt={errorAt}
            onChange={(next) => onChange(rows.map((old, at) => (at === index ? next : old)))}
            onRemove={
              rows.length === 1 && list.needed !== undefined ? undefined : () => remove(index)
            }
          />
        ))}
      </ol>
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} disabled={rows.length >= list.max} onClick={add}>
          加一{list.rowName}
        </Button>
        {rows.length > 5 ? <span className="hint">共 {rows.length} 行</span> : null}
      </div>
    </fieldset>
  )
}

const isShort = (field: Field): boolean =>
  field.kind === 'flag' ||
  (field.kind === 'choice' && field.options.every(({ label }) => label.length <= 3))

type RowProps = {
  list: ListKind
  row: Row
  whole: Row
  index: number
  path: string
  errorAt: ErrorAt
  onChange: (row: Row) => void
  onRemove: (() => void) | undefined
}

function ListRow({ list, row, whole, index, path, errorAt, onChange, onRemove }: RowProps) {
  const name = `第${index + 1}${list.rowName}`
  const error = errorAt(path)
  return (
    <li className="calc-row" data-path={path} aria-label={name}>
      <span className="calc-row-ordinal nums" aria-hidden="true">
        {index + 1}
      </span>
      <div className="calc-row-fields">
        {list.item
          .filter((field) => isAsked(field, row, whole))
          .map((field) =>
            field.kind === 'list' || field.kind === 'claims' ? null : (
              <div
                key={field.path}
                className={`calc-row-${isShort(field) ? 'short' : field.kind}`}
                data-path={list.scalar ? undefined : `${path}.${field.path}`}
              >
                <CalcField
                  field={field}
                  value={row[field.path]}
                  required={false}
                  error={list.scalar ? error : errorAt(`${path}.${field.path}`)}
                  compact
                  onChange={(value) => onChange({ ...row, [field.path]: value })}
                />
              </div>
            ),
          )}
        {error && !list.scalar ? <FieldError text={error} /> : null}
      </div>
      {onRemove ? (
        <Button kind="link" aria-label={`删去${name}`} onClick={onRemove}>
          删去
        </Button>
      ) : null}
    </li>
  )
}
