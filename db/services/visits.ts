import { v7 as uuid } from 'uuid'
import type { CaseStatus } from '../domain/case/status.ts'
import { rollBack } from '../domain/deadline/period.ts'
import { addDays, localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { ObligationState } from '../domain/performance/obligation.ts'
import { reconcile, type KnownVisit, type PlanChanges } from '../domain/visits/reconcile.ts'
import { slotsOf, type Slot } from '../domain/visits/slots.ts'
import type { Risk } from '../domain/visits/settings.ts'
import { caseRisk } from '../queries/case-risk.ts'
import { listObligations } from '../queries/obligations.ts'
import { getSetting } from '../queries/settings.ts'
import {
  listAllVisits,
  listDaysAhead,
  listUnplannedCases,
  listVisitedCases,
  movedVisits,
  type VisitRecord,
} from '../queries/visits.ts'
import type { Reader } from '../schema.ts'
import { calendarOf, type Happening } from './case-events.ts'

const inForce: readonly CaseStatus[] = ['effective', 'overdue', 'confirming', 'confirmed']
const ended: readonly CaseStatus[] = ['performed', 'failed', 'transferred', 'withdrawn']
const isOver = (status: CaseStatus) => status === 'toArchive' || status === 'archived'

/**
 * Makes the planned visits of a case those that its settings, risk, obligations and state ask for. Call it whenever one
 * of them has changed: it is the same however often it is called, and silent.
 * @policy I2; after an end without an agreement only a high risk is visited, or where somebody began to
 */
export async function planVisits(happening: Happening, caseId: string) {
  const { tx, now } = happening
  const today = localDateOf(now)
  const row = await tx
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const course = await courseOf(tx, caseId)
  const since = course.reopenedAt
  const records = (await listAllVisits(tx, caseId)).filter(({ createdAt }) => createdAt >= since)
  if (isOver(row.status)) return dropAll(happening, records)
  const { risk } = await caseRisk(tx, row)
  const obligations = await listObligations(tx, caseId, today, calendarOf(happening))
  const slots = slotsOf({
    today,
    calendar: calendarOf(happening),
    settings: await getSetting(tx, 'visits'),
    risk,
    dueDays: inForce.includes(row.status) ? openDays(obligations) : [],
    closedOn: isVisitedAfter(row.status, risk) ? course.endedOn : undefined,
  })
  const known = knownVisits(records, obligations, await movedVisits(tx, caseId))
  return apply(happening, caseId, reconcile(slots, known, today), obligations)
}

/** The same for every case that a change of settings or of the days off concerns. */
export async function planAllVisits(happening: Happening) {
  for (const caseId of await listVisitedCases(happening.tx)) await planVisits(happening, caseId)
}

const lookBackDays = 120

/**
 * Once a day: cases in force or lately performed that nobody planned for yet, such as those of an older store, and those with a visit on what
 * has become a day off since.
 */
export async function refreshPlans(happening: Happening) {
  const { tx, now } = happening
  const calendar = calendarOf(happening)
  const today = localDateOf(now)
  const ahead = await listDaysAhead(tx, today)
  const onDayOff = ahead.filter(({ plannedOn }) => rollBack(plannedOn, calendar) !== plannedOn)
  const caseIds = [
    ...onDayOff.map(({ caseId }) => caseId),
    ...(await listUnplannedCases(tx, addDays(today, -lookBackDays))),
  ]
  for (const caseId of new Set(caseIds)) await planVisits(happening, caseId)
}

const isVisitedAfter = (status: CaseStatus, risk: Risk): boolean =>
  status === 'performed' || status === 'followUp' || (ended.includes(status) && risk === 'high')

/** When the matter ended, and since when it runs if it was opened again. */
async function courseOf(db: Reader, caseId: string) {
  const events = await db
    .selectFrom('case_events')
    .select(['kind', 'at', 'to_status'])
    .where('case_id', '=', caseId)
    .where('to_status', 'is not', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const end =
    events.findLast(({ to_status: to }) => to !== null && ended.includes(to)) ??
    events.findLast(({ to_status: to }) => to === 'followUp')
  return {
    endedOn: end && localDateOf(end.at),
    reopenedAt: events.findLast(({ kind }) => kind === 'reopen')?.at ?? '',
  }
}

const isOpen = ({ state }: ObligationState) => state !== 'done' && state !== 'dropped'

const openDays = (obligations: readonly ObligationState[]): LocalDate[] =>
  obligations.filter(isOpen).flatMap(({ dueOn }) => (dueOn === undefined ? [] : [dueOn]))

const openOn = (obligations: readonly ObligationState[], day: LocalDate) =>
  obligations.find((one) => isOpen(one) && one.dueOn === day)

const knownVisits = (
  records: readonly VisitRecord[],
  obligations: readonly ObligationState[],
  moved: ReadonlyMap<string, LocalDate>,
): KnownVisit[] =>
  records.map((record) => ({
    id: record.id,
    cause: record.cause,
    dueOn: obligations.find(({ id }) => id === record.obligationId)?.dueOn,
    plannedOn: record.plannedOn,
    state: record.state,
    doneOn: record.doneAt === undefined ? undefined : localDateOf(record.doneAt),
    movedFrom: moved.get(record.id),
  }))

/** Nobody is visited any more: what is still planned is given up for that reason. */
export async function giveUpVisits({ tx, now }: Happening, caseId: string, reason: string) {
  await tx
    .updateTable('visits')
    .set((set) => ({
      state: 'skipped' as const,
      skipped_reason: reason.trim(),
      revision: set('revision', '+', 1),
      updated_at: now,
    }))
    .where('case_id', '=', caseId)
    .where('state', '=', 'planned')
    .execute()
}

/** What a visit that nobody has made yet says. */
export const unasked = {
  done_at: null,
  manner: '',
  party_id: null,
  visited_name: '',
  visitor_name: '',
  performance: '',
  satisfaction: null,
  later_suit: '',
  mistakes: '',
  recurrence: null,
  recurrence_words: '',
  measures: '',
  skipped_reason: '',
} as const

async function apply(
  happening: Happening,
  caseId: string,
  changes: PlanChanges,
  obligations: readonly ObligationState[],
) {
  const { tx, actor, now } = happening
  const columns = ({ cause, dueOn, plannedOn }: Slot) => ({
    planned_on: plannedOn,
    cause,
    obligation_id: dueOn === undefined ? null : (openOn(obligations, dueOn)?.id ?? null),
    state: 'planned' as const,
    updated_at: now,
  })
  for (const slot of changes.add)
    await tx
      .insertInto('visits')
      .values({
        ...unasked,
        ...columns(slot),
        id: uuid(),
        case_id: caseId,
        revision: 1,
        created_by: actor.userId,
        created_at: now,
      })
      .execute()
  for (const { id, slot } of changes.change)
    await tx
      .updateTable('visits')
      .set((set) => ({ ...columns(slot), revision: set('revision', '+', 1) }))
      .where('id', '=', id)
      .execute()
  await drop(happening, changes.drop)
}

/** Nobody decides against it: no reason stands with it, and no screen shows it. */
async function drop({ tx, now }: Happening, ids: readonly string[]) {
  if (ids.length === 0) return
  await tx
    .updateTable('visits')
    .set((set) => ({
      state: 'skipped' as const,
      skipped_reason: '',
      revision: set('revision', '+', 1),
      updated_at: now,
    }))
    .where('id', 'in', [...ids])
    .execute()
}

const dropAll = (happening: Happening, records: readonly VisitRecord[]) =>
  drop(
    happening,
    records.filter(({ state }) => state === 'planned').map(({ id }) => id),
  )
