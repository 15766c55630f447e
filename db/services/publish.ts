import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import { begunShifts } from '../queries/begun-shifts.ts'
import { isUnchanged, rotaChanges, rotaVersion } from '../queries/rota-changes.ts'
import type { Row } from '../schema.ts'
import { reviseRota, type RotaHappening, tellReasons } from './rota-seats.ts'

export type SeatKey = { shiftId: string; lawyerId: string }
type Cause = Row<'rota_publications'>['cause']

type Publication = { id: string; version: number }

async function insertPublication(
  { tx, actor, now }: RotaHappening,
  rotaId: string,
  cause: Cause,
  words: string,
): Promise<Publication> {
  const id = uuid()
  const version = (await rotaVersion(tx, rotaId)) + 1
  await tx
    .insertInto('rota_publications')
    .values({
      id,
      rota_id: rotaId,
      version,
      cause,
      words: words.trim(),
      published_by: actor.userId,
      published_at: now,
    })
    .execute()
  return { id, version }
}

type Told = { publicationId: string; dutyId: string; lawyerId: string }

const insertNotice = (
  { tx }: RotaHappening,
  { publicationId, dutyId, lawyerId }: Told,
  kind: Row<'duty_notices'>['kind'],
) =>
  tx
    .insertInto('duty_notices')
    .values({
      id: uuid(),
      publication_id: publicationId,
      duty_id: dutyId,
      lawyer_id: lawyerId,
      kind,
      told_at: null,
      told_by: null,
      channel: null,
    })
    .execute()

const dutyOf = ({ tx }: RotaHappening, { shiftId, lawyerId }: SeatKey) =>
  tx
    .selectFrom('duties')
    .selectAll()
    .where('shift_id', '=', shiftId)
    .where('lawyer_id', '=', lawyerId)
    .executeTakeFirst()

/**
 * A duty that was taken back and is put again is the same row: its calendar entry comes back. Put at other times it is
 * noted as changed: whoever did not hear that it was away hears of the times.
 */
async function putDuty(
  happening: RotaHappening,
  seat: SeatKey,
  times: { startsAt: string; endsAt: string },
  insteadOf: string | null,
): Promise<{ dutyId: string; kind: NoticeKind }> {
  const { tx, now } = happening
  const old = await dutyOf(happening, seat)
  if (old?.state === 'planned') throw new DomainError('rotas.seatTaken')
  if (old) {
    await tx
      .updateTable('duties')
      .set({
        state: 'planned',
        instead_of: insteadOf,
        starts_at: times.startsAt,
        ends_at: times.endsAt,
        sequence: old.sequence + 1,
        no_show: 0,
        no_show_words: '',
        revision: old.revision + 1,
        published_at: now,
        updated_at: now,
      })
      .where('id', '=', old.id)
      .execute()
    const isSame = old.starts_at === times.startsAt && old.ends_at === times.endsAt
    return { dutyId: old.id, kind: isSame ? 'added' : 'changed' }
  }
  const id = uuid()
  await tx
    .insertInto('duties')
    .values({
      id,
      shift_id: seat.shiftId,
      lawyer_id: seat.lawyerId,
      starts_at: times.startsAt,
      ends_at: times.endsAt,
      state: 'planned',
      instead_of: insteadOf,
      sequence: 0,
      signed_in_at: null,
      signed_out_at: null,
      corrected_minutes: null,
      corrected_reason: '',
      corrected_by: null,
      no_show: 0,
      no_show_words: '',
      revision: 1,
      published_at: now,
      updated_at: now,
    })
    .execute()
  return { dutyId: id, kind: 'added' }
}

const cancelDuty = ({ tx, now }: RotaHappening, dutyId: string) =>
  tx
    .updateTable('duties')
    .set((set) => ({
      state: 'cancelled' as const,
      sequence: set('sequence', '+', 1),
      revision: set('revision', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', dutyId)
    .execute()

/** A duty that is taken back need not be covered or swapped. */
const withdrawAsked = ({ tx, actor, now }: RotaHappening, dutyId: string) =>
  tx
    .updateTable('rota_requests')
    .set((set) => ({
      state: 'withdrawn' as const,
      decided_at: now,
      decided_by: actor.userId,
      revision: set('revision', '+', 1),
      updated_at: now,
    }))
    .where('state', 'in', ['asked', 'agreed'])
    .where((eb) => eb.or([eb('duty_id', '=', dutyId), eb('partner_duty_id', '=', dutyId)]))
    .execute()

/**
 * Tells people the working copy: duties become what the seats are, with one notice for each change.
 * @throws DomainError rotas.nothingToPublish
 */
export async function publishRota(
  happening: RotaHappening,
  rotaId: string,
  words: string,
): Promise<Publication & { notices: number; revision: number }> {
  const { tx, now } = happening
  const changes = await rotaChanges(tx, rotaId, now)
  if (isUnchanged(changes)) throw new DomainError('rotas.nothingToPublish')
  const publication = await insertPublication(happening, rotaId, 'publish', words)
  const { id: publicationId } = publication
  let notices = 0
  const tell = async (told: SeatKey & { dutyId: string; hasBegun: boolean }, kind: NoticeKind) => {
    if (told.hasBegun) return
    await insertNotice(happening, { ...told, publicationId }, kind)
    notices += 1
  }
  for (const duty of changes.removed) {
    await cancelDuty(happening, duty.dutyId)
    await withdrawAsked(happening, duty.dutyId)
    await tell(duty, 'removed')
  }
  for (const seat of changes.added) {
    const { dutyId, kind } = await putDuty(happening, seat, seat, null)
    await tell({ ...seat, dutyId }, kind)
  }
  for (const duty of changes.changed) {
    await tx
      .updateTable('duties')
      .set((set) => ({
        starts_at: duty.startsAt,
        ends_at: duty.endsAt,
        sequence: set('sequence', '+', 1),
        revision: set('revision', '+', 1),
        updated_at: now,
      }))
      .where('id', '=', duty.dutyId)
      .execute()
    await tell(duty, 'changed')
  }
  await alignBegun(happening, rotaId)
  return { ...publication, notices, revision: await reviseRota(happening, rotaId) }
}

type NoticeKind = Row<'duty_notices'>['kind']

/** What was planned for a half-day that has begun meanwhile is over: its seats are its duties. */
async function alignBegun(happening: RotaHappening, rotaId: string) {
  const { tx, actor, now } = happening
  const begun = [...(await begunShifts(tx, rotaId, now)).either]
  if (begun.length === 0) return
  const duties = await tx
    .selectFrom('duties')
    .select(['shift_id', 'lawyer_id'])
    .where('shift_id', 'in', begun)
    .where('state', '=', 'planned')
    .execute()
  const seats = await tx
    .selectFrom('rota_seats')
    .select(['shift_id', 'lawyer_id'])
    .where('shift_id', 'in', begun)
    .execute()
  const isSame = (a: (typeof seats)[number]) => (b: (typeof seats)[number]) =>
    a.shift_id === b.shift_id && a.lawyer_id === b.lawyer_id
  for (const seat of seats)
    if (!duties.some(isSame(seat)))
      await tx
        .deleteFrom('rota_seats')
        .where('shift_id', '=', seat.shift_id)
        .where('lawyer_id', '=', seat.lawyer_id)
        .execute()
  const missing = duties.filter((duty) => !seats.some(isSame(duty)))
  for (const duty of missing)
    await tx
      .insertInto('rota_seats')
      .values({
        shift_id: duty.shift_id,
        lawyer_id: duty.lawyer_id,
        rota_id: rotaId,
        pinned: 0,
        knowingly: 0,
        origin: 'hand',
        reason: '',
        put_by: actor.userId,
        put_at: now,
      })
      .execute()
  await tellReasons(
    happening,
    rotaId,
    missing.map((duty) => ({ shiftId: duty.shift_id, lawyerId: duty.lawyer_id })),
  )
}

export type PublishedMove = {
  /** The rota whose publication is answered; seats of another one are published there. */
  rotaId: string
  out: readonly SeatKey[]
  into: readonly SeatKey[]
  cause: Exclude<Cause, 'publish'>
  words: string
  /** Whose place whoever comes in takes. */
  insteadOf?: string
  /** Beside an absence or a conflict, on purpose. */
  knowingly?: boolean
}

/** Whoever steps in comes when the one before was told to, whatever is being tried on the board. */
async function toldTimes(
  { tx }: RotaHappening,
  shiftId: string,
  shift: Row<'shifts'> | undefined,
): Promise<{ startsAt: string; endsAt: string }> {
  const told = await tx
    .selectFrom('duties')
    .select(['starts_at', 'ends_at'])
    .where('shift_id', '=', shiftId)
    // Who is there now was told last.
    .orderBy('state', 'desc')
    .orderBy('updated_at', 'desc')
    .executeTakeFirst()
  const row = told ?? shift
  if (!row) throw new DomainError('rotas.notFound')
  return { startsAt: row.starts_at, endsAt: row.ends_at }
}

/**
 * Moves these people in the working copy and tells just that: what else is unpublished stays so. Whoever calls
 * has checked the rules and the hour.
 * @throws DomainError rotas.seatNotFound (nobody was told of that duty), rotas.seatTaken, rotas.notFound
 */
export async function publishMove(
  happening: RotaHappening,
  { rotaId, out, into, cause, words, insteadOf, knowingly = false }: PublishedMove,
): Promise<{ publicationId: string; dutyIds: string[] }> {
  const { tx, actor, now } = happening
  const shifts = new Map<string, Row<'shifts'>>()
  for (const { shiftId } of [...out, ...into]) {
    const row = await tx
      .selectFrom('shifts')
      .selectAll()
      .where('id', '=', shiftId)
      .executeTakeFirst()
    if (!row) throw new DomainError('rotas.notFound')
    shifts.set(shiftId, row)
  }
  const rotaOf = ({ shiftId }: SeatKey) => shifts.get(shiftId)?.rota_id ?? rotaId
  const publications = new Map<string, Publication>()
  for (const id of new Set([rotaId, ...[...out, ...into].map(rotaOf)]))
    publications.set(id, await insertPublication(happening, id, cause, words))
  const publicationOf = (seat: SeatKey) => publications.get(rotaOf(seat))?.id ?? ''
  for (const seat of out) {
    const duty = await dutyOf(happening, seat)
    if (duty?.state !== 'planned') throw new DomainError('rotas.seatNotFound')
    await cancelDuty(happening, duty.id)
    const told = { publicationId: publicationOf(seat), dutyId: duty.id, lawyerId: seat.lawyerId }
    await insertNotice(happening, told, 'removed')
    await tx
      .deleteFrom('rota_seats')
      .where('shift_id', '=', seat.shiftId)
      .where('lawyer_id', '=', seat.lawyerId)
      .execute()
  }
  const dutyIds: string[] = []
  const origin = cause === 'leave' ? 'hand' : cause
  for (const seat of into) {
    const times = await toldTimes(happening, seat.shiftId, shifts.get(seat.shiftId))
    const { dutyId, kind } = await putDuty(happening, seat, times, insteadOf ?? null)
    dutyIds.push(dutyId)
    const told = { publicationId: publicationOf(seat), dutyId, lawyerId: seat.lawyerId }
    await insertNotice(happening, told, kind)
    // People agreed on it: the solver does not undo it.
    const set = { pinned: 1, knowingly: knowingly ? 1 : 0, origin } as const
    await tx
      .insertInto('rota_seats')
      .values({
        shift_id: seat.shiftId,
        lawyer_id: seat.lawyerId,
        rota_id: rotaOf(seat),
        ...set,
        reason: '',
        put_by: actor.userId,
        put_at: now,
      })
      .onConflict((conflict) => conflict.columns(['shift_id', 'lawyer_id']).doUpdateSet(set))
      .execute()
  }
  for (const id of publications.keys()) {
    await tellReasons(
      happening,
      id,
      [...out, ...into].filter((seat) => rotaOf(seat) === id),
    )
    await reviseRota(happening, id)
  }
  return { publicationId: publications.get(rotaId)?.id ?? '', dutyIds }
}
