/* The pattern of a
   combobox with its options in sight; its keys are handled at the box, which points to the active option */
import { Input } from 'antd'
import { useId, useState } from 'react'
import './combo-picker.css'
import { Field, type FieldBase } from './field.tsx'
import { onKeys } from './keys.ts'

export type PickerOption = {
  value: string
  label: string
  /** Printed before the label; typing it finds the option. */
  key?: string
}
export type ComboPickerProps = FieldBase & {
  /** What is being typed to narrow the options down. */
  text: string
  onText: (text: string) => void
  options: readonly PickerOption[]
  /** The option that counts now. */
  chosen: string | undefined
  onPick: (value: string) => void
  /** Backspace in the empty box: one level up. */
  onBack?: () => void
  placeholder?: string
  empty?: string
}

/**
 * A box to type in over options that are all in sight: keys, characters or arrow keys narrow and move,
 * Enter takes the marked one (the first while something is typed). One stop for Tab.
 */
export function ComboPicker(props: ComboPickerProps) {
  const { text, onText, options, chosen, onPick, onBack } = props
  const listId = useId()
  const [moved, setMoved] = useState<{ in: readonly PickerOption[]; to: number }>()
  const [focused, setFocused] = useState(false)
  // A mark belongs to the options it was set among; other options begin anew.
  const active = moved?.in === options ? moved.to : text.trim() === '' ? -1 : 0
  const optionId = (index: number): string => `${listId}-${index}`
  const move = (step: number) => {
    if (options.length > 0)
      setMoved({ in: options, to: (active + step + options.length) % options.length })
  }
  const take = (index: number) => {
    const option = options[index]
    if (option) onPick(option.value)
  }
  return (
    <div className="combo-picker">
      <Field {...props}>
        {(ids) => (
          <Input
            {...ids}
            role="combobox"
            aria-expanded="true"
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={options[active] ? optionId(active) : undefined}
            value={text}
            onChange={(event) => onText(event.target.value)}
            onFocus={() => setFocused(true)}
            onBlur={() => setFocused(false)}
            onKeyDown={onKeys({
              Enter: () => take(active),
              ArrowDown: () => move(1),
              ArrowUp: () => move(active < 0 ? 0 : -1),
              Backspace: text === '' ? onBack : undefined,
            })}
            placeholder={props.placeholder}
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      <div id={listId} role="listbox" aria-label="可以选的" className="combo-options">
        {options.map((option, index) => (
          <div
            key={option.value}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === chosen}
            className={
              focused && index === active ? 'combo-option combo-option-at' : 'combo-option'
            }
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(index)}
          >
            {option.key ? (
              <kbd className="tx-key" aria-hidden="true">
                {option.key}
              </kbd>
            ) : null}
            {option.label}
          </div>
        ))}
      </div>
      {options.length === 0 ? (
        <p className="hint">{props.empty ?? '没有找到，请换几个字'}</p>
      ) : null}
    </div>
  )
}
