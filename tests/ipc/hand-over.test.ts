import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { addOffice, loanForm, officeOf, wordsOnPaper } from '#tests/support/route-case.ts'
import { assignedCase, heldSession, wageForm } from '#tests/support/wage-case.ts'

let centre: StaffedCentre

beforeAll(async () => {
  centre = await openCentre()
  const { head } = centre.as
  await addOffice(head, 'court', '云溪区人民法院', ['云溪区', '云溪镇'])
  await addOffice(head, 'court', '平湖区人民法院', ['平湖区'])
  await addOffice(head, 'court', '湖心区人民法院', ['湖心区'], true)
  await addOffice(head, 'commission', '云溪区劳动人事争议仲裁委员会', ['云溪镇', '晨光童装厂'])
})
afterAll(() => centre.close())
beforeEach(() => centre.clock.setWall('2026-11-22T03:15:04.123Z'))

const mediator = () => centre.as.mediator
const status = async (caseId: string) => (await mediator().cases.get({ id: caseId })).status
const textOf = (form: string, objectId: string) => wordsOnPaper(centre, form, objectId)

describe('the hand-over of a case without agreement', () => {
  const failedCase = async (form = wageForm()) => {
    const caseId = await assignedCase(centre, form)
    await heldSession(centre, caseId)
    await mediator().cases.move({
      caseId,
      event: 'terminate',
      terminationReason: 'gapTooWide',
      remediesTold: true,
      reason: '差距太大',
    })
    return caseId
  }

  it('tells the remedies in the order of the law, with offices and limitation', async () => {
    const caseId = await failedCase()
    const { ways, limitations } = await mediator().strengthening.remedies({ caseId })
    expect(ways.map(({ kind }) => kind)).toEqual([
      'commission',
      'inspectorate',
      'court',
      'legalAid',
    ])
    expect(ways[0]?.proposals[0]?.name).toBe('云溪区劳动人事争议仲裁委员会')
    expect(ways.every(({ source }) => source.startsWith('《'))).toBe(true)
    expect(limitations.length).toBeGreaterThan(0)
    const civil = await failedCase(loanForm())
    const answer = await mediator().strengthening.remedies({ caseId: civil })
    expect(answer.ways.map(({ kind }) => kind)).toEqual(['court', 'other', 'legalAid'])
    expect(answer.ways[0]?.proposals[0]?.name).toBe('平湖区人民法院')
  })

  it('makes notice, letter and application, filled from the case', async () => {
    const caseId = await failedCase()
    const officeName = '云溪区劳动人事争议仲裁委员会'
    const { papers } = await mediator().strengthening.prepareHandOver({
      caseId,
      kind: 'commission',
      officeName,
      reason: '',
    })
    expect(papers.filter(({ state }) => state === 'made').map(({ form }) => form)).toEqual([
      'f18',
      'f20-transfer',
      'arbitration-application',
    ])
    const notice = await textOf('f18', caseId)
    expect(notice).toContain('■未达成协议')
    expect(notice).toContain('需要注意的日期')
    expect(notice).toContain('《劳动争议调解仲裁法》第二十七条')
    expect(await textOf('f20-transfer', caseId)).toContain(`${officeName}：`)
    const application = await textOf('arbitration-application', caseId)
    expect(application).toContain(officeName)
    expect(application).toContain('支付拖欠的工资17,048.28元')
    expect(application).toContain('没有达成协议')
    await mediator().strengthening.handOver({ caseId, officeName, reason: '调解不成' })
    // The end stays what it was.
    expect(await status(caseId)).toBe('failed')
    expect(await textOf('f18', caseId)).toContain('■未达成协议')
  })

  it('is open to every case that is not closed, at the window too', async () => {
    const { receptionist, otherMediator } = centre.as
    const { caseId } = await receptionist.intake.submit({ form: wageForm() })
    const order = { caseId, officeName: '云溪区人民法院', reason: '当事人要起诉' }
    expect(
      await refusalCode(
        otherMediator.strengthening.handOver({ ...order, caseId: await assignedCase(centre) }),
      ),
    ).toBe('cases.notYours')
    await receptionist.strengthening.handOver(order)
    expect((await receptionist.cases.get({ id: caseId })).status).toBe('transferred')
    expect(await refusalCode(centre.as.head.strengthening.handOver(order))).toBe(
      'cases.stepNotAllowed',
    )
  })
})

describe('offices', () => {
  it('are kept with a revision and go without taking their name from applications', async () => {
    const { head, receptionist, lawyer } = centre.as
    const id = await addOffice(receptionist, 'notary', ' 云溪公证处 ', [
      ' 云溪镇 ',
      '云溪镇',
      ''.padEnd(1, '乙'),
    ])
    const found = async () => (await head.offices.list({})).find((each) => each.id === id)
    expect(await found()).toMatchObject({
      name: '云溪公证处',
      areas: ['云溪镇', '乙'],
      revision: 1,
    })
    const office = officeOf('notary', '云溪县公证处', ['云溪镇'])
    expect(await head.offices.save({ id, revision: 1, office })).toEqual({ id, revision: 2 })
    expect(await refusalCode(head.offices.save({ id, revision: 1, office }))).toBe(
      'offices.changedElsewhere',
    )
    expect(await refusalCode(lawyer.offices.list({}))).toBe('users.notPermitted')
    expect(await refusalCode(receptionist.offices.remove({ id }))).toBe('users.notPermitted')
    await head.offices.remove({ id })
    expect(await found()).toBeUndefined()
    expect(await refusalCode(head.offices.remove({ id }))).toBe('offices.notFound')
    expect(await refusalCode(head.offices.save({ id, revision: 2, office }))).toBe(
      'offices.notFound',
    )
  })
})
