import type { PdfOptions } from '#documents/pdf-options.ts'

/** A paper ready for Chromium: its HTML and how each page is framed. */
export type PrintablePage = { html: string; options: PdfOptions; title: string }

export type PrintOutcome =
  | { printed: true }
  | { printed: false; why: 'cancelled' | 'noPrinter' | 'failed'; detail?: string }

/** @policy The words of CUPS and of Windows spoolers, brought together; each has its words on the screen. */
export const printTroubles = [
  'noPrinter',
  'offline',
  'paperOut',
  'jam',
  'coverOpen',
  'tonerOut',
  'stopped',
  'refused',
  'failed',
  // The power went, or the system forgot the job: whether it was printed only the tray can tell.
  'unsure',
  // It lay in the queue while the app was closed, and was not handed to the printer by itself.
  'waitedLong',
] as const
export type PrintTrouble = (typeof printTroubles)[number]
export type Sides = 'one' | 'long' | 'short'

export type SystemPrinter = {
  name: string
  label: string
  isDefault: boolean
  state: 'ready' | 'printing' | 'stopped' | 'unknown'
  trouble?: PrintTrouble | undefined
  /** Undefined when the system does not say. */
  duplex?: boolean | undefined
}

export type PrintRequest = {
  pdf: Uint8Array
  title: string
  printer: string
  copies: number
  sides: Sides
}

/** `systemJob`: the number in the system's own queue, where it gives one; without it taken is printed. */
export type HandOut =
  | { taken: true; systemJob?: string }
  | { taken: false; trouble: PrintTrouble; detail?: string }

/** `unknown`: the system has forgotten the job, or never had it. */
export type SystemJob = {
  state: 'waiting' | 'printed' | 'cancelled' | 'failed' | 'unknown'
  trouble?: PrintTrouble | undefined
}

/** What the building does for the core: windows, printer, dialogs. Faked in tests, mostly absent on the command line. */
export type Host = {
  renderPdf(page: PrintablePage): Promise<Uint8Array>
  print(pdf: Uint8Array, title: string, copies: number): Promise<PrintOutcome>
  /** Printers of this machine as they are now. */
  printers(): Promise<SystemPrinter[]>
  /** Without any dialog: what was chosen was chosen in the app. */
  handOut(request: PrintRequest): Promise<HandOut>
  systemJob(printer: string, job: string): Promise<SystemJob>
  cancelSystemJob(printer: string, job: string): Promise<void>
  /** Those of the characters that no installed font holds. */
  missingGlyphs(characters: string): Promise<string[]>
  /** A Word file as an office program of this machine prints it; undefined when there is none. */
  officePdf(docx: Uint8Array): Promise<Uint8Array | undefined>
  chooseFolder(options: { title: string }): Promise<string | undefined>
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
