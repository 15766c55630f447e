import { v7 as uuid } from 'uuid'
import type { Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { dutiesWithin, type DutyOnDay } from '../queries/duties-of-lawyer.ts'
import { findLawyerDay, type LawyerDay } from '../queries/lawyer-days.ts'
import { findLawyer, type LawyerRecord } from '../queries/lawyers.ts'
import type { Reader } from '../schema.ts'
import type { Happening } from './case-events.ts'

type DayForm = Pick<LawyerDay, 'kind' | 'fromOn' | 'toOn' | 'half' | 'words'>

/**
 * Whose days this person may change: a lawyer the own ones, the head all, other keepers those of everybody they see.
 * @throws DomainError lawyers.notYours, lawyers.notFound
 */
export async function lawyerToKeep(
  db: Reader,
  actor: Actor,
  lawyerId: string,
): Promise<LawyerRecord> {
  const lawyer = await findLawyer(db, lawyerId)
  if (actor.role === 'lawyer' && lawyer?.userId !== actor.userId)
    throw new DomainError('lawyers.notYours')
  if (!lawyer || (lawyer.headOnly && actor.role === 'receptionist'))
    throw new DomainError('lawyers.notFound')
  return lawyer
}

/**
 * Notes an exception, leave or a wish; the same one twice is one.
 * @returns with the published duties that an absence falls on
 * @throws DomainError lawyers.notYours, lawyers.notFound, lawyers.datesReversed, lawyers.past
 */
export async function addLawyerDay(
  { tx, actor, now }: Happening,
  lawyerId: string,
  day: DayForm,
): Promise<{ id: string; duties: DutyOnDay[] }> {
  const lawyer = await lawyerToKeep(tx, actor, lawyerId)
  if (day.toOn < day.fromOn) throw new DomainError('lawyers.datesReversed')
  if (day.toOn < localDateOf(now)) throw new DomainError('lawyers.past')
  const same = lawyer.days.find(
    ({ kind, fromOn, toOn, half, words }) =>
      kind === day.kind &&
      fromOn === day.fromOn &&
      toOn === day.toOn &&
      half === day.half &&
      words === day.words.trim(),
  )
  const id =
    same?.id ??
    (await insertDay({ tx, actor, now }, lawyerId, day, {
      source: actor.role === 'lawyer' ? 'self' : 'hand',
      sourceKey: undefined,
    }))
  return { id, duties: await dutiesHit({ tx, now }, lawyerId, day) }
}

/** The published duties that an absence falls on; nothing else falls on any. */
export const dutiesHit = async (
  { tx, now }: Pick<Happening, 'tx' | 'now'>,
  lawyerId: string,
  day: Pick<DayForm, 'kind' | 'fromOn' | 'toOn' | 'half'>,
): Promise<DutyOnDay[]> =>
  day.kind === 'leave' || day.kind === 'unavailable' ? dutiesWithin(tx, lawyerId, day, now) : []

export async function insertDay(
  { tx, actor, now }: Happening,
  lawyerId: string,
  day: DayForm,
  from: Pick<LawyerDay, 'source' | 'sourceKey'>,
): Promise<string> {
  const id = uuid()
  await tx
    .insertInto('lawyer_days')
    .values({
      id,
      lawyer_id: lawyerId,
      kind: day.kind,
      from_on: day.fromOn,
      to_on: day.toOn,
      half: day.half ?? null,
      words: day.words.trim(),
      source: from.source,
      source_key: from.sourceKey ?? null,
      removed_at: null,
      removed_by: null,
      created_by: actor.userId,
      created_at: now,
    })
    .execute()
  return id
}

/** Taken back, not deleted. */
export async function takeBackDay({ tx, actor, now }: Happening, id: string) {
  await tx
    .updateTable('lawyer_days')
    .set({ removed_at: now, removed_by: actor.userId })
    .where('id', '=', id)
    .execute()
}

/** @throws DomainError lawyers.dayNotFound, lawyers.notYours, lawyers.notFound, lawyers.past */
export async function removeLawyerDay(happening: Happening, id: string) {
  const day = await findLawyerDay(happening.tx, id)
  if (!day) throw new DomainError('lawyers.dayNotFound')
  await lawyerToKeep(happening.tx, happening.actor, day.lawyerId)
  if (day.toOn < localDateOf(happening.now)) throw new DomainError('lawyers.past')
  await takeBackDay(happening, id)
}
