import type { Actor } from '../domain/access/case-access.ts'
import { localDate, localDateOf, type LocalDate } from '../domain/local-date.ts'
import type { ApplicationFacts, ApplicationState } from '../domain/strengthening/application.ts'
import type { ApplicationRoute } from '../domain/strengthening/further-routes.ts'
import type { RouteAnswers } from '../domain/strengthening/route-answers.ts'
import type { Reader, Row } from '../schema.ts'

export type ApplicationRecord = {
  id: string
  caseId: string
  agreementId: string
  route: ApplicationRoute
  officeId?: string
  officeName: string
  /** UTC instant, to the minute. */
  appliedAt: string
  amountFen?: number
  state: ApplicationState
  number: string
  acceptedOn?: LocalDate
  servedOn?: LocalDate
  decidedOn?: LocalDate
  reason: string
  words: string
  revision: number
}

const day = (text: string | null) => (text === null ? undefined : localDate(text))

const recordOf = (row: Row<'strengthenings'>): ApplicationRecord => {
  const [acceptedOn, servedOn, decidedOn] = [row.accepted_on, row.served_on, row.decided_on].map(
    day,
  )
  return {
    id: row.id,
    caseId: row.case_id,
    agreementId: row.agreement_id,
    route: row.route,
    ...(row.office_id === null ? {} : { officeId: row.office_id }),
    officeName: row.office_name,
    appliedAt: row.applied_at,
    ...(row.amount_fen === null ? {} : { amountFen: row.amount_fen }),
    state: row.state,
    number: row.number,
    ...(acceptedOn ? { acceptedOn } : {}),
    ...(servedOn ? { servedOn } : {}),
    ...(decidedOn ? { decidedOn } : {}),
    reason: row.reason,
    words: row.words,
    revision: row.revision,
  }
}

/** What its clocks count from. */
export const factsOf = (application: ApplicationRecord): ApplicationFacts => ({
  ...application,
  appliedOn: localDateOf(application.appliedAt),
})

/** What was applied for on the agreements of a case, the newest first. */
export async function listApplications(db: Reader, caseId: string): Promise<ApplicationRecord[]> {
  const rows = await db
    .selectFrom('strengthenings')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('applied_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(recordOf)
}

export async function findApplication(
  db: Reader,
  id: string,
): Promise<ApplicationRecord | undefined> {
  const row = await db
    .selectFrom('strengthenings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && recordOf(row)
}

export type OpenApplication = ApplicationRecord & {
  caseNumber: string
  title: string
  parties: string
  mediatorId?: string
  mediatorName?: string
}

/** Applications that an office has not answered yet, of the cases whose content this actor may read. */
export async function listOpenApplications(db: Reader, actor: Actor): Promise<OpenApplication[]> {
  if (actor.role !== 'head' && actor.role !== 'mediator') return []
  let rows = db
    .selectFrom('strengthenings as s')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .leftJoin('users as u', 'u.id', 'c.mediator_id')
    .selectAll('s')
    .select(['c.case_number', 'c.title', 'c.mediator_id', 'u.name as mediator_name'])
    .where('s.state', 'in', ['applied', 'accepted'])
    .where('c.status', '<>', 'archived')
    .orderBy('s.applied_at')
    .orderBy('s.id')
  if (actor.role === 'mediator') rows = rows.where('c.mediator_id', '=', actor.userId)
  const found = await rows.execute()
  const names = await partyNames(db, [...new Set(found.map(({ case_id }) => case_id))])
  return found.map((row) => ({
    ...recordOf(row),
    caseNumber: row.case_number,
    title: row.title,
    parties: names.get(row.case_id)?.join('、') ?? '',
    ...(row.mediator_id === null ? {} : { mediatorId: row.mediator_id }),
    ...(row.mediator_name === null ? {} : { mediatorName: row.mediator_name }),
  }))
}

async function partyNames(db: Reader, caseIds: readonly string[]) {
  const rows =
    caseIds.length === 0
      ? []
      : await db
          .selectFrom('parties')
          .select(['case_id', 'name'])
          .where('case_id', 'in', caseIds)
          .orderBy('position')
          .execute()
  const byCase = new Map<string, string[]>()
  for (const { case_id, name } of rows) byCase.set(case_id, [...(byCase.get(case_id) ?? []), name])
  return byCase
}

/** What people said about the routes of a case; revision 0 while nobody was asked. */
export async function findRouteAnswers(
  db: Reader,
  caseId: string,
): Promise<{ answers: RouteAnswers; revision: number }> {
  const row = await db
    .selectFrom('route_answers')
    .select(['answers', 'revision'])
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return row
    ? { answers: JSON.parse(row.answers) as RouteAnswers, revision: row.revision }
    : { answers: {}, revision: 0 }
}
