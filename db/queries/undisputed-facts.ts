import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

/**
 * The facts of a case with the last answer of each party to the present wording. A fact whose line has become a
 * concession stays away until the mark is taken back (C15).
 */
export async function listFacts(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('undisputed_facts as f')
    .leftJoin('entries as e', 'e.id', 'f.entry_id')
    .selectAll('f')
    .where('f.case_id', '=', caseId)
    .where('f.removed', '=', 0)
    .where((where) => where.or([where('e.mark', 'is', null), where('e.mark', '<>', 'concession')]))
    .orderBy('f.position')
    .execute()
  const answers = await db
    .selectFrom('undisputed_fact_answers as a')
    .innerJoin('undisputed_facts as f', (join) =>
      join.onRef('f.id', '=', 'a.fact_id').onRef('f.revision', '=', 'a.revision'),
    )
    .select(['a.fact_id', 'a.party_id', 'a.answer', 'a.at'])
    .where('f.case_id', '=', caseId)
    .orderBy('a.at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => {
    // A later answer of the same party takes the place of the earlier one.
    const last = new Map(
      answers
        .filter((answer) => answer.fact_id === row.id)
        .map((answer) => [answer.party_id, answer]),
    )
    return {
      id: row.id,
      position: row.position,
      text: row.text,
      revision: row.revision,
      ...optional({ sessionId: row.session_id, entryId: row.entry_id }),
      answers: [...last.values()].map(({ party_id: partyId, answer, at }) => ({
        partyId,
        answer,
        at,
      })),
    }
  })
}
