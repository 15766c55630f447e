import type { AgreementContent, AgreementParty, Payment } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'

export const today = localDate('2026-11-22')

export const worker: AgreementParty = {
  id: 'p1',
  role: 'applicant',
  kind: 'person',
  name: '王一',
  birthDate: localDate('1990-01-01'),
  idNumber: '330502199001010014',
  representatives: [],
}

export const firm: AgreementParty = {
  id: 'p2',
  role: 'respondent',
  kind: 'organisation',
  name: '某制衣厂',
  creditCode: '91330502MA2B00000N',
  legalRepName: '李二',
  legalRepTitle: '厂长',
  representatives: [],
}

/** V11 gross in the instalments of V12b. */
export const payment: Payment = {
  payerId: 'p2',
  payeeId: 'p1',
  totalFen: 1_704_828,
  method: 'bankTransfer',
  account: '6222000000000000000',
  instalments: [
    { dueOn: localDate('2026-12-20'), amountFen: 568_276 },
    { dueOn: localDate('2027-01-20'), amountFen: 568_276 },
    { dueOn: localDate('2027-02-20'), amountFen: 568_276 },
  ],
}

export const content: AgreementContent = {
  facts: '王一在某制衣厂工作，尚有工资未付。',
  issues: '拖欠工资的数额和支付时间。',
  responsibilities: '某制衣厂应当支付拖欠的工资。',
  clauses: [
    { id: 'c1', kind: 'payment', text: '', payment },
    { id: 'c2', kind: 'confirm', text: '双方劳动关系于2026年11月20日解除。' },
  ],
  performanceManner: '银行转账',
  performanceDeadline: '2027年2月20日前',
  performancePlace: '某制衣厂',
  copies: 3,
}
