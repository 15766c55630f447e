import { Input } from 'antd'
import type { ReactNode } from 'react'
import { onKeys } from './keys.ts'
import { Field, type FieldBase } from './field.tsx'

export type TextFieldProps = FieldBase & {
  value: string
  onChange: (value: string) => void
  /** Applied when the field is left, after trimming; never while typing. */
  normalise?: (value: string) => string
  onBlur?: () => void
  /** The field is entered: by the keyboard or the mouse. */
  onFocus?: (input: HTMLInputElement) => void
  onEnter?: () => void
  maxLength?: number
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  align?: 'left' | 'right'
  below?: ReactNode
  suffix?: ReactNode
  /** Names offered by the browser for the same field. */
  suggestions?: readonly string[]
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, normalise, onBlur, suggestions } = props
  const leave = () => {
    const trimmed = value.trim()
    const normal = normalise ? normalise(trimmed) : trimmed
    if (normal !== value) onChange(normal)
    onBlur?.()
  }
  return (
    <Field {...props}>
      {(ids) => (
        <>
          <Input
            {...ids}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={leave}
            onFocus={(event) => props.onFocus?.(event.target)}
            onKeyDown={props.onEnter ? onKeys({ Enter: props.onEnter }) : undefined}
            maxLength={props.maxLength}
            placeholder={props.placeholder}
            inputMode={props.inputMode}
            disabled={props.disabled}
            autoFocus={props.autoFocus}
            suffix={props.suffix}
            autoComplete="off"
            spellCheck={false}
            list={suggestions ? `${ids.id}-list` : undefined}
            className={props.align === 'right' ? 'tx-right' : undefined}
          />
          {suggestions ? (
            <datalist id={`${ids.id}-list`}>
              {suggestions.map((text) => (
                <option key={text} value={text} />
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </Field>
  )
}
