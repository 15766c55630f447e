import type { Actor } from '../domain/access/case-access.ts'
import type { ConsultationCategory } from '../domain/consultation/register.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Counters of a lawyer and day, none that stand at nought, with the remark of the day. */
export async function countsOn(db: Reader, lawyerId: string, date: LocalDate) {
  const rows = await db
    .selectFrom('consultation_counts')
    .select(['category', 'count', 'words'])
    .where('lawyer_id', '=', lawyerId)
    .where('date', '=', date)
    .orderBy('category')
    .execute()
  return {
    counts: rows
      .filter(({ count }) => count > 0)
      .map(({ category, count }) => ({ category: category as ConsultationCategory, count })),
    words: rows.find(({ words }) => words !== '')?.words ?? '',
  }
}

/** How many were only counted, by matter; of a lawyer the own ones. */
export async function countedBetween(
  db: Reader,
  actor: Actor,
  { from, to }: { from: LocalDate; to: LocalDate },
) {
  let rows = db
    .selectFrom('consultation_counts as n')
    .innerJoin('lawyers as l', 'l.id', 'n.lawyer_id')
    .select(['n.category as of', (of) => of.fn.sum<number>('n.count').as('count')])
    .where('n.date', '>=', from)
    .where('n.date', '<=', to)
    .where('n.count', '>', 0)
    .groupBy('n.category')
  if (actor.role === 'lawyer') rows = rows.where('l.user_id', '=', actor.userId)
  return rows.execute()
}

/** The duties of a lawyer on a day, in the order of the clock. */
export const dutiesOn = (db: Reader, lawyerId: string, date: LocalDate) =>
  db
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select(['d.id', 'd.starts_at as startsAt', 'd.ends_at as endsAt'])
    .where('d.lawyer_id', '=', lawyerId)
    .where('d.state', '=', 'planned')
    .where('s.date', '=', date)
    .orderBy('d.starts_at')
    .orderBy('d.id')
    .execute()
