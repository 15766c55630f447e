import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addDays, localDateOf, weekday } from '#db/domain/local-date.ts'
import { breaksOf } from '#db/domain/rota/breaks.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import { bookedBetween } from '#db/queries/bookings.ts'
import { conflictFirmsBetween } from '#db/queries/firm-conflicts.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { readRotaProblem } from '#db/queries/rota-problem.ts'
import { checkPin } from '#db/services/lawyer-pin.ts'
import { seedCases } from '#db/services/seed.ts'
import type { Store } from '#db/store/opened-store.ts'
import { loadResources } from '#ipc/resources.ts'
import { head, practiceStore } from '#tests/support/practice-store.ts'

const resources = loadResources(new URL('../../resources', import.meta.url).pathname)

async function seeded(now: string, count = 48): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-seed-'))
  const store = await practiceStore(join(folder, 'store'))
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await seedCases(store, { count, seed: 1, now, actor: head, calendar: resources.calendar })
  return store
}

const sunday = '2026-11-22T03:15:04.123Z'
/** Wednesday at ten in the morning: somebody is on duty. */
const onDuty = '2026-11-25T02:00:00.000Z'
const inHolidays = '2026-10-02T02:00:00.000Z'

describe('seedLawyers', () => {
  it.each([sunday, onDuty, inHolidays, '2026-12-30T09:59:00.000Z'])(
    'makes two rotas that keep every hard rule, with each seat published, on %s',
    async (now) => {
      const { db } = await seeded(now)
      const rotas = await db.selectFrom('rotas').selectAll().orderBy('from_on').execute()
      const monday = addDays(localDateOf(now), 1 - weekday(localDateOf(now)))
      expect(rotas.map(({ from_on }) => from_on)).toEqual([addDays(monday, -14), monday])
      for (const { id } of rotas) {
        const { problem, assignments } = await readRotaProblem(db, id, resources, 'duties')
        expect(assignments.length).toBeGreaterThan(10)
        expect(breaksOf(prepare(problem), assignments)).toEqual([])
        const seats = (await readRotaProblem(db, id, resources, 'seats')).assignments
        const keys = (of: typeof seats) => of.map((each) => `${each.lawyer} ${each.shift}`)
        expect(keys(seats).toSorted()).toEqual(keys(assignments).toSorted())
      }
    },
  )

  it('links the account of a lawyer, and gives everybody the PIN that the note tells', async () => {
    const { db } = await seeded(sunday)
    const lawyers = await listLawyers(db)
    expect(lawyers).toHaveLength(6)
    expect(new Set(lawyers.map(({ firmId }) => firmId)).size).toBe(4)
    const linked = lawyers.filter(({ userId }) => userId !== undefined)
    expect(linked.map(({ name }) => name)).toEqual(['孙律师'])
    for (const { pin, note } of lawyers)
      expect(await checkPin(note.slice(-6), pin ?? '')).toBe(true)
  })

  it('tells what came of the half-days before now and of no others', async () => {
    const { db } = await seeded(onDuty)
    const rows = await db
      .selectFrom('duties as d')
      .innerJoin('shifts as s', 's.id', 'd.shift_id')
      .selectAll('d')
      .select(['s.date', 's.half'])
      .execute()
    const today = localDateOf(onDuty)
    const came = rows.filter((row) => row.signed_in_at !== null)
    expect(came.length).toBeGreaterThan(10)
    expect(came.every((row) => (row.signed_in_at ?? '') < onDuty && row.date <= today)).toBe(true)
    expect(rows.filter((row) => row.signed_out_at !== null && row.date >= today)).toEqual([])
    expect(came.some((row) => row.date === today && row.half === 'morning')).toBe(true)
    for (const kind of ['no_show', 'corrected_minutes'] as const)
      expect(rows.filter((row) => row[kind])).not.toHaveLength(0)
    const silent = rows.filter((row) => row.signed_in_at === null && row.date < today)
    expect(silent.every((row) => row.no_show === 1)).toBe(true)
    const consultations = await db.selectFrom('consultations').selectAll().execute()
    expect(consultations.length).toBeGreaterThan(3)
    expect(consultations.every(({ at }) => at <= onDuty)).toBe(true)
  })

  it('books cases on half-days ahead, one of them against a firm that is then not on duty', async () => {
    const { db } = await seeded(sunday)
    const today = localDateOf(sunday)
    const stretch = [addDays(today, 1), addDays(today, 30)] as const
    expect((await bookedBetween(db, ...stretch)).length).toBeGreaterThan(2)
    expect((await conflictFirmsBetween(db, ...stretch)).size).toBeGreaterThan(0)
  })

  it('stands without a case to book, and is made once', async () => {
    const store = await seeded(sunday, 1)
    await seedCases(store, { count: 30, seed: 2, now: sunday, actor: head })
    expect(await listLawyers(store.db)).toHaveLength(6)
  })
})
