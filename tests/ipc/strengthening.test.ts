import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { formatYuan, splitEvenly } from '#db/domain/money.ts'
import type { ApplicationRoute } from '#db/domain/strengthening/further-routes.ts'
import { listOpenApplications } from '#db/queries/strengthenings.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { addOffice, loanForm, signedCase, wordsOnPaper } from '#tests/support/route-case.ts'
import { arrearsFen, assignedCase } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
let yunxi: string
let pinghu: string
const begin = '2026-11-22T03:15:04.123Z'

beforeAll(async () => {
  centre = await openCentre()
  const { head } = centre.as
  yunxi = await addOffice(head, 'court', '云溪区人民法院', ['云溪区', '云溪镇'])
  pinghu = await addOffice(head, 'court', '平湖区人民法院', ['平湖区'])
  await addOffice(head, 'court', '湖心区人民法院', ['湖心区'], true)
  await addOffice(head, 'commission', '云溪区劳动人事争议仲裁委员会', ['云溪镇', '晨光童装厂'])
})
afterAll(() => centre.close())
beforeEach(() => centre.clock.setWall(begin))

const on = (day: string) => centre.clock.setWall(`${day}T04:00:00.000Z`)
const mediator = () => centre.as.mediator
const view = (caseId: string) => mediator().strengthening.get({ caseId })
const routeOf = async (caseId: string, route: ApplicationRoute) => {
  const found = (await view(caseId)).routes.find((each) => each.route === route)
  if (!found) throw new Error(route)
  return found
}
const codes = async (caseId: string, route: ApplicationRoute) =>
  (await routeOf(caseId, route)).closed.map(({ code }) => code)
const status = async (caseId: string) => (await mediator().cases.get({ id: caseId })).status
const apply = (caseId: string, route: ApplicationRoute, more: object = {}) =>
  mediator().strengthening.apply({
    caseId,
    route,
    officeName: '云溪区人民法院',
    appliedAt: centre.clock.now(),
    words: '',
    ...more,
  })
const newest = async (caseId: string) => {
  const [first] = (await view(caseId)).applications
  if (!first) throw new Error('no application')
  return first
}
type Step = 'accepted' | 'served' | 'granted' | 'refused' | 'ended' | 'withdrawn'
const step = async (caseId: string, name: Step, more: object = {}) => {
  const { id, revision } = await newest(caseId)
  const today = localDateOf(centre.clock.now())
  return mediator().strengthening.progress({ id, revision, step: name, on: today, ...more })
}
const textOf = (form: string, objectId: string) => wordsOnPaper(centre, form, objectId)
const firstInstalment = splitEvenly(arrearsFen, 3)[0] ?? 0

describe('strengthening.get', () => {
  it('shows of a fresh labour agreement what is open and every reason why a route is closed', async () => {
    const { caseId } = await signedCase(centre)
    const { routes, known, revision, mayEdit } = await view(caseId)
    expect(
      routes.map(({ route, open, closed }) => [route, open, closed.map(({ code }) => code)]),
    ).toEqual([
      ['judicialConfirmation', true, []],
      ['arbitralReview', true, []],
      ['paymentOrder', false, ['notDue']],
      ['directSuit', false, ['notBreached']],
      ['notary', true, []],
      ['arbitration', false, ['notBreached']],
      ['enforcement', false, ['noTitle', 'notBreached']],
    ])
    expect(known).toEqual({ subjects: ['payment'], debtKinds: ['wages'], mutualDebts: false })
    expect({ revision, mayEdit }).toEqual({ revision: 0, mayEdit: true })
    const [court, review] = routes
    expect(court?.deadline).toMatchObject({ base: '2026-11-22', raw: '2026-12-22' })
    expect(review?.deadline).toMatchObject({ raw: '2026-12-07' })
    expect(court?.missing.map(({ code }) => code)).toEqual(['askBoth'])
    expect(court?.closed.every(({ words }) => words.length > 5)).toBe(true)
  })

  it('closes the joint routes when a side is unwilling, and keeps what was answered', async () => {
    const { caseId } = await signedCase(centre)
    const answers = { joint: false, subjects: ['payment' as const, 'act' as const] }
    expect(await mediator().strengthening.saveAnswers({ caseId, revision: 0, answers })).toEqual({
      revision: 1,
    })
    expect(await codes(caseId, 'judicialConfirmation')).toEqual(['notJoint', 'notOnlyPayment'])
    expect(await codes(caseId, 'arbitralReview')).toEqual(['notJoint'])
    expect((await view(caseId)).answers).toEqual(answers)
    const stale = mediator().strengthening.saveAnswers({ caseId, revision: 0, answers: {} })
    expect(await refusalCode(stale)).toBe('strengthening.changedElsewhere')
    const { receptionist, otherMediator } = centre.as
    expect(await refusalCode(receptionist.strengthening.get({ caseId }))).toBe('cases.notReadable')
    expect(await refusalCode(otherMediator.strengthening.get({ caseId }))).toBe('cases.notReadable')
  })

  it('opens payment order, suit and arbitration once an instalment is late', async () => {
    const { caseId } = await signedCase(centre)
    // 20 December is a Sunday: until the Monday is over nobody is in breach.
    on('2026-12-21')
    expect(await codes(caseId, 'paymentOrder')).toEqual(['notDue'])
    on('2026-12-22')
    expect(await codes(caseId, 'paymentOrder')).toEqual([])
    expect(await codes(caseId, 'directSuit')).toEqual([])
    expect(await codes(caseId, 'arbitration')).toEqual([])
    expect(await codes(caseId, 'judicialConfirmation')).toEqual([])
    expect(await codes(caseId, 'arbitralReview')).toEqual(['late'])
    on('2026-12-23')
    expect(await codes(caseId, 'judicialConfirmation')).toEqual(['late'])
  })
})

describe('the office of a route', () => {
  const names = async (caseId: string, route: ApplicationRoute) =>
    (await routeOf(caseId, route)).proposals.map(({ name }) => name)

  it('is for a joint application the court of any party, of the place or of this body', async () => {
    const { caseId } = await signedCase(centre, loanForm())
    const { proposals } = await routeOf(caseId, 'judicialConfirmation')
    expect(proposals.map(({ officeId }) => officeId)).toEqual([yunxi, pinghu])
    expect(proposals[0]?.basis).toContain('张三的住所地（云溪镇新兴村2组18号）')
    expect(proposals[0]?.basis).toContain('调解组织所在地')
    expect(proposals[0]?.ruleId).toBe('E2')
  })

  it('is for a payment order and a suit the court of whoever owes alone', async () => {
    const { caseId } = await signedCase(centre, loanForm())
    on('2026-12-22')
    expect(await names(caseId, 'paymentOrder')).toEqual(['平湖区人民法院'])
    // The agreement is performed in 云溪镇.
    expect(await names(caseId, 'directSuit')).toEqual(['平湖区人民法院', '云溪区人民法院'])
  })

  it('is a blank with its basis where no address or no office is known', async () => {
    const { caseId } = await signedCase(centre)
    expect((await routeOf(caseId, 'paymentOrder')).proposals).toEqual([
      {
        name: '',
        basis: '债务人云溪镇晨光童装厂的住所地（地址没有登记）所在地的基层人民法院',
        ruleId: 'H2',
      },
    ])
    expect(await names(caseId, 'arbitralReview')).toEqual(['云溪区劳动人事争议仲裁委员会'])
  })

  it('is the court that invited this body, whatever the addresses', async () => {
    const form = { ...loanForm(), sourceCode: 'S30' }
    const { caseId } = await signedCase(centre, form)
    expect(await names(caseId, 'judicialConfirmation')).toEqual(['湖心区人民法院'])
  })
})

describe('strengthening.preparePack', () => {
  it('fills application and proof with the court and the agreement, and says what is to be brought', async () => {
    const { caseId, agreementId } = await signedCase(centre, loanForm())
    const officeName = '平湖区人民法院'
    const pack = { caseId, route: 'judicialConfirmation' as const, officeName }
    const { papers } = await mediator().strengthening.preparePack(pack)
    expect(papers.map(({ form, state, objectId }) => [form, state, objectId])).toEqual([
      ['f14-organisation', 'made', caseId],
      ['f14-proof', 'made', caseId],
      ['f10', 'made', agreementId],
      ['f05', 'toBring', undefined],
      ['other', 'toBring', undefined],
    ])
    for (const form of ['f14-organisation', 'f14-proof'])
      expect(await textOf(form, caseId)).toContain(officeName)
    expect(await textOf('f14-organisation', caseId)).toContain(formatYuan(firstInstalment))
    const other = { ...pack, officeName: '云溪区人民法院' }
    await mediator().strengthening.preparePack(other)
    const again = await textOf('f14-proof', caseId)
    expect(again).toContain('云溪区人民法院')
    expect(again).not.toContain(officeName)
    const closed = { ...pack, route: 'paymentOrder' as const }
    expect(await refusal(mediator().strengthening.preparePack(closed))).toMatchObject({
      code: 'strengthening.routeClosed',
      reasons: [{ code: 'notDue', ruleId: 'H1' }],
    })
  })

  it('asks in each one-sided paper for what is late, of whoever owes it', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-12-22')
    const routes = {
      paymentOrder: 'f24',
      directSuit: 'civil-complaint',
      arbitration: 'arbitration-application',
    } as const
    for (const [route, form] of Object.entries(routes)) {
      const officeName = `某某${route === 'arbitration' ? '仲裁委员会' : '法院'}`
      await mediator().strengthening.preparePack({
        caseId,
        route: route as keyof typeof routes,
        officeName,
      })
      const text = await textOf(form, caseId)
      expect(text, form).toContain(officeName)
      expect(text, form).toContain(formatYuan(firstInstalment))
      expect(text, form).toContain('2026年12月20日')
      expect(text, form).not.toContain(formatYuan(arrearsFen))
      expect(text.indexOf('张三'), form).toBeLessThan(text.indexOf('晨光童装厂'))
    }
    expect(await textOf('civil-complaint', caseId)).toMatch(
      /原告[\s\S]*张三[\s\S]*被告[\s\S]*晨光童装厂/u,
    )
  })

  it('counts ages in a suit to the day it is made, not to the day the case began', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-12-22')
    const { partyRecords } = await mediator().cases.get({ id: caseId })
    const { birthDate = '', age = 0 } = partyRecords.find(({ name }) => name === '张三') ?? {}
    const ageOf = async () => (await textOf('civil-complaint', caseId)).match(/年龄\s*(\d+)/u)?.[1]
    expect(await ageOf()).toBe(String(age))
    on(`2027${birthDate.slice(4)}`)
    expect(await ageOf()).toBe(String(2027 - Number(birthDate.slice(0, 4))))
  })
})

describe('strengthening.apply', () => {
  it('keeps the minute of the application, moves the case and starts the clock of the office', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-11-24')
    await apply(caseId, 'judicialConfirmation', {
      officeId: yunxi,
      appliedAt: '2026-11-24T01:07:31.500Z',
    })
    expect(await status(caseId)).toBe('confirming')
    expect(await newest(caseId)).toMatchObject({
      appliedAt: '2026-11-24T01:07:00.000Z',
      state: 'applied',
      officeName: '云溪区人民法院',
      clocks: [{ ruleId: 'E7', raw: '2026-11-27' }],
    })
    expect(await refusalCode(apply(caseId, 'judicialConfirmation'))).toBe(
      'strengthening.alreadyApplied',
    )
    expect(await refusal(apply(caseId, 'arbitralReview'))).toMatchObject({
      code: 'strengthening.routeClosed',
      reasons: [{ code: 'otherPending' }],
    })
    const head = { userId: centre.ids.head, role: 'head' as const }
    const open = await listOpenApplications(centre.store().db, head)
    expect(open.filter((each) => each.caseId === caseId)).toMatchObject([
      { route: 'judicialConfirmation', parties: '张三、云溪镇晨光童装厂', mediatorName: '吴调解' },
    ])
    const other = { userId: centre.ids.otherMediator, role: 'mediator' as const }
    expect(await listOpenApplications(centre.store().db, other)).toEqual([])
    const window = { userId: centre.ids.receptionist, role: 'receptionist' as const }
    expect(await listOpenApplications(centre.store().db, window)).toEqual([])
  })

  it('judges by the day of the application and refuses with every reason', async () => {
    const { caseId } = await signedCase(centre)
    await mediator().strengthening.saveAnswers({ caseId, revision: 0, answers: { joint: false } })
    on('2027-01-10')
    expect(await refusal(apply(caseId, 'judicialConfirmation'))).toMatchObject({
      code: 'strengthening.routeClosed',
      reasons: [
        { code: 'late', ruleId: 'E1', path: 'judicialConfirmation' },
        { code: 'notJoint', ruleId: 'E1' },
      ],
    })
    await mediator().strengthening.saveAnswers({ caseId, revision: 1, answers: { joint: true } })
    const ahead = apply(caseId, 'judicialConfirmation', { appliedAt: '2027-01-11T00:00:00.000Z' })
    expect(await refusalCode(ahead)).toBe('strengthening.notYet')
    const before = apply(caseId, 'judicialConfirmation', { appliedAt: '2026-11-20T01:00:00.000Z' })
    expect(await refusal(before)).toMatchObject({ reasons: [{ code: 'notEffective' }] })
    // Written down late, but made in time.
    await apply(caseId, 'judicialConfirmation', { appliedAt: '2026-12-22T08:59:00.000Z' })
    expect(await status(caseId)).toBe('confirming')
    const unknown = apply(caseId, 'notary', { officeId: caseId })
    expect(await refusalCode(unknown)).toBe('offices.notFound')
    expect(
      await refusalCode(
        centre.as.otherMediator.strengthening.apply({
          caseId,
          route: 'notary',
          officeName: '公证处',
          appliedAt: begin,
          words: '',
        }),
      ),
    ).toBe('cases.notYours')
  })

  it('refuses what has no agreement in force', async () => {
    const caseId = await assignedCase(centre)
    expect(await refusal(apply(caseId, 'judicialConfirmation'))).toMatchObject({
      code: 'strengthening.routeClosed',
      reasons: [{ code: 'notEffective' }],
    })
  })
})

describe('strengthening.progress', () => {
  it('takes a confirmed case to enforcement, at the court that decided', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-11-24')
    await apply(caseId, 'judicialConfirmation')
    await step(caseId, 'accepted')
    expect(await newest(caseId)).toMatchObject({ clocks: [{ raw: '2026-12-24' }] })
    on('2026-12-01')
    await step(caseId, 'granted', { number: '（2026）云0000民特1号' })
    expect(await status(caseId)).toBe('confirmed')
    expect(await newest(caseId)).toMatchObject({
      state: 'granted',
      decidedOn: '2026-12-01',
      clocks: [{ ruleId: 'E9', raw: '2026-12-16' }],
    })
    expect(await codes(caseId, 'directSuit')).toContain('alreadyConfirmed')
    expect(await codes(caseId, 'enforcement')).toEqual(['notBreached'])
    on('2026-12-22')
    const route = await routeOf(caseId, 'enforcement')
    expect(route).toMatchObject({ open: true, deadline: { base: '2027-02-20', raw: '2029-02-20' } })
    expect(route.proposals[0]).toMatchObject({
      name: '云溪区人民法院',
      basis: '作出确认裁定、支付令的人民法院',
    })
    const officeName = '云溪区人民法院'
    await mediator().strengthening.preparePack({ caseId, route: 'enforcement', officeName })
    const text = await textOf('enforcement-application', caseId)
    expect(text).toContain('（2026）云0000民特1号')
    expect(text).toContain(formatYuan(firstInstalment))
    await apply(caseId, 'enforcement')
    expect(await status(caseId)).toBe('transferred')
  })

  it('gives a refused application back to the case, with its reason', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-11-24')
    await apply(caseId, 'arbitralReview')
    await step(caseId, 'accepted')
    expect(await newest(caseId)).toMatchObject({ clocks: [{ ruleId: 'F3', raw: '2026-11-29' }] })
    expect(await refusal(step(caseId, 'refused'))).toMatchObject({
      code: 'strengthening.stepNotAllowed',
      details: { fault: 'reasonRequired' },
    })
    await step(caseId, 'refused', { reason: '协议内容不明确' })
    expect(await status(caseId)).toBe('effective')
    expect(await newest(caseId)).toMatchObject({ state: 'refused', reason: '协议内容不明确' })
    expect(await codes(caseId, 'judicialConfirmation')).toEqual([])
    const { timeline } = await mediator().cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'refuseConfirmation',
      details: { reason: '协议内容不明确' },
    })
  })

  it('lets a payment order end or take effect only after the debtor had his fifteen days', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-12-22')
    await apply(caseId, 'paymentOrder', { amountFen: firstInstalment })
    expect(await newest(caseId)).toMatchObject({ clocks: [{ ruleId: 'H3', raw: '2026-12-27' }] })
    await step(caseId, 'accepted')
    expect(await refusal(step(caseId, 'granted'))).toMatchObject({
      details: { fault: 'notServed' },
    })
    on('2026-12-25')
    await step(caseId, 'served')
    expect(await newest(caseId)).toMatchObject({ clocks: [{ raw: '2027-01-09' }] })
    on('2027-01-05')
    expect(await refusal(step(caseId, 'granted'))).toMatchObject({
      details: { fault: 'stillObjectable' },
    })
    await step(caseId, 'ended', { reason: '债务人提出异议' })
    // Already late: back among the overdue ones.
    expect(await status(caseId)).toBe('overdue')
    expect(await codes(caseId, 'paymentOrder')).toEqual(['orderEnded'])
    expect(await codes(caseId, 'directSuit')).toEqual([])
    expect(await refusalCode(step(caseId, 'granted'))).toBe('strengthening.stepNotAllowed')
  })

  it('takes the case back when the suit is withdrawn: the agreement is followed as before', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-12-22')
    await apply(caseId, 'arbitration', { officeName: '云溪区劳动人事争议仲裁委员会' })
    await step(caseId, 'accepted')
    expect(await status(caseId)).toBe('transferred')
    await step(caseId, 'withdrawn')
    expect(await status(caseId)).toBe('overdue')
    expect(await codes(caseId, 'paymentOrder')).toEqual([])
  })
  it('leaves the case with us until a court or commission has accepted a suit', async () => {
    const { caseId } = await signedCase(centre)
    on('2026-12-22')
    await mediator().strengthening.get({ caseId })
    await apply(caseId, 'arbitration', { officeName: '云溪区劳动人事争议仲裁委员会' })
    expect(await status(caseId)).toBe('effective')
    expect(await codes(caseId, 'arbitration')).toEqual(['pending'])
    const { id, revision } = await newest(caseId)
    const tomorrow = { id, revision, step: 'accepted' as const, on: localDate('2026-12-23') }
    expect(await refusalCode(mediator().strengthening.progress(tomorrow))).toBe(
      'strengthening.notYet',
    )
    await step(caseId, 'accepted')
    expect(await status(caseId)).toBe('transferred')
    expect(
      await refusalCode(
        mediator().strengthening.progress({ ...tomorrow, on: localDate('2026-12-22') }),
      ),
    ).toBe('strengthening.changedElsewhere')
    await step(caseId, 'withdrawn')
    expect(await newest(caseId)).toMatchObject({ state: 'withdrawn' })
  })
})
