import type { Printer } from '#contract/printing.ts'
import { printerOption } from '../../lib/labels/printing.ts'
import { SelectField } from '../../ui/select-field.tsx'

type Props = {
  label: string
  placeholder: string
  printers: readonly Printer[]
  value: string | undefined
  disabled: boolean
  onChange: (name: string | undefined) => void
}

/** A printer that is set but not there now stays in the list under its own name. */
export const PrinterSelect = ({ printers, value, ...rest }: Props) => {
  const known = printers.map(printerOption)
  const isThere = value === undefined || printers.some(({ name }) => name === value)
  return (
    <SelectField
      {...rest}
      clearable
      options={isThere ? known : [...known, { value, label: `${value}（现在没有接上）` }]}
      value={value}
    />
  )
}
