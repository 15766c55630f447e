import { useState } from 'react'
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx'

type Props = Omit<TextFieldProps, 'value' | 'onChange' | 'normalise' | 'error'> & {
  /** In the words that are kept. */
  value: string
  onChange: (value: string) => void
  /** The kept words for what was typed; undefined when it cannot be read. */
  read: (typed: string) => string | undefined
  unreadable: string
}

/** What cannot be read stays in the box as it was typed, and stands for a blank. */
export const ReadField = ({ value, onChange, read, unreadable, ...rest }: Props) => {
  const [text, setText] = useState(value)
  const typed = text.trim() === '' ? '' : read(text)
  const isWrong = typed === undefined && value === ''
  const shown = isWrong || typed === value ? text : value
  return (
    <TextField
      {...rest}
      value={shown}
      error={isWrong ? unreadable : undefined}
      onChange={(next) => {
        setText(next)
        onChange(next.trim() === '' ? '' : (read(next) ?? ''))
      }}
      normalise={(next) => (next === '' ? '' : (read(next) ?? next))}
    />
  )
}
