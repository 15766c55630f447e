import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { bookedBetween } from '#db/queries/bookings.ts'
import { conflictFirmsBetween } from '#db/queries/firm-conflicts.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { putDuties } from '#tests/support/rota-rows.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { sampleDesk, sampleFirm, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'
import { assignedCase, firmCreditCode, wageForm } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
let deskId: string
let caseId: string
const monday = localDate('2026-11-23')
beforeAll(async () => {
  centre = await openCentre()
  deskId = (await centre.as.head.desks.save({ revision: 0, desk: sampleDesk })).id
  caseId = await assignedCase(centre)
})
afterAll(() => centre.close())

type Form = Parameters<Client['bookings']['save']>[0]['booking']
const form = (changes: Partial<Form> = {}): Form => ({
  ...sampleInputs.bookings.save.booking,
  date: monday,
  ...changes,
})
const book = (changes: Partial<Form> = {}, of = caseId, client = centre.as.mediator) =>
  client.bookings.save({ revision: 0, caseId: of, booking: form(changes) })
const ofCase = async (id = caseId, client = centre.as.mediator) =>
  (await client.bookings.ofCase({ caseId: id })).bookings

describe('bookings', () => {
  it('ask the rota for what they need, until they are cancelled', async () => {
    const of = await assignedCase(centre)
    const need = { field: ' 劳动争议', language: '湖州话', required: true }
    const saved = await book({ ...need, deskId, atTime: '09:30' }, of)
    const needs = () => bookedBetween(centre.store().db, monday, monday)
    expect(await needs()).toEqual([
      {
        date: monday,
        half: 'morning',
        deskId,
        field: '劳动争议',
        language: '湖州话',
        required: true,
      },
    ])
    const changed = await centre.as.mediator.bookings.save({
      ...saved,
      caseId: of,
      booking: form({ half: 'afternoon' }),
    })
    expect(await needs()).toMatchObject([{ half: 'afternoon', field: '', required: false }])
    expect(await refusalCode(centre.as.mediator.bookings.cancel({ ...saved, words: '改期' }))).toBe(
      'bookings.changedElsewhere',
    )
    await centre.as.mediator.bookings.cancel({ ...changed, words: '当事人改期' })
    expect(await needs()).toEqual([])
    expect(await ofCase(of)).toMatchObject([
      { cancelled: true, cancelledWords: '当事人改期', lawyers: [] },
    ])
    expect(
      await refusalCode(
        centre.as.mediator.bookings.cancel({ id: saved.id, revision: 3, words: '再取消' }),
      ),
    ).toBe('bookings.alreadyCancelled')
  })

  it('are once for a half-day, on days and desks that are open, and not in the past', async () => {
    const of = await assignedCase(centre)
    await book({}, of)
    expect(await refusalCode(book({ deskId }, of))).toBe('bookings.alreadyBooked')
    await book({ half: 'afternoon' }, of)
    expect(await refusalCode(book({ date: localDate('2026-11-20') }, of))).toBe('bookings.past')
    expect(await refusalCode(book({ date: localDate('2026-11-29') }, of))).toBe(
      'bookings.closedDay',
    )
    const tuesday = localDate('2026-11-24')
    expect(await refusalCode(book({ date: tuesday, deskId }, of))).toBe('bookings.closedDay')
    await book({ date: tuesday }, of)
    expect(await refusalCode(book({ date: monday, deskId: of, half: 'morning' }))).toBe(
      'desks.notFound',
    )
  })

  it('are taken while the half-day lasts', async () => {
    const of = await assignedCase(centre)
    // Monday at 11:59, and at noon when the desk closes.
    centre.clock.setWall('2026-11-23T03:59:00.000Z')
    const { id } = await book({}, of)
    await centre.as.mediator.bookings.cancel({ id, revision: 1, words: '改期' })
    centre.clock.setWall('2026-11-23T04:00:00.000Z')
    expect(await refusalCode(book({}, of))).toBe('bookings.past')
    await book({ half: 'afternoon' }, of)
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
  })

  it('end with the case', async () => {
    const of = await assignedCase(centre)
    await book({}, of)
    const before = await bookedBetween(centre.store().db, monday, monday)
    await centre.as.head.cases.move({ caseId: of, event: 'withdraw', reason: '和好了' })
    expect(await refusalCode(book({ half: 'afternoon' }, of))).toBe('bookings.closedCase')
    const shown = await centre.as.mediator.bookings.ofCase({ caseId: of })
    expect(shown.mayEdit).toBe(false)
    expect(await bookedBetween(centre.store().db, monday, monday)).toHaveLength(before.length - 1)
  })

  it('are shown to those who may read the case', async () => {
    const of = await assignedCase(centre)
    await book({ date: localDate('2026-12-07') }, of)
    const stretch = { from: localDate('2026-12-07'), to: localDate('2026-12-07') }
    const [row] = await centre.as.receptionist.bookings.between(stretch)
    expect(row).toMatchObject({ caseId: of, lawyers: [] })
    expect(row?.caseNumber).not.toBe('')
    expect(await centre.as.mediator.bookings.between(stretch)).toHaveLength(1)
    expect(await centre.as.otherMediator.bookings.between(stretch)).toEqual([])
    expect(await refusalCode(centre.as.otherMediator.bookings.ofCase({ caseId: of }))).toBe(
      'cases.notReadable',
    )
    expect(await refusalCode(book({ date: monday }, of, centre.as.otherMediator))).toBe(
      'cases.notReadable',
    )
  })
})

describe('firms in conflict', () => {
  const day = localDate('2026-12-14')
  let firmId: string
  beforeAll(async () => {
    const { head } = centre.as
    firmId = (await head.firms.save({ revision: 0, firm: sampleFirm })).id
    const lawyer = async (name: string, changes: object = {}) =>
      (await head.lawyers.save({ revision: 0, lawyer: { ...sampleLawyer, name, ...changes } })).id
    const own = await lawyer('所内律师', { firmId })
    const free = await lawyer('别处律师', { headOnly: true })
    await putDuties(centre, [{ lawyerId: own, deskId, date: day, half: 'morning' }])
    const second = await head.desks.save({ revision: 0, desk: { ...sampleDesk, name: '二号' } })
    await putDuties(centre, [{ lawyerId: free, deskId: second.id, date: day, half: 'morning' }])
    await book({ date: day })
    await book({ date: day, half: 'afternoon' }, await assignedCase(centre, otherParties()))
  })

  /** Nobody of the wage case. */
  const otherParties = () => {
    const shape = wageForm()
    return {
      ...shape,
      parties: shape.parties.map((party, index) => {
        const { idNumber: _id, creditCode: _code, ...rest } = party
        return { ...rest, name: `某人${index}` }
      }),
    }
  }
  const conflicts = async () =>
    [...(await conflictFirmsBetween(centre.store().db, day, day))].map(
      ([key, firms]) =>
        `${key} ${[...firms].map((id) => (id === firmId ? 'own' : 'other')).join()}`,
    )
  async function interest(changes: object) {
    const saved = await centre.as.head.firms.saveInterest({
      revision: 0,
      interest: { firmId, side: 'against', name: '谁', identityNumber: '', note: '', ...changes },
    })
    return () => centre.as.head.firms.removeInterest(saved)
  }

  it('are those with an interest in a party of a case booked then', async () => {
    expect(await conflicts()).toEqual([])
    const undo = await interest({ name: '云溪镇 晨光童装厂' })
    expect(await conflicts()).toEqual([`${day} morning own`])
    await undo()
    expect(await conflicts()).toEqual([])
    const byNumber = await interest({ name: '改了名的厂', identityNumber: firmCreditCode })
    expect(await conflicts()).toEqual([`${day} morning own`])
    await byNumber()
  })

  it('count only while the interest is in force, its days included', async () => {
    const name = '张三'
    const during = async (fromOn: string, toOn: string) => {
      const undo = await interest({ name, fromOn, toOn })
      const found = await conflicts()
      await undo()
      return found.length
    }
    expect(await during('2026-12-14', '2026-12-14')).toBe(1)
    expect(await during('2026-12-15', '2026-12-31')).toBe(0)
    expect(await during('2026-12-01', '2026-12-13')).toBe(0)
  })

  it('are marked beside the lawyer on duty; a name that only the head sees stays hidden', async () => {
    const undo = await interest({ name: '张三' })
    const mine = (await ofCase()).find(({ date }) => date === day)
    expect(mine?.lawyers.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: '值班律师', conflict: false },
      { name: '所内律师', conflict: true },
    ])
    const seen = (await ofCase(caseId, centre.as.head)).find(({ date }) => date === day)
    expect(seen?.lawyers.map(({ name }) => name).toSorted()).toEqual(['别处律师', '所内律师'])
    await undo()
  })
})
