import type { CaseStatus } from '../case/status.ts'
import { localDateOf, type LocalDate } from '../local-date.ts'
import type { DossierCase, DossierOutcome } from './dossier.ts'

/** A line of the case's time line, oldest first; `at` an instant. */
export type CourseEvent = {
  kind: string
  at: string
  from?: CaseStatus | undefined
  to?: CaseStatus | undefined
  details: Readonly<Record<string, string | number | boolean>>
}

export type CaseCourse = {
  outcome: DossierOutcome | undefined
  /** The state in which the matter itself came to its end, before visit and archive. */
  endStatus: CaseStatus
  /** Of an end without agreement the day of that step. */
  endedOn: LocalDate | undefined
  performance: DossierCase['performance']
  followUpSkipped: string | undefined
  remediesTold: boolean
  extensions: DossierCase['extensions']
  pauses: DossierCase['pauses']
}

const afterwards: readonly CaseStatus[] = ['followUp', 'toArchive', 'archived']
const standing: readonly CaseStatus[] = [
  'effective',
  'overdue',
  'performed',
  'confirming',
  'confirmed',
]
const endings: Readonly<Partial<Record<CaseStatus, DossierOutcome>>> = {
  failed: 'failed',
  withdrawn: 'withdrawn',
  transferred: 'transferred',
  rejected: 'rejected',
}

const textOf = (event: CourseEvent | undefined, key: string): string | undefined => {
  const value = event?.details[key]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

const pausesOf = (events: readonly CourseEvent[]): { from: LocalDate; to: LocalDate }[] =>
  events.flatMap((event, index) => {
    if (event.kind !== 'suspend') return []
    const over = events.slice(index + 1).find(({ from }) => from === 'suspended')
    return over ? [{ from: localDateOf(event.at), to: localDateOf(over.at) }] : []
  })

const extensionsOf = (events: readonly CourseEvent[], partyIds: readonly string[]) =>
  events.flatMap((event) => {
    const until = event.kind === 'extend' ? textOf(event, 'until') : undefined
    return until === undefined ? [] : [{ until: until as LocalDate, consentedBy: [...partyIds] }]
  })

const performanceOf = (
  endStatus: CaseStatus,
  last: (kind: string) => CourseEvent | undefined,
): DossierCase['performance'] => {
  if (last('applyForEnforcement') && endStatus === 'transferred') return 'enforcement'
  if (endStatus === 'performed') return last('performAtOnce') ? 'atOnce' : 'performed'
  return standing.includes(endStatus) ? 'open' : undefined
}

/**
 * What became of a case, from its status and its time line.
 * @param isOral an oral agreement is on the register and no written one binds.
 * @policy taxonomy.md §3: D5–D19; a longer period is only written down when both sides agree to it (C2)
 */
export const courseOf = (
  status: CaseStatus,
  all: readonly CourseEvent[],
  about: { partyIds: readonly string[]; isOral: boolean },
): CaseCourse => {
  // What had ended before the case was opened again has not ended.
  const events = all.slice(all.findLastIndex(({ kind }) => kind === 'reopen') + 1)
  const last = (kind: string) => events.findLast((event) => event.kind === kind)
  const turn = events.findLast(
    ({ from, to }) =>
      to !== undefined &&
      afterwards.includes(to) &&
      from !== undefined &&
      !afterwards.includes(from),
  )
  const endStatus = afterwards.includes(status) ? (turn?.from ?? status) : status
  const performance = performanceOf(endStatus, last)
  const isAgreed = standing.includes(endStatus) || performance === 'enforcement'
  const ending = endings[endStatus]
  const written = isAgreed ? 'agreed' : ending
  const reached = events.findLast(({ to }) => to === endStatus)
  const outcome = about.isOral && written !== undefined ? 'oral' : written
  return {
    outcome,
    endStatus,
    endedOn: ending !== undefined && reached ? localDateOf(reached.at) : undefined,
    performance: outcome === 'oral' ? (performance ?? 'open') : performance,
    followUpSkipped: textOf(last('skipFollowUp'), 'reason'),
    remediesTold: last('terminate') !== undefined,
    extensions: extensionsOf(all, about.partyIds),
    pauses: pausesOf(all),
  }
}
