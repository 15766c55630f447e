import { useState } from 'react'
import { maxCopies, parseCopies } from '../../lib/parse-copies.ts'
import { TextField } from '../../ui/text-field.tsx'

type Props = {
  /** Undefined leaves the number that the paper itself wants. */
  value: number | undefined
  disabled: boolean
  onChange: (copies: number | undefined) => void
}

const shown = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** Empty is as the paper wants; what is no number of copies stays in the box and changes nothing. */
export const CopiesField = ({ value, disabled, onChange }: Props) => {
  const [text, setText] = useState(shown(value))
  const isEmpty = text.trim() === ''
  const copies = parseCopies(text)
  return (
    <TextField
      label="份数"
      value={text}
      inputMode="numeric"
      align="right"
      placeholder="照文书"
      disabled={disabled}
      error={isEmpty || copies !== undefined ? undefined : `请写 1 到 ${maxCopies}`}
      onChange={setText}
      onBlur={() => {
        if ((isEmpty || copies !== undefined) && copies !== value) onChange(copies)
      }}
    />
  )
}
