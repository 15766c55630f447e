import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type WebContents } from 'electron'
import type { PrintOutcome } from '#ipc/host.ts'
import { chromiumPrinting, printPdf } from './chromium-printing.ts'
import { cupsPrinting } from './cups.ts'
import type { Printing } from './printing.ts'

/** Beside the profile and not in the shared temporary folder: one app runs here, so a leftover is its own. */
export const printFolder = () => join(app.getPath('userData'), 'printing')

/** At start: a crash while printing leaves a plain PDF behind. */
export const wipePrinted = () => rm(printFolder(), { recursive: true, force: true })

/** Printing as it was chosen in the app, without the system's dialog; CUPS says more of its jobs than Chromium. */
export const silentPrinting = (
  asking: () => WebContents,
  way: 'cups' | 'chromium' = process.platform === 'linux' ? 'cups' : 'chromium',
): Printing => (way === 'cups' ? cupsPrinting(printFolder()) : chromiumPrinting(asking))

/** Opens the system's print dialog: before anybody signed in there is no queue to print from. */
export async function print(
  asking: WebContents,
  pdf: Uint8Array,
  title: string,
  copies: number,
): Promise<PrintOutcome> {
  const printers = await asking.getPrintersAsync()
  if (printers.length === 0) return { printed: false, why: 'noPrinter' }
  const outcome = await printPdf(pdf, title, { silent: false, copies })
  if (outcome === 'unanswered') return { printed: false, why: 'failed' }
  if (outcome.printed) return { printed: true }
  return /cancel/i.test(outcome.failure)
    ? { printed: false, why: 'cancelled' }
    : { printed: false, why: 'failed', detail: outcome.failure }
}
