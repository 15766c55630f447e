import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { putDuties } from '#tests/support/rota-rows.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { sampleDesk, sampleFirm, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'
import { assignedCase } from '#tests/support/wage-case.ts'

const monday = localDate('2026-11-23')
let centre: StaffedCentre
let deskId: string
let caseId: string
let firmId: string
beforeAll(async () => {
  centre = await openCentre()
  const { head } = centre.as
  deskId = (await head.desks.save({ revision: 0, desk: sampleDesk })).id
  caseId = await assignedCase(centre)
  firmId = (await head.firms.save({ revision: 0, firm: sampleFirm })).id
  const lawyer = async (name: string, changes: object = {}) =>
    (await head.lawyers.save({ revision: 0, lawyer: { ...sampleLawyer, name, ...changes } })).id
  const own = await lawyer('所内律师', { firmId, fields: ['工伤', '劳动争议'] })
  const hidden = await lawyer('别处律师', { headOnly: true, languages: ['苗语'] })
  await lawyer('离任律师', { leftOn: localDate('2026-11-01'), fields: ['刑事'] })
  await putDuties(centre, [{ lawyerId: own, deskId, date: monday, half: 'morning' }])
  const second = await head.desks.save({ revision: 0, desk: { ...sampleDesk, name: '二号窗' } })
  await putDuties(centre, [{ lawyerId: hidden, deskId: second.id, date: monday, half: 'morning' }])
})
afterAll(() => centre.close())

const choices = (client = centre.as.mediator) => client.bookings.choices({ caseId })
const first = async (client = centre.as.mediator) => (await choices(client)).halfDays[0]

describe('bookings.choices', () => {
  it('are the open half-days of a fortnight with their desks', async () => {
    const { halfDays } = await choices()
    expect(halfDays.map(({ date, half }) => `${date} ${half}`)).toEqual([
      '2026-11-23 morning',
      '2026-11-30 morning',
    ])
    expect(halfDays[0]?.desks.map(({ name, startsAt }) => `${name} ${startsAt}`)).toEqual([
      '综合窗口 09:00',
      '二号窗 09:00',
    ])
  })

  it('name the fields and languages of those who are with the centre', async () => {
    const { fields, languages } = await choices()
    expect(fields).toEqual(['劳动争议', '工伤'].toSorted())
    expect(languages.toSorted()).toEqual(['湖州话', '苗语'].toSorted())
  })

  it('count what is booked and drop a half-day that is over', async () => {
    expect(await first()).toMatchObject({ booked: 0 })
    const other = await assignedCase(centre)
    const { booking } = sampleInputs.bookings.save
    await centre.as.mediator.bookings.save({
      revision: 0,
      caseId: other,
      booking: { ...booking, date: monday },
    })
    expect(await first()).toMatchObject({ booked: 1 })
    centre.clock.setWall('2026-11-23T04:00:00.000Z')
    expect(await first()).toMatchObject({ date: '2026-11-30', booked: 0 })
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
  })

  it('mark a firm that acts against a party before anything is booked, only while it does', async () => {
    const lawyers = async (client = centre.as.mediator) =>
      (await first(client))?.lawyers.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const interest = {
      firmId,
      side: 'against' as const,
      name: '张三',
      identityNumber: '',
      note: '',
    }
    expect(await lawyers()).toEqual([
      { name: '值班律师', conflict: false },
      { name: '所内律师', conflict: false },
    ])
    const saved = await centre.as.head.firms.saveInterest({ revision: 0, interest })
    expect(await lawyers()).toContainEqual({ name: '所内律师', conflict: true })
    expect(await lawyers(centre.as.head)).toContainEqual({ name: '别处律师', conflict: false })
    await centre.as.head.firms.saveInterest({
      ...saved,
      interest: { ...interest, toOn: localDate('2026-11-22') },
    })
    expect(await lawyers()).toContainEqual({ name: '所内律师', conflict: false })
  })

  it('are refused for a case that this person may not read', async () => {
    expect(await refusalCode(choices(centre.as.otherMediator))).toBe('cases.notReadable')
  })
})
