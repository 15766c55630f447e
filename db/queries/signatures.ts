import type { Signature } from '../domain/agreement/signing.ts'
import type { Stroke, StrokeFlag } from '../domain/agreement/strokes.ts'
import type { Reader } from '../schema.ts'
import { listSignatures } from './agreements.ts'

export type ScreenRecord = {
  place: string
  witnessName: string
  pointer: 'pen' | 'touch' | 'mouse'
  durationMs: number
  signedAt: string
  flags: StrokeFlag[]
}
export type SignatureRecord = Signature & { id: string; screen?: ScreenRecord }

/**
 * Signatures of an agreement, those on screen with what was noted of them. The first of an identical pair was
 * recorded without a flag: it gets one here.
 */
export async function listSignatureRecords(
  db: Reader,
  agreementId: string,
): Promise<SignatureRecord[]> {
  const rows = await db
    .selectFrom('signature_strokes as t')
    .innerJoin('signatures as s', 's.id', 't.signature_id')
    .select((expression) => [
      't.signature_id',
      't.place',
      't.witness_name',
      't.pointer',
      't.duration_ms',
      't.signed_at',
      't.flags',
      expression
        .selectFrom('signature_strokes as o')
        .whereRef('o.shape_sha256', '=', 't.shape_sha256')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('same_shape'),
    ])
    .where('s.agreement_id', '=', agreementId)
    .execute()
  const screens = new Map(
    rows.map((row) => {
      const flags = new Set(JSON.parse(row.flags) as StrokeFlag[])
      if (Number(row.same_shape) > 1 && !flags.has('tooFewPoints')) flags.add('identical')
      return [
        row.signature_id,
        {
          place: row.place,
          witnessName: row.witness_name,
          pointer: row.pointer,
          durationMs: row.duration_ms,
          signedAt: row.signed_at,
          flags: [...flags],
        },
      ]
    }),
  )
  const signatures = await listSignatures(db, agreementId)
  return signatures.map((signature) => {
    const screen = screens.get(signature.id)
    return { ...signature, ...(screen ? { screen } : {}) }
  })
}

/** What was drawn on screen for one signature; undefined when it was given otherwise. */
export async function findStrokes(db: Reader, agreementId: string, signatureId: string) {
  const row = await db
    .selectFrom('signature_strokes as t')
    .innerJoin('signatures as s', 's.id', 't.signature_id')
    .selectAll('t')
    .where('s.agreement_id', '=', agreementId)
    .where('s.id', '=', signatureId)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    strokes: (JSON.parse(row.strokes) as Stroke[]).map((stroke) => [...stroke]),
    paperSha256: row.paper_sha256,
    place: row.place,
    witnessName: row.witness_name,
    pointer: row.pointer,
  }
}
