import type { Tx } from '../schema.ts'

/**
 * The next number of a running sequence, taken in the caller's transaction: a rolled-back one leaves no gap.
 * @policy forms.md §1: one sequence per body and calendar year, never reused
 */
export async function nextNumber(
  tx: Tx,
  kind: 'case' | 'agreement',
  year: number,
): Promise<number> {
  const row = await tx
    .insertInto('number_sequences')
    .values({ kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet((set) => ({ last: set('last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return row.last
}
