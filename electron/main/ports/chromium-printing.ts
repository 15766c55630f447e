import type { WebContents, WebContentsPrintOptions } from 'electron'
import type { HandOut, PrintRequest, SystemPrinter } from '#ipc/host.ts'
import { withPdfWindow } from './paper-window.ts'
import { systemTitle, type Printing } from './printing.ts'
import { windowsPrinters } from './windows-printers.ts'

const duplexModes = {
  one: 'simplex',
  long: 'longEdge',
  short: 'shortEdge',
} as const satisfies Record<string, WebContentsPrintOptions['duplexMode']>

/** Electron before 36 tells the usual printer itself. */
type Known = { name: string; displayName: string; isDefault?: boolean }

async function printersOf(asking: WebContents): Promise<SystemPrinter[]> {
  const known: Known[] = await asking.getPrintersAsync()
  const states = process.platform === 'win32' ? await windowsPrinters() : []
  return known.map(({ name, displayName, isDefault }) => ({
    name,
    label: displayName || name,
    isDefault: isDefault ?? false,
    state: 'unknown',
    ...states.find((state) => state.name === name),
  }))
}

type Outcome = { printed: true } | { printed: false; failure: string }

/** Chromium has been seen never to answer: what became of such a print only the tray can tell. */
const longestMs = 120_000

/** Shows the system's print dialog, or prints straight away when `silent`. */
export const printPdf = (
  pdf: Uint8Array,
  title: string,
  options: WebContentsPrintOptions,
): Promise<Outcome | 'unanswered'> =>
  withPdfWindow(pdf, systemTitle(title), async (window) => {
    let timer: NodeJS.Timeout | undefined
    const unanswered = new Promise<'unanswered'>((resolve) => {
      // A dialog waits for a person.
      if (options.silent)
        timer = setTimeout(() => {
          resolve('unanswered')
        }, longestMs)
    })
    const printing = new Promise<Outcome>((resolve) => {
      window.webContents.print(
        { ...options, pageSize: 'A4', margins: { marginType: 'none' }, printBackground: true },
        (success, failure) => {
          resolve(success ? { printed: true } : { printed: false, failure })
        },
      )
    })
    try {
      return await Promise.race([printing, unanswered])
    } finally {
      clearTimeout(timer)
    }
  })

async function handOut(request: PrintRequest): Promise<HandOut> {
  const outcome = await printPdf(request.pdf, request.title, {
    silent: true,
    deviceName: request.printer,
    copies: request.copies,
    collate: true,
    duplexMode: duplexModes[request.sides],
  })
  if (outcome === 'unanswered') return { taken: false, trouble: 'unsure' }
  return outcome.printed
    ? { taken: true }
    : { taken: false, trouble: 'failed', detail: outcome.failure }
}

/** Chromium's own printing, on systems without CUPS: what it has taken, the system's spooler prints. */
export const chromiumPrinting = (asking: () => WebContents): Printing => ({
  printers: () => printersOf(asking()),
  async handOut(request) {
    const known: Known[] = await asking().getPrintersAsync()
    // Chromium would print on the usual printer instead, where somebody else may stand.
    if (!known.some(({ name }) => name === request.printer))
      return { taken: false, trouble: 'noPrinter' }
    return handOut(request)
  },
  systemJob: () => Promise.resolve({ state: 'unknown' }),
  cancelSystemJob: () => Promise.resolve(),
})
