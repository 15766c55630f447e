import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WebContents } from 'electron'
import type { PrintOutcome } from '#ipc/host.ts'
import { openPdf } from './paper-window.ts'

const settleMs = 800

/** Opens the system's print dialog on the very PDF; the file lies in a private folder and is wiped after. */
export async function print(
  asking: WebContents,
  pdf: Uint8Array,
  title: string,
  copies: number,
): Promise<PrintOutcome> {
  const printers = await asking.getPrintersAsync()
  if (printers.length === 0) return { printed: false, why: 'noPrinter' }
  const folder = await mkdtemp(join(tmpdir(), 'tanxin-print-'))
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
