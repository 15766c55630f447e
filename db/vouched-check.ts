import { shapeDigest } from './services/screen-signatures.ts'
import type { Stroke } from './domain/agreement/strokes.ts'
import { minutesDigest, sha256Of, signaturesDigest } from './queries/digests.ts'
import { getSetting } from './queries/settings.ts'
import { listVouched, type Vouched } from './queries/vouched.ts'
import type { Reader } from './schema.ts'

type FrozenRow = {
  id: string
  frozen: string | null
  frozen_sha256: string | null
  approved_at: string | null
}

/** Rows between two pauses, so that other work is not held up. */
export const pageSize = 200

/**
 * Rows by id, page after page.
 * @param size of a page; a shorter one is the last
 */
export async function* pagesOf<T extends { id: string }>(
  read: (after: string) => Promise<T[]>,
  size = pageSize,
): AsyncGenerator<T[]> {
  for (let after = ''; ;) {
    const page = await read(after)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (!last || page.length < size) return
    after = last.id
    await new Promise((resume) => setImmediate(resume))
  }
}

/**
 * From this moment on every approval is vouched for by the log; undefined in a practice centre, whose sample cases
 * were never approved by anybody.
 */
async function vouchingSince(db: Reader): Promise<string | undefined> {
  if (await getSetting(db, 'practice')) return undefined
  const row = await db
    .selectFrom('migrations')
    .select('applied_at')
    .where('name', '=', 'session_room')
    .executeTakeFirst()
  return row?.applied_at
}

/**
 * Every frozen agreement hashes to its digest, and both text and signatures are those that the log vouches for.
 * Yields what is wrong, by ids.
 */
export async function* unvouchedAgreements(db: Reader): AsyncGenerator<string> {
  const vouched = await listVouched(db, 'agreement')
  const since = await vouchingSince(db)
  const pages = pagesOf((after) =>
    db
      .selectFrom('agreements')
      .select(['id', 'frozen', 'frozen_sha256', 'approved_at'])
      .where('frozen', 'is not', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(pageSize)
      .execute(),
  )
  for await (const page of pages)
    for (const row of page)
      for (const fault of await faultsOf(db, row, vouched.get(row.id) ?? [], since))
        yield `${row.id}: ${fault}`
}

async function faultsOf(
  db: Reader,
  row: FrozenRow,
  vouched: readonly Vouched[],
  since: string | undefined,
): Promise<string[]> {
  const faults: string[] = []
  if (sha256Of(row.frozen ?? '') !== row.frozen_sha256) faults.push('text')
  if (vouched.some(({ sha256 }) => sha256 !== row.frozen_sha256)) faults.push('log')
  const isNew = since !== undefined && (row.approved_at ?? '') > since
  if (vouched.length === 0 && isNew) faults.push('notInLog')
  const signatures = vouched.at(-1)?.signatures
  if (signatures !== undefined && signatures !== (await signaturesDigest(db, row.id)))
    faults.push('signatures')
  return faults
}

/** Minutes that the log vouches for and that say something else now. */
export async function* unvouchedMinutes(db: Reader): AsyncGenerator<string> {
  let count = 0
  for (const [sessionId, vouched] of await listVouched(db, 'session')) {
    if (vouched.at(-1)?.sha256 !== (await minutesDigest(db, sessionId))) yield `${sessionId}: log`
    count += 1
    if (count % pageSize === 0) await new Promise((resume) => setImmediate(resume))
  }
}

/** Strokes that are not of the paper they stand under, or not the ones that were drawn. */
export async function* looseStrokes(db: Reader): AsyncGenerator<string> {
  const pages = pagesOf((after) =>
    db
      .selectFrom('signature_strokes as t')
      .innerJoin('signatures as s', 's.id', 't.signature_id')
      .innerJoin('agreements as a', 'a.id', 's.agreement_id')
      .select([
        's.id',
        's.manner',
        't.strokes',
        't.shape_sha256',
        't.paper_sha256',
        'a.frozen_sha256',
      ])
      .where('s.id', '>', after)
      .orderBy('s.id')
      .limit(pageSize)
      .execute(),
  )
  for await (const page of pages)
    for (const row of page) {
      if (row.paper_sha256 !== row.frozen_sha256) yield `${row.id}: paper`
      if (shapeDigest(JSON.parse(row.strokes) as Stroke[]) !== row.shape_sha256)
        yield `${row.id}: shape`
      if (!(JSON.parse(row.manner) as string[]).includes('screen')) yield `${row.id}: manner`
    }
  const without = await db
    .selectFrom('signatures as s')
    .leftJoin('signature_strokes as t', 't.signature_id', 's.id')
    .select('s.id')
    .where('t.signature_id', 'is', null)
    .where('s.manner', 'like', '%"screen"%')
    .execute()
  for (const { id } of without) yield `${id}: strokes`
}
