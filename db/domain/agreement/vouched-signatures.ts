/** A signature with its strokes as the store's rows hold them. */
export type SignatureRow = Readonly<Record<string, string | number | null>>

const columns = [
  'id',
  'capacity',
  'party_id',
  'signer_name',
  'manner',
  'signed_on',
  'recorded_by',
  'recorded_at',
  'strokes',
  'shape_sha256',
  'paper_sha256',
  'place',
  'witness_name',
  'pointer',
  'duration_ms',
  'flags',
  'signed_at',
] as const

/**
 * One text for all signatures of an agreement, strokes included; its digest goes into the log with each signing, so
 * that a later change of any of them shows.
 * @policy issue 3 §4: the hash chain covers what was signed
 */
export const canonicalSignatures = (rows: readonly SignatureRow[]): string =>
  JSON.stringify([
    'tanxin-signatures-v1',
    rows
      .map((row) => columns.map((column) => row[column] ?? null))
      .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  ])
