import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#contract/intake.ts'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { allSignatures, assignedCase, heldSession, wageForm } from '#tests/support/wage-case.ts'

const firm = '云溪镇晨光童装厂'
let centre: StaffedCentre
let caseId: string

const form = (): IntakeForm => {
  const wages = wageForm()
  const [worker, employer] = wages.parties
  if (!worker || !employer) throw new Error('two parties')
  const second = {
    kind: worker.kind,
    role: 'coApplicant' as const,
    name: '李二',
    representatives: [],
  }
  return { ...wages, parties: [worker, second, employer] }
}
const on = (day: string) => centre.clock.setWall(`${day}T04:00:00.000Z`)

/** 张三 gets two instalments, 李二 one sum, and both a paper. */
async function signed(): Promise<void> {
  const { mediator, head } = centre.as
  await heldSession(centre, caseId)
  const { id } = await mediator.agreements.draft({ caseId })
  const { parties, revision } = await mediator.agreements.get({ id })
  const [first, second, payer] = parties
  const payment = (payeeId = '', days: string[], amountFen: number) => ({
    id: uuid(),
    kind: 'payment' as const,
    text: '',
    payment: {
      payerId: payer?.id ?? '',
      payeeId,
      totalFen: amountFen * days.length,
      method: 'cash' as const,
      instalments: days.map((day) => ({ dueOn: localDate(day), amountFen })),
    },
  })
  const act = `${firm}为两位申请人出具解除劳动关系证明，并在十五日内办理档案和社会保险关系转移手续。`
  const content = {
    facts: '拖欠工资。',
    issues: '数额和时间。',
    responsibilities: '应当支付。',
    clauses: [
      payment(first?.id, ['2026-12-01', '2026-12-20'], 100_000),
      payment(second?.id, ['2026-12-05'], 200_000),
      { id: uuid(), kind: 'act' as const, text: act },
    ],
    performanceManner: '现金',
    performanceDeadline: '2026年12月20日前',
    performancePlace: '云溪镇',
    copies: 4,
  }
  const saved = await mediator.agreements.save({ id, revision, content })
  const { reasons } = await mediator.agreements.get({ id })
  const passedWarnings = reasons
    .filter(({ level }) => level === 'warn')
    .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
  await mediator.agreements.submit({ id, revision: saved.revision, passedWarnings })
  await head.agreements.approve({ id, revision: saved.revision })
  await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
}

beforeAll(async () => {
  centre = await openCentre()
  on('2026-11-22')
  caseId = await assignedCase(centre, form())
  await signed()
})
afterAll(() => centre.close())

const paper = async (formId: string, objectId = caseId): Promise<string> => {
  await centre.as.mediator.papers.preview({ form: formId, objectId })
  return (centre.host.rendered.at(-1)?.html ?? '')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/\s/gu, '')
}
const pay = async (title: string, amountFen: number) => {
  const { obligations } = await centre.as.mediator.obligations.get({ caseId })
  const { performanceIds } = await centre.as.mediator.obligations.record({
    obligationId: obligations.find((each) => each.title === title)?.id ?? '',
    doneOn: localDate('2026-12-10'),
    amountFen,
    method: 'cash',
    note: '',
    proofIds: [],
    spread: false,
  })
  return performanceIds[0] ?? ''
}

describe('papers where one side owes two people', () => {
  it('say who is owed what, in figures and capitals, when one was paid in part', async () => {
    on('2026-12-10')
    await pay('第1项第1期', 90_000)
    await centre.as.mediator.obligations.sweep({})
    const complaint = await paper('civil-complaint')
    expect(complaint).toContain('追索劳动报酬纠纷')
    expect(complaint).toContain('判令被告向张三支付人民币壹佰元整（¥100.00）。')
    expect(complaint).toContain('判令被告向李二支付人民币贰仟元整（¥2,000.00）。')
    expect(complaint).toContain(
      '协议第1项第1期款项1,000.00元，应于2026年12月1日前支付给张三，已付900.00元，尚欠100.00元。',
    )
    const order = await paper('f24')
    expect(order).toContain('人民币贰仟壹佰元整（¥2,100.00）')
    expect(order).not.toContain('被申请人至今没有履行')
    expect(await paper('arbitration-application')).toContain('裁决被申请人向李二支付人民币贰仟元整')

    const { obligations } = await centre.as.mediator.obligations.get({ caseId })
    const obligationIds = obligations.filter(({ state }) => state === 'late').map(({ id }) => id)
    const { objectId } = await centre.as.mediator.obligations.urgeLetter({ caseId, obligationIds })
    const letter = await paper('urge-letter', objectId)
    expect(letter).toContain('你方与张三、李二于2026年11月22日生效的调解协议')
    expect(letter).toContain('第1项第1期（付给张三）')
    expect(letter).toContain('第2项（付给李二）')
  })

  it('cut an act short in the register, without the name before it', async () => {
    const register = await paper('f12-proof')
    expect(register).toContain('第3项：为两位申请人出具解除劳动关系证明')
    expect(register).toMatch(/第3项：.{30}…/u)
    expect(register).not.toContain('社会保险关系转移手续')
  })

  it('tell whom the last payment pays off, while others are still owed', async () => {
    await pay('第1项第1期', 10_000)
    const receipt = await paper('f12', await pay('第1项第2期', 100_000))
    expect(receipt).toContain('按协议应当付给张三的款项已经全部付清')
    expect(receipt).not.toContain('协议约定的款项已经全部付清')
  })
})

describe('the notice of termination', () => {
  it('tells where to go and until when before the reason is ticked by hand', async () => {
    const other = await assignedCase(centre, form())
    await heldSession(centre, other)
    await centre.as.mediator.clocks.setDate({
      caseId: other,
      event: 'employmentEnded',
      onDay: localDate('2026-10-31'),
      words: '解除通知书',
    })
    const notice = await paper('f18', other)
    expect(notice).toContain('1．申请劳动仲裁，不收费')
    expect(notice).toContain('第五十三条）。')
    expect(notice).toContain('2027年10月31日')
  })
})
