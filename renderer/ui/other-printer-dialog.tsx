import { useState } from 'react'
import type { PrintJob } from '#contract/printing.ts'
import type { Failure } from '../lib/failure.ts'
import { printerLook } from '../lib/labels/printing.ts'
import { usePrinters } from '../lib/print-desk.ts'
import { ChoiceField } from './choice-field.tsx'
import { Dialog } from './dialog.tsx'
import { Tag } from './status-tag.tsx'

type Props = {
  job: PrintJob
  open: boolean
  busy: boolean
  failure?: Failure
  onClose: () => void
  onChoose: (printer: string) => void
}

/** Every printer but the one that failed. */
export const OtherPrinterDialog = ({ job, open, busy, failure, onClose, onChoose }: Props) => {
  const printers = usePrinters()
  const others = (printers.data ?? []).filter(({ name }) => name !== job.printer)
  const [picked, setPicked] = useState<string>()
  const chosen = picked ?? others[0]?.name
  return (
    <Dialog
      title={`换一台打印机：${job.title}`}
      open={open}
      busy={busy}
      failure={failure}
      onClose={onClose}
      {...(others.length > 0 && {
        confirmText: '用这台打印',
        onConfirm: () => chosen !== undefined && onChoose(chosen),
      })}
    >
      {others.length === 0 ? (
        <p>这台电脑上没有找到别的打印机。接好以后再来这里，或者先存成 PDF，拷到别的电脑上打。</p>
      ) : (
        <ChoiceField
          label="打印机"
          vertical
          autoFocus
          options={others.map((printer) => ({
            value: printer.name,
            label: printer.label,
            hint: <Tag {...printerLook(printer)} />,
          }))}
          value={chosen}
          onChange={setPicked}
        />
      )}
    </Dialog>
  )
}
