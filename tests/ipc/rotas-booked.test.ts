import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { dutyOn, linkAccount, publishedWith } from '#tests/support/duty-centre.ts'
import {
  addLawyer,
  newRota,
  openRotaCentre,
  peopleAt,
  type RotaCentre,
  shiftAt,
} from '#tests/support/rota-centre.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { assignedCase } from '#tests/support/wage-case.ts'

let centre: RotaCentre
let caseId: string
beforeEach(async () => {
  centre = await openRotaCentre()
  caseId = await assignedCase(centre)
})
afterEach(() => centre.close())

const date = localDate('2026-11-25')
const book = (asked: { field?: string; language?: string; required?: boolean }) =>
  centre.as.mediator.bookings.save({
    revision: 0,
    caseId,
    booking: {
      ...sampleInputs.bookings.save.booking,
      date,
      half: 'morning',
      ...asked,
    },
  })
const setConflicts = async (conflicts: 'forbid' | 'flag') => {
  const { head } = centre.as
  const { settings } = await head.desks.all({})
  await head.desks.saveSettings({ ...settings, conflicts })
}
/** The first firm acts against the employer of the booked case. */
const conflict = async () => {
  const { head } = centre.as
  const { partyRecords, caseNumber, title } = await head.cases.get({ id: caseId })
  const party = partyRecords.find(({ role }) => role === 'respondent')
  const { interest } = sampleInputs.firms.saveInterest
  await head.firms.saveInterest({
    revision: 0,
    interest: {
      ...interest,
      firmId: centre.firmIds[0] ?? '',
      side: 'against',
      name: party?.name ?? '',
    },
  })
  return [party?.name ?? '', caseNumber, title, caseId]
}

describe('a half-day with a booked case', () => {
  it('gets nobody whose firm has to do with a party', async () => {
    const { head } = centre.as
    await conflict()
    await book({})
    const { id } = await newRota(head)
    for (const seed of [1, 2, 3]) {
      const at = await head.rotas.get({ id })
      await head.rotas.solve({ id, revision: at.revision, mode: 'all', seed })
      const board = await head.rotas.get({ id })
      const [there = ''] = peopleAt(board, shiftAt(board, '11-25', 'morning').id)
      const row = board.lawyers.find((each) => each.id === there)
      expect(row?.firmName).toBe('乙律师事务所')
      expect(shiftAt(board, '11-25', 'morning')).toMatchObject({ bookings: 1 })
    }
  })

  it('tells a lawyer nothing of what other firms have to do with it', async () => {
    const { head, lawyer } = centre.as
    await publishedWith(centre, [['11-25', 'morning', '许二']])
    await linkAccount(centre, '许二')
    const { id: dutyId } = await dutyOn(centre, '11-25', '许二')
    await conflict()
    await book({})
    const of = async (client: typeof head) =>
      (await client.requests.options({ dutyId })).covers.find(({ name }) => name === '梁一')?.breaks
    expect((await of(head))?.join()).toContain('利益冲突')
    expect(await of(lawyer)).toEqual(['按规则不能值这一班'])
  })

  it('flags who is put there all the same, without a word of the case', async () => {
    const { head, receptionist } = centre.as
    const secrets = await conflict()
    await book({})
    const made = await newRota(head)
    const shift = shiftAt(await head.rotas.get({ id: made.id }), '11-25', 'morning')
    const lawyerId = centre.lawyerIds['梁一'] ?? ''
    const into = [{ lawyerId, shiftId: shift.id }]
    await receptionist.rotas.move({ ...made, out: [], into, knowingly: false })
    const board = await receptionist.rotas.get({ id: made.id })
    expect(board.seats).toMatchObject([{ conflict: true }])
    expect(board.breaks).toMatchObject([{ kind: 'conflict' }])
    const people = await receptionist.rotas.candidates({ id: made.id, shiftId: shift.id })
    for (const secret of secrets) {
      expect(secret).not.toBe('')
      expect(JSON.stringify([board, people])).not.toContain(secret)
    }
    await setConflicts('flag')
    const flagged = await receptionist.rotas.get({ id: made.id })
    expect(flagged.breaks).toEqual([])
    expect(flagged.seats).toMatchObject([{ conflict: true }])
    expect(flagged.parts['conflicts']).toBeGreaterThan(0)
  })

  it('gets somebody of the field and language that it must have', async () => {
    const { head } = centre.as
    const fit = await addLawyer(head, '苏懂', { fields: ['工伤'], languages: ['安吉话'] })
    await book({ field: '工伤', language: '安吉话', required: true })
    const { id, revision } = await newRota(head)
    const shift = shiftAt(await head.rotas.get({ id }), '11-25', 'morning')
    expect(shift.needs.toSorted()).toEqual(['安吉话', '工伤'].toSorted())
    await head.rotas.solve({ id, revision, mode: 'all', seed: 1 })
    const board = await head.rotas.get({ id })
    expect(peopleAt(board, shift.id)).toEqual([fit])
    const seat = board.seats.find(({ shiftId }) => shiftId === shift.id)
    expect(seat?.reason).toContain('当天预约需要')
  })
})

describe('the rolling year', () => {
  it('counts planned duties before the first day, but not those of who did not come', async () => {
    const { head } = centre.as
    const first = await newRota(head)
    await head.rotas.solve({ ...first, mode: 'all', seed: 1 })
    const board = await head.rotas.get({ id: first.id })
    await head.rotas.publish({ id: first.id, revision: board.revision, words: '' })
    const { lawyerId = '', shiftId = '' } = board.seats[0] ?? {}
    const mine = board.seats.filter((seat) => seat.lawyerId === lawyerId).length
    const next = await head.rotas.create({
      from: localDate('2026-12-07'),
      to: localDate('2026-12-20'),
    })
    const served = async () =>
      (await head.rotas.get({ id: next.id })).lawyers.find(({ id }) => id === lawyerId)?.fairness
        ?.total.served
    expect(await served()).toBe(mine)
    await centre
      .store()
      .db.updateTable('duties')
      .set({ no_show: 1 })
      .where('shift_id', '=', shiftId)
      .where('lawyer_id', '=', lawyerId)
      .execute()
    expect(await served()).toBe(mine - 1)
  })

  it('keeps the rest between two rotas', async () => {
    const { head } = centre.as
    const lawyerId = await addLawyer(head, '苏歇', { restDays: 3 })
    const first = await newRota(head)
    const last = shiftAt(await head.rotas.get({ id: first.id }), '12-04', 'morning')
    const into = [{ lawyerId, shiftId: last.id }]
    await head.rotas.move({ ...first, out: [], into, knowingly: false })
    const next = await head.rotas.create({
      from: localDate('2026-12-07'),
      to: localDate('2026-12-20'),
    })
    const board = await head.rotas.get({ id: next.id })
    const kindsAt = async (day: string) => {
      const shiftId = shiftAt(board, day, 'morning').id
      const found = await head.rotas.whatIf({
        id: next.id,
        out: [],
        into: [
          {
            lawyerId,
            shiftId,
          },
        ],
      })
      return found.broken.map(({ kind }) => kind)
    }
    expect(await kindsAt('12-07')).toEqual(['rest'])
    expect(await kindsAt('12-08')).toEqual([])
  })
})
