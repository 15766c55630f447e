import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { app, type WebContents } from 'electron'
import type { PrintOutcome } from '#ipc/host.ts'
import { openPdf } from './paper-window.ts'

const settleMs = 800

/** Beside the profile and not in the shared temporary folder: one app runs here, so a leftover is its own. */
const printFolder = () => join(app.getPath('userData'), 'printing')

/** At start: a crash while printing leaves a plain PDF behind. */
export const wipePrinted = () => rm(printFolder(), { recursive: true, force: true })

/** Opens the system's print dialog on the very PDF; the file lies in a private folder and is wiped after. */
export async function print(
  asking: WebContents,
  pdf: Uint8Array,
  title: string,
  copies: number,
): Promise<PrintOutcome> {
  const printers = await asking.getPrintersAsync()
  if (printers.length === 0) return { printed: false, why: 'noPrinter' }
  await mkdir(printFolder(), { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(printFolder(), 'job-'))
  try {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, pdf, { mode: 0o600 })
    const window = await openPdf(file)
    // The viewer lays the pages out after the load event.
    await new Promise((resolve) => setTimeout(resolve, settleMs))
    try {
      return await new Promise<PrintOutcome>((resolve) => {
        window.webContents.print({ silent: false, copies, header: title }, (success, failure) => {
          if (success) resolve({ printed: true })
          else if (/cancel/i.test(failure)) resolve({ printed: false, why: 'cancelled' })
          else resolve({ printed: false, why: 'failed', detail: failure })
        })
      })
    } finally {
      window.destroy()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
