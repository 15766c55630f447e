import type { PdfOptions } from '#documents/pdf-options.ts'

/** A paper ready for Chromium: its HTML and how each page is framed. */
export type PrintablePage = { html: string; options: PdfOptions; title: string }

export type PrintOutcome =
  | { printed: true }
  | { printed: false; why: 'cancelled' | 'noPrinter' | 'failed'; detail?: string }

/** What the building does for the core: windows, printer, dialogs. Faked in tests, mostly absent on the command line. */
export type Host = {
  renderPdf(page: PrintablePage): Promise<Uint8Array>
  print(pdf: Uint8Array, title: string, copies: number): Promise<PrintOutcome>
  /** The chosen path, undefined when cancelled. */
  chooseSaveFile(options: {
    title: string
    defaultName: string
    extension: string
  }): Promise<string | undefined>
  chooseOpenFiles(options: {
    title: string
    extensions: string[]
    many: boolean
  }): Promise<string[]>
  /** Families that papers may name, from the machine's font list. */
  installedFonts(): Promise<string[]>
  /** Ends this core after the answer went out; the page is told and a fresh one starts. */
  endCore(): void
}
