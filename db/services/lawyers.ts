import { pinyin } from 'pinyin-pro'
import { v7 as uuid } from 'uuid'
import { foldName } from '../domain/duty/conflict.ts'
import { isWeakPin } from '../domain/duty/pin.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { checkPhone } from '../domain/phone.ts'
import { listFirms } from '../queries/firms.ts'
import { type DutyOnDay, dutiesWithin } from '../queries/duties-of-lawyer.ts'
import { findLawyer, type LawyerRecord, listLawyers } from '../queries/lawyers.ts'
import type { Tx } from '../schema.ts'
import type { Happening } from './case-events.ts'
import { hashPin } from './lawyer-pin.ts'

export type LawyerForm = Omit<
  LawyerRecord,
  'id' | 'revision' | 'initials' | 'firmName' | 'firmShortName' | 'pin' | 'days'
>

/** lm of 李明, dxx of 单雄信: the surname is read as one; other characters stay as they are. */
export const initialsOf = (name: string): string =>
  pinyin(name.normalize('NFKC'), {
    surname: 'head',
    pattern: 'first',
    toneType: 'none',
    type: 'array',
  })
    .join('')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const tidyWords = (words: readonly string[]): string =>
  JSON.stringify([...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))])

const weeklyOf = (weekly: LawyerForm['weekly']): string | null => {
  if (weekly === undefined) return null
  const kept = new Map(weekly.map((each) => [`${each.weekday} ${each.half}`, each]))
  return JSON.stringify(
    [...kept.values()].toSorted(
      (a, b) => a.weekday - b.weekday || (a.half === b.half ? 0 : a.half === 'morning' ? -1 : 1),
    ),
  )
}

const columnsOf = (lawyer: LawyerForm, phone: string) => ({
  name: lawyer.name.trim(),
  initials: initialsOf(lawyer.name),
  user_id: lawyer.userId ?? null,
  firm_id: lawyer.firmId ?? null,
  licence_number: lawyer.licenceNumber.trim(),
  fields: tidyWords(lawyer.fields),
  languages: tidyWords(lawyer.languages),
  phone,
  contact_hours: lawyer.contactHours.trim(),
  joined_on: lawyer.joinedOn,
  left_on: lawyer.leftOn ?? null,
  share_percent: lawyer.sharePercent,
  weekly: weeklyOf(lawyer.weekly),
  per_week: lawyer.perWeek ?? null,
  per_month: lawyer.perMonth ?? null,
  rest_days: lawyer.restDays,
  twice_a_day: lawyer.twiceADay ? 1 : 0,
  head_only: lawyer.headOnly ? 1 : 0,
  note: lawyer.note.trim(),
})

/** Somebody who left may have a namesake: files and lists are of those who are there. */
async function requireFree(tx: Tx, id: string | undefined, lawyer: LawyerForm, now: string) {
  const others = (await listLawyers(tx)).filter((each) => each.id !== id)
  const today = localDateOf(now)
  const namesake = others.find(
    ({ name, leftOn }) =>
      foldName(name) === foldName(lawyer.name) && (leftOn === undefined || leftOn > today),
  )
  if (namesake) throw new DomainError('lawyers.nameTaken', { name: namesake.name })
  if (lawyer.userId === undefined) return
  const holder = others.find(({ userId }) => userId === lawyer.userId)
  if (holder) throw new DomainError('lawyers.accountTaken', { name: holder.name })
}

async function requireAccountOfLawyer(tx: Tx, userId: string) {
  const user = await tx
    .selectFrom('users')
    .select('role')
    .where('id', '=', userId)
    .executeTakeFirst()
  if (user?.role !== 'lawyer') throw new DomainError('lawyers.accountNotLawyer')
}

function checkedPhone(text: string): string {
  if (text.trim() === '') return ''
  const check = checkPhone(text)
  if (!check.ok) throw new DomainError('lawyers.invalidPhone')
  return check.value
}

/**
 * @returns with the published duties on and after the day of leaving
 * @throws DomainError lawyers.notFound, lawyers.changedElsewhere, lawyers.nameTaken, lawyers.accountTaken,
 * lawyers.accountNotLawyer, lawyers.leftTooEarly, lawyers.invalidPhone, firms.notFound
 */
export async function saveLawyer(
  { tx, actor, now }: Happening,
  id: string | undefined,
  revision: number,
  lawyer: LawyerForm,
): Promise<{ id: string; revision: number; duties: DutyOnDay[] }> {
  const before = id === undefined ? undefined : await findLawyer(tx, id)
  if (id !== undefined && !before) throw new DomainError('lawyers.notFound')
  if (before && before.revision !== revision) throw new DomainError('lawyers.changedElsewhere')
  if (lawyer.leftOn !== undefined && lawyer.leftOn < lawyer.joinedOn)
    throw new DomainError('lawyers.leftTooEarly')
  await requireFree(tx, id, lawyer, now)
  if (lawyer.userId !== undefined && lawyer.userId !== before?.userId)
    await requireAccountOfLawyer(tx, lawyer.userId)
  if (
    lawyer.firmId !== undefined &&
    lawyer.firmId !== before?.firmId &&
    !(await listFirms(tx)).some((firm) => firm.id === lawyer.firmId)
  )
    throw new DomainError('firms.notFound')
  const columns = columnsOf(lawyer, checkedPhone(lawyer.phone))
  if (id !== undefined) {
    await tx
      .updateTable('lawyers')
      .set({ ...columns, revision: revision + 1, updated_at: now })
      .where('id', '=', id)
      .execute()
    const { leftOn } = lawyer
    const duties =
      leftOn === undefined
        ? []
        : await dutiesWithin(tx, id, { fromOn: leftOn, toOn: undefined, half: undefined }, now)
    return { id, revision: revision + 1, duties }
  }
  const made = uuid()
  await tx
    .insertInto('lawyers')
    .values({
      id: made,
      ...columns,
      pin: null,
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { id: made, revision: 1, duties: [] }
}

/** Kept as a hash only. @throws DomainError lawyers.notFound, lawyers.notYours, lawyers.weakPin */
export async function setPin({ tx, actor, now }: Happening, id: string, pin: string) {
  const lawyer = await findLawyer(tx, id)
  if (actor.role === 'lawyer' && lawyer?.userId !== actor.userId)
    throw new DomainError('lawyers.notYours')
  if (!lawyer) throw new DomainError('lawyers.notFound')
  if (isWeakPin(pin)) throw new DomainError('lawyers.weakPin')
  await tx
    .updateTable('lawyers')
    .set({ pin: await hashPin(pin), updated_at: now })
    .where('id', '=', id)
    .execute()
}
