import { isLabourDispute, isMigrantWage } from '../case/taxonomy.ts'
import { checkCreditCode } from '../credit-code.ts'
import { checkIdNumber } from '../id-number.ts'
import { compareDates, type LocalDate, parseLocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import type { Reason } from '../reason.ts'
import { capacityOf, hasGuardian } from './capacity.ts'
import {
  type AgreementContent,
  type AgreementParty,
  type Clause,
  type Instalment,
  type Payment,
  paymentMethods,
} from './content.ts'
import type { AgreementFacts } from './lint/facts.ts'
import { forbiddenWording } from './wording.ts'

export type CompletenessCode =
  | 'blank'
  | 'partiesMissing'
  | 'partyNameMissing'
  | 'identityMissing'
  | 'identityInvalid'
  | 'clausesMissing'
  | 'clauseBlank'
  | 'paymentMissing'
  | 'payerMissing'
  | 'payeeMissing'
  | 'payerIsPayee'
  | 'methodMissing'
  | 'accountMissing'
  | 'totalMissing'
  | 'instalmentsMissing'
  | 'instalmentAmountMissing'
  | 'instalmentSum'
  | 'dueDatesNotAscending'
  | 'dueDatePassed'
  | 'copiesTooFew'
  | 'deadlineBeforeLastInstalment'
  | 'mustBeWritten'
  | 'wagesInGoods'
  | 'paymentDutiesOnly'
  | 'agentGeneralAuthority'
  | 'tooManyAgents'
  | 'guardianMissing'
  | 'earnerUnderAge'
  | 'feeMentioned'
  | 'socialInsuranceWaiver'

export type CompletenessReason = Reason<CompletenessCode>

const finding = (
  ruleId: string,
  level: CompletenessReason['level'],
  path: string,
  code: CompletenessCode,
  details?: CompletenessReason['details'],
): CompletenessReason => ({ ruleId, level, path, code, ...(details ? { details } : {}) })

const isBlank = (text: string): boolean => text.trim() === ''

const wholeFen = (fen: Fen): boolean => Number.isSafeInteger(fen) && fen > 0

/** @policy labour-calculators.md V12b: the parts sum to the whole, to the fen. */
export const instalmentSum = (instalments: readonly Instalment[]): Fen =>
  instalments.reduce((sum, { amountFen }) => sum + amountFen, 0)

const requiredTexts = [
  'facts',
  'issues',
  'responsibilities',
  'performanceManner',
  'performanceDeadline',
  'performancePlace',
] as const satisfies readonly (keyof AgreementContent)[]

const blanks = (content: AgreementContent): CompletenessReason[] => [
  ...requiredTexts
    .filter((field) => isBlank(content[field]))
    .map((field) => finding('D1', 'block', field, 'blank')),
  ...(content.clauses.length === 0 ? [finding('D1', 'block', 'clauses', 'clausesMissing')] : []),
]

const identity = (party: AgreementParty, path: string): CompletenessReason[] => {
  const field = party.kind === 'person' ? 'idNumber' : 'creditCode'
  const value = party[field]?.trim() ?? ''
  if (value === '') return [finding('E6', 'warn', `${path}.${field}`, 'identityMissing')]
  const check = party.kind === 'person' ? checkIdNumber(value) : checkCreditCode(value)
  if (check.ok) return []
  return [finding('E6', 'warn', `${path}.${field}`, 'identityInvalid', { reason: check.reason })]
}

const capacity = (
  party: AgreementParty,
  path: string,
  { typeCode, today }: AgreementFacts,
): CompletenessReason[] => {
  const state = capacityOf(party, today)
  if (state === 'adult' || hasGuardian(party)) return []
  const isOnOwnWages = state === 'earner' && isLabourDispute(typeCode)
  return isOnOwnWages
    ? [finding('B9', 'warn', path, 'earnerUnderAge')]
    : [finding('B9', 'block', path, 'guardianMissing')]
}

const agents = (party: AgreementParty, path: string): CompletenessReason[] => {
  const list = party.representatives
    .map((representative, index) => ({ ...representative, index }))
    .filter(({ kind }) => kind === 'agent')
  return [
    ...(list.length > 2 ? [finding('B8', 'block', path, 'tooManyAgents')] : []),
    ...list
      .filter(({ authority }) => authority !== 'special')
      .map(({ name, index }) =>
        finding('B8', 'warn', `${path}.representatives.${index}`, 'agentGeneralAuthority', {
          name,
        }),
      ),
  ]
}

const partyFindings = (
  parties: readonly AgreementParty[],
  facts: AgreementFacts,
): CompletenessReason[] => [
  ...(parties.length < 2 ? [finding('D1', 'block', 'parties', 'partiesMissing')] : []),
  ...parties.flatMap((party, index) => {
    const path = `parties.${index}`
    return [
      ...(isBlank(party.name) ? [finding('D1', 'block', `${path}.name`, 'partyNameMissing')] : []),
      ...identity(party, path),
      ...capacity(party, path, facts),
      ...agents(party, path),
    ]
  }),
]

const instalmentFindings = (
  { instalments, totalFen }: Payment,
  path: string,
  today: LocalDate,
): CompletenessReason[] => {
  if (instalments.length === 0) {
    return [finding('D1', 'block', `${path}.instalments`, 'instalmentsMissing')]
  }
  const sumFen = instalmentSum(instalments)
  return [
    ...(sumFen === totalFen
      ? []
      : [
          finding('D1', 'block', `${path}.instalments`, 'instalmentSum', {
            sumFen,
            totalFen,
            differenceFen: totalFen - sumFen,
          }),
        ]),
    ...instalments.flatMap(({ amountFen, dueOn }, index) => {
      const at = `${path}.instalments.${index}`
      const before = instalments[index - 1]
      return [
        ...(wholeFen(amountFen)
          ? []
          : [finding('D1', 'block', `${at}.amountFen`, 'instalmentAmountMissing')]),
        ...(before && dueOn < before.dueOn
          ? [finding('D10', 'block', `${at}.dueOn`, 'dueDatesNotAscending')]
          : []),
        ...(dueOn < today
          ? [finding('D10', 'warn', `${at}.dueOn`, 'dueDatePassed', { dueOn })]
          : []),
      ]
    }),
  ]
}

const isGoods = (method: string): boolean => {
  const known = paymentMethods.find(({ code }) => code === method)
  return known
    ? !known.money
    : /实物|货物|抵付|抵偿|抵债|以物|购物券|代金券|提货券|布料|有价证券/.test(method)
}

const paymentFindings = (
  payment: Payment,
  path: string,
  parties: readonly AgreementParty[],
  { typeCode, today }: AgreementFacts,
): CompletenessReason[] => {
  const isParty = (id: string): boolean => parties.some((party) => party.id === id)
  const methods = [payment.method, ...payment.instalments.map(({ method }) => method ?? '')]
  const needsAccount = payment.method === 'bankTransfer' && isBlank(payment.account ?? '')
  return [
    ...(isParty(payment.payerId)
      ? []
      : [finding('D1', 'block', `${path}.payerId`, 'payerMissing')]),
    ...(isParty(payment.payeeId)
      ? []
      : [finding('D1', 'block', `${path}.payeeId`, 'payeeMissing')]),
    ...(payment.payerId === payment.payeeId && isParty(payment.payerId)
      ? [finding('D1', 'block', `${path}.payeeId`, 'payerIsPayee')]
      : []),
    ...(isBlank(payment.method) ? [finding('D1', 'block', `${path}.method`, 'methodMissing')] : []),
    ...(needsAccount ? [finding('D10', 'warn', `${path}.account`, 'accountMissing')] : []),
    ...(wholeFen(payment.totalFen)
      ? []
      : [finding('D1', 'block', `${path}.totalFen`, 'totalMissing')]),
    ...instalmentFindings(payment, path, today),
    ...(isMigrantWage(typeCode) && methods.some(isGoods)
      ? [finding('D13', 'block', `${path}.method`, 'wagesInGoods')]
      : []),
  ]
}

const clauseFindings = (
  clause: Clause,
  path: string,
  parties: readonly AgreementParty[],
  facts: AgreementFacts,
): CompletenessReason[] => {
  if (clause.payment) {
    return paymentFindings(clause.payment, `${path}.payment`, parties, facts)
  }
  if (clause.kind === 'payment') {
    return [finding('D1', 'block', `${path}.payment`, 'paymentMissing')]
  }
  return isBlank(clause.text) ? [finding('D1', 'block', `${path}.text`, 'clauseBlank')] : []
}

const labourFindings = (content: AgreementContent, typeCode: string): CompletenessReason[] => {
  if (!isLabourDispute(typeCode)) return []
  const hasOtherDuties = content.clauses.some(({ kind }) => kind === 'act' || kind === 'apology')
  return [
    finding('D6', 'info', '', 'mustBeWritten'),
    ...(hasOtherDuties ? [finding('E5', 'info', 'clauses', 'paymentDutiesOnly')] : []),
  ]
}

const wordingFindings = (
  content: AgreementContent,
  { typeCode }: AgreementFacts,
): CompletenessReason[] => {
  const texts: [path: string, text: string][] = [
    ...content.clauses.map(({ text }, index): [string, string] => [`clauses.${index}.text`, text]),
    ['responsibilities', content.responsibilities],
    ['performanceManner', content.performanceManner],
  ]
  return texts.flatMap(([path, text]) =>
    forbiddenWording(text)
      .filter(({ code }) => code === 'feeMentioned' || isLabourDispute(typeCode))
      .map(({ ruleId, code, words }) => finding(ruleId, 'block', path, code, { words })),
  )
}

/**
 * One original for each party and one for the body.
 * @law 《人民调解法》第二十九条第二款 (D3)
 */
export const copiesNeeded = (parties: readonly unknown[]): number => parties.length + 1

const writtenDate = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu

const datesIn = (text: string): LocalDate[] =>
  [...text.normalize('NFKC').matchAll(writtenDate)].flatMap(
    ([, year = '', month = '', day = '']) =>
      parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ?? [],
  )

/**
 * The term in words may not end before the last instalment falls due: a court calls such a text unclear.
 * @law 《民事诉讼法解释》第三百五十八条 (D10)
 */
const contradictedDeadline = (content: AgreementContent): CompletenessReason[] => {
  const lastDueOn = content.clauses
    .flatMap((clause) => clause.payment?.instalments ?? [])
    .map(({ dueOn }) => dueOn)
    .toSorted(compareDates)
    .at(-1)
  const lastWritten = datesIn(content.performanceDeadline).toSorted(compareDates).at(-1)
  return lastDueOn !== undefined && lastWritten !== undefined && lastWritten < lastDueOn
    ? [
        finding('D10', 'block', 'performanceDeadline', 'deadlineBeforeLastInstalment', {
          lastDueOn,
        }),
      ]
    : []
}

/**
 * What a written agreement lacks or has wrong in its data. Its words are read in lint/; `lintAgreement` is both.
 * @law 《人民调解法》第四条、第二十九条;《人民调解工作若干规定》第三十四条;《劳动争议调解仲裁法》第十四条;
 * 《保障农民工工资支付条例》第十一条;法释〔2025〕12号 第十九条;《民事诉讼法》第六十一条、第六十二条;《民法典》第十九条
 * (A5, B8, B9, D1, D3, D6, D10, D12, D13, E5, E6)
 */
export const completenessFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
  facts: AgreementFacts,
): CompletenessReason[] => {
  const needed = copiesNeeded(parties)
  return [
    ...blanks(content),
    ...contradictedDeadline(content),
    ...partyFindings(parties, facts),
    ...content.clauses.flatMap((clause, index) =>
      clauseFindings(clause, `clauses.${index}`, parties, facts),
    ),
    ...(Number.isSafeInteger(content.copies) && content.copies >= needed
      ? []
      : [finding('D3', 'block', 'copies', 'copiesTooFew', { needed, copies: content.copies })]),
    ...wordingFindings(content, facts),
    ...labourFindings(content, facts.typeCode),
  ]
}
