import type { Reader } from '../schema.ts'
import type { SealKind } from '../tables/sessions.ts'
import type { Wall } from '../store/wall.ts'
import type { Happening } from './case-events.ts'

/** A happening behind the wall. */
export type Walled = Happening & { wall: Wall }

/** What a key is for: it opens nowhere else. */
export const keyPlace = (kind: SealKind, objectId: string): string => `${kind}/${objectId}`

/** The key of one thing behind the wall, still wrapped; undefined when nothing was sealed there yet. */
export async function wrappedKey(
  db: Reader,
  kind: SealKind,
  objectId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('seals')
    .select('wrapped_key')
    .where('kind', '=', kind)
    .where('object_id', '=', objectId)
    .executeTakeFirst()
  return row?.wrapped_key
}

/** Makes and keeps a key of its own for a new thing behind the wall; answers it wrapped. */
export async function newKey(
  { tx, wall, now }: Pick<Walled, 'tx' | 'wall' | 'now'>,
  kind: SealKind,
  objectId: string,
): Promise<string> {
  const wrapped = wall.newKey(keyPlace(kind, objectId))
  await tx
    .insertInto('seals')
    .values({ kind, object_id: objectId, wrapped_key: wrapped, created_at: now })
    .execute()
  return wrapped
}

/** The key of one thing, ready for use; `place` names the row, such as `entry/<id>`. */
export type Seal = {
  seal(place: string, words: string): string
  /** @throws Error when the row was altered or moved: a defect */
  open(place: string, sealed: string): string
}

const sealOver = (wall: Wall, place: string, wrapped: string): Seal => ({
  seal: (at, words) => wall.seal(wrapped, place, at, words),
  open: (at, sealed) => wall.open(wrapped, place, at, sealed),
})

/** A new key, ready for use. */
export async function makeSeal(
  happening: Pick<Walled, 'tx' | 'wall' | 'now'>,
  kind: SealKind,
  objectId: string,
): Promise<Seal> {
  const wrapped = await newKey(happening, kind, objectId)
  return sealOver(happening.wall, keyPlace(kind, objectId), wrapped)
}

/** @throws Error when there is no key where something was sealed: a defect */
export async function getSeal(
  db: Reader,
  wall: Wall,
  kind: SealKind,
  objectId: string,
): Promise<Seal> {
  const wrapped = await wrappedKey(db, kind, objectId)
  if (wrapped === undefined) throw new Error(`a sealed ${kind} has no key`)
  return sealOver(wall, keyPlace(kind, objectId), wrapped)
}
