import type { Actor } from '../domain/access/case-access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Lawyers of the centre on a day whom this actor may name, those on duty first; a lawyer only him- or herself. */
export async function consultationLawyers(db: Reader, actor: Actor, date: LocalDate) {
  let rows = db
    .selectFrom('lawyers as l')
    .select((of) => [
      'l.id',
      'l.name',
      'l.initials',
      of
        .exists(
          of
            .selectFrom('duties as d')
            .innerJoin('shifts as s', 's.id', 'd.shift_id')
            .select('d.id')
            .whereRef('d.lawyer_id', '=', 'l.id')
            .where('d.state', '=', 'planned')
            .where('s.date', '=', date),
        )
        .as('onDuty'),
    ])
    .where('l.joined_on', '<=', date)
    .where((where) => where.or([where('l.left_on', 'is', null), where('l.left_on', '>', date)]))
  if (actor.role === 'lawyer') rows = rows.where('l.user_id', '=', actor.userId)
  else if (actor.role !== 'head')
    rows = rows.where((where) =>
      where.or([where('l.head_only', '=', 0), where('l.user_id', '=', actor.userId)]),
    )
  const found = await rows.orderBy('onDuty', 'desc').orderBy('l.initials').orderBy('l.id').execute()
  return found.map((row) => ({ ...row, onDuty: Boolean(row.onDuty) }))
}
