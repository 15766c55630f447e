import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { failureOf, refusalCode } from '#tests/support/refusal.ts'
import {
  addLawyer,
  lastDay,
  newRota,
  openRotaCentre,
  peopleAt,
  plannedDuties,
  publishedRota,
  type RotaCentre,
  seatKeys,
  shiftAt,
  weekPatterns,
} from '#tests/support/rota-centre.ts'
import { sampleDesk } from '#tests/support/lawyers-desk-inputs.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openRotaCentre()
})
afterEach(() => centre.close())

const lawyer = (name: string) => centre.lawyerIds[name] ?? ''
const nextFortnight = { from: addDays(lastDay, 1), to: addDays(lastDay, 14) }

describe('rotas.copyLast', () => {
  it('puts everybody where they sat a fortnight before', async () => {
    const { head, receptionist } = centre.as
    const board = await publishedRota(head)
    const { id, revision } = await head.rotas.create(nextFortnight)
    expect((await head.rotas.get({ id })).mayCopy).toBe(true)
    const copied = await receptionist.rotas.copyLast({ id, revision })
    expect(copied).toMatchObject({ copied: 20, leftOut: 0 })
    const next = await head.rotas.get({ id })
    for (const { date, half, id: shiftId } of board.shifts) {
      const same = next.shifts.find((each) => each.date === addDays(date, 14) && each.half === half)
      expect(peopleAt(next, same?.id ?? '')).toEqual(peopleAt(board, shiftId))
    }
    expect(next.seats.every(({ origin }) => origin === 'copied')).toBe(true)
  })

  it('keeps what stands and leaves out whom a rule keeps away', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const { id, revision } = await head.rotas.create(nextFortnight)
    const shift = shiftAt(await head.rotas.get({ id }), '12-08', 'morning')
    const former = peopleAt(board, shiftAt(board, '11-24', 'morning').id)
    const other = Object.values(centre.lawyerIds).find((each) => !former.includes(each)) ?? ''
    const into = [{ lawyerId: other, shiftId: shift.id }]
    const moved = await head.rotas.move({ id, revision, out: [], into, knowingly: false })
    const [away = ''] = peopleAt(board, shiftAt(board, '12-01', 'morning').id)
    const on = localDate('2026-12-15')
    await head.lawyers.addDay({
      lawyerId: away,
      day: { kind: 'leave', fromOn: on, toOn: on, words: '' },
    })
    const told = await head.rotas.copyLast({ id, revision: moved.revision })
    expect(told.leftOut).toBeGreaterThan(0)
    const next = await head.rotas.get({ id })
    expect(peopleAt(next, shift.id)).toEqual([other])
    expect(peopleAt(next, shiftAt(next, '12-15', 'morning').id)).toEqual([])
    expect(next.breaks).toEqual([])
  })

  it('refuses when nothing was before', async () => {
    const { head } = centre.as
    const made = await newRota(head)
    expect((await head.rotas.get({ id: made.id })).mayCopy).toBe(false)
    expect(await refusalCode(head.rotas.copyLast(made))).toBe('rotas.noneBefore')
  })

  it('copies nobody whom the editor does not see', async () => {
    const { head, receptionist } = centre.as
    const hidden = await addLawyer(head, '万隐', { headOnly: true })
    const first = await newRota(head)
    const shift = shiftAt(await head.rotas.get({ id: first.id }), '11-24', 'morning')
    const into = [hidden, lawyer('许二')].map((lawyerId) => ({ lawyerId, shiftId: shift.id }))
    await head.rotas.move({ ...first, out: [], into, knowingly: false })
    const { id, revision } = await head.rotas.create(nextFortnight)
    await receptionist.rotas.copyLast({ id, revision })
    const next = await head.rotas.get({ id })
    expect(next.seats).toMatchObject([{ lawyerId: lawyer('许二') }])
  })
})

describe('rotas.refreshShifts', () => {
  it('follows the patterns and keeps the seats of the shifts that stay', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const desk = {
      ...sampleDesk,
      patterns: weekPatterns(1).filter(({ half }) => half === 'morning'),
    }
    await head.desks.save({ id: centre.deskId, revision: 1, desk })
    await head.desks.setDay({ date: localDate('2026-11-28'), open: true, words: '便民日' })
    const { id, revision } = board
    const told = await head.rotas.refreshShifts({ id, revision })
    expect(told).toMatchObject({ added: 1, removed: 10, kept: 10 })
    const next = await head.rotas.get({ id })
    const mornings = board.shifts.filter(({ half }) => half === 'morning')
    for (const shift of mornings)
      expect(peopleAt(next, shift.id)).toEqual(peopleAt(board, shift.id))
    expect(next.seats).toHaveLength(10)
    expect(next).toMatchObject({ state: 'changed', gaps: 1 })
    const { told: people } = await head.rotas.beforePublish({ id })
    expect(people.flatMap(({ removed }) => removed)).toHaveLength(10)
    await head.rotas.publish({ id, revision: told.revision, words: '下午不再值班' })
    expect(await plannedDuties(centre, id)).toEqual(seatKeys(next))
    expect(await head.rotas.refreshShifts({ id, revision: told.revision + 1 })).toMatchObject({
      added: 0,
      removed: 0,
      kept: 11,
    })
  })
})

describe('rotas.refreshShifts after a change of times', () => {
  it('tells how many half-days have other times or another number of people', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const patterns = weekPatterns(1).map((each) =>
      each.half === 'morning' ? { ...each, endsAt: '11:45' } : each,
    )
    const desk = { ...sampleDesk, patterns }
    await head.desks.save({ id: centre.deskId, revision: 1, desk })
    const told = await head.rotas.refreshShifts({ id, revision })
    expect(told).toMatchObject({ added: 0, removed: 0, kept: 20, changed: 10 })
    expect(await head.rotas.refreshShifts({ id, revision: told.revision })).toMatchObject({
      changed: 0,
    })
  })
})

describe('rotas.setShift', () => {
  it('tells those who were told of another time', async () => {
    const { head } = centre.as
    const board = await publishedRota(head)
    const { id, revision } = board
    const shift = shiftAt(board, '11-25', 'afternoon')
    const at = { demand: 1, startsAt: '15:00', endsAt: '17:30', words: '停电' }
    const moved = await head.rotas.setShift({ id, revision, shiftId: shift.id, ...at })
    expect(await head.rotas.get({ id })).toMatchObject({ state: 'changed' })
    const { told } = await head.rotas.beforePublish({ id })
    expect(told).toMatchObject([
      { lawyerId: peopleAt(board, shift.id)[0], changed: [{ date: shift.date }] },
    ])
    expect(await head.rotas.publish({ id, ...moved, words: '' })).toMatchObject({ notices: 1 })
    const duty = await centre
      .store()
      .db.selectFrom('duties')
      .selectAll()
      .where('shift_id', '=', shift.id)
      .executeTakeFirstOrThrow()
    expect(duty).toMatchObject({ sequence: 1, state: 'planned' })
    const after = await head.rotas.get({ id })
    expect(after.state).toBe('published')
    expect(shiftAt(after, '11-25', 'afternoon')).toMatchObject(at)
  })

  it('refuses times that are reversed and a half-day that has begun', async () => {
    const { head } = centre.as
    const { id, revision } = await newRota(head)
    const shift = shiftAt(await head.rotas.get({ id }), '11-23', 'morning')
    const at = { id, revision, shiftId: shift.id, demand: 1, words: '' }
    const reversed = { ...at, startsAt: '12:00', endsAt: '09:00' }
    expect((await failureOf(head.rotas.setShift(reversed))).code).toBe('BAD_REQUEST')
    centre.clock.setWall('2026-11-23T01:00:00.000Z')
    const late = { ...at, startsAt: '09:00', endsAt: '12:00' }
    expect(await refusalCode(head.rotas.setShift(late))).toBe('rotas.past')
  })
})
