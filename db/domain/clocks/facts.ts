import type { CaseStatus } from '../case/status.ts'
import type { Consent, PauseReason } from '../deadline/rule.ts'
import type { LocalDate } from '../local-date.ts'

/** What moved a clock of a case and was not taken back. */
export type ClockChangeFact = {
  id: string
  rule: string
  kind: 'pause' | 'extension' | 'override' | 'interruption'
  onDay: LocalDate
  untilDay?: LocalDate | undefined
  pauseReason?: PauseReason | undefined
  consents: readonly Consent[]
  words: string
}

export type ApplicationFact = {
  id: string
  route: string
  officeName: string
  appliedOn: LocalDate
  acceptedOn?: LocalDate | undefined
  servedOn?: LocalDate | undefined
  decidedOn?: LocalDate | undefined
  state: 'applied' | 'accepted' | 'granted' | 'refused' | 'ended' | 'withdrawn'
}

/** All of a case that its clocks rest on. */
export type ClockFacts = {
  caseId: string
  status: CaseStatus
  sourceCode: string
  typeCode: string
  appliedOn: LocalDate
  acceptedOn?: LocalDate | undefined
  hasMediator: boolean
  otherSideAsked: boolean
  /** Of the agreement in force. */
  effectiveOn?: LocalDate | undefined
  /** The last day on which anything of it falls due. */
  lastPerformanceDay?: LocalDate | undefined
  /** The day on which mediation ended without an agreement. */
  endedOn?: LocalDate | undefined
  performedOn?: LocalDate | undefined
  /** Extended by a move of an earlier version, which left no change of the clock. */
  movedUntil?: LocalDate | undefined
  dates: readonly { event: string; onDay: LocalDate }[]
  changes: readonly ClockChangeFact[]
  applications: readonly ApplicationFact[]
}

/** @policy The newest application of a route counts; one that was withdrawn is none. */
export const applicationOf = (facts: ClockFacts, route: string): ApplicationFact | undefined =>
  facts.applications.findLast((one) => one.route === route && one.state !== 'withdrawn')
