import type { Reader } from '../schema.ts'

/** What the log says of a paper: digest of the text, and of the signatures where it has some. */
export type Vouched = { sha256: string; signatures: string | undefined }

const pattern = /^done sha256:([0-9a-f]{64})(?: signatures:([0-9a-f]{64}))?$/

export const vouchedIn = (result: string): Vouched | undefined => {
  const found = pattern.exec(result)
  return found?.[1] === undefined ? undefined : { sha256: found[1], signatures: found[2] }
}

export type VouchedKind = 'agreement' | 'session'

/** Every line of the log that vouches for a paper, oldest first, of one paper or of all. */
export async function listVouched(
  db: Reader,
  kind: VouchedKind,
  objectId?: string,
): Promise<Map<string, Vouched[]>> {
  let query = db
    .selectFrom('audit_log')
    .select(['object_id', 'result'])
    .where('object_kind', '=', kind)
    .where('result', 'like', 'done sha256:%')
    .orderBy('seq')
  if (objectId !== undefined) query = query.where('object_id', '=', objectId)
  const byObject = new Map<string, Vouched[]>()
  for (const row of await query.execute()) {
    const vouched = vouchedIn(row.result)
    if (!vouched) continue
    const known = byObject.get(row.object_id)
    if (known) known.push(vouched)
    else byObject.set(row.object_id, [vouched])
  }
  return byObject
}
