import { DomainError } from '../domain/errors.ts'
import { openJobStates, type PrintJobState } from '../domain/printing/job.ts'
import type { Sides } from '../domain/printing/settings.ts'
import type { Row, Tx } from '../schema.ts'

export type NewPrintJob = {
  id: string
  title: string
  caseId: string | undefined
  form: string
  objectId: string
  copies: number
  pages: number
  printer: string
  sides: Sides
  pdf: Uint8Array
  askedBy: string
  askedAt: string
}

export async function insertPrintJob(tx: Tx, job: NewPrintJob): Promise<void> {
  await tx
    .insertInto('print_jobs')
    .values({
      id: job.id,
      case_id: job.caseId ?? null,
      title: job.title,
      form: job.form,
      object_id: job.objectId,
      copies: job.copies,
      pages: job.pages,
      printer: job.printer,
      sides: job.sides,
      state: 'waiting',
      trouble: null,
      tries: 0,
      system_job: null,
      pdf: job.pdf,
      asked_by: job.askedBy,
      asked_at: job.askedAt,
      ended_at: null,
    })
    .execute()
}

export type BegunJob = Pick<
  Row<'print_jobs'>,
  'id' | 'title' | 'copies' | 'printer' | 'sides' | 'pdf' | 'tries'
>

/**
 * Marks a waiting job as sent before the printer gets it: a crash in between is then told and not printed twice.
 * Undefined when it waits no more.
 */
export async function beginPrintJob(tx: Tx, id: string): Promise<BegunJob | undefined> {
  return tx
    .updateTable('print_jobs')
    .set((expression) => ({
      state: 'sent',
      trouble: null,
      system_job: null,
      tries: expression('tries', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'title', 'copies', 'printer', 'sides', 'pdf', 'tries'])
    .executeTakeFirst()
}

/** A job and which try at it: a word about an earlier one comes too late. */
type Try = { id: string; tries: number }

/** Answers false when the job was cancelled or given to another printer while this one took it. */
export async function noteSystemJob(tx: Tx, { id, tries }: Try, systemJob: string) {
  const { numUpdatedRows } = await tx
    .updateTable('print_jobs')
    .set({ system_job: systemJob })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'sent')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What keeps a job that the printer has: no paper, a jam; null when nothing does. */
export async function noteTrouble(tx: Tx, id: string, trouble: string | null): Promise<void> {
  await tx
    .updateTable('print_jobs')
    .set({ trouble })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .execute()
}

export type JobEnd =
  | { state: Extract<PrintJobState, 'printed' | 'cancelled'> }
  | { state: 'failed'; trouble: string }

/** The pages of a failed job stay. */
const endColumns = (end: JobEnd, now: string) => ({
  state: end.state,
  trouble: end.state === 'failed' ? end.trouble : null,
  ended_at: now,
  ...(end.state === 'failed' ? {} : { pdf: null }),
})

/** How this try ended; a job that was given up or put back meanwhile is left as it is. */
export async function endTry(tx: Tx, { id, tries }: Try, end: JobEnd, now: string): Promise<void> {
  await tx
    .updateTable('print_jobs')
    .set(endColumns(end, now))
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', '=', 'sent')
    .execute()
}

/** @throws DomainError printing.alreadyEnded */
export async function endPrintJob(tx: Tx, id: string, end: JobEnd, now: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('print_jobs')
    .set(endColumns(end, now))
    .where('id', '=', id)
    .where('state', 'in', openJobStates)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DomainError('printing.alreadyEnded')
}

/**
 * @throws DomainError printing.alreadyEnded when there are no pages left to print, or when another wish to print it
 * again was quicker
 */
export async function requeuePrintJob(tx: Tx, { id, tries }: Try, printer: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('print_jobs')
    .set({ state: 'waiting', printer, trouble: null, system_job: null, ended_at: null })
    .where('id', '=', id)
    .where('tries', '=', tries)
    .where('state', 'in', openJobStates)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new DomainError('printing.alreadyEnded')
}
