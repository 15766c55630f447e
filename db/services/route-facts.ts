import type { AgreementContent } from '../domain/agreement/content.ts'
import { findCaseSource, isLabourDispute } from '../domain/case/taxonomy.ts'
import type { CaseStatus } from '../domain/case/status.ts'
import type { CountedEnds } from '../domain/clocks/last-days.ts'
import type { HolidayYear } from '../domain/deadline/period.ts'
import type { DeadlineRule } from '../domain/deadline/rule.ts'
import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { ObligationState } from '../domain/performance/obligation.ts'
import { isPending } from '../domain/strengthening/application.ts'
import {
  arbitrationRoute,
  enforcementRoute,
  type AnyRouteCode,
  type EnforceableBy,
  type FurtherFacts,
  type FurtherView,
} from '../domain/strengthening/further-routes.ts'
import { knownDebtKinds, knownSubjects } from '../domain/strengthening/known-answers.ts'
import type { Competence, Side } from '../domain/strengthening/offices.ts'
import type { RouteAnswers } from '../domain/strengthening/route-answers.ts'
import { routesOf, type RouteReason } from '../domain/strengthening/routes.ts'
import type { findCaseRow } from '../queries/cases.ts'
import { findQuotableAgreement } from '../queries/form-facts.ts'
import { lastPerformanceDay, listObligations } from '../queries/obligations.ts'
import { listParties, type PartyRecord } from '../queries/parties.ts'
import { getSetting } from '../queries/settings.ts'
import { listSheets } from '../queries/sheets.ts'
import {
  findRouteAnswers,
  listApplications,
  type ApplicationRecord,
} from '../queries/strengthenings.ts'
import type { Reader } from '../schema.ts'
import type { FrozenAgreement } from './agreements.ts'

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCaseRow>>>

export type RouteLaw = { rules: readonly DeadlineRule[]; calendar: readonly HolidayYear[] }
/** With the last days by the clocks of the case. */
export type CountedLaw = RouteLaw & { ends: CountedEnds }

/** What of a case decides its routes, as it stands on a day. */
export type RouteRecord = {
  row: CaseRow
  parties: readonly PartyRecord[]
  /** Of the written agreement in force. */
  agreementId: string | undefined
  content: AgreementContent | undefined
  effectiveOn: LocalDate | undefined
  oral: boolean
  obligations: readonly ObligationState[]
  lastPerformanceOn: LocalDate | undefined
  applications: readonly ApplicationRecord[]
  answers: RouteAnswers
  known: RouteAnswers
  revision: number
}

export async function readRoutes(
  db: Reader,
  row: CaseRow,
  on: LocalDate,
  calendar: readonly HolidayYear[],
): Promise<RouteRecord> {
  const quoted = await findQuotableAgreement(db, row.id)
  const signed = quoted?.status === 'signed' && quoted.effective_on !== null ? quoted : undefined
  const content =
    signed?.frozen == null ? undefined : (JSON.parse(signed.frozen) as FrozenAgreement).content
  const sheets = await listSheets(db, row.id)
  const obligations = await listObligations(db, row.id, on, calendar)
  const { answers, revision } = await findRouteAnswers(db, row.id)
  return {
    row,
    parties: await listParties(db, row.id, on),
    agreementId: signed?.id,
    content,
    effectiveOn: row.effective_on === null ? undefined : localDate(row.effective_on),
    oral: !signed && sheets.some(({ form, removed }) => form === 'f11' && !removed),
    obligations,
    lastPerformanceOn: await lastPerformanceDay(db, row.id),
    applications: await listApplications(db, row.id),
    answers,
    known: knownAnswers(row.type_code, content, obligations),
    revision,
  }
}

const isOpen = ({ state }: ObligationState) => state !== 'done' && state !== 'dropped'

const knownAnswers = (
  typeCode: string,
  content: AgreementContent | undefined,
  obligations: readonly ObligationState[],
): RouteAnswers => {
  const money = obligations.filter((each) => each.kind === 'payment' && isOpen(each))
  const debtKinds = knownDebtKinds(typeCode)
  return {
    ...(content ? { subjects: knownSubjects(content.clauses) } : {}),
    ...(debtKinds ? { debtKinds } : {}),
    ...(content
      ? {
          mutualDebts: money.some(({ debtorId, creditorId }) =>
            money.some((other) => other.debtorId === creditorId && other.creditorId === debtorId),
          ),
        }
      : {}),
  }
}

/** Granted by a court, a commission or a notary, the newest first. */
export const enforceableBy = (
  applications: readonly ApplicationRecord[],
): EnforceableBy | undefined =>
  applications.flatMap(({ state, route }): EnforceableBy[] =>
    state === 'granted' &&
    (route === 'judicialConfirmation' ||
      route === 'arbitralReview' ||
      route === 'paymentOrder' ||
      route === 'notary')
      ? [route]
      : [],
  )[0]

export const factsOfRoutes = (record: RouteRecord, on: LocalDate): FurtherFacts => {
  const { answers, known, obligations, applications, effectiveOn } = record
  const late = obligations.filter(({ state }) => state === 'late')
  const by = enforceableBy(applications)
  return {
    effectiveOn: effectiveOn !== undefined && effectiveOn <= on ? effectiveOn : undefined,
    oral: record.oral,
    isLabour: isLabourDispute(record.row.type_code),
    subjects: answers.subjects ?? known.subjects ?? [],
    joint: answers.joint,
    confirmed:
      by === 'judicialConfirmation' ? 'judicial' : by === 'arbitralReview' ? 'arbitral' : undefined,
    unpaid: late.some(({ kind }) => kind === 'payment')
      ? (answers.debtKinds ?? known.debtKinds ?? ['other'])
      : [],
    otherBreach: late.some(({ kind }) => kind === 'act'),
    mutualDebts: answers.mutualDebts ?? known.mutualDebts ?? false,
    deliverable: answers.deliverable,
    endedOrder: applications.some(
      ({ route, state }) => route === 'paymentOrder' && state === 'ended',
    )
      ? 'agreement'
      : undefined,
    enforceableBy: by,
    lastPerformanceOn: record.lastPerformanceOn,
  }
}

const inForce: readonly CaseStatus[] = ['effective', 'overdue', 'confirming', 'confirmed']
const confirming: readonly string[] = ['judicialConfirmation', 'arbitralReview', 'paymentOrder']

/** What the state of the case itself has against a route. */
const standsAgainst = (
  { row, applications }: RouteRecord,
  { route }: FurtherView,
): RouteReason<AnyRouteCode>[] => {
  const pending = applications.filter(({ state }) => isPending(state))
  if (pending.some((each) => each.route === route)) return [{ code: 'pending', ruleId: 'P' }]
  const isOver = !inForce.includes(row.status) && row.effective_on !== null
  return [
    ...(isOver ? [{ code: 'caseOver', ruleId: 'P' } as const] : []),
    ...(confirming.includes(route) && pending.some((each) => confirming.includes(each.route))
      ? [{ code: 'otherPending', ruleId: 'P' } as const]
      : []),
  ]
}

/** All seven routes on a day: open, closed and why, missing; in the order in which they are shown. */
export function viewRoutes(record: RouteRecord, on: LocalDate, law: CountedLaw): FurtherView[] {
  const facts = factsOfRoutes(record, on)
  const views: FurtherView[] = [
    ...routesOf(facts, on, law.calendar, law.ends),
    arbitrationRoute(facts),
    enforcementRoute(facts, { today: on, ...law }),
  ]
  return views.map((view) => {
    const more = standsAgainst(record, view)
    if (more.length === 0) return view
    // What is applied for waits for its answer: that its time is over by now says nothing.
    if (more.some(({ code }) => code === 'pending'))
      return { ...view, open: false, closed: more, missing: [] }
    return { ...view, open: false, closed: [...more, ...view.closed], missing: [] }
  })
}

const sideOf = ({ name, address }: PartyRecord): Side => ({ name, address })

/** Who owes: of what is late, else of what is open, else the other side of the case. */
export const debtorIdsOf = ({ obligations, parties }: RouteRecord): Set<string> => {
  const of = (wanted: (each: ObligationState) => boolean) =>
    obligations.filter(wanted).flatMap(({ debtorId }) => (debtorId === undefined ? [] : [debtorId]))
  const late = of(({ state }) => state === 'late')
  const open = of(isOpen)
  const found = late.length > 0 ? late : open
  return new Set(
    found.length > 0
      ? found
      : parties.filter(({ role }) => role === 'respondent' || role === 'party').map(({ id }) => id),
  )
}

/** What decides which office is competent. */
export async function competenceOf(db: Reader, record: RouteRecord): Promise<Competence> {
  const { row, parties, content, applications } = record
  const body = await getSetting(db, 'body')
  const debtorIds = debtorIdsOf(record)
  const fromCourt = row.other_body === 'court' && row.other_body_refers === 1
  const granted = applications.find(
    ({ state, route }) =>
      state === 'granted' && (route === 'judicialConfirmation' || route === 'paymentOrder'),
  )
  return {
    applicants: parties.filter(({ id }) => !debtorIds.has(id)).map(sideOf),
    debtors: parties.filter(({ id }) => debtorIds.has(id)).map(sideOf),
    employers: parties.filter(({ kind }) => kind === 'organisation').map(sideOf),
    body: body.address.trim() === '' ? body.fullName : body.address,
    place: row.place,
    performancePlace: content?.performancePlace ?? '',
    invited: fromCourt || findCaseSource(row.source_code)?.bucket === 'court',
    invitingCourt: fromCourt ? row.other_body_name : undefined,
    decidedBy: granted?.officeName,
  }
}
