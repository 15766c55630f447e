import type { Claimant } from '../../labour/kept-calculation.ts'
import type { LocalDate } from '../../local-date.ts'
import type { Fen } from '../../money.ts'

/** The one-year loan prime rate of a stretch of days, both ends included; `percent` is text: no digit is lost. */
export type LprRow = { from: LocalDate; to: LocalDate; percent: string }

/** What the law would give the side that claims, as it was reckoned, and the line below which the centre warns. */
export type StatutorySum = {
  amountFen: Fen
  title: string
  claimant: Claimant
  /** Policy of the centre, no law. */
  warnBelowPercent: number
}

/** What of the case the rules look at. Without an optional field its rule tells that it could not look. */
export type AgreementFacts = {
  typeCode: string
  /** The day the text is judged on: what lies after it is future. */
  today: LocalDate
  /** When the loan or contract in dispute was made; else it is read from the words around the loan. */
  contractOn?: LocalDate | undefined
  /** Dated table of resources/law/lpr.json (I10). */
  lprTables?: readonly LprRow[] | undefined
  /** The kept reckoning that is marked as statutory (D11). */
  statutory?: StatutorySum | undefined
}
