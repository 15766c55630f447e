import { useState } from 'react'
import { capitalAmount, formatYuan, parseYuan, type Fen } from '#db/domain/money.ts'
import type { FieldBase } from './field.tsx'
import { TextField } from './text-field.tsx'

export type MoneyFieldProps = FieldBase & {
  valueFen: Fen | undefined
  onChange: (fen: Fen | undefined) => void
  onBlur?: () => void
  /** No capitals below, for a column of many amounts. */
  figuresOnly?: boolean
}

const shown = (fen: Fen | undefined): string => (fen === undefined ? '' : formatYuan(fen))

/** Takes 1,234.5, １２３４．５, 1.2万; the capitals under the box follow while typing. */
export function MoneyField({ valueFen, onChange, figuresOnly, ...rest }: MoneyFieldProps) {
  const [text, setText] = useState(() => shown(valueFen))
  const typed = text.trim() === '' ? undefined : parseYuan(text)
  const current = typed === valueFen ? text : shown(valueFen)
  // Unreadable text stays in the box as it was typed, and stands for no amount.
  const unreadable = text.trim() !== '' && typed === undefined && valueFen === undefined
  const value = unreadable ? text : current
  const error = unreadable ? '看不懂这个金额。请只写数字，例如 12300 或 12300.50' : rest.error
  return (
    <TextField
      {...rest}
      error={error}
      value={value}
      inputMode="decimal"
      align="right"
      suffix="元"
      onChange={(next) => {
        setText(next)
        onChange(next.trim() === '' ? undefined : parseYuan(next))
      }}
      normalise={(next) => {
        const fen = parseYuan(next)
        return fen === undefined ? next : formatYuan(fen)
      }}
      below={
        figuresOnly || valueFen === undefined ? null : (
          <div className="tx-capitals">大写：{capitalAmount(valueFen)}</div>
        )
      }
    />
  )
}
