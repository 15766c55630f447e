import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  copiesNeeded,
  instalmentSum,
  completenessFindings,
} from '#db/domain/agreement/completeness.ts'
import type { AgreementContent, AgreementParty, Payment } from '#db/domain/agreement/content.ts'
import { forbiddenWording } from '#db/domain/agreement/wording.ts'
import { localDate } from '#db/domain/local-date.ts'
import { splitEvenly } from '#db/domain/money.ts'
import { isBlocked } from '#db/domain/reason.ts'
import { content, firm, payment, today, worker } from './agreement-fixture.ts'

const check = (
  change: Partial<AgreementContent>,
  {
    parties = [worker, firm],
    typeCode = '10.02',
  }: { parties?: AgreementParty[]; typeCode?: string } = {},
): string[] =>
  completenessFindings({ ...content, ...change }, parties, { typeCode, today }).map(
    ({ ruleId, level, path, code }) => `${ruleId} ${level} ${path} ${code}`,
  )

/** Less what is always told of a labour dispute. */
const labourNotes = ['D6 info  mustBeWritten']
const withPayment = (change: Partial<Payment>, typeCode = '04.01'): string[] =>
  check(
    { clauses: [{ id: 'c1', kind: 'payment', text: '', payment: { ...payment, ...change } }] },
    { typeCode },
  )

describe('the term in words', () => {
  const instalments = [{ dueOn: localDate('2027-02-05'), amountFen: payment.totalFen }]
  const clauses = [
    { id: 'c1', kind: 'payment' as const, text: '', payment: { ...payment, instalments } },
  ]

  it('may not end before the last instalment falls due (D10)', () => {
    expect(check({ clauses, performanceDeadline: '2027年1月31日前（含当日）付清' })).toContain(
      'D10 block performanceDeadline deadlineBeforeLastInstalment',
    )
    expect(
      check({ clauses, performanceDeadline: '2027年2月5日前付清' }).filter((one) =>
        one.endsWith('deadlineBeforeLastInstalment'),
      ),
    ).toEqual([])
  })
})

describe('completenessFindings', () => {
  it('lets a complete agreement pass, telling only that it must be written (D6)', () => {
    const reasons = completenessFindings(content, [worker, firm], { typeCode: '10.02', today })
    expect(reasons).toMatchObject([{ ruleId: 'D6', level: 'info', code: 'mustBeWritten' }])
    expect(isBlocked(reasons)).toBe(false)
    expect(check({}, { typeCode: '04.01' })).toEqual([])
  })

  it.each([
    'facts',
    'issues',
    'responsibilities',
    'performanceManner',
    'performanceDeadline',
    'performancePlace',
  ] as const)('blocks a blank in %s (D1)', (field) => {
    expect(check({ [field]: ' \n　' })).toEqual([`D1 block ${field} blank`, ...labourNotes])
  })

  it('blocks an agreement without clauses, a blank clause, a payment clause without payment (D1)', () => {
    expect(check({ clauses: [] })).toEqual(['D1 block clauses clausesMissing', ...labourNotes])
    expect(check({ clauses: [{ id: 'c', kind: 'other', text: ' ' }] })).toContain(
      'D1 block clauses.0.text clauseBlank',
    )
    expect(check({ clauses: [{ id: 'c', kind: 'payment', text: '付款' }] })).toContain(
      'D1 block clauses.0.payment paymentMissing',
    )
  })

  it('blocks fewer than two parties and a party without a name (D1)', () => {
    expect(check({}, { parties: [worker] })).toContain('D1 block parties partiesMissing')
    expect(check({}, { parties: [worker, { ...firm, name: '' }] })).toContain(
      'D1 block parties.1.name partyNameMissing',
    )
  })

  it('blocks a payment without payer, payee, method or total, or to oneself (D1)', () => {
    expect(withPayment({ payerId: '' })).toEqual([
      'D1 block clauses.0.payment.payerId payerMissing',
    ])
    expect(withPayment({ payeeId: 'body' })).toEqual([
      'D1 block clauses.0.payment.payeeId payeeMissing',
    ])
    expect(withPayment({ payeeId: 'p2' })).toEqual([
      'D1 block clauses.0.payment.payeeId payerIsPayee',
    ])
    expect(withPayment({ method: ' ' })).toEqual([
      'D1 block clauses.0.payment.method methodMissing',
    ])
    expect(withPayment({ totalFen: 0, instalments: [{ dueOn: today, amountFen: 0 }] })).toEqual([
      'D1 block clauses.0.payment.totalFen totalMissing',
      'D1 block clauses.0.payment.instalments.0.amountFen instalmentAmountMissing',
    ])
    expect(withPayment({ instalments: [] })).toEqual([
      'D1 block clauses.0.payment.instalments instalmentsMissing',
    ])
  })

  it('warns of a transfer without an account (D10)', () => {
    expect(withPayment({ account: '' })).toEqual([
      'D10 warn clauses.0.payment.account accountMissing',
    ])
    expect(withPayment({ account: '', method: 'cash' })).toEqual([])
  })

  it('blocks instalments that do not sum to the total and tells the difference', () => {
    const reasons = completenessFindings(
      {
        ...content,
        clauses: [
          { id: 'c', kind: 'payment', text: '', payment: { ...payment, totalFen: 1_704_829 } },
        ],
      },
      [worker, firm],
      { typeCode: '04.01', today },
    )
    expect(reasons).toEqual([
      {
        ruleId: 'D1',
        level: 'block',
        path: 'clauses.0.payment.instalments',
        code: 'instalmentSum',
        details: { sumFen: 1_704_828, totalFen: 1_704_829, differenceFen: 1 },
      },
    ])
  })

  it('blocks exactly when the sum is off by anything', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_000, max: 1e12 }),
        fc.integer({ min: 1, max: 36 }),
        fc.integer({ min: -900, max: 900 }),
        (totalFen, n, off) => {
          const instalments = splitEvenly(totalFen, n).map((amountFen) => ({
            dueOn: today,
            amountFen,
          }))
          const found = withPayment({ totalFen: totalFen + off, instalments })
          expect(found.some((reason) => reason.endsWith('instalmentSum'))).toBe(off !== 0)
        },
      ),
    )
  })

  it('blocks due dates out of order, warns of dates passed', () => {
    const [first, second, third] = payment.instalments
    if (!first || !second || !third) throw new Error('fixture')
    expect(withPayment({ instalments: [second, first, third] })).toEqual([
      'D10 block clauses.0.payment.instalments.1.dueOn dueDatesNotAscending',
    ])
    expect(
      withPayment({ instalments: [{ ...first, dueOn: localDate('2026-11-21') }, second, third] }),
    ).toEqual(['D10 warn clauses.0.payment.instalments.0.dueOn dueDatePassed'])
    expect(withPayment({ instalments: [{ ...first, dueOn: today }, second, third] })).toEqual([])
  })

  it('needs an original for each party and one for the body (D3)', () => {
    expect(copiesNeeded([worker, firm])).toBe(3)
    expect(check({ copies: 2 })).toEqual(['D3 block copies copiesTooFew', ...labourNotes])
    expect(check({ copies: 4 })).toEqual(labourNotes)
    expect(check({ copies: Number.NaN })).toContain('D3 block copies copiesTooFew')
  })

  it.each(['goods', '以服装抵付工资', '购物券'])(
    'blocks wages of migrant workers paid by %s (D13)',
    (method) => {
      expect(withPayment({ method }, '10.02')).toContain(
        'D13 block clauses.0.payment.method wagesInGoods',
      )
      expect(withPayment({ method }, '04.01')).toEqual([])
    },
  )

  it('blocks goods hidden in one instalment', () => {
    const instalments = payment.instalments.map((instalment, index) =>
      index === 1 ? { ...instalment, method: 'goods' } : instalment,
    )
    expect(withPayment({ instalments }, '10.02')).toContain(
      'D13 block clauses.0.payment.method wagesInGoods',
    )
  })

  it('warns of an agent with general authority, blocks a third agent (B8)', () => {
    const agent = (name: string, authority?: 'general' | 'special') => ({
      name,
      kind: 'agent' as const,
      authority,
    })
    const withAgents = (...representatives: AgreementParty['representatives']) =>
      check({}, { parties: [{ ...worker, representatives }, firm], typeCode: '04.01' })
    expect(withAgents(agent('张三', 'special'))).toEqual([])
    expect(withAgents(agent('张三', 'general'))).toEqual([
      'B8 warn parties.0.representatives.0 agentGeneralAuthority',
    ])
    expect(withAgents(agent('张三'))).toEqual([
      'B8 warn parties.0.representatives.0 agentGeneralAuthority',
    ])
    expect(
      withAgents(agent('甲', 'special'), agent('乙', 'special'), agent('丙', 'special')),
    ).toEqual(['B8 block parties.0 tooManyAgents'])
  })

  it('blocks a minor without a guardian (B9)', () => {
    const minor = { ...worker, idNumber: '', birthDate: localDate('2012-06-01') }
    const seen = (party: AgreementParty, typeCode = '06.05') =>
      check({}, { parties: [party, firm], typeCode }).filter((reason) => reason.startsWith('B9'))
    expect(seen(minor)).toEqual(['B9 block parties.0 guardianMissing'])
    expect(
      seen({ ...minor, representatives: [{ name: '王父', kind: 'guardian', relation: '父亲' }] }),
    ).toEqual([])
    expect(seen({ ...minor, birthDate: localDate('2008-11-22') })).toEqual([])
    expect(seen({ ...minor, birthDate: localDate('2008-11-23') })).toEqual([
      'B9 block parties.0 guardianMissing',
    ])
    expect(seen({ ...minor, birthDate: localDate('2009-05-01') }, '10.02')).toEqual([
      'B9 warn parties.0 earnerUnderAge',
    ])
    expect(seen({ ...minor, birthDate: undefined, age: 15 }, '10.02')).toEqual([
      'B9 block parties.0 guardianMissing',
    ])
  })

  it('warns of a missing or wrong identity number (E6)', () => {
    expect(check({}, { parties: [{ ...worker, idNumber: '' }, firm], typeCode: '04.01' })).toEqual([
      'E6 warn parties.0.idNumber identityMissing',
    ])
    expect(
      check(
        {},
        { parties: [worker, { ...firm, creditCode: '91330502MA2B00000P' }], typeCode: '04.01' },
      ),
    ).toEqual(['E6 warn parties.1.creditCode identityInvalid'])
  })

  it('blocks a fee for mediation anywhere (A5)', () => {
    expect(
      check(
        { clauses: [{ id: 'c', kind: 'other', text: '双方各付调解费200元。' }] },
        { typeCode: '04.01' },
      ),
    ).toEqual(['A5 block clauses.0.text feeMentioned'])
  })

  it('blocks a waiver of social insurance in a labour dispute (D12)', () => {
    const clauses: AgreementContent['clauses'] = [
      { id: 'c', kind: 'other', text: '王一自愿放弃缴纳社会保险。' },
    ]
    expect(check({ clauses }, { typeCode: '11.10' })).toContain(
      'D12 block clauses.0.text socialInsuranceWaiver',
    )
    expect(check({ clauses }, { typeCode: '04.01' })).toEqual([])
  })

  it('tells that a labour agreement with other than payment duties is no matter for the court (E5)', () => {
    const clauses: AgreementContent['clauses'] = [{ id: 'c', kind: 'act', text: '出具离职证明。' }]
    expect(check({ clauses })).toContain('E5 info clauses paymentDutiesOnly')
  })
})

describe('instalmentSum', () => {
  it('is the total of V12b', () => {
    expect(instalmentSum(payment.instalments)).toBe(1_704_828)
    expect(instalmentSum([])).toBe(0)
  })
})

describe('forbiddenWording', () => {
  it.each([
    '王一向调委会捐款500元',
    '由被申请人承担调解服务费',
    '厂方不缴社保',
    '厂方不再为王一缴纳社会保险',
    '社保以现金补贴代替',
    '用每月300元补贴代替社保',
  ])('finds %s', (text) => {
    expect(forbiddenWording(text)).toHaveLength(1)
  })

  it.each([
    '本次调解不收取任何调解费',
    '免收调解费',
    '厂方为王一补缴2026年1月至6月的社会保险费',
    '厂方于30日内缴纳社保',
    '定金500元不予退还',
  ])('passes %s', (text) => {
    expect(forbiddenWording(text)).toEqual([])
  })
})
