import { DomainError } from '../errors.ts'
import type { PrintingSettings } from './settings.ts'

type KnownPrinter = { name: string; isDefault: boolean }
type Wanted = { settings: PrintingSettings; form: string; asked?: string | undefined }

/**
 * The printer that was asked for, else the one that is set for this kind of paper, else the usual one, else the
 * machine's own, else the only one.
 * @policy A case paper never comes out of a printer that nobody chose: a chosen one that is gone is refused.
 * @throws DomainError printing.noPrinter, printing.unknownPrinter
 */
export function pickPrinter<P extends KnownPrinter>(
  printers: readonly P[],
  { settings, form, asked }: Wanted,
): P {
  const chosen = asked ?? settings.forms[form]?.printer ?? settings.usual.printer
  if (chosen !== undefined) {
    const found = printers.find(({ name }) => name === chosen)
    if (!found) throw new DomainError('printing.unknownPrinter', { printer: chosen })
    return found
  }
  const found =
    printers.find(({ isDefault }) => isDefault) ?? (printers.length === 1 ? printers[0] : undefined)
  if (!found)
    throw new DomainError('printing.noPrinter', {
      why: printers.length === 0 ? 'none' : 'notChosen',
    })
  return found
}
