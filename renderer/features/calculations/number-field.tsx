import { useState } from 'react'
import type { FieldBase } from '../../ui/field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { parseCount } from './parse-count.ts'

type Props = FieldBase & {
  value: number | undefined
  unit: string
  onChange: (value: number | undefined) => void
}

const shownIn = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** A count with its unit. Unreadable text stays in the box as it was typed, and stands for nothing. */
export function NumberField({ value, unit, onChange, ...rest }: Props) {
  const [text, setText] = useState(() => shownIn(value))
  const typed = parseCount(text, unit)
  const unreadable = text.trim() !== '' && typed === undefined && value === undefined
  return (
    <TextField
      {...rest}
      error={unreadable ? `看不懂，请只写数字，例如 12 或 1.5` : rest.error}
      value={unreadable || typed === value ? text : shownIn(value)}
      inputMode="decimal"
      align="right"
      suffix={unit}
      onChange={(next) => {
        setText(next)
        onChange(parseCount(next, unit))
      }}
      normalise={(next) => shownIn(parseCount(next, unit)) || next}
    />
  )
}
