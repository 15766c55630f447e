import type { SolvedRota } from '../domain/rota/answer.ts'
import { assignmentKey } from '../domain/rota/prepared.ts'
import { requireRota, reviseRota, type RotaHappening } from './rota-seats.ts'

/**
 * Writes a found rota into the working copy: who stays where he or she sits keeps the seat as it is.
 * @throws DomainError rotas.notFound, rotas.changedElsewhere: somebody changed it meanwhile, nothing is written
 */
export async function keepSolved(
  happening: RotaHappening,
  { rotaId, revision }: { rotaId: string; revision: number },
  { assignments, proven, gap, seconds, objective }: SolvedRota,
): Promise<number> {
  const { tx, actor, now } = happening
  await requireRota(happening, rotaId, revision)
  const rows = await tx.selectFrom('rota_seats').selectAll().where('rota_id', '=', rotaId).execute()
  const found = new Map(assignments.map((each) => [assignmentKey(each), each]))
  const there = new Set<string>()
  for (const row of rows) {
    const key = assignmentKey({ lawyer: row.lawyer_id, shift: row.shift_id })
    const kept = found.get(key)
    if (kept) there.add(key)
    if (kept)
      await tx
        .updateTable('rota_seats')
        .set({ reason: kept.reason.text })
        .where('shift_id', '=', row.shift_id)
        .where('lawyer_id', '=', row.lawyer_id)
        .execute()
    else
      await tx
        .deleteFrom('rota_seats')
        .where('shift_id', '=', row.shift_id)
        .where('lawyer_id', '=', row.lawyer_id)
        .execute()
  }
  for (const [key, { lawyer, shift, reason }] of found)
    if (!there.has(key))
      await tx
        .insertInto('rota_seats')
        .values({
          shift_id: shift,
          lawyer_id: lawyer,
          rota_id: rotaId,
          pinned: 0,
          knowingly: 0,
          origin: 'solver',
          reason: reason.text,
          put_by: actor.userId,
          put_at: now,
        })
        .execute()
  const solved = { proven, gap, seconds, at: now, total: objective.total }
  await tx
    .updateTable('rotas')
    .set({ solved: JSON.stringify(solved) })
    .where('id', '=', rotaId)
    .execute()
  return reviseRota(happening, rotaId)
}
