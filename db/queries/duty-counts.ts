import { sql } from 'kysely'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

type Counted = {
  lawyerId: string
  date: LocalDate
  dutyId: string | undefined
  category: string
  count: number
}
type Stretch = { from: LocalDate; to: LocalDate; lawyerId?: string }

/** Consultations by lawyer, day and kind: those written down and those only counted. */
export async function listCounts(db: Reader, { from, to, lawyerId }: Stretch): Promise<Counted[]> {
  let only = db
    .selectFrom('consultation_counts')
    .selectAll()
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('count', '>', 0)
  const day = sql<string>`date(at, '+8 hours')`
  let written = db
    .selectFrom('consultations')
    .select(['lawyer_id', 'duty_id', 'category', day.as('date')])
    .where('removed_at', 'is', null)
    .where('lawyer_id', 'is not', null)
    .where(day, '>=', from)
    .where(day, '<=', to)
  if (lawyerId !== undefined) {
    only = only.where('lawyer_id', '=', lawyerId)
    written = written.where('lawyer_id', '=', lawyerId)
  }
  const rows = [
    ...(await only.orderBy('category').execute()),
    ...(await written.orderBy('category').execute()).map((row) => ({ ...row, count: 1 })),
  ]
  return rows.map((row) => ({
    lawyerId: row.lawyer_id ?? '',
    date: row.date as LocalDate,
    dutyId: row.duty_id ?? undefined,
    category: row.category,
    count: row.count,
  }))
}
