import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate, type LocalDate } from '#db/domain/local-date.ts'
import { testClock } from '#tests/db/store-fixture.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { clockOf, noonOf, setDay, signedCase } from '#tests/support/clock-case.ts'
import { assignedCase, wageForm } from '#tests/support/wage-case.ts'

const d = localDate

/** Sent by the court before it filed the case: its period knows longer ones and appraisals. */
const courtForm = () => ({ ...wageForm(), sourceCode: 'S30', typeCode: '04.01' })

let centre: StaffedCentre
let mediator: Client
beforeAll(async () => {
  centre = await openCentre(testClock(noonOf('2026-11-23')))
  mediator = centre.as.mediator
})
afterAll(() => centre.close())

async function takenOn(): Promise<string> {
  const caseId = await assignedCase(centre, courtForm())
  await mediator.cases.move({ caseId, event: 'takeOn' })
  return caseId
}

const change = (caseId: string, rule: string) => ({
  caseId,
  rule,
  onDay: d('2026-11-23'),
  consents: [],
  words: '',
})

async function slipOf(caseId: string): Promise<string> {
  await mediator.papers.preview({ form: 'control-slip', objectId: caseId })
  const rendered = centre.host.rendered.at(-1)?.html ?? ''
  return rendered.replaceAll('<span class="s"> </span>', '')
}

/** Everywhere that a last day of this rule is told of the case. */
async function told(caseId: string, rule: string) {
  const record = await mediator.cases.get({ id: caseId })
  const { items } = await mediator.cases.list({ view: 'mine', limit: 50 })
  const { lines } = await mediator.clocks.board({})
  const days: Record<string, string | undefined> = {
    clocks: (await clockOf(mediator, caseId, rule)).dueOn,
    casePage: record.deadlines.find(({ ruleId }) => ruleId === rule)?.raw,
    caseList: items.find(({ id }) => id === caseId)?.deadline?.raw,
    board: lines.find((line) => line.caseId === caseId && line.ruleId === rule)?.lastOn,
  }
  return { days, slip: await slipOf(caseId) }
}

const everywhere = (day: string, places: readonly string[]) =>
  Object.fromEntries(places.map((place) => [place, day]))
const dotted = (day: LocalDate) => day.replaceAll('-', '.')

const missed = async (caseId: string) =>
  (await mediator.dossiers.get({ caseId })).findings.filter(
    ({ ruleId }) => ruleId === 'V1-deadline',
  )

describe('one last day', () => {
  it('is told everywhere of a case whose time was extended, and the doctor blames only what came after it', async () => {
    setDay(centre, '2026-11-23')
    const caseId = await takenOn()
    const until = d('2027-01-15')
    await mediator.clocks.change({
      ...change(caseId, 'C5'),
      kind: 'extension',
      untilDay: until,
      consents: ['applicant', 'respondent'],
    })
    setDay(centre, '2027-01-15')
    const { days, slip } = await told(caseId, 'C5')
    expect(days).toEqual(everywhere(until, ['clocks', 'casePage', 'caseList', 'board']))
    expect(slip).toContain(dotted(until))
    expect(await missed(caseId)).toEqual([])
    setDay(centre, '2027-01-18')
    const [found, ...more] = await missed(caseId)
    expect(more).toEqual([])
    expect(found?.rule).toContain('2027年1月15日')
  })

  it('moves everywhere with the days of an appraisal, and nothing is missed while the clock stands', async () => {
    setDay(centre, '2026-11-23')
    const caseId = await takenOn()
    setDay(centre, '2026-12-01')
    const { id } = await mediator.clocks.change({
      ...change(caseId, 'C5'),
      kind: 'pause',
      onDay: d('2026-12-01'),
      pauseReason: 'appraisal',
    })
    setDay(centre, '2027-02-20')
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({ isPaused: true })
    expect(await missed(caseId)).toEqual([])
    await mediator.clocks.endPause({ id, untilDay: d('2027-01-31') })
    const last = (await clockOf(mediator, caseId, 'C5')).dueOn
    // Thirty days of the court and sixty-two of the appraisal.
    expect(last).toBe('2027-02-23')
    const { days, slip } = await told(caseId, 'C5')
    expect(days).toEqual(everywhere('2027-02-23', ['clocks', 'casePage', 'caseList', 'board']))
    expect(slip).toContain('2027.02.23')
    expect(await missed(caseId)).toEqual([])
    setDay(centre, '2027-03-01')
    expect((await missed(caseId)).map(({ rule }) => rule)).toEqual([
      expect.stringContaining('2027年2月23日'),
    ])
  })

  it('set by hand stands on the agreement and among the ways to strengthen it as well', async () => {
    setDay(centre, '2026-11-23')
    const { caseId, agreementId } = await signedCase(centre)
    const onDay = d('2026-12-14')
    const before = await mediator.agreements.get({ id: agreementId })
    expect(before.deadlines.find(({ ruleId }) => ruleId === 'E1')).toMatchObject({
      raw: '2026-12-23',
    })
    await mediator.clocks.change({
      ...change(caseId, 'E1'),
      kind: 'override',
      onDay,
      words: '法院要求提前',
    })
    setDay(centre, '2026-12-14')
    const { days, slip } = await told(caseId, 'E1')
    const { deadlines } = await mediator.agreements.get({ id: agreementId })
    const { routes } = await mediator.strengthening.get({ caseId })
    const { caseList: _listedByReview, ...asked } = days
    expect({
      ...asked,
      agreement: deadlines.find(({ ruleId }) => ruleId === 'E1')?.raw,
      strengthening: routes.find(({ route }) => route === 'judicialConfirmation')?.deadline?.raw,
    }).toEqual(everywhere(onDay, ['clocks', 'casePage', 'board', 'agreement', 'strengthening']))
    expect(slip).toContain('推算为 2026.12.23')
    setDay(centre, '2026-12-15')
    const later = await mediator.strengthening.get({ caseId })
    expect(
      later.routes
        .find(({ route }) => route === 'judicialConfirmation')
        ?.closed.map(({ code }) => code),
    ).toContain('late')
  })

  it('moved by hand moves with the application that waits for the office as well', async () => {
    setDay(centre, '2026-11-23')
    const { caseId } = await signedCase(centre)
    await mediator.strengthening.saveAnswers({ caseId, revision: 0, answers: { joint: true } })
    await mediator.strengthening.apply({
      caseId,
      route: 'judicialConfirmation',
      officeName: '云溪区人民法院',
      appliedAt: noonOf('2026-11-23'),
      words: '',
    })
    const onDay = d('2026-11-27')
    const rule = 'E7.accept'
    await mediator.clocks.change({
      ...change(caseId, rule),
      kind: 'override',
      onDay,
      words: '来函',
    })
    const { applications } = await mediator.strengthening.get({ caseId })
    const { dueOn, name } = await clockOf(mediator, caseId, rule)
    expect(dueOn).toBe(onDay)
    expect(applications[0]?.clocks.find((clock) => clock.name === name)?.raw).toBe(onDay)
  })

  it('counts from the day that the answer to the court quotes, for the clocks as for the doctor', async () => {
    setDay(centre, '2026-11-23')
    const caseId = await takenOn()
    await mediator.sheets.save({
      form: 'f30-accept',
      objectId: caseId,
      revision: 0,
      words: { fields: { '委派.收到日期': '2026年11月20日' }, lists: {} },
    })
    expect(await clockOf(mediator, caseId, 'C5')).toMatchObject({
      base: '2026-11-20',
      dueOn: '2026-12-20',
    })
    setDay(centre, '2026-12-22')
    expect((await missed(caseId)).map(({ rule }) => rule)).toEqual([
      expect.stringContaining('2026年12月20日'),
    ])
  })

  it('of two procedures stands on one line with both days, under the name of the day that was asked for', async () => {
    setDay(centre, '2026-11-23')
    const caseId = await assignedCase(centre, { ...courtForm(), sourceCode: 'S31' })
    await mediator.cases.move({ caseId, event: 'takeOn' })
    const before = await mediator.clocks.ofCase({ caseId })
    const asked = before.datesWanted.find(({ event }) => event === 'materialsSigned')
    expect(asked).toMatchObject({
      eventName: '签收委托材料之日',
      rules: ['法院委托调解（立案后）期限'],
    })
    const onDay = d('2026-11-23')
    await mediator.clocks.setDate({ caseId, event: 'materialsSigned', onDay, words: '' })
    const { clocks, dates } = await mediator.clocks.ofCase({ caseId })
    expect(dates.map(({ eventName }) => eventName)).toEqual([asked?.eventName])
    const both = '简易程序 2026年11月30日／普通程序 2026年12月8日'
    expect(clocks.filter(({ ruleId }) => ruleId === 'C6')).toMatchObject([
      { dueOn: '2026-11-30', bothDays: both },
    ])
    const { lines } = await mediator.clocks.board({})
    expect(lines.filter((line) => line.caseId === caseId && line.ruleId === 'C6')).toMatchObject([
      { what: `法院委托调解（立案后）期限：${both}`, lastOn: '2026-11-30' },
    ])
    const { deadlines, timeline } = await mediator.cases.get({ id: caseId })
    expect(deadlines.map(({ ruleId, raw }) => [ruleId, raw])).toEqual([['C6', '2026-11-30']])
    expect(timeline[0]).toMatchObject({ kind: 'dateTold', details: { name: asked?.eventName } })
    expect(await slipOf(caseId)).toContain('简易程序')
    setDay(centre, '2026-12-04')
    expect(await missed(caseId)).toEqual([])
  })
})
