import type { Actor } from '../domain/access/case-access.ts'
import { maySeeLawyer } from '../domain/consultation/access.ts'
import type { ConsultationCategory } from '../domain/consultation/register.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, yearOf, type LocalDate } from '../domain/local-date.ts'
import { checkPhone } from '../domain/phone.ts'
import { consultationNumber } from '../domain/consultation/number.ts'
import { dutiesOn } from '../queries/consultation-counts.ts'
import {
  findConsultation,
  mayRead,
  type ConsultationContent,
  type ConsultationForm,
  type ConsultationRecord,
} from '../queries/consultations.ts'
import type { Reader } from '../schema.ts'
import type { Happening } from './case-events.ts'

/**
 * A lawyer whom this actor may name: staff everybody whom they see, a lawyer only him- or herself.
 * @throws DomainError lawyers.notFound, consultations.notYours
 */
export async function lawyerFor(db: Reader, actor: Actor, lawyerId: string): Promise<string> {
  const row = await db
    .selectFrom('lawyers')
    .select(['user_id', 'head_only'])
    .where('id', '=', lawyerId)
    .executeTakeFirst()
  const userId = row?.user_id ?? undefined
  if (!row || !maySeeLawyer(actor, { headOnly: row.head_only === 1, userId }))
    throw new DomainError('lawyers.notFound')
  if (actor.role === 'lawyer' && userId !== actor.userId)
    throw new DomainError('consultations.notYours')
  return lawyerId
}

const ownLawyer = (db: Reader, { userId }: Actor) =>
  db.selectFrom('lawyers').select('id').where('user_id', '=', userId).executeTakeFirst()

/** The one who answered: of a lawyer's own record always that lawyer; somebody who is not seen stays. */
async function answeredBy(
  { tx, actor }: Happening,
  wanted: string | undefined,
  known: ConsultationRecord | undefined,
): Promise<string | undefined> {
  const { lawyerId } = known?.form ?? {}
  if (wanted !== undefined && wanted === lawyerId) return lawyerId
  if (wanted !== undefined) return lawyerFor(tx, actor, wanted)
  if (known?.lawyer && !maySeeLawyer(actor, known.lawyer)) return lawyerId
  return actor.role === 'lawyer' ? (await ownLawyer(tx, actor))?.id : undefined
}

/** HH:MM on the wall in China, as shifts tell their times. */
const wallTime = (at: string): string =>
  `${String((Number(at.slice(11, 13)) + 8) % 24).padStart(2, '0')}${at.slice(13, 16)}`

/** The duty during which it was: the one under way, else the first of the day. */
async function dutyOf(db: Reader, lawyerId: string | undefined, at: string, named?: string) {
  if (lawyerId === undefined) return undefined
  const duties = await dutiesOn(db, lawyerId, localDateOf(at))
  const time = wallTime(at)
  const found =
    duties.find(({ id }) => id === named) ??
    duties.find(({ startsAt, endsAt }) => startsAt <= time && time <= endsAt) ??
    duties[0]
  return found?.id
}

const contentOf = (form: ConsultationForm): ConsultationContent => {
  const { at: _at, manner: _manner, category: _category, name: _name, ...rest } = form
  const { lawyerId: _lawyer, dutyId: _duty, outcome: _outcome, ...content } = rest
  const phone = checkPhone(content.phone)
  // What is no number yet is kept as typed: it is saved while it is written.
  return { ...content, phone: phone.ok ? phone.value : content.phone }
}

/** The record, if this actor may change it at this revision. */
async function changeable(
  { tx, actor }: Pick<Happening, 'tx' | 'actor'>,
  id: string,
  revision: number,
): Promise<ConsultationRecord> {
  const known = await findConsultation(tx, id)
  if (!known) throw new DomainError('consultations.notFound')
  if (!mayRead(actor, known)) throw new DomainError('consultations.notYours')
  if (known.revision !== revision) throw new DomainError('consultations.changedElsewhere')
  return known
}

/**
 * Saved while it is typed; with `revision` 0 a new one, which takes the next number of the year.
 * @throws DomainError consultations.notFound, notYours, changedElsewhere, removed, future; lawyers.notFound
 */
export async function saveConsultation(
  happening: Happening,
  id: string,
  revision: number,
  form: ConsultationForm,
): Promise<{ revision: number; number: string }> {
  const { tx, actor, now } = happening
  if (form.at > now) throw new DomainError('consultations.future')
  const known = revision === 0 ? undefined : await changeable(happening, id, revision)
  if (!known && (await findConsultation(tx, id)))
    throw new DomainError('consultations.changedElsewhere')
  if (known?.removed) throw new DomainError('consultations.removed')
  const lawyerId = await answeredBy(happening, form.lawyerId, known)
  const columns = {
    at: form.at,
    manner: form.manner,
    lawyer_id: lawyerId ?? null,
    duty_id: (await dutyOf(tx, lawyerId, form.at, form.dutyId)) ?? null,
    category: form.category,
    name: form.name.trim(),
    content: JSON.stringify(contentOf(form)),
    outcome: form.outcome ?? null,
    revision: revision + 1,
    updated_at: now,
  }
  if (known) {
    await tx.updateTable('consultations').set(columns).where('id', '=', id).execute()
    return { revision: revision + 1, number: known.number }
  }
  const year = yearOf(localDateOf(now))
  const last = await tx
    .selectFrom('consultations')
    .select((of) => of.fn.max('number').as('number'))
    .where('year', '=', year)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('consultations')
    .values({
      id,
      year,
      number,
      ...columns,
      case_id: null,
      draft_id: null,
      removed_at: null,
      removed_words: '',
      created_by: actor.userId,
      created_at: now,
    })
    .execute()
  return { revision: 1, number: consultationNumber(year, number) }
}

/** Out of the list, its number kept; @throws DomainError as `saveConsultation` */
export async function removeConsultation(
  happening: Happening,
  id: string,
  revision: number,
  words: string,
): Promise<number> {
  const known = await changeable(happening, id, revision)
  if (known.removed) throw new DomainError('consultations.removed')
  return put(happening, known, { removed_at: happening.now, removed_words: words.trim() })
}

export async function restoreConsultation(
  happening: Happening,
  id: string,
  revision: number,
): Promise<number> {
  const known = await changeable(happening, id, revision)
  return put(happening, known, { removed_at: null, removed_words: '' })
}

async function put(
  { tx, now }: Happening,
  { id, revision }: ConsultationRecord,
  columns: { removed_at: string | null; removed_words: string },
) {
  await tx
    .updateTable('consultations')
    .set({ ...columns, revision: revision + 1, updated_at: now })
    .where('id', '=', id)
    .execute()
  return revision + 1
}

type Counts = { category: ConsultationCategory; count: number }[]

/**
 * Sets the counters of a lawyer and day, all of them at once; the remark stands with the first.
 * @throws DomainError lawyers.notFound; consultations.notYours, future
 */
export async function setCounts(
  { tx, actor, now }: Happening,
  { lawyerId, date, counts, words }: SetCounts,
): Promise<number> {
  await lawyerFor(tx, actor, lawyerId)
  if (date > localDateOf(now)) throw new DomainError('consultations.future')
  const byCategory = new Map<string, number>()
  for (const { category, count } of counts) if (count > 0) byCategory.set(category, count)
  const remark = words.trim()
  // A remark alone needs a row to stand on.
  if (byCategory.size === 0 && remark !== '') byCategory.set('other', 0)
  const [duty] = await dutiesOn(tx, lawyerId, date)
  await tx
    .deleteFrom('consultation_counts')
    .where('lawyer_id', '=', lawyerId)
    .where('date', '=', date)
    .execute()
  const rows = [...byCategory].map(([category, count], index) => ({
    lawyer_id: lawyerId,
    date,
    duty_id: duty?.id ?? null,
    category,
    count,
    words: index === 0 ? remark : '',
    updated_by: actor.userId,
    updated_at: now,
  }))
  if (rows.length > 0) await tx.insertInto('consultation_counts').values(rows).execute()
  return rows.reduce((sum, { count }) => sum + count, 0)
}

type SetCounts = { lawyerId: string; date: LocalDate; counts: Counts; words: string }
