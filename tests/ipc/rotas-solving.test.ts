import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import {
  addLawyer,
  newRota,
  openRotaCentre,
  peopleAt,
  publishedRota,
  type RotaCentre,
  seatKeys,
  shiftAt,
  solvedRota,
  weekPatterns,
} from '#tests/support/rota-centre.ts'
import { randomOf } from '#tests/support/rota-instances.ts'
import { sampleDesk } from '#tests/support/lawyers-desk-inputs.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openRotaCentre()
})
afterEach(() => centre.close())

const lawyer = (name: string) => centre.lawyerIds[name] ?? ''
const settings = async (change: { allowGaps?: boolean; solveSeconds?: number }) => {
  const { head } = centre.as
  const { settings: now } = await head.desks.all({})
  await head.desks.saveSettings({ ...now, ...change })
}
/** So many people that a proof takes longer than any of these tests. */
const crowd = async () => {
  const { head } = centre.as
  const random = randomOf(7)
  for (const name of ['二号窗口', '三号窗口', '四号窗口'])
    await head.desks.save({
      revision: 0,
      desk: { ...sampleDesk, name, patterns: weekPatterns(2) },
    })
  for (let index = 0; index < 80; index += 1) {
    const firmId = centre.firmIds[index % 2]
    await addLawyer(head, `众${index}`, {
      ...(firmId === undefined ? {} : { firmId }),
      sharePercent: 50 + Math.floor(random() * 100),
      perWeek: 2,
      restDays: index % 3,
      weekly: weekPatterns(1)
        .filter(() => random() < 0.4)
        .map(({ dayKind, half }) => ({ weekday: Number(dayKind), half })),
    })
  }
  await settings({ solveSeconds: 60 })
  return newRota(head)
}

describe('rotas.solve', () => {
  it('fills every seat, proves it, says why and shares it out evenly', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const answer = await head.rotas.solve({ id, revision, mode: 'all', seed: 1 })
    expect(answer).toMatchObject({ outcome: 'solved', proven: true, gap: 0, seats: 20, gaps: [] })
    const board = await head.rotas.get({ id })
    expect(board).toMatchObject({ gaps: 0, breaks: [], state: 'draft' })
    expect(board.solved).toMatchObject({ proven: true, total: board.total })
    expect(board.seats.every(({ origin }) => origin === 'solver')).toBe(true)
    for (const { reason, lawyerId } of board.seats) {
      const name = board.lawyers.find((each) => each.id === lawyerId)?.name ?? ''
      expect(reason.startsWith(`${name}：`)).toBe(true)
    }
    const turns = board.lawyers.map(({ fairness }) => fairness?.total.assigned)
    expect(turns.toSorted()).toEqual([3, 3, 3, 3, 4, 4])
  })

  it('keeps pins, and in filling gaps everything that stands', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const board = await head.rotas.get({ id })
    const day = { fromOn: localDate('2026-11-24'), toOn: localDate('2026-11-24'), words: '' }
    await head.lawyers.addDay({ lawyerId: lawyer('许二'), day: { kind: 'leave', ...day } })
    const seat = { lawyerId: lawyer('许二'), shiftId: shiftAt(board, '11-24', 'morning').id }
    const loose = { lawyerId: lawyer('何三'), shiftId: shiftAt(board, '11-24', 'afternoon').id }
    const one = await head.rotas.move({
      id,
      revision,
      out: [],
      into: [seat],
      knowingly: true,
    })
    const two = await head.rotas.move({
      id,
      revision: one.revision,
      out: [],
      into: [loose],
      knowingly: false,
    })
    const filled = await head.rotas.solve({
      id,
      revision: two.revision,
      mode: 'gaps',
      seed: 1,
    })
    expect(filled).toMatchObject({ outcome: 'solved', seats: 20 })
    const after = await head.rotas.get({ id })
    expect(peopleAt(after, seat.shiftId)).toEqual([seat.lawyerId])
    expect(peopleAt(after, loose.shiftId)).toEqual([loose.lawyerId])
    expect(after.seats.filter(({ origin }) => origin === 'hand')).toHaveLength(2)
    await head.rotas.solve({ id, revision: after.revision, mode: 'all', seed: 3 })
    const anew = await head.rotas.get({ id })
    expect(peopleAt(anew, seat.shiftId)).toEqual([seat.lawyerId])
    expect(anew.breaks).toEqual([])
  })

  it('changes nothing of what has begun', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const early = shiftAt(board, '11-23', 'morning')
    const [there = ''] = peopleAt(board, early.id)
    const off = await head.rotas.move({
      id: board.id,
      revision: board.revision,
      into: [],
      knowingly: false,
      out: [
        {
          lawyerId: there,
          shiftId: early.id,
        },
      ],
    })
    centre.clock.setWall('2026-11-24T01:30:00.000Z')
    await head.rotas.solve({ id: board.id, revision: off.revision, mode: 'all', seed: 5 })
    const after = await head.rotas.get({ id: board.id })
    expect(peopleAt(after, early.id)).toEqual([])
    const next = shiftAt(after, '11-24', 'morning')
    expect(peopleAt(after, next.id)).toEqual(peopleAt(board, next.id))
  })

  it('leaves a published rota as people know it when nothing has changed', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    await head.rotas.solve({ id: board.id, revision: board.revision, mode: 'all', seed: 9 })
    const after = await head.rotas.get({ id: board.id })
    expect(seatKeys(after)).toEqual(seatKeys(board))
    expect(after.state).toBe('published')
  })

  it('names the rules that clash, and works once one of them is set aside', async () => {
    const { head } = centre.as
    await settings({ allowGaps: false })
    const { id, revision } = await newRota(head)
    const on = localDate('2026-11-26')
    for (const lawyerId of Object.values(centre.lawyerIds))
      await head.lawyers.addDay({
        lawyerId,
        day: { kind: 'leave', fromOn: on, toOn: on, half: 'morning', words: '' },
      })
    const answer = await head.rotas.solve({ id, revision, mode: 'all', seed: 1 })
    if (answer.outcome !== 'infeasible') throw new Error(answer.outcome)
    expect(answer.text).toContain('不能同时满足')
    const demand = answer.clash.find(({ text }) => text.includes('11月26日上午'))
    expect(demand).toMatchObject({ suffices: true })
    expect((await head.rotas.get({ id })).seats).toEqual([])
    const relaxed = [demand?.id ?? '']
    expect(await refusalCode(head.rotas.relax({ id, revision, relaxed: ['leave:nobody'] }))).toBe(
      'rotas.unknownRule',
    )
    const next = await head.rotas.relax({ id, revision, relaxed })
    expect(await head.rotas.solve({ id, ...next, mode: 'all', seed: 1 })).toMatchObject({
      outcome: 'solved',
      seats: 19,
    })
    expect((await head.rotas.get({ id })).relaxed).toMatchObject([{ id: relaxed[0] }])
  })

  it('answers how far it is, one at a time, and ends when asked', async () => {
    const { head } = centre.as
    const { id, revision } = await crowd()
    const asking = head.rotas.solve({ id, revision, mode: 'all', seed: 1 })
    await expect
      .poll(() => head.rotas.solving({ id }), { timeout: 20_000 })
      .toMatchObject({
        running: true,
        limit: 60,
      })
    expect(await refusalCode(head.rotas.solve({ id, revision, mode: 'gaps', seed: 1 }))).toBe(
      'rotas.solving',
    )
    await head.rotas.stopSolving({ id })
    const answer = await asking
    expect(answer.seconds).toBeLessThan(30)
    const { seats } = await head.rotas.get({ id })
    if (answer.outcome === 'solved') expect(seats).toHaveLength(answer.seats)
    else expect({ answer, seats }).toMatchObject({ answer: { cancelled: true }, seats: [] })
    expect(await head.rotas.solving({ id })).toMatchObject({ running: false })
  })

  it('writes nothing when somebody changed the rota meanwhile', async () => {
    const { head, receptionist } = centre.as
    const { id, revision } = await newRota(head)
    const board = await head.rotas.get({ id })
    const refused = refusalCode(head.rotas.solve({ id, revision, mode: 'all', seed: 1 }))
    await expect.poll(async () => (await head.rotas.solving({ id })).running).toBe(true)
    const into = [{ lawyerId: lawyer('许二'), shiftId: shiftAt(board, '11-24', 'morning').id }]
    await receptionist.rotas.move({ id, revision, out: [], into, knowingly: false })
    expect(await refused).toBe('rotas.changedElsewhere')
    expect((await head.rotas.get({ id })).seats).toMatchObject(into)
  })

  it('ends when the store is closed, and writes nothing into the next one', async () => {
    const { head } = centre.as
    const { id, revision } = await crowd()
    const refused = refusalCode(head.rotas.solve({ id, revision, mode: 'all', seed: 1 }))
    await expect.poll(async () => (await head.rotas.solving({ id })).running).toBe(true)
    const again = await centre.signIn('林主任')
    expect(await refused).toBe('users.notSignedIn')
    expect(await again.rotas.solving({ id })).toMatchObject({ running: false })
    expect((await again.rotas.get({ id })).seats).toEqual([])
  })

  it('is refused to others than the head and to an old board', async () => {
    const { head, receptionist } = centre.as
    const { id, revision } = await solvedRota(head)
    const task = { id, mode: 'all' as const, seed: 1 }
    expect(await refusalCode(receptionist.rotas.solve({ ...task, revision }))).toBe(
      'users.notPermitted',
    )
    expect(await refusalCode(head.rotas.solve({ ...task, revision: revision - 1 }))).toBe(
      'rotas.changedElsewhere',
    )
  })
})
