import { DomainError } from '#db/domain/errors.ts'
import { installedFonts } from '#documents/installed-fonts.ts'
import type { Host } from '#ipc/host.ts'

/** The paths that the arguments name, given where a window would ask. */
export type ChosenFiles = { save?: string; open?: string }

/** A building without windows: no Chromium for a PDF, no printer, no dialogs. */
export const consoleHost = ({ save, open }: ChosenFiles = {}): Host => ({
  renderPdf: () => Promise.reject(new DomainError('papers.printFailed', { reason: 'noWindow' })),
  print: () => Promise.resolve({ printed: false, why: 'noPrinter' }),
  chooseSaveFile: () => Promise.resolve(save),
  chooseOpenFiles: () => Promise.resolve(open === undefined ? [] : [open]),
  installedFonts: () => installedFonts(),
  endCore: () => undefined,
})
