import { useEffect, useId, useRef } from 'react'
import { clauseKindLabels } from '../../lib/labels/agreements.ts'
import { SearchBox } from '../../ui/search-box.tsx'
import { groupLabel, type LibraryChoice, shelfLabels, shelfOf } from './clause-choices.ts'

type Props = {
  /** What the list was narrowed down by when it opened. */
  query: string
  onQuery: (query: string) => void
  found: readonly LibraryChoice[]
  chosen: LibraryChoice | undefined
  onChoose: (clause: LibraryChoice) => void
  onInsert: () => void
}

/** A box to type in over the clauses found; arrows choose, Enter (of the dialog) takes. One stop for Tab. */
export const ClausePicker = ({ query, onQuery, found, chosen, onChoose, onInsert }: Props) => {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const at = found.findIndex(({ id }) => id === chosen?.id)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const move = (by: number): void => {
    const next = found[Math.min(Math.max(at + by, 0), found.length - 1)]
    if (next) onChoose(next)
  }
  return (
    <div className="agreement-picker">
      <SearchBox
        label="找条款"
        autoFocus
        hint="写几个字或拼音首字母，几个词之间空一格；↑ ↓ 选，Enter 放进协议"
        start={query}
        onSearch={onQuery}
        listId={listId}
        activeId={chosen ? `${listId}-${chosen.id}` : undefined}
        onMove={move}
      />
      <div id={listId} ref={list} role="listbox" aria-label="条款" className="agreement-shelf">
        {found.map((clause, index) => {
          const shelf = shelfOf(clause)
          const before = found[index - 1]
          const begins = before === undefined || shelfOf(before) !== shelf
          return (
            <div key={clause.id} role="presentation">
              {begins ? (
                <div className="agreement-shelf-name">{shelfLabels[shelf]}</div>
              ) : undefined}
              <div
                id={`${listId}-${clause.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={clause.id === chosen?.id}
                className="agreement-choice"
                // The cursor stays in the box
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onChoose(clause)}
                onDoubleClick={onInsert}
              >
                <strong>{clause.title}</strong>
                <span>
                  {clauseKindLabels[clause.kind]} ·{' '}
                  {clause.isOwn ? '本中心' : groupLabel(clause.group)}
                </span>
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
