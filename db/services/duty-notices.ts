import type { Actor } from '../domain/access/case-access.ts'
import type { Row, Tx } from '../schema.ts'

type Told = {
  ids: readonly string[]
  channel: NonNullable<Row<'duty_notices'>['channel']>
  /** Only those of this person. */
  lawyerId?: string
}

/**
 * Tells these and what was still untold of the same duties before them; what came after they were shown stays untold.
 * Whoever was told already was told then: the first word stays. Of people whom the actor does not see nothing is noted.
 */
export async function markTold(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: string },
  { ids, channel, lawyerId }: Told,
): Promise<void> {
  let rows = tx
    .updateTable('duty_notices')
    .set({ told_at: now, told_by: actor.userId, channel })
    .where('told_at', 'is', null)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('duty_notices as n')
        .innerJoin('rota_publications as p', 'p.id', 'n.publication_id')
        .innerJoin('duty_notices as last', 'last.duty_id', 'n.duty_id')
        .innerJoin('rota_publications as q', 'q.id', 'last.publication_id')
        .select('n.id')
        .where('last.id', 'in', ids)
        .whereRef('p.version', '<=', 'q.version'),
    )
  if (lawyerId !== undefined) rows = rows.where('lawyer_id', '=', lawyerId)
  else if (actor.role !== 'head')
    rows = rows.where('lawyer_id', 'in', (eb) =>
      eb.selectFrom('lawyers').select('id').where('head_only', '=', 0),
    )
  await rows.execute()
}

/** All of duties that this person gave back: nobody has to tell what was before either. */
export async function markSeen(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: string },
  { dutyIds, lawyerId }: { dutyIds: readonly string[]; lawyerId: string },
): Promise<void> {
  await tx
    .updateTable('duty_notices')
    .set({ told_at: now, told_by: actor.userId, channel: 'seen' })
    .where('duty_id', 'in', dutyIds)
    .where('lawyer_id', '=', lawyerId)
    .where('told_at', 'is', null)
    .execute()
}
