import { DomainError } from '#db/domain/errors.ts'
import { installedFonts } from '#documents/installed-fonts.ts'
import type { Host } from '#ipc/host.ts'
import type { Press } from './press.ts'

/** The paths that the arguments name, given where a window would ask. */
export type ChosenFiles = { save?: string; open?: string }

/** A building without windows: no printer, no dialogs, and no Chromium for a PDF unless it brings a press. */
export const consoleHost = ({ save, open }: ChosenFiles = {}, press?: Press): Host => ({
  renderPdf: (page) =>
    press
      ? press.renderPdf(page)
      : Promise.reject(new DomainError('papers.printFailed', { reason: 'noWindow' })),
  print: () => Promise.resolve({ printed: false, why: 'noPrinter' }),
  printers: () => Promise.resolve([]),
  handOut: () => Promise.resolve({ taken: false, trouble: 'noPrinter' }),
  systemJob: () => Promise.resolve({ state: 'unknown' }),
  cancelSystemJob: () => Promise.resolve(),
  missingGlyphs: () => Promise.resolve([]),
  officePdf: () => Promise.resolve(undefined),
  chooseFolder: () => Promise.resolve(undefined),
  chooseSaveFile: () => Promise.resolve(save),
  chooseOpenFiles: () => Promise.resolve(open === undefined ? [] : [open]),
  installedFonts: () => installedFonts(),
  endCore: () => undefined,
})
