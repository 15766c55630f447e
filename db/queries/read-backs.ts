import type { Reader } from '../schema.ts'

/** Answers to one text, oldest first. */
export async function listReadBackAnswers(db: Reader, objectId: string, sha256: string) {
  const rows = await db
    .selectFrom('read_back_answers')
    .select(['item', 'party_id', 'answer', 'words', 'at'])
    .where('object_id', '=', objectId)
    .where('sha256', '=', sha256)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ party_id, ...row }) => ({ ...row, partyId: party_id }))
}
