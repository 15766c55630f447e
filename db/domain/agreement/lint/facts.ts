import type { LocalDate } from '../../local-date.ts'

/** The one-year loan prime rate of a stretch of days, both ends included; `percent` is text: no digit is lost. */
export type LprRow = { from: LocalDate; to: LocalDate; percent: string }

/** What of the case the rules look at. Without an optional field its rule tells that it could not look. */
export type AgreementFacts = {
  typeCode: string
  /** The day the text is judged on: what lies after it is future. */
  today: LocalDate
  /** When the loan or contract in dispute was made; else it is read from the words around the loan. */
  contractOn?: LocalDate | undefined
  /** Dated table of resources/law/lpr.json (I10). */
  lprTables?: readonly LprRow[] | undefined
}
