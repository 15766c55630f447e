import { DomainError } from '../domain/errors.ts'
import { prepare } from '../domain/rota/prepared.ts'
import { reasonOf } from '../domain/rota/reasons.ts'
import { rosterOf } from '../domain/rota/roster.ts'
import { readRotaProblem, type RotaTables } from '../queries/rota-problem.ts'
import type { Row } from '../schema.ts'
import type { Happening } from './case-events.ts'

/** What happens to a rota: `resources` are the tables by which its rules judge. */
export type RotaHappening = Omit<Happening, 'resources'> & { resources: RotaTables }

/** @throws DomainError rotas.notFound, rotas.changedElsewhere */
export async function requireRota(
  { tx }: RotaHappening,
  rotaId: string,
  revision: number,
): Promise<Row<'rotas'>> {
  const row = await tx.selectFrom('rotas').selectAll().where('id', '=', rotaId).executeTakeFirst()
  if (!row) throw new DomainError('rotas.notFound')
  if (row.revision !== revision) throw new DomainError('rotas.changedElsewhere')
  return row
}

/** One more revision; whoever has the one before is refused. */
export async function reviseRota({ tx, now }: RotaHappening, rotaId: string): Promise<number> {
  const row = await tx
    .updateTable('rotas')
    .set((set) => ({ revision: set('revision', '+', 1), updated_at: now }))
    .where('id', '=', rotaId)
    .returning('revision')
    .executeTakeFirst()
  if (!row) throw new DomainError('rotas.notFound')
  return row.revision
}

/** Writes anew why those sit where they sit who are touched by a change of these seats. */
export async function tellReasons(
  happening: RotaHappening,
  rotaId: string,
  touched: readonly { shiftId: string; lawyerId: string }[],
) {
  const { tx, resources } = happening
  const { problem, assignments } = await readRotaProblem(tx, rotaId, resources)
  const prepared = prepare(problem)
  const roster = rosterOf(prepared, assignments)
  const lawyers = new Set(touched.map(({ lawyerId }) => lawyerId))
  const shifts = new Set(touched.map(({ shiftId }) => shiftId))
  for (const each of assignments)
    if (lawyers.has(each.lawyer) || shifts.has(each.shift))
      await tx
        .updateTable('rota_seats')
        .set({ reason: reasonOf(prepared, roster, each).text })
        .where('shift_id', '=', each.shift)
        .where('lawyer_id', '=', each.lawyer)
        .execute()
}
