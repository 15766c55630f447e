import { Printer, TriangleAlert } from 'lucide-react'
import { useAsk } from '../lib/ask.ts'
import { deskPrinterWords } from '../lib/labels/printing.ts'
import { hrefOf } from '../lib/navigation.ts'
import { usePrinters } from '../lib/print-desk.ts'
import { deskPrinter } from '../lib/print-choice.ts'

const everyMs = 20_000

/** The printer that is used most, and what did not come out of it; leads to the queue. */
export function PrinterState() {
  const printers = usePrinters('far')
  const settings = useAsk('printing.settings', {})
  const queue = useAsk('printing.queue', { openOnly: true }, { every: everyMs })
  if (!printers.data || !settings.data) return null
  const failed = (queue.data ?? []).filter(({ state }) => state === 'failed').length
  const { words, tone } = deskPrinterWords(deskPrinter(printers.data, settings.data), failed)
  const Icon = tone === 'late' ? TriangleAlert : Printer
  return (
    <a
      className={
        tone === 'late' ? 'status-item status-link status-item-late' : 'status-item status-link'
      }
      href={`#${hrefOf({ to: 'printQueue' })}`}
      title="看打印队列"
    >
      <Icon aria-hidden="true" />
      {words}
    </a>
  )
}
