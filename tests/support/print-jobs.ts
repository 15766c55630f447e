import type { Centre } from './centre.ts'

export type QueuedJob = {
  id: string
  title: string
  form: string
  printer: string
  state: string
  trouble: string | null
  tries: number
  hasPages: boolean
}

/** Every job of the print queue as it lies in the store, in the order in which they were asked for. */
export const printJobs = (centre: Pick<Centre, 'store'>): QueuedJob[] =>
  centre
    .store()
    .connection.all(
      `SELECT id, title, form, printer, state, trouble, tries, pdf IS NOT NULL AS has_pages
       FROM print_jobs ORDER BY asked_at, id`,
    )
    .map((row) => ({
      id: String(row['id']),
      title: String(row['title']),
      form: String(row['form']),
      printer: String(row['printer']),
      state: String(row['state']),
      trouble: row['trouble'] === null ? null : String(row['trouble']),
      tries: Number(row['tries']),
      hasPages: row['has_pages'] === 1,
    }))
