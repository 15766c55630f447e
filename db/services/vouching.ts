import { verifyAudit } from '../audit.ts'
import { minutesDigest, sha256Of, signaturesDigest } from '../queries/digests.ts'
import type { CodedPaper } from '../queries/papers-by-code.ts'
import { listVouched } from '../queries/vouched.ts'
import type { Reader } from '../schema.ts'
import type { Store } from '../store/opened-store.ts'

/**
 * `vouched`: an unbroken log says this very text and these signatures. `notInLog`: it was locked before the log kept
 * digests. `contradicted`: the record is not what was locked. `broken`: the log itself was changed.
 */
export type Chain = 'vouched' | 'notInLog' | 'contradicted' | 'broken'

type Present = { sha256: string | undefined; signatures: string | undefined; isSound: boolean }

async function presentOf(db: Reader, { kind, id }: CodedPaper): Promise<Present> {
  if (kind === 'minutes')
    return { sha256: await minutesDigest(db, id), signatures: undefined, isSound: true }
  const row = await db
    .selectFrom('agreements')
    .select(['frozen', 'frozen_sha256'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    sha256: row.frozen_sha256 ?? undefined,
    signatures: await signaturesDigest(db, id),
    isSound: sha256Of(row.frozen ?? '') === row.frozen_sha256,
  }
}

/** What the log says of a paper as it stands in the record. */
export async function chainOf(store: Store, paper: CodedPaper): Promise<Chain> {
  const { firstBad } = await verifyAudit(store.connection, store.secrets.keys['audit-mac'])
  if (firstBad || store.alarm) return 'broken'
  const present = await presentOf(store.db, paper)
  if (!present.isSound) return 'contradicted'
  const kind = paper.kind === 'agreement' ? 'agreement' : 'session'
  const vouched = (await listVouched(store.db, kind, paper.id)).get(paper.id)
  const last = vouched?.at(-1)
  if (!vouched || !last) return 'notInLog'
  const isSame =
    vouched.every(({ sha256 }) => sha256 === present.sha256) &&
    (last.signatures === undefined || last.signatures === present.signatures)
  return isSame ? 'vouched' : 'contradicted'
}
