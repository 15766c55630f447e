import { mayReadCase, type Actor } from '../domain/access/case-access.ts'
import {
  isOpenJob,
  mayChangeJob,
  openJobStates,
  readsTitles,
  seesAllJobs,
} from '../domain/printing/job.ts'
import type { Reader, Row } from '../schema.ts'
import { optional } from './parties.ts'

const mostJobs = 200

/** What waits, what failed, and what was printed of late; newest first, without the pages. */
export async function listPrintJobs(db: Reader, actor: Actor, { openOnly }: { openOnly: boolean }) {
  let rows = db
    .selectFrom('print_jobs as j')
    .innerJoin('users as u', 'u.id', 'j.asked_by')
    .leftJoin('cases as c', 'c.id', 'j.case_id')
    .select([
      'j.id',
      'j.title',
      'j.case_id',
      'c.case_number',
      'c.status as case_status',
      'c.created_by',
      'c.mediator_id',
      'j.form',
      'j.copies',
      'j.pages',
      'j.printer',
      'j.sides',
      'j.state',
      'j.trouble',
      'j.tries',
      'j.asked_by',
      'u.name as asked_by_name',
      'j.asked_at',
      'j.ended_at',
    ])
    .orderBy('j.asked_at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(mostJobs)
  if (!seesAllJobs(actor)) rows = rows.where('j.asked_by', '=', actor.userId)
  if (openOnly) rows = rows.where('j.state', 'in', openJobStates)
  return (await rows.execute()).map((row) => ({
    id: row.id,
    title: readsTitles(actor, row.asked_by) && isStillTheirs(actor, row) ? row.title : '',
    ...optional({
      caseId: row.case_id,
      caseNumber: row.case_number,
      trouble: row.trouble,
      endedAt: row.ended_at,
    }),
    form: row.form,
    copies: row.copies,
    pages: row.pages,
    printer: row.printer,
    sides: row.sides,
    state: row.state,
    tries: row.tries,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    mayChange:
      isOpenJob(row.state) && mayChangeJob(actor, row.asked_by) && isStillTheirs(actor, row),
  }))
}

type CaseOfJob = {
  case_status: Row<'cases'>['status'] | null
  created_by: string | null
  mediator_id: string | null
}

/** A case that was handed over since is no longer theirs, nor is what they had printed of it. */
const isStillTheirs = (actor: Actor, { case_status, created_by, mediator_id }: CaseOfJob) =>
  case_status === null ||
  created_by === null ||
  actor.role === 'administrator' ||
  mayReadCase(actor, {
    status: case_status,
    createdBy: created_by,
    mediatorId: mediator_id ?? undefined,
  })

/** Whether this person may still have the job's paper. */
export async function isPrintJobTheirs(db: Reader, actor: Actor, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('print_jobs as j')
    .leftJoin('cases as c', 'c.id', 'j.case_id')
    .select(['c.status as case_status', 'c.created_by', 'c.mediator_id'])
    .where('j.id', '=', id)
    .executeTakeFirst()
  return row !== undefined && isStillTheirs(actor, row)
}

export type OpenJob = Pick<
  Row<'print_jobs'>,
  'id' | 'printer' | 'state' | 'tries' | 'trouble' | 'system_job' | 'asked_by' | 'asked_at'
>

const jobColumns = [
  'id',
  'printer',
  'state',
  'tries',
  'trouble',
  'system_job',
  'asked_by',
  'asked_at',
] as const

export const findPrintJob = (db: Reader, id: string): Promise<OpenJob | undefined> =>
  db.selectFrom('print_jobs').select(jobColumns).where('id', '=', id).executeTakeFirst()

/** What is still to be done, oldest first. */
export const listRunningJobs = (db: Reader): Promise<OpenJob[]> =>
  db
    .selectFrom('print_jobs')
    .select(jobColumns)
    .where('state', 'in', ['waiting', 'sent'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

type LogFilter = { caseId?: string | undefined; before?: string | undefined; limit: number }

/**
 * What was printed and saved, newest first. Papers that were put out at one instant come in one page.
 * @policy A mediator sees the own cases', the window what it put out itself; the administrator reads no names (I6).
 */
export async function listPaperOutputs(
  db: Reader,
  actor: Actor,
  { caseId, before, limit }: LogFilter,
) {
  let rows = db
    .selectFrom('paper_outputs as o')
    .innerJoin('cases as c', 'c.id', 'o.case_id')
    .innerJoin('users as u', 'u.id', 'o.actor_id')
    .select([
      'o.id',
      'o.at',
      'u.name as actor_name',
      'o.case_id',
      'c.case_number',
      'c.title',
      'o.form',
      'o.channel',
      'o.copies',
    ])
    .orderBy('o.at', 'desc')
    .orderBy('o.id', 'desc')
  if (actor.role === 'mediator')
    rows = rows.where((where) =>
      where.or([
        where('c.mediator_id', '=', actor.userId),
        where.and([where('c.mediator_id', 'is', null), where('c.created_by', '=', actor.userId)]),
      ]),
    )
  if (actor.role === 'receptionist') rows = rows.where('o.actor_id', '=', actor.userId)
  if (caseId !== undefined) rows = rows.where('o.case_id', '=', caseId)
  if (before !== undefined) rows = rows.where('o.at', '<', before)
  const found = await rows.limit(limit).execute()
  const last = found.at(-1)
  const isFull = last !== undefined && found.length === limit
  const seen = new Set(found.map(({ id }) => id))
  const beside = isFull
    ? (await rows.where('o.at', '=', last.at).execute()).filter(({ id }) => !seen.has(id))
    : []
  return {
    items: [...found, ...beside].map((row) => ({
      id: row.id,
      at: row.at,
      actorName: row.actor_name,
      caseId: row.case_id,
      caseNumber: row.case_number,
      form: row.form,
      title: actor.role === 'administrator' ? '' : row.title,
      channel: row.channel,
      copies: row.copies,
    })),
    ...(isFull ? { next: last.at } : {}),
  }
}
