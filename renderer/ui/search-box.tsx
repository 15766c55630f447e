import { Input } from 'antd'
import { useRef, useState } from 'react'
import { Field, type FieldBase } from './field.tsx'
import { onKeys } from './keys.ts'

export type SearchBoxProps = FieldBase & {
  /** What stands in the box at first. */
  start?: string
  /** Told what to look for: never half-typed pinyin. */
  onSearch: (text: string) => void
  /** The list that it searches, its id and that of the marked option. */
  listId: string
  activeId: string | undefined
  /** Up and down through the list. */
  onMove: (by: -1 | 1) => void
}

/** The box over a listbox: typing narrows it down, arrows move its mark, Enter is the dialog's. */
export function SearchBox(props: SearchBoxProps) {
  const { start = '', onSearch, listId, activeId, onMove } = props
  const [text, setText] = useState(start)
  const composing = useRef(false)
  return (
    <Field {...props}>
      {(ids) => (
        <Input
          {...ids}
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          value={text}
          autoFocus={props.autoFocus}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          onChange={(event) => {
            setText(event.target.value)
            if (!composing.current) onSearch(event.target.value)
          }}
          onCompositionStart={() => (composing.current = true)}
          onCompositionEnd={(event) => {
            composing.current = false
            onSearch(event.currentTarget.value)
          }}
          onKeyDown={onKeys({ ArrowDown: () => onMove(1), ArrowUp: () => onMove(-1) })}
        />
      )}
    </Field>
  )
}
