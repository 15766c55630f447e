import { v7 as uuid } from 'uuid'
import { mayMediate, mayOpenWall, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Reader } from '../schema.ts'
import type { Wall } from '../store/wall.ts'
import type { DraftKind } from '../tables/sessions.ts'
import { accessOf, getCase } from './case-access.ts'
import { getSeal, makeSeal, type Walled } from './seals.ts'

export type DraftKey = { kind: DraftKind; objectId: string }

/** A draft of an offer lies behind the wall of its case; reasons for warnings belong to whoever writes the agreement. */
async function requireObject(db: Reader, actor: Actor, { kind, objectId }: DraftKey) {
  if (kind === 'offer') {
    const row = await getCase(db, actor, objectId, mayMediate, 'cases.notYours')
    if (!mayOpenWall(actor, accessOf(row))) throw new DomainError('offers.notYours')
    return
  }
  if (kind !== 'passedWarnings') {
    await getCase(db, actor, objectId, mayMediate, 'cases.notYours')
    return
  }
  const agreement = await db
    .selectFrom('agreements')
    .select('case_id')
    .where('id', '=', objectId)
    .executeTakeFirst()
  if (!agreement) throw new DomainError('agreements.notFound')
  await getCase(db, actor, agreement.case_id, mayMediate, 'cases.notYours')
}

const findDraft = (db: Reader, actor: Actor, { kind, objectId }: DraftKey) =>
  db
    .selectFrom('private_drafts')
    .selectAll()
    .where('owner_id', '=', actor.userId)
    .where('kind', '=', kind)
    .where('object_id', '=', objectId)
    .executeTakeFirst()

const placeOf = (draftId: string) => `draft/${draftId}`

/** What this person has begun to write here; undefined when nothing. */
export async function readDraft(
  db: Reader,
  wall: Wall,
  actor: Actor,
  key: DraftKey,
): Promise<string | undefined> {
  await requireObject(db, actor, key)
  const draft = await findDraft(db, actor, key)
  if (!draft) return undefined
  const seal = await getSeal(db, wall, 'draft', draft.id)
  return seal.open(placeOf(draft.id), draft.sealed)
}

/** Keeps what is written now in place of what was. */
export async function keepDraft(happening: Walled, key: DraftKey, text: string) {
  const { tx, wall, actor, now } = happening
  await requireObject(tx, actor, key)
  const draft = await findDraft(tx, actor, key)
  if (draft) {
    const seal = await getSeal(tx, wall, 'draft', draft.id)
    await tx
      .updateTable('private_drafts')
      .set({ sealed: seal.seal(placeOf(draft.id), text), updated_at: now })
      .where('id', '=', draft.id)
      .execute()
    return
  }
  const id = uuid()
  const seal = await makeSeal(happening, 'draft', id)
  await tx
    .insertInto('private_drafts')
    .values({
      id,
      owner_id: actor.userId,
      kind: key.kind,
      object_id: key.objectId,
      sealed: seal.seal(placeOf(id), text),
      updated_at: now,
    })
    .execute()
}

/** Recorded or thrown away: the words go, not only their row's mark. */
export async function dropDraft({ tx, actor }: Walled, key: DraftKey) {
  await requireObject(tx, actor, key)
  await tx
    .deleteFrom('private_drafts')
    .where('owner_id', '=', actor.userId)
    .where('kind', '=', key.kind)
    .where('object_id', '=', key.objectId)
    .execute()
}
