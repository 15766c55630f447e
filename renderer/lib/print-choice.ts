import type { Printer, PrintingSettings, PrintJob } from '#contract/printing.ts'
import { DomainError } from '#db/domain/errors.ts'
import { pickPrinter } from '#db/domain/printing/pick-printer.ts'
import { firstPrintingSettings, sidesFor, type Sides } from '#db/domain/printing/settings.ts'

export type { Sides }

export type PrinterPick = {
  /** Undefined when somebody has to choose. */
  printer?: Printer
  /** The one that is set for this paper is not there: its name. */
  absent?: string
}

/** The printer that the core would take, so that the screen shows it before. */
export const printerFor = (
  printers: readonly Printer[],
  settings: PrintingSettings | undefined,
  form: string,
): PrinterPick => {
  try {
    return { printer: pickPrinter(printers, { settings: settings ?? firstPrintingSettings, form }) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const absent = error.details?.['printer']
    return typeof absent === 'string' ? { absent } : {}
  }
}

/** The printer of this desk whatever is printed: for the state that everybody sees. */
export const deskPrinter = (
  printers: readonly Printer[],
  { usual }: PrintingSettings,
): Printer | undefined =>
  printers.find(({ name }) => name === usual.printer) ??
  printers.find(({ isDefault }) => isDefault) ??
  printers[0]

export const usualSides = (
  settings: PrintingSettings | undefined,
  form: string,
  printer: Printer | undefined,
  pages: number | undefined,
): Sides =>
  sidesFor(settings ?? firstPrintingSettings, { form, pages: pages ?? 1 }, mayTurn(printer, pages))

/** Whether one side or both can be chosen at all. */
export const mayTurn = (printer: Printer | undefined, pages: number | undefined): boolean =>
  printer?.duplex !== false && pages !== undefined && pages > 1

/** Sheets of paper that a copy takes. */
export const paperSheets = (pages: number, sides: Sides): number =>
  sides === 'one' ? pages : Math.ceil(pages / 2)

/** How many jobs of the same printer come before this one. */
export const jobsBefore = (jobs: readonly PrintJob[], job: PrintJob): number =>
  jobs.filter(
    ({ id, printer, state, askedAt }) =>
      id !== job.id &&
      printer === job.printer &&
      (state === 'waiting' || state === 'sent') &&
      askedAt < job.askedAt,
  ).length

export const hasEnded = ({ state }: PrintJob): boolean =>
  state === 'printed' || state === 'failed' || state === 'cancelled'

export type JobGroups = { failed: PrintJob[]; open: PrintJob[]; ended: PrintJob[] }

/** What needs somebody first, then what is under way in the order it will print, then what is over. */
export const groupJobs = (jobs: readonly PrintJob[]): JobGroups => ({
  failed: jobs.filter(({ state }) => state === 'failed'),
  open: jobs
    .filter(({ state }) => state === 'waiting' || state === 'sent')
    .toSorted((a, b) => (a.askedAt < b.askedAt ? -1 : 1)),
  ended: jobs.filter(({ state }) => state === 'printed' || state === 'cancelled'),
})
