import { useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import type { Printer } from '#contract/printing.ts'
import { useAsk } from './ask.ts'
import { mayTurn, paperSheets, printerFor, usualSides, type Sides } from './print-choice.ts'
import { usePrinters } from './print-desk.ts'

export type PrintOptions = {
  /** Undefined until the machine was asked for its printers. */
  printers: readonly Printer[] | undefined
  printer: Printer | undefined
  absent: string | undefined
  sides: Sides
  /** The printer can turn paper, and there is more than a page. */
  maySides: boolean
  /** Sheets of paper that a copy takes. */
  sheets: number | undefined
  setPrinter: (name: string | undefined) => void
  setSides: (sides: Sides | undefined) => void
  /** Looks for printers again. */
  look: () => void
  /** For the print operation: what was not chosen here stays with the settings. */
  chosen: { printer?: string; sides?: Sides }
}

/** Printer and sides as set for this kind of paper, until somebody chooses otherwise. */
export const usePrintOptions = (form: PaperForm, pages: number | undefined): PrintOptions => {
  const asked = usePrinters()
  const settings = useAsk('printing.settings', {}).data
  const [name, setPrinter] = useState<string>()
  const [ownSides, setSides] = useState<Sides>()
  const printers = asked.data
  const { printer: usual, absent } = printerFor(printers ?? [], settings, form)
  const own = printers?.find((each) => each.name === name)
  const printer = own ?? usual
  const maySides = mayTurn(printer, pages)
  const set = usualSides(settings, form, printer, pages)
  const sides = maySides ? (ownSides ?? set) : set
  return {
    printers,
    printer,
    absent: own ? undefined : absent,
    sides,
    maySides,
    sheets: pages === undefined ? undefined : paperSheets(pages, sides),
    setPrinter,
    setSides,
    look: asked.reload,
    chosen: printer ? { printer: printer.name, sides } : {},
  }
}
