import { v7 as uuid } from 'uuid'
import { foldName } from '../domain/duty/conflict.ts'
import type { OpeningDay } from '../domain/duty/open-days.ts'
import type { RotaSettings } from '../domain/duty/settings.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { type DeskRecord, listDesks } from '../queries/desks.ts'
import { findLawyer, listPairings, type Pairing } from '../queries/lawyers.ts'
import { putSetting } from '../queries/settings.ts'
import type { Tx } from '../schema.ts'
import type { Happening } from './case-events.ts'

type DeskForm = Omit<DeskRecord, 'id' | 'revision' | 'position'>

async function known(tx: Tx, id: string, revision: number) {
  const desk = (await listDesks(tx)).find((each) => each.id === id)
  if (!desk) throw new DomainError('desks.notFound')
  if (desk.revision !== revision) throw new DomainError('desks.changedElsewhere')
}

/** @throws DomainError desks.notFound, desks.changedElsewhere, desks.nameTaken, desks.patternTwice */
export async function saveDesk(
  { tx, actor, now }: Happening,
  id: string | undefined,
  revision: number,
  desk: DeskForm,
): Promise<{ id: string; revision: number }> {
  if (id !== undefined) await known(tx, id, revision)
  const others = (await listDesks(tx)).filter((each) => each.id !== id)
  const namesake = others.find(({ name }) => foldName(name) === foldName(desk.name))
  if (namesake) throw new DomainError('desks.nameTaken', { name: namesake.name })
  const kinds = desk.patterns.map(({ dayKind, half }) => `${dayKind} ${half}`)
  if (new Set(kinds).size < kinds.length) throw new DomainError('desks.patternTwice')
  const columns = { name: desk.name.trim(), place: desk.place.trim() }
  const saved = { id: id ?? uuid(), revision: id === undefined ? 1 : revision + 1 }
  if (id === undefined)
    await tx
      .insertInto('desks')
      .values({
        id: saved.id,
        ...columns,
        position: Math.max(0, ...others.map(({ position }) => position)) + 1,
        removed: 0,
        revision: 1,
        created_by: actor.userId,
        created_at: now,
        updated_at: now,
      })
      .execute()
  else
    await tx
      .updateTable('desks')
      .set({ ...columns, revision: saved.revision, updated_at: now })
      .where('id', '=', id)
      .execute()
  await putPatterns(tx, saved.id, desk.patterns)
  return saved
}

async function putPatterns(tx: Tx, deskId: string, patterns: DeskForm['patterns']) {
  await tx.deleteFrom('shift_patterns').where('desk_id', '=', deskId).execute()
  for (const { dayKind, half, startsAt, endsAt, demand } of patterns)
    await tx
      .insertInto('shift_patterns')
      .values({
        id: uuid(),
        desk_id: deskId,
        day_kind: dayKind,
        half,
        starts_at: startsAt,
        ends_at: endsAt,
        demand,
      })
      .execute()
}

/** Past rotas keep its name. @throws DomainError desks.notFound, desks.changedElsewhere, desks.hasDuties */
export async function removeDesk({ tx, now }: Happening, id: string, revision: number) {
  await known(tx, id, revision)
  const ahead = await tx
    .selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .select('s.date')
    .where('s.desk_id', '=', id)
    .where('d.state', '=', 'planned')
    .where('s.date', '>=', localDateOf(now))
    .orderBy('s.date', 'desc')
    .executeTakeFirst()
  if (ahead) throw new DomainError('desks.hasDuties', { last: ahead.date })
  await tx
    .updateTable('desks')
    .set({ removed: 1, revision: revision + 1, updated_at: now })
    .where('id', '=', id)
    .execute()
}

export async function setOpeningDay({ tx, actor, now }: Happening, day: OpeningDay) {
  const columns = { open: day.open ? 1 : 0, words: day.words.trim() }
  const made = { created_by: actor.userId, created_at: now }
  await tx
    .insertInto('opening_days')
    .values({ date: day.date, ...columns, ...made })
    .onConflict((conflict) => conflict.column('date').doUpdateSet({ ...columns, ...made }))
    .execute()
}

/** The calendar decides again. */
export async function unsetOpeningDay({ tx }: Happening, date: string) {
  await tx.deleteFrom('opening_days').where('date', '=', date).execute()
}

/** @throws DomainError lawyers.notFound, desks.pairingExists */
export async function savePairing(
  { tx, actor, now }: Happening,
  pairing: Pick<Pairing, 'oneId' | 'otherId' | 'kind' | 'note'>,
): Promise<string> {
  const [oneId = '', otherId = ''] = [pairing.oneId, pairing.otherId].toSorted()
  for (const id of [oneId, otherId])
    if (!(await findLawyer(tx, id))) throw new DomainError('lawyers.notFound')
  const same = (await listPairings(tx)).some(
    (each) => each.oneId === oneId && each.otherId === otherId,
  )
  if (same) throw new DomainError('desks.pairingExists')
  const id = uuid()
  await tx
    .insertInto('lawyer_pairings')
    .values({
      id,
      one_id: oneId,
      other_id: otherId,
      kind: pairing.kind,
      note: pairing.note.trim(),
      created_by: actor.userId,
      created_at: now,
    })
    .execute()
  return id
}

/** @throws DomainError desks.pairingNotFound */
export async function removePairing({ tx }: Happening, id: string) {
  if (!(await listPairings(tx)).some((pairing) => pairing.id === id))
    throw new DomainError('desks.pairingNotFound')
  await tx.deleteFrom('lawyer_pairings').where('id', '=', id).execute()
}

const inOrder = <T extends number | string>(values: readonly T[]): T[] =>
  [...new Set(values)].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))

export async function saveRotaSettings({ tx, now }: Happening, settings: RotaSettings) {
  const { weekdays, solarEndings, lunarEndings, dates } = settings.marketDays
  await putSetting(
    tx,
    'rota',
    {
      ...settings,
      marketDays: {
        weekdays: inOrder(weekdays),
        solarEndings: inOrder(solarEndings),
        lunarEndings: inOrder(lunarEndings),
        dates: inOrder(dates),
      },
    },
    now,
  )
}
