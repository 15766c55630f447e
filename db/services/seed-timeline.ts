import type { CaseStatus } from '../domain/case/status.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { EventDetails } from './case-events.ts'

export type SeedStatus = Exclude<CaseStatus, 'draft'>

/** Who did it; the ids come later. */
export type SeedActor = 'window' | 'mediator' | 'head'

export type SeedStep = {
  at: string
  by: SeedActor
  kind: string
  details: EventDetails
  from: CaseStatus | null
  to: CaseStatus | null
}

export type SeedSession = {
  ordinal: number
  place: string
  startedAt: string
  toldAt: string
  endedAt: string | undefined
  result: 'agreed' | 'notAgreed' | 'adjourned' | undefined
}

type Review = {
  at: string
  by: SeedActor
  decision: 'submitted' | 'approved' | 'returned'
  words: string
}

export type SeedVersion = {
  version: number
  status: 'draft' | 'submitted' | 'returned' | 'approved' | 'signed' | 'superseded' | 'void'
  draftedAt: string
  updatedAt: string
  reviews: Review[]
  approvedAt: string | undefined
  approvedOn: LocalDate | undefined
  printedAt: string | undefined
  /** All signed on this day, unless only the first party has. */
  signedOn: LocalDate | undefined
  signedAt: string | undefined
  isFullySigned: boolean
}

export type SeedTimeline = {
  status: SeedStatus
  appliedAt: string
  acceptedOn: LocalDate | undefined
  isAssigned: boolean
  steps: SeedStep[]
  sessions: SeedSession[]
  versions: SeedVersion[]
  dues: LocalDate[]
  lastDay: LocalDate
}

/** A name or number that is not known when the steps are drawn; it replaces this text in their details. */
export const nameMark = '#'
