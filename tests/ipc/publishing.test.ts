import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#db/domain/local-date.ts'
import { publishMove, type PublishedMove } from '#db/services/publish.ts'
import {
  lastDay,
  openRotaCentre,
  plannedDuties,
  type RotaCentre,
  seatKeys,
} from '#tests/support/rota-centre.ts'

let centre: RotaCentre
beforeAll(async () => {
  centre = await openRotaCentre(2)
})
afterAll(() => centre.close())

const publish = (move: PublishedMove) =>
  centre
    .store()
    .db.transaction()
    .execute((tx) =>
      publishMove(
        {
          tx,
          now: centre.clock.now(),
          actor: { userId: centre.ids.head, role: 'head' },
          resources: centre.core,
        },
        move,
      ),
    )

type Step = { kind: 'toggle' | 'publish' | 'cover'; lawyer: number; shift: number; other: number }
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('toggle', 'toggle', 'toggle', 'publish', 'cover'),
  lawyer: fc.nat(5),
  shift: fc.nat(9),
  other: fc.nat(5),
})

/** Whom the last notice of each duty told that he or she is on it. */
async function lastTold(rotaId: string): Promise<string[]> {
  const rows = await centre
    .store()
    .db.selectFrom('duty_notices as n')
    .innerJoin('duties as d', 'd.id', 'n.duty_id')
    .innerJoin('rota_publications as p', 'p.id', 'n.publication_id')
    .select(['n.lawyer_id', 'd.shift_id', 'n.kind'])
    .where('p.rota_id', '=', rotaId)
    .orderBy('p.version')
    .execute()
  const last = new Map(rows.map((row) => [`${row.lawyer_id} ${row.shift_id}`, row.kind]))
  return [...last].flatMap(([key, kind]) => (kind === 'removed' ? [] : [key])).toSorted()
}

const differences = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((key) => !b.has(key)).length + [...b].filter((key) => !a.has(key)).length

describe('publishing', () => {
  let weeks = 0

  it('leaves every duty exactly as it was last published, whatever is moved in between', async () => {
    const { head } = centre.as
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18 }), async (steps) => {
        const from = addDays(lastDay, 1 + 7 * weeks)
        weeks += 1
        const { id, ...made } = await head.rotas.create({ from, to: addDays(from, 6) })
        let { revision } = made
        const { shifts } = await head.rotas.get({ id })
        const lawyers = Object.values(centre.lawyerIds)
        let told = new Set<string>()
        let seats = new Set<string>()
        for (const { kind, ...at } of steps) {
          const lawyerId = lawyers[at.lawyer] ?? ''
          const otherId = lawyers[at.other] ?? ''
          const shiftId = shifts[at.shift]?.id ?? ''
          const [key, other] = [`${lawyerId} ${shiftId}`, `${otherId} ${shiftId}`]
          if (kind === 'toggle') {
            const [out, into] = seats.has(key)
              ? [[{ lawyerId, shiftId }], []]
              : [[], [{ lawyerId, shiftId }]]
            const moved = await head.rotas.move({ id, revision, out, into, knowingly: false })
            revision = moved.revision
            seats = new Set(seats)
            if (!seats.delete(key)) seats.add(key)
          } else if (kind === 'publish') {
            if (differences(seats, told) === 0) continue
            const done = await head.rotas.publish({ id, revision, words: '' })
            expect(done.notices).toBe(differences(seats, told))
            revision = done.revision
            told = new Set(seats)
          } else if (told.has(key) && !told.has(other)) {
            await publish({
              rotaId: id,
              cause: 'cover',
              words: '',
              insteadOf: lawyerId,
              out: [
                {
                  lawyerId,
                  shiftId,
                },
              ],
              into: [
                {
                  lawyerId: otherId,
                  shiftId,
                },
              ],
            })
            revision += 1
            for (const each of [told, (seats = new Set(seats))]) {
              each.delete(key)
              each.add(other)
            }
          }
          expect(await plannedDuties(centre, id)).toEqual([...told].toSorted())
          const board = await head.rotas.get({ id })
          expect(board.revision).toBe(revision)
          expect(seatKeys(board)).toEqual([...seats].toSorted())
          const isSame = differences(seats, told) === 0
          expect(board.state).toBe(board.version === 0 ? 'draft' : isSame ? 'published' : 'changed')
        }
        expect(await lastTold(id)).toEqual([...told].toSorted())
      }),
      { numRuns: 12 },
    )
  })
})

describe('publishMove', () => {
  it('publishes a swap between two rotas in both, with the reasons of those who moved', async () => {
    const { head } = centre.as
    const from = addDays(lastDay, 1 + 7 * 60)
    const [one = '', other = ''] = Object.values(centre.lawyerIds)
    const put = async (day: typeof from, lawyerId: string) => {
      const { id, revision } = await head.rotas.create({ from: day, to: addDays(day, 6) })
      const shiftId = (await head.rotas.get({ id })).shifts[0]?.id ?? ''
      const into = [{ lawyerId, shiftId }]
      const moved = await head.rotas.move({ id, revision, out: [], into, knowingly: false })
      await head.rotas.publish({ id, revision: moved.revision, words: '' })
      return { id, shiftId }
    }
    const first = await put(from, one)
    const second = await put(addDays(from, 7), other)
    const { dutyIds } = await publish({
      rotaId: first.id,
      cause: 'swap',
      words: '',
      out: [
        {
          lawyerId: one,
          shiftId: first.shiftId,
        },
        {
          lawyerId: other,
          shiftId: second.shiftId,
        },
      ],
      into: [
        {
          lawyerId: other,
          shiftId: first.shiftId,
        },
        {
          lawyerId: one,
          shiftId: second.shiftId,
        },
      ],
    })
    expect(dutyIds).toHaveLength(2)
    for (const [{ id }, lawyerId] of [
      [first, other],
      [second, one],
    ] as const) {
      const board = await head.rotas.get({ id })
      expect(board).toMatchObject({ state: 'published', version: 2 })
      expect(board.seats).toMatchObject([{ lawyerId, origin: 'swap', pinned: true }])
      expect(board.seats[0]?.reason).toContain('按固定安排')
      expect(await plannedDuties(centre, id)).toEqual(seatKeys(board))
    }
  })

  it('refuses to take from somebody what was never told, and to give what was', async () => {
    const { head } = centre.as
    const from = addDays(lastDay, 1 + 7 * 70)
    const [one = '', other = ''] = Object.values(centre.lawyerIds)
    const { id, revision } = await head.rotas.create({ from, to: addDays(from, 6) })
    const shiftId = (await head.rotas.get({ id })).shifts[0]?.id ?? ''
    const seat = (lawyerId: string) => ({ lawyerId, shiftId })
    const into = [seat(one)]
    await head.rotas.move({ id, revision, out: [], into, knowingly: false })
    const move = { rotaId: id, cause: 'cover' as const, words: '' }
    await expect(publish({ ...move, out: [seat(one)], into: [seat(other)] })).rejects.toThrow(
      'rotas.seatNotFound',
    )
    await head.rotas.publish({ id, revision: revision + 1, words: '' })
    await expect(publish({ ...move, out: [], into: [seat(one)] })).rejects.toThrow(
      'rotas.seatTaken',
    )
    expect(await plannedDuties(centre, id)).toEqual([`${one} ${shiftId}`])
  })
})
