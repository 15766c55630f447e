import type { CompletenessCode } from '#db/domain/agreement/completeness.ts'
import type { AgreementRepresentative } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import { firm, payment, today, worker } from './agreement-fixture.ts'
import { clause, type Draft, pays, says } from './linter-fixture.ts'

export type Row = { bad: readonly Draft[]; good: readonly Draft[] }

const agent = (authority: 'general' | 'special'): AgreementRepresentative => ({
  name: '赵代理',
  kind: 'agent',
  authority,
})
const workerWith = (...representatives: AgreementRepresentative[]): Draft => ({
  parties: [{ ...worker, representatives }, firm],
})
const born = (birthDate: string, guarded = false): Draft => ({
  parties: [
    {
      ...worker,
      idNumber: '',
      birthDate: localDate(birthDate),
      representatives: guarded ? [{ name: '王父', kind: 'guardian', relation: '父亲' }] : [],
    },
    firm,
  ],
})
const wages = { typeCode: '10.02' }
const labour = { typeCode: '11.05' }
const sound: Draft = {}
const paying = (change: Parameters<typeof pays>[0], facts?: Draft['facts']): Draft => ({
  clauses: [pays(change)],
  ...(facts ? { facts } : {}),
})
const [first, second, third] = payment.instalments as [
  (typeof payment.instalments)[0],
  (typeof payment.instalments)[0],
  (typeof payment.instalments)[0],
]

/** What is missing or wrong in the data: the rules of completeness.ts. */
export const completenessRows = {
  blank: {
    bad: [{ content: { facts: ' ' } }, { content: { performancePlace: '' } }],
    good: [sound],
  },
  partiesMissing: { bad: [{ parties: [worker] }], good: [sound] },
  partyNameMissing: { bad: [{ parties: [worker, { ...firm, name: ' ' }] }], good: [sound] },
  identityMissing: { bad: [{ parties: [worker, { ...firm, creditCode: '' }] }], good: [sound] },
  identityInvalid: {
    bad: [{ parties: [{ ...worker, idNumber: '330502199001010015' }, firm] }],
    good: [sound],
  },
  clausesMissing: { bad: [{ content: { clauses: [] } }], good: [sound] },
  clauseBlank: { bad: [says(' ')], good: [says('双方就本案再无其他争议。', 'confirm')] },
  paymentMissing: { bad: [{ clauses: [clause('付货款', 'payment')] }], good: [sound] },
  payerMissing: { bad: [paying({ payerId: 'x' })], good: [sound] },
  payeeMissing: { bad: [paying({ payeeId: '' })], good: [sound] },
  payerIsPayee: { bad: [paying({ payeeId: 'p2' })], good: [sound] },
  methodMissing: { bad: [paying({ method: '' })], good: [sound] },
  accountMissing: {
    bad: [paying({ account: '' })],
    good: [
      sound,
      { ...paying({ account: '', method: 'cash' }), content: { performanceManner: '现金' } },
    ],
  },
  totalMissing: { bad: [paying({ totalFen: 0 })], good: [sound] },
  instalmentsMissing: { bad: [paying({ instalments: [] })], good: [sound] },
  instalmentAmountMissing: {
    bad: [paying({ instalments: [{ ...first, amountFen: 0 }, second, third] })],
    good: [sound],
  },
  instalmentSum: { bad: [paying({ totalFen: payment.totalFen + 1 })], good: [sound] },
  dueDatesNotAscending: { bad: [paying({ instalments: [second, first, third] })], good: [sound] },
  dueDatePassed: {
    bad: [paying({ instalments: [{ ...first, dueOn: localDate('2026-11-21') }, second, third] })],
    good: [paying({ instalments: [{ ...first, dueOn: today }, second, third] })],
  },
  deadlineBeforeLastInstalment: {
    bad: [{ content: { performanceDeadline: '2027年1月31日前付清' } }],
    good: [sound],
  },
  copiesTooFew: { bad: [{ content: { copies: 2 } }], good: [sound] },
  mustBeWritten: { bad: [{ facts: labour }], good: [sound] },
  wagesInGoods: {
    bad: [
      paying({ method: 'goods' }, wages),
      says('某制衣厂以库存服装抵付王一的工资。', 'other', wages),
      says('王一的工资用购物券代替。', 'other', wages),
      says('王一同意用厂里的衣服顶工资。', 'other', wages),
      says('工地剩余的钢管折价抵给王一作为工资。', 'other', wages),
    ],
    good: [
      paying({}, wages),
      says('某制衣厂不得以实物抵付工资。', 'other', wages),
      says('某制衣厂已支付的生活费从工资中扣除。', 'confirm', wages),
    ],
  },
  paymentDutiesOnly: {
    bad: [
      says('某制衣厂于2026年12月10日前出具离职证明。', 'act', labour),
      says('某制衣厂于2026年12月10日前为王一出具解除劳动合同的证明。', 'other', labour),
    ],
    good: [says('双方就本案再无其他争议。', 'confirm', labour), sound],
  },
  agentGeneralAuthority: {
    bad: [workerWith(agent('general'))],
    good: [workerWith(agent('special'))],
  },
  tooManyAgents: {
    bad: [workerWith(agent('special'), agent('special'), agent('special'))],
    good: [workerWith(agent('special'), agent('special'))],
  },
  guardianMissing: {
    bad: [born('2012-06-01')],
    good: [born('2012-06-01', true), born('2000-01-01')],
  },
  earnerUnderAge: {
    bad: [{ ...born('2009-06-01'), facts: wages }],
    good: [{ ...born('2000-06-01'), facts: wages }],
  },
  feeMentioned: {
    bad: [says('双方各付调解费200元。')],
    good: [says('本次调解不收取任何费用。', 'confirm'), says('本次调解不收调解费。', 'confirm')],
  },
  socialInsuranceWaiver: {
    bad: [
      says('王一自愿放弃缴纳社会保险。', 'other', labour),
      says('王一不要求某制衣厂补缴社保。', 'other', labour),
      says('王一不得再要求缴纳社保。', 'other', labour),
      says('王一不能要求厂里交社保。', 'other', labour),
    ],
    good: [
      says('某制衣厂于2026年12月31日前为王一补缴社会保险费。', 'act', labour),
      says('某制衣厂于2026年12月31日前为王一补缴社保后，王一不再主张其他费用。', 'act', labour),
    ],
  },
} as const satisfies Record<CompletenessCode, Row>
