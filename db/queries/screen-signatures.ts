import type { Stroke } from '../domain/agreement/strokes.ts'
import type { Reader } from '../schema.ts'

/** The signatures on screen of an agreement with their strokes, in the order in which they were given. */
export async function listScreenSignatures(db: Reader, agreementId: string) {
  const rows = await db
    .selectFrom('signature_strokes as t')
    .innerJoin('signatures as s', 's.id', 't.signature_id')
    .select([
      's.capacity',
      's.party_id',
      's.signer_name',
      't.strokes',
      't.witness_name',
      't.signed_at',
    ])
    .where('s.agreement_id', '=', agreementId)
    .orderBy('s.recorded_at')
    .orderBy('s.id')
    .execute()
  return rows.map((row) => ({
    capacity: row.capacity,
    partyId: row.party_id ?? undefined,
    signerName: row.signer_name,
    strokes: JSON.parse(row.strokes) as Stroke[],
    witnessName: row.witness_name,
    signedAt: row.signed_at,
  }))
}
