import { v7 as uuid } from 'uuid'
import { mayMediate, mayOpenWall, type Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Reader } from '../schema.ts'
import type { Wall } from '../store/wall.ts'
import { accessOf, getCase } from './case-access.ts'
import { getSeal, makeSeal, type Walled } from './seals.ts'

export type PrivateNotes = { text: string; revision: number }

/** A pad belongs to who writes it: the mediator of the case, and only while they are. */
async function requirePad(db: Reader, actor: Actor, caseId: string) {
  const row = await getCase(db, actor, caseId, mayMediate, 'cases.notYours')
  if (!mayOpenWall(actor, accessOf(row))) throw new DomainError('sessions.wallNotYours')
}

const findPad = (db: Reader, actor: Actor, caseId: string) =>
  db
    .selectFrom('private_notes')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('owner_id', '=', actor.userId)
    .executeTakeFirst()

const placeOf = (padId: string) => `notes/${padId}`

/** This person's pad of the case; empty at revision 0 until something is written. */
export async function readPrivateNotes(
  db: Reader,
  wall: Wall,
  actor: Actor,
  caseId: string,
): Promise<PrivateNotes> {
  await requirePad(db, actor, caseId)
  const pad = await findPad(db, actor, caseId)
  if (!pad) return { text: '', revision: 0 }
  const seal = await getSeal(db, wall, 'notes', pad.id)
  return { text: seal.open(placeOf(pad.id), pad.sealed), revision: pad.revision }
}

/**
 * Stores the pad as it now stands; the same words sent twice are stored once.
 * @throws DomainError sessions.changedElsewhere when it was written elsewhere since `revision`
 */
export async function savePrivateNotes(
  happening: Walled,
  caseId: string,
  { text, revision }: PrivateNotes,
): Promise<{ revision: number; savedAt: string }> {
  const { tx, wall, actor, now } = happening
  await requirePad(tx, actor, caseId)
  const pad = await findPad(tx, actor, caseId)
  if (!pad) {
    if (revision !== 0) throw new DomainError('sessions.changedElsewhere')
    const id = uuid()
    const seal = await makeSeal(happening, 'notes', id)
    await tx
      .insertInto('private_notes')
      .values({
        id,
        case_id: caseId,
        owner_id: actor.userId,
        sealed: seal.seal(placeOf(id), text),
        revision: 1,
        updated_at: now,
      })
      .execute()
    return { revision: 1, savedAt: now }
  }
  const seal = await getSeal(tx, wall, 'notes', pad.id)
  if (seal.open(placeOf(pad.id), pad.sealed) === text)
    return { revision: pad.revision, savedAt: pad.updated_at }
  if (pad.revision !== revision) throw new DomainError('sessions.changedElsewhere')
  await tx
    .updateTable('private_notes')
    .set({
      sealed: seal.seal(placeOf(pad.id), text),
      revision: revision + 1,
      updated_at: now,
    })
    .where('id', '=', pad.id)
    .execute()
  return { revision: revision + 1, savedAt: now }
}
