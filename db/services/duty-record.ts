import { v7 as uuid } from 'uuid'
import type { Actor } from '../domain/access/case-access.ts'
import { hasBegun } from '../domain/duty/half-day.ts'
import { maySeeLawyer } from '../domain/duty/seeing.ts'
import { type SignKind, signTrouble } from '../domain/duty/sign.ts'
import { DomainError } from '../domain/errors.ts'
import type { DutyRecord } from '../queries/duties.ts'
import type { Tx } from '../schema.ts'
import { getDuty, writeSign } from './duty-signs.ts'

type Happening = { tx: Tx; actor: Actor; now: string }
type Revised = { dutyId: string; revision: number }

/** @throws DomainError duties.notFound, rotas.notSeen, duties.changedElsewhere */
export async function getSeenDuty(
  { tx, actor }: Happening,
  { dutyId, revision }: Revised,
): Promise<DutyRecord> {
  const duty = await getDuty(tx, dutyId)
  if (!maySeeLawyer(actor, duty)) throw new DomainError('rotas.notSeen')
  if (duty.revision !== revision) throw new DomainError('duties.changedElsewhere')
  return duty
}

/** By the window for somebody who came or left without a PIN; also later, as it was. @throws DomainError */
export async function signFor(
  happening: Happening,
  { kind, at, ...revised }: Revised & { kind: SignKind; at: string },
): Promise<number> {
  const duty = await getSeenDuty(happening, revised)
  if (at > happening.now) throw new DomainError('duties.future')
  const trouble = signTrouble(duty, kind, at)
  if (trouble) throw new DomainError(trouble)
  const sign = { id: uuid(), duty, lawyerId: duty.lawyerId, kind, at }
  await writeSign(happening, { ...sign, source: 'staff', stands: true, doubted: false })
  return duty.revision + 1
}

const update = ({ tx, now }: Happening, duty: DutyRecord, set: Corrected | Missed) =>
  tx
    .updateTable('duties')
    .set({ ...set, revision: duty.revision + 1, updated_at: now })
    .where('id', '=', duty.id)
    .execute()
type Corrected = {
  corrected_minutes: number | null
  corrected_reason: string
  corrected_by: string
}
type Missed = { no_show: number; no_show_words: string }

/** Minutes as they really were; without any those of the signs count again. @throws DomainError */
export async function correctMinutes(
  happening: Happening,
  { minutes, reason, ...revised }: Revised & { minutes?: number | undefined; reason: string },
): Promise<number> {
  const duty = await getSeenDuty(happening, revised)
  if (duty.state === 'cancelled') throw new DomainError('duties.cancelled')
  if (!hasBegun(duty, happening.now)) throw new DomainError('duties.future')
  await update(happening, duty, {
    corrected_minutes: minutes ?? null,
    corrected_reason: reason.trim(),
    corrected_by: happening.actor.userId,
  })
  return duty.revision + 1
}

/** Before it began: nobody waited for that person. */
async function wasGivenBack({ tx }: Happening, duty: DutyRecord): Promise<boolean> {
  if (duty.state !== 'cancelled' || duty.noShow) return false
  const row = await tx
    .selectFrom('duties')
    .select('updated_at')
    .where('id', '=', duty.id)
    .executeTakeFirstOrThrow()
  return !hasBegun(duty, row.updated_at)
}

/** Also of a duty that was given to somebody else after it had begun. @throws DomainError */
export async function markNoShow(
  happening: Happening,
  { noShow, words, ...revised }: Revised & { noShow: boolean; words: string },
): Promise<number> {
  const duty = await getSeenDuty(happening, revised)
  if (noShow && !hasBegun(duty, happening.now)) throw new DomainError('duties.notBegun')
  if (noShow && (await wasGivenBack(happening, duty))) throw new DomainError('duties.cancelled')
  if (noShow && duty.signedInAt !== undefined) throw new DomainError('duties.hasCome')
  await update(happening, duty, {
    no_show: noShow ? 1 : 0,
    no_show_words: noShow ? words.trim() : '',
  })
  return duty.revision + 1
}
