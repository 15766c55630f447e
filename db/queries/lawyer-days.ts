import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { HalfDay } from '../domain/rota/problem.ts'
import type { Reader, Row } from '../schema.ts'

export type LawyerDay = {
  id: string
  lawyerId: string
  kind: Row<'lawyer_days'>['kind']
  fromOn: LocalDate
  toOn: LocalDate
  /** Absent: the whole day. */
  half: HalfDay | undefined
  words: string
  source: Row<'lawyer_days'>['source']
  sourceKey: string | undefined
}

const lawyerDayOf = (row: Row<'lawyer_days'>): LawyerDay => ({
  id: row.id,
  lawyerId: row.lawyer_id,
  kind: row.kind,
  fromOn: localDate(row.from_on),
  toOn: localDate(row.to_on),
  half: row.half ?? undefined,
  words: row.words,
  source: row.source,
  sourceKey: row.source_key ?? undefined,
})

/** Exceptions, leave and wishes that have not been taken back, of everybody or of one lawyer, by day. */
export async function listLawyerDays(db: Reader, lawyerId?: string): Promise<LawyerDay[]> {
  let rows = db
    .selectFrom('lawyer_days')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
  if (lawyerId !== undefined) rows = rows.where('lawyer_id', '=', lawyerId)
  return (await rows.execute()).map(lawyerDayOf)
}

export async function findLawyerDay(db: Reader, id: string): Promise<LawyerDay | undefined> {
  const row = await db
    .selectFrom('lawyer_days')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && lawyerDayOf(row)
}
