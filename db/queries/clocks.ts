import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { caseScope, type Actor } from '../domain/access/case-access.ts'
import { caseStatuses, type CaseStatus } from '../domain/case/status.ts'
import type { ApplicationFact, ClockChangeFact, ClockFacts } from '../domain/clocks/facts.ts'
import type { Consent, PauseReason } from '../domain/deadline/rule.ts'
import { noWords, type SheetWords } from '../domain/dossier/sheet-words.ts'
import { typedDay } from '../domain/dossier/typed-day.ts'
import { localDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { Reader, Row } from '../schema.ts'
import { getSetting, type Settings } from './settings.ts'

export type ClockSettings = Settings['clocks']

/** What the centre set for its clocks; the region of its address until it did. */
export async function clockSettings(db: Reader): Promise<ClockSettings> {
  const set = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', 'clocks')
    .executeTakeFirst()
  if (set) return JSON.parse(set.value) as ClockSettings
  const { region } = await getSetting(db, 'body')
  const unset = await getSetting(db, 'clocks')
  return /^\d{6}$/.test(region) ? { ...unset, region } : unset
}

/** Nothing can fall due any more. */
const still: readonly CaseStatus[] = ['draft', 'rejected', 'archived']
const open = caseStatuses.filter((status) => !still.includes(status))
const atTheWindow: readonly CaseStatus[] = ['submitted', 'supplementing', 'accepted']

const mediated: readonly CaseStatus[] = ['accepted', 'assigned', 'mediating', 'suspended', 'agreed']
const ended: readonly CaseStatus[] = [
  'performed',
  'failed',
  'withdrawn',
  'transferred',
  'followUp',
  'toArchive',
  'archived',
  'rejected',
]

const endStatuses: readonly CaseStatus[] = [
  'failed',
  'withdrawn',
  'transferred',
  'rejected',
  'performed',
]

/** Cases by their ids, or all that this actor has to keep in time. */
export type ClockScope = { caseIds: readonly string[] } | { openOf: Actor }

const inStatus = (statuses: readonly CaseStatus[]) =>
  sql<SqlBool>`c.status IN (${sql.join(statuses)})`

function scoped(scope: ClockScope): RawBuilder<SqlBool> {
  if ('caseIds' in scope)
    return scope.caseIds.length === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`c.id IN (${sql.join(scope.caseIds)})`
  const actor = scope.openOf
  if (actor.role === 'head') return inStatus(open)
  if (actor.role === 'receptionist') return inStatus(atTheWindow)
  if (caseScope(actor.role) !== 'ownAndPool') return sql<SqlBool>`false`
  return sql<SqlBool>`${inStatus(open)} AND (c.mediator_id = ${actor.userId}
    OR (c.mediator_id IS NULL AND c.created_by = ${actor.userId}))`
}

export type ClockRow = ClockFacts & {
  mediatorId?: string
  createdBy: string
  agreementId?: string
  agreementStatus?: string
}

const day = (text: string | null): LocalDate | undefined =>
  text === null ? undefined : localDate(text)

/** Everything that the clocks of these cases rest on, in nine statements however many cases there are. */
export async function listClockRows(db: Reader, scope: ClockScope): Promise<ClockRow[]> {
  const where = scoped(scope)
  const cases = await db
    .selectFrom('cases as c')
    .select([
      'c.id',
      'c.status',
      'c.source_code',
      'c.type_code',
      'c.applied_at',
      'c.accepted_on',
      'c.mediator_id',
      'c.created_by',
      'c.other_side',
    ])
    .where(where)
    .execute()
  if (cases.length === 0) return []
  const agreements = byCase(
    await db
      .selectFrom('agreements as a')
      .innerJoin('cases as c', 'c.id', 'a.case_id')
      .select(['a.case_id', 'a.id', 'a.status', 'a.effective_on'])
      .where(where)
      .where('a.status', '<>', 'void')
      .orderBy('a.case_id')
      .orderBy('a.version')
      .execute(),
  )
  // Of open cases only those that a clock still rests on: a time line is long.
  const isOpenOnly = 'openOf' in scope
  const eventRows = db
    .selectFrom('case_events as e')
    .innerJoin('cases as c', 'c.id', 'e.case_id')
    .select(['e.case_id', 'e.kind', 'e.to_status', 'e.at', 'e.details'])
    .where(where)
    .orderBy('e.case_id')
    .orderBy('e.at')
  const ends = byCase(
    await eventRows
      .where('e.to_status', 'in', endStatuses)
      .where(isOpenOnly ? inStatus(ended) : sql<SqlBool>`true`)
      .execute(),
  )
  const extensions = byCase(
    await eventRows
      .where('e.kind', '=', 'extend')
      .where(isOpenOnly ? inStatus(mediated) : sql<SqlBool>`true`)
      .execute(),
  )
  const changes = byCase(
    await db
      .selectFrom('clock_changes as k')
      .innerJoin('cases as c', 'c.id', 'k.case_id')
      .selectAll('k')
      .where(where)
      .orderBy('k.recorded_at')
      .orderBy('k.id')
      .execute(),
  )
  const dates = byCase(
    await db
      .selectFrom('case_dates as d')
      .innerJoin('cases as c', 'c.id', 'd.case_id')
      .select(['d.case_id', 'd.event', 'd.on_day'])
      .where(where)
      .execute(),
  )
  const courtPapers = byCase(
    await db
      .selectFrom('sheets as s')
      .innerJoin('cases as c', 'c.id', 's.case_id')
      .select(['s.case_id', 's.words'])
      .where(where)
      .where('c.source_code', 'in', ['S30', 'S31'])
      .where('s.form', '=', 'f30-accept')
      .where('s.removed', '=', 0)
      .execute(),
  )
  const applications = byCase(
    await db
      .selectFrom('strengthenings as s')
      .innerJoin('cases as c', 'c.id', 's.case_id')
      .selectAll('s')
      .where(where)
      .orderBy('s.applied_at')
      .orderBy('s.id')
      .execute(),
  )
  const last = byCase(
    await db
      .selectFrom('obligations as o')
      .innerJoin('cases as c', 'c.id', 'o.case_id')
      .select((expression) => ['o.case_id', expression.fn.max('o.due_on').as('last')])
      .where(where)
      .where('o.dropped_at', 'is', null)
      .groupBy('o.case_id')
      .execute(),
  )
  return cases.map((row): ClockRow => {
    const versions = agreements.get(row.id) ?? []
    const effectiveOn = versions.findLast(({ effective_on }) => effective_on !== null)?.effective_on
    const newest = versions.findLast(({ status }) => status !== 'superseded')
    const moves = changes.get(row.id) ?? []
    return {
      caseId: row.id,
      status: row.status,
      sourceCode: row.source_code,
      typeCode: row.type_code,
      appliedOn: localDateOf(row.applied_at),
      acceptedOn: day(row.accepted_on),
      hasMediator: row.mediator_id !== null,
      otherSideAsked: row.other_side !== 'notAsked',
      effectiveOn: day(effectiveOn ?? null),
      lastPerformanceDay: day(last.get(row.id)?.[0]?.last ?? null),
      ...endings(row.status, ends.get(row.id) ?? []),
      movedUntil: movedUntil(extensions.get(row.id) ?? [], moves),
      dates: [
        ...receiptOf(courtPapers.get(row.id)?.[0]?.words),
        ...(dates.get(row.id) ?? []).map(({ event, on_day }) => ({
          event,
          onDay: localDate(on_day),
        })),
      ],
      changes: moves.filter(({ undone_at }) => undone_at === null).map(changeFact),
      applications: (applications.get(row.id) ?? []).map(applicationFact),
      createdBy: row.created_by,
      ...(row.mediator_id === null ? {} : { mediatorId: row.mediator_id }),
      ...(newest ? { agreementId: newest.id, agreementStatus: newest.status } : {}),
    }
  })
}

function byCase<R extends { case_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const list = found.get(row.case_id)
    if (list) list.push(row)
    else found.set(row.case_id, [row])
  }
  return found
}

/** The day that the answer to the court quotes; one told by hand among the dates goes before it. */
function receiptOf(words: string | undefined): ClockFacts['dates'] {
  if (words === undefined) return []
  const { fields } = { ...noWords, ...(JSON.parse(words) as SheetWords) }
  const onDay = typedDay(fields['委派.收到日期'])
  return onDay === undefined ? [] : [{ event: 'materialsSigned', onDay }]
}

type Event = { kind: string; to_status: string | null; at: string; details: string }

const over: readonly CaseStatus[] = ['followUp', 'toArchive', 'archived']

/** Only where it is still so: a case may have been opened again. */
function endings(status: CaseStatus, events: readonly Event[]) {
  const dayOf = (...wanted: readonly CaseStatus[]) => {
    if (!wanted.includes(status) && !over.includes(status)) return undefined
    const found = events.findLast(({ to_status }) => wanted.some((one) => one === to_status))
    return found && localDateOf(found.at)
  }
  return {
    endedOn: dayOf('failed', 'withdrawn', 'transferred', 'rejected'),
    performedOn: dayOf('performed'),
  }
}

/** The last day that a move extended to; a later version keeps it as a change of the same moment. */
function movedUntil(events: readonly Event[], moves: readonly { recorded_at: string }[]) {
  const found = events.findLast(
    ({ kind, at }) => kind === 'extend' && moves.every(({ recorded_at }) => recorded_at !== at),
  )
  const { until } = found ? (JSON.parse(found.details) as { until?: string }) : {}
  return until === undefined ? undefined : localDate(until)
}

export const changeFact = (row: Row<'clock_changes'>): ClockChangeFact => ({
  id: row.id,
  rule: row.rule,
  kind: row.kind,
  onDay: localDate(row.on_day),
  untilDay: day(row.until_day),
  pauseReason: (row.pause_reason ?? undefined) as PauseReason | undefined,
  consents: JSON.parse(row.consents) as Consent[],
  words: row.words,
})

const applicationFact = (row: Row<'strengthenings'>): ApplicationFact => ({
  id: row.id,
  route: row.route,
  officeName: row.office_name,
  appliedOn: localDateOf(row.applied_at),
  acceptedOn: day(row.accepted_on),
  servedOn: day(row.served_on),
  decidedOn: day(row.decided_on),
  state: row.state,
})

/** The one case, or none. */
export async function findClockRow(db: Reader, caseId: string): Promise<ClockRow | undefined> {
  const [row] = await listClockRows(db, { caseIds: [caseId] })
  return row
}

/** Who changed a clock and when, the newest first; those taken back among them. */
export async function listClockChanges(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('clock_changes as k')
    .innerJoin('users as u', 'u.id', 'k.recorded_by')
    .leftJoin('users as b', 'b.id', 'k.undone_by')
    .selectAll('k')
    .select(['u.name as recorded_by_name', 'b.name as undone_by_name'])
    .where('k.case_id', '=', caseId)
    .orderBy('k.recorded_at', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...changeFact(row),
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
    ...(row.undone_at === null
      ? {}
      : {
          undone: {
            at: row.undone_at,
            byName: row.undone_by_name ?? '',
            reason: row.undone_reason,
          },
        }),
  }))
}

/** The days that people told, in the order of the calendar. */
export async function listCaseDates(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('case_dates as d')
    .innerJoin('users as u', 'u.id', 'd.recorded_by')
    .selectAll('d')
    .select('u.name as recorded_by_name')
    .where('d.case_id', '=', caseId)
    .orderBy('d.on_day')
    .orderBy('d.event')
    .execute()
  return rows.map((row) => ({
    event: row.event,
    onDay: localDate(row.on_day),
    words: row.words,
    recordedByName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }))
}
