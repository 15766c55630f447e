import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clauseText,
  hasInstalmentTable,
  paymentSentence,
} from '#db/domain/agreement/clause-text.ts'
import { paymentMethodLabel } from '#db/domain/agreement/content.ts'
import {
  effectiveDate,
  missingSignatures,
  reasonsNotToSign,
  type Signature,
} from '#db/domain/agreement/signing.ts'
import {
  type AgreementEvent,
  agreementStatuses,
  isEditable,
  transition,
} from '#db/domain/agreement/status.ts'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { amountInWords } from '#db/domain/money.ts'
import { firm, payment, today, worker } from './agreement-fixture.ts'

const parties = [worker, firm]

describe('paymentSentence', () => {
  it('points to the table when paid by instalments', () => {
    expect(paymentSentence(payment, parties)).toBe(
      '某制衣厂分3期支付王一人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28），支付方式：银行转账，收款账户：6222000000000000000，各期日期和金额见下表。',
    )
  })

  it('names the day when paid at once, the day included', () => {
    const once = {
      ...payment,
      totalFen: 4_080_000,
      method: 'cash',
      account: '',
      instalments: [{ dueOn: localDate('2026-12-05'), amountFen: 4_080_000 }],
    }
    expect(paymentSentence(once, parties)).toBe(
      '某制衣厂于2026年12月5日前（含当日）一次性支付王一人民币肆万零捌佰元整（¥40,800.00），支付方式：现金。',
    )
  })

  it('leaves a visible blank for what is not chosen', () => {
    expect(
      paymentSentence(
        { ...payment, payerId: '', method: '', account: undefined, instalments: [] },
        parties,
      ),
    ).toBe(
      '______于______前（含当日）一次性支付王一人民币壹万柒仟零肆拾捌元贰角捌分（¥17,048.28）。',
    )
  })

  it('makes figures and capitals from one number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (totalFen) => {
        expect(paymentSentence({ ...payment, totalFen }, parties)).toContain(
          amountInWords(totalFen),
        )
      }),
    )
  })
})

describe('clauseText', () => {
  it('puts the free words before the sentence', () => {
    const clause = { id: 'c', kind: 'payment', text: '关于拖欠的工资', payment } as const
    expect(clauseText(clause, parties)).toBe(`关于拖欠的工资，${paymentSentence(payment, parties)}`)
    expect(clauseText({ ...clause, text: ' 关于工资： ' }, parties)).toBe(
      `关于工资：${paymentSentence(payment, parties)}`,
    )
    expect(clauseText({ ...clause, text: '' }, parties)).toBe(paymentSentence(payment, parties))
    expect(clauseText({ id: 'c', kind: 'other', text: ' 互不追究。 ' }, parties)).toBe('互不追究。')
    expect(hasInstalmentTable(clause)).toBe(true)
    expect(hasInstalmentTable({ id: 'c', kind: 'other', text: '' })).toBe(false)
  })
})

describe('paymentMethodLabel', () => {
  it('is the label of a code, else the words themselves', () => {
    expect(paymentMethodLabel('wechat')).toBe('微信支付')
    expect(paymentMethodLabel(' 当面交付 ')).toBe('当面交付')
  })
})

const mediators = [{ name: '赵调解' }]
const signed = (change: Partial<Signature>): Signature => ({
  signerName: '王一',
  capacity: 'party',
  manner: ['hand'],
  signedOn: today,
  ...change,
})
const byWorker = signed({ partyId: 'p1' })
const byFirm = signed({
  partyId: 'p2',
  signerName: '李二',
  capacity: 'representative',
  manner: ['hand', 'seal'],
})
const byMediator = signed({ signerName: '赵调解', capacity: 'mediator' })
const bySeal = signed({ signerName: '某中心', capacity: 'body', manner: ['seal'] })
const all = [byWorker, byFirm, byMediator, bySeal]

const problems = (signature: Signature, of = parties): string[] =>
  reasonsNotToSign(of, mediators, [signature], today).map(
    ({ ruleId, level, code }) => `${ruleId} ${level} ${code}`,
  )

describe('effectiveDate', () => {
  it('is the day of the last of parties, mediator and seal (D2)', () => {
    expect(effectiveDate(parties, mediators, all)).toBe(today)
    for (const [index, late] of all.entries()) {
      const signatures = all.with(index, { ...late, signedOn: localDate('2026-11-25') })
      expect(effectiveDate(parties, mediators, signatures)).toBe('2026-11-25')
    }
  })

  it('is undefined while any is missing', () => {
    for (const index of all.keys()) {
      expect(effectiveDate(parties, mediators, all.toSpliced(index, 1))).toBeUndefined()
    }
    expect(effectiveDate([], mediators, all)).toBeUndefined()
    expect(effectiveDate(parties, [], all)).toBeUndefined()
    expect(effectiveDate(parties, [...mediators, { name: '钱调解' }], all)).toBeUndefined()
  })

  it('is the greatest day of the four, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 4, maxLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (offsets, order) => {
          const dated = all.map((signature, index) => ({
            ...signature,
            signedOn: addDays(today, offsets[index] ?? 0),
          }))
          const shuffled = order.map((index) => dated[index]).filter((item) => item !== undefined)
          expect(effectiveDate(parties, mediators, shuffled)).toBe(
            addDays(today, Math.max(...offsets)),
          )
        },
      ),
    )
  })

  it('does not move when the recorder signs later or a party signs again', () => {
    const later = localDate('2026-12-01')
    const recorder = signed({ capacity: 'recorder', signerName: '孙记录', signedOn: later })
    expect(
      effectiveDate(parties, mediators, [...all, recorder, { ...byWorker, signedOn: later }]),
    ).toBe(today)
  })
})

describe('missingSignatures', () => {
  it('names who must still sign', () => {
    expect(missingSignatures(parties, mediators, [])).toEqual([
      { capacity: 'party', partyId: 'p1', name: '王一' },
      { capacity: 'party', partyId: 'p2', name: '某制衣厂' },
      { capacity: 'mediator', name: '赵调解' },
      { capacity: 'body', name: '' },
    ])
    expect(missingSignatures(parties, mediators, all)).toEqual([])
  })

  it('does not count a signature that is refused', () => {
    const agent = signed({ partyId: 'p1', signerName: '周代理', capacity: 'representative' })
    expect(
      missingSignatures(parties, mediators, [agent, byFirm, byMediator, bySeal]),
    ).toMatchObject([{ partyId: 'p1' }])
  })
})

describe('reasonsNotToSign', () => {
  it('has nothing against the right signers', () => {
    expect(reasonsNotToSign(parties, mediators, all, today)).toEqual([])
    expect(problems({ ...byWorker, manner: ['fingerprint'] })).toEqual([])
    expect(problems(signed({ partyId: 'p2', signerName: '某制衣厂', manner: ['seal'] }))).toEqual(
      [],
    )
  })

  it('lets an agent sign only with special authority (B8)', () => {
    const withAgent = (authority?: 'general' | 'special') => [
      { ...worker, representatives: [{ name: '周代理', kind: 'agent' as const, authority }] },
      firm,
    ]
    const signature = signed({ partyId: 'p1', signerName: '周代理', capacity: 'representative' })
    expect(problems(signature, withAgent('special'))).toEqual([])
    expect(problems(signature, withAgent('general'))).toEqual(['B8 block agentNotAuthorised'])
    expect(problems(signature, withAgent())).toEqual(['B8 block agentNotAuthorised'])
    expect(problems({ ...signature, signerName: '路人' }, withAgent('special'))).toEqual([
      'B8 block agentNotAuthorised',
    ])
  })

  it('has the guardian sign for a minor (B9)', () => {
    const minor = {
      ...worker,
      birthDate: localDate('2015-01-01'),
      representatives: [{ name: '王父', kind: 'guardian' as const }],
    }
    expect(problems(byWorker, [minor, firm])).toEqual(['B9 block guardianMustSign'])
    expect(
      problems(signed({ partyId: 'p1', signerName: '王父', capacity: 'representative' }), [
        minor,
        firm,
      ]),
    ).toEqual([])
  })

  it('asks the mediator to sign by hand and the body to seal (D2)', () => {
    expect(problems({ ...byMediator, manner: ['seal'] })).toEqual([
      'D2 block mediatorMustSignByHand',
    ])
    expect(problems({ ...byMediator, signerName: '别人' })).toEqual(['D2 block mediatorUnknown'])
    expect(problems({ ...bySeal, manner: ['hand'] })).toEqual(['D2 block bodyMustSeal'])
    expect(problems({ ...byWorker, manner: [] })).toEqual(['D2 block mannerRequired'])
    expect(problems({ ...byWorker, partyId: 'p9' })).toEqual(['D2 block partyUnknown'])
    expect(problems({ ...byWorker, signerName: '别人' })).toEqual(['D2 block signerNotTheParty'])
    expect(problems({ ...byWorker, signedOn: addDays(today, 1) })).toEqual([
      'D2 block signedInFuture',
    ])
  })

  it('only warns of an organisation without its seal, and counts it', () => {
    const unsealed: Signature = { ...byFirm, manner: ['hand'] }
    expect(problems(unsealed)).toEqual(['D2 warn organisationWithoutSeal'])
    expect(effectiveDate(parties, mediators, [byWorker, unsealed, byMediator, bySeal])).toBe(today)
  })
})

const events: AgreementEvent[] = [
  { type: 'edit' },
  { type: 'submit' },
  { type: 'recall' },
  { type: 'return', words: '数额写错' },
  { type: 'approve' },
  { type: 'sign' },
  { type: 'supersede' },
  { type: 'void', reason: '双方撤回' },
]

describe('transition of an agreement', () => {
  it('allows the steps of the review and no other', () => {
    const steps = agreementStatuses.flatMap((status) =>
      events.flatMap((event) => {
        const result = transition(status, event)
        return result.ok ? [`${status} ${event.type} ${result.to}`] : []
      }),
    )
    expect(steps).toEqual([
      'draft edit draft',
      'draft submit submitted',
      'draft void void',
      'submitted recall draft',
      'submitted return returned',
      'submitted approve approved',
      'submitted void void',
      'returned edit returned',
      'returned submit submitted',
      'returned void void',
      'approved sign signed',
      'approved supersede superseded',
      'approved void void',
      'signed supersede superseded',
    ])
  })

  it('asks for words when it is sent back or voided', () => {
    expect(transition('submitted', { type: 'return', words: ' ' })).toMatchObject({
      ok: false,
      reason: { code: 'wordsRequired' },
    })
    expect(transition('approved', { type: 'void', reason: '' })).toMatchObject({
      ok: false,
      reason: { code: 'wordsRequired' },
    })
    expect(transition('signed', { type: 'approve' })).toMatchObject({
      ok: false,
      reason: { code: 'eventNotAllowed' },
    })
  })

  it('freezes the text from submission on', () => {
    expect(agreementStatuses.filter((status) => isEditable(status))).toEqual(['draft', 'returned'])
  })
})
