import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { prepare } from '#db/domain/rota/prepared.ts'
import { breaksOf } from '#db/domain/rota/breaks.ts'
import { readRotaProblem } from '#db/queries/rota-problem.ts'
import { at, linkAccount } from '#tests/support/duty-centre.ts'
import { refusal } from '#tests/support/refusal.ts'
import {
  addLawyer,
  lawyerNames,
  openRotaCentre,
  plannedDuties,
  publishedRota,
  type RotaCentre,
  seatKeys,
} from '#tests/support/rota-centre.ts'

let centre: RotaCentre
const rotaIds: string[] = []
beforeAll(async () => {
  centre = await openRotaCentre()
  const { head } = centre.as
  // Rules that swaps can break: rest, limits, pairs, absences.
  for (const name of ['七', '八'])
    centre.lawyerIds[name] = await addLawyer(head, name, {
      restDays: 1,
      perWeek: 2,
      weekly: mornings,
    })
  const [one = '', other = ''] = lawyerNames.map((name) => centre.lawyerIds[name] ?? '')
  await head.desks.savePairing({ oneId: one, otherId: other, kind: 'apart', note: '' })
  await head.lawyers.addDay({
    lawyerId: one,
    day: {
      kind: 'leave',
      words: '',
      fromOn: day('12-01'),
      toOn: day('12-03'),
    },
  })
  rotaIds.push((await publishedRota(head)).id)
  const next = await head.rotas.create({ from: day('12-07'), to: day('12-13') })
  await head.rotas.solve({ ...next, mode: 'all', seed: 2 })
  const { revision } = await head.rotas.get({ id: next.id })
  await head.rotas.publish({ id: next.id, revision, words: '' })
  rotaIds.push(next.id)
  await linkAccount(centre, '梁一')
})
afterAll(() => centre.close())

const day = (text: string) => localDate(`2026-${text}`)
const mornings = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, half: 'morning' as const }))

const allPlanned = async () =>
  (await Promise.all(rotaIds.map((id) => plannedDuties(centre, id)))).flat().toSorted()

/** By an own look at everything that was published, rota by rota. */
async function brokenNow() {
  const { db } = centre.store()
  const found = await Promise.all(
    rotaIds.map(async (id) => {
      const { problem, assignments } = await readRotaProblem(db, id, centre.core, 'duties')
      return breaksOf(prepare({ ...problem, pins: [] }), assignments).map(({ rule }) => rule.id)
    }),
  )
  return found.flat()
}

const duties = () =>
  centre
    .store()
    .db.selectFrom('duties')
    .select(['id', 'lawyer_id', 'shift_id'])
    .where('state', '=', 'planned')
    .orderBy('id')
    .execute()

describe('swaps of random duties', () => {
  it('move just those two, keep every rule of both rotas or are refused and move nothing', async () => {
    expect(await brokenNow()).toEqual([])
    let done = 0
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (first, second) => {
        const rows = await duties()
        const [one, other] = [rows[first % rows.length], rows[second % rows.length]]
        if (!one || !other || one.lawyer_id === other.lawyer_id) return
        const before = await allPlanned()
        const asked = { dutyId: one.id, partnerDutyId: other.id, knowingly: false, words: '' }
        try {
          await centre.as.head.requests.swapFor(asked)
        } catch (error) {
          const { code } = await refusal(Promise.reject(error as Error))
          expect(code).toBe('requests.breaksRules')
          expect(await allPlanned()).toEqual(before)
          refused += 1
          return
        }
        done += 1
        const swapped = before.map((key) => {
          if (key === `${one.lawyer_id} ${one.shift_id}`)
            return `${other.lawyer_id} ${one.shift_id}`
          if (key === `${other.lawyer_id} ${other.shift_id}`)
            return `${one.lawyer_id} ${other.shift_id}`
          return key
        })
        expect(await allPlanned()).toEqual(swapped.toSorted())
        expect(await brokenNow()).toEqual([])
      }),
      { numRuns: 40, seed: 6, endOnFailure: true },
    )
    expect(Math.min(done, refused)).toBeGreaterThan(3)
    for (const id of rotaIds) {
      const board = await centre.as.head.rotas.get({ id })
      expect(seatKeys(board)).toEqual(await plannedDuties(centre, id))
    }
  })

  it('are offered as they would be carried out, within a rota and across two', async () => {
    centre.clock.setWall(at('11-23', '06:00'))
    const own = (await duties()).filter(({ lawyer_id }) => lawyer_id === centre.lawyerIds['梁一'])
    const rotas = new Set<string>()
    for (const { id: dutyId } of own) {
      const { swaps, closed } = await centre.as.lawyer.requests.options({ dutyId })
      if (closed) continue
      for (const { duty, breaks } of swaps) {
        rotas.add(duty.date < '2026-12-07' ? 'first' : 'second')
        const asking = centre.as.lawyer.requests.ask({
          kind: 'swap',
          dutyId,
          partnerDutyId: duty.dutyId,
          words: '',
        })
        if (breaks.length > 0)
          expect(await refusal(asking)).toMatchObject({ details: { words: breaks.join('；') } })
        else await centre.as.lawyer.requests.withdraw({ id: (await asking).id, revision: 1 })
      }
    }
    expect(rotas.size).toBe(2)
  })
})
