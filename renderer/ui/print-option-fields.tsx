import { sidesOptions } from '../lib/labels/printing.ts'
import type { PrintOptions } from '../lib/print-options.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'
import { PrinterField } from './printer-field.tsx'
import { SelectField } from './select-field.tsx'

/** Which printer, and how many sides of the paper: what cannot be chosen is not asked. */
export const PrintOptionFields = ({ options }: { options: PrintOptions }) => {
  if (options.printers?.length === 0) {
    return (
      <Notice
        tone="warning"
        title="没有找到打印机"
        actions={<Button onClick={options.look}>再找一遍</Button>}
      >
        请看打印机有没有开、线有没有接好。也可以先存 PDF，拷到别的电脑上打。
      </Notice>
    )
  }
  return (
    <>
      <PrinterField
        printers={options.printers ?? []}
        value={options.printer?.name}
        absent={options.absent}
        onChange={options.setPrinter}
      />
      {options.maySides ? (
        <SelectField
          label="单面还是双面"
          options={sidesOptions}
          value={options.sides}
          onChange={options.setSides}
        />
      ) : undefined}
    </>
  )
}
