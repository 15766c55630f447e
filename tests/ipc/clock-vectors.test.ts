import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { testClock } from '#tests/db/store-fixture.ts'
import { clockOf, noonOf, signedCase } from '#tests/support/clock-case.ts'
import { assignedCase, wageForm } from '#tests/support/wage-case.ts'

const d = localDate

describe('clocks.ofCase, vectors of the rule list §L', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('counts court confirmation from the agreement in effect: 2026-11-22 to 2026-12-22', async () => {
    const { caseId } = await signedCase(centre)
    expect(await clockOf(centre.as.mediator, caseId, 'E1')).toMatchObject({
      base: '2026-11-22',
      raw: '2026-12-22',
      rolled: '2026-12-22',
      remindOn: '2026-12-22',
      state: 'running',
    })
    const { clocks, profile } = await centre.as.mediator.clocks.ofCase({ caseId })
    expect(profile).toBe('labour')
    expect(clocks.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['C3', 'F1', 'E11']))
    expect(clocks.find(({ rule }) => rule === 'C3')).toMatchObject({ state: 'met' })
  })

  it('counts labour mediation from the day the application came in: 2026-12-07', async () => {
    const caseId = await assignedCase(centre)
    expect(await clockOf(centre.as.mediator, caseId, 'C3')).toMatchObject({
      base: '2026-11-22',
      raw: '2026-12-07',
      rolled: '2026-12-07',
      reminders: ['2026-12-02', '2026-12-04', '2026-12-07'],
    })
  })

  it.each([
    ['harmKnown', 'G1', '2025-12-01', '2026-12-01', '2026-12-01'],
    ['accident', 'F14.employer', '2026-11-22', '2026-12-22', '2026-12-22'],
    ['accident', 'F14.worker', '2026-11-22', '2027-11-22', undefined],
  ])('counts from the told %s by %s', async (event, rule, base, raw, rolled) => {
    const caseId = await assignedCase(centre)
    const { mediator } = centre.as
    await mediator.clocks.setDate({ caseId, event, onDay: d(base), words: '当事人陈述' })
    const clock = await clockOf(mediator, caseId, rule)
    expect(clock).toMatchObject({ base, raw, verified: true })
    expect(clock.rolled).toBe(rolled)
    expect((await mediator.clocks.ofCase({ caseId })).dates).toMatchObject([
      { event, onDay: base, words: '当事人陈述' },
    ])
    await mediator.clocks.setDate({ caseId, event, words: '' })
    const after = await mediator.clocks.ofCase({ caseId })
    expect(after.dates).toEqual([])
    expect(after.clocks.map((one) => one.rule)).not.toContain(rule)
  })

  it('counts enforcement from the last day of performance and waits for the table of that year', async () => {
    const { caseId, agreementId } = await signedCase(centre)
    await centre
      .store()
      .db.updateTable('obligations')
      .set({ due_on: '2026-12-31' })
      .where('agreement_id', '=', agreementId)
      .execute()
    const { mediator, head } = centre.as
    const before = await clockOf(mediator, caseId, 'E11')
    expect(before).toMatchObject({ base: '2026-12-31', raw: '2028-12-31', missingYears: [2028] })
    expect(before.rolled).toBeUndefined()
    const table = { workdays: [], source: '练习用表', notice: '' }
    await head.holidays.save({ ...table, year: 2028, holidays: [d('2028-01-01')] })
    await head.holidays.save({ ...table, year: 2029, holidays: [d('2029-01-01')] })
    expect(await clockOf(mediator, caseId, 'E11')).toMatchObject({
      raw: '2028-12-31',
      rolled: '2029-01-02',
      missingYears: [],
    })
    await head.holidays.remove({ year: 2028 })
    await head.holidays.remove({ year: 2029 })
    expect((await clockOf(mediator, caseId, 'E11')).missingYears).toEqual([2028])
  })
})

describe('clocks.ofCase on the days of the events', () => {
  const signedOn = async (day: string) => {
    const centre = await openCentre(testClock(noonOf(day)))
    const { caseId } = await signedCase(centre)
    return { centre, caseId, mediator: centre.as.mediator }
  }

  it('rolls over a holiday: E1 from 2026-09-01 ends 2026-10-01, rolled 2026-10-08', async () => {
    const { centre, caseId, mediator } = await signedOn('2026-09-01')
    expect(await clockOf(mediator, caseId, 'E1')).toMatchObject({
      raw: '2026-10-01',
      rolled: '2026-10-08',
      remindOn: '2026-09-30',
    })
    centre.clock.setWall(noonOf('2026-10-02'))
    expect(await clockOf(mediator, caseId, 'E1')).toMatchObject({ state: 'overdue' })
    centre.clock.setWall(noonOf('2026-10-09'))
    expect(await clockOf(mediator, caseId, 'E1')).toMatchObject({ state: 'missed' })
    await centre.close()
  })

  it('rolls over a weekend and reminds before it: F1 from 2026-11-20', async () => {
    const { centre, caseId, mediator } = await signedOn('2026-11-20')
    expect(await clockOf(mediator, caseId, 'F1')).toMatchObject({
      raw: '2026-12-05',
      rolled: '2026-12-07',
      remindOn: '2026-12-04',
      rollsOverWeekend: true,
    })
    centre.clock.setWall(noonOf('2026-12-04'))
    expect(await clockOf(mediator, caseId, 'F1')).toMatchObject({ state: 'today' })
    await centre.close()
  })

  it('goes by the rule of the region and of the day', async () => {
    const centre = await openCentre(testClock(noonOf('2026-11-22')))
    const { mediator, head } = centre.as
    const form = { ...wageForm(), typeCode: '04.01' }
    const caseId = await assignedCase(centre, form)
    expect(await clockOf(mediator, caseId, 'C2')).toMatchObject({
      raw: '2026-12-22',
      length: '1个月',
    })
    const settings = await head.clocks.settings({})
    expect(settings).toEqual({ region: 'CN', wageTier: '', soonDays: 7, warnBelowPercent: 60 })
    await head.clocks.saveSettings({ ...settings, region: '440305' })
    expect(await clockOf(mediator, caseId, 'C2')).toMatchObject({
      raw: '2026-12-22',
      length: '30日',
    })
    const rules = await mediator.clocks.rules({ on: d('2026-11-22'), profile: 'people' })
    expect(rules.find(({ rule }) => rule === 'C2')).toMatchObject({ region: '440300' })
    expect(rules.some(({ rule }) => rule === 'C3')).toBe(false)
    await centre.close()
  })
})
