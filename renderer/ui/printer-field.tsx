import type { Printer } from '#contract/printing.ts'
import { printerLook, printerMend, printerOption } from '../lib/labels/printing.ts'
import { SelectField } from './select-field.tsx'
import { Tag } from './status-tag.tsx'

type Props = {
  printers: readonly Printer[]
  /** A printer's name. */
  value: string | undefined
  onChange: (name: string | undefined) => void
  label?: string
  /** Set for this paper, but not there now. */
  absent?: string
  disabled?: boolean
}

/** Printers with their state in words; below it what keeps the chosen one. */
export const PrinterField = ({ printers, value, onChange, absent, ...rest }: Props) => {
  const chosen = printers.find(({ name }) => name === value)
  const mend = chosen && printerMend(chosen)
  return (
    <SelectField
      label={rest.label ?? '打印机'}
      options={printers.map(printerOption)}
      value={value}
      disabled={rest.disabled}
      placeholder="请选打印机"
      hint={
        absent !== undefined ? (
          `平时用的「${absent}」现在没有接上，请选一台`
        ) : chosen && mend !== undefined ? (
          <>
            <Tag {...printerLook(chosen)} /> {mend}
          </>
        ) : undefined
      }
      onChange={onChange}
    />
  )
}
