import {
  strokeFlagsOf,
  strokesDuration,
  strokeShape,
  type Stroke,
  type StrokeFlag,
} from '../domain/agreement/strokes.ts'
import { sha256Of } from '../queries/digests.ts'
import type { Reader, Row } from '../schema.ts'
import { recordEvent, type Happening } from './case-events.ts'

export type ScreenSigning = {
  strokes: readonly Stroke[]
  /** The paper that was in sight: its frozen digest. */
  paperSha256: string
  place: string
  witnessName: string
  pointer: Row<'signature_strokes'>['pointer']
}

export const shapeDigest = (strokes: readonly Stroke[]): string => sha256Of(strokeShape(strokes))

/** Somewhere in the store, or in a signature that was taken back, somebody signed with this very shape. */
async function isUsedBefore({ tx }: Happening, shapeSha256: string): Promise<boolean> {
  const kept = await tx
    .selectFrom('signature_strokes')
    .select('signature_id')
    .where('shape_sha256', '=', shapeSha256)
    .executeTakeFirst()
  if (kept) return true
  const gone = await tx
    .selectFrom('case_events')
    .select('id')
    .where('kind', '=', 'signatureRemoved')
    .where('details', 'like', `%${shapeSha256}%`)
    .executeTakeFirst()
  return gone !== undefined
}

/**
 * Keeps the strokes of a signature just recorded. One that wants a second look is kept as it is, with its flags and
 * a line on the time line: evidence is never thrown away.
 */
export async function keepStrokes(
  happening: Happening,
  caseId: string,
  signature: { id: string; signerName: string },
  screen: ScreenSigning,
): Promise<void> {
  const shape = shapeDigest(screen.strokes)
  const alone = strokeFlagsOf(screen.strokes)
  // Of a dot or a dash all are alike: they say nothing about being used twice.
  const isTelling = !alone.includes('tooFewPoints')
  const flags: StrokeFlag[] =
    isTelling && (await isUsedBefore(happening, shape)) ? ['identical', ...alone] : alone
  await happening.tx
    .insertInto('signature_strokes')
    .values({
      signature_id: signature.id,
      strokes: JSON.stringify(screen.strokes),
      shape_sha256: shape,
      paper_sha256: screen.paperSha256,
      place: screen.place.trim(),
      witness_name: screen.witnessName.trim(),
      pointer: screen.pointer,
      duration_ms: strokesDuration(screen.strokes),
      flags: JSON.stringify(flags),
      signed_at: happening.now,
    })
    .execute()
  if (flags.length > 0)
    await recordEvent(happening, caseId, 'signatureFlagged', {
      signerName: signature.signerName.trim(),
      flags: flags.join(' '),
    })
}

/** The shape of a signature on screen; undefined for one of another manner. */
export async function shapeOf(db: Reader, signatureId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('signature_strokes')
    .select('shape_sha256')
    .where('signature_id', '=', signatureId)
    .executeTakeFirst()
  return row?.shape_sha256
}
