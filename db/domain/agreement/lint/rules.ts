import { localDate, type LocalDate } from '../../local-date.ts'
import type { Reason, ReasonLevel } from '../../reason.ts'

/**
 * `ruleId` as in the rule list, `P` for house practice. `from`: the rule of law holds for texts judged on or after
 * that day.
 */
type Rule = { ruleId: string; level: ReasonLevel; from?: LocalDate }

/** Every finding that the reading of the words can make; its words are in messages.ts. */
export const lintRules = {
  blankLeft: { ruleId: 'D1', level: 'block' },
  unpaired: { ruleId: 'P', level: 'warn' },
  vagueDate: { ruleId: 'D10', level: 'warn' },
  relativeDate: { ruleId: 'D10', level: 'info' },
  actDateMissing: { ruleId: 'D10', level: 'warn' },
  vagueAmount: { ruleId: 'D10', level: 'warn' },
  figuresCapitals: { ruleId: 'D10', level: 'block' },
  capitalsUnreadable: { ruleId: 'D10', level: 'warn' },
  itemsSum: { ruleId: 'D10', level: 'warn' },
  amountContradicts: { ruleId: 'D10', level: 'warn' },
  dateContradicts: { ruleId: 'D10', level: 'warn' },
  methodContradicts: { ruleId: 'D10', level: 'warn' },
  accountIncomplete: { ruleId: 'D10', level: 'warn' },
  accountOfOther: { ruleId: 'D10', level: 'warn' },
  payWhoMissing: { ruleId: 'D10', level: 'warn' },
  payAmountMissing: { ruleId: 'D10', level: 'warn' },
  payDateMissing: { ruleId: 'D10', level: 'warn' },
  payMethodMissing: { ruleId: 'D10', level: 'warn' },
  payAccountMissing: { ruleId: 'D10', level: 'warn' },
  paymentInWords: { ruleId: 'P', level: 'info' },
  defaultClauseMissing: { ruleId: 'D10', level: 'warn' },
  depositMixed: { ruleId: 'P', level: 'warn' },
  depositWord: { ruleId: 'P', level: 'info' },
  careWord: { ruleId: 'P', level: 'warn' },
  compensationMixed: { ruleId: 'P', level: 'warn' },
  wrongWord: { ruleId: 'P', level: 'warn' },
  looseWord: { ruleId: 'P', level: 'info' },
  inclusiveOpen: { ruleId: 'P', level: 'info' },
  maritalStatus: { ruleId: 'E3', level: 'warn' },
  kinshipStatus: { ruleId: 'E3', level: 'warn' },
  ownershipConfirmed: { ruleId: 'E3', level: 'warn' },
  intellectualProperty: { ruleId: 'E3', level: 'warn' },
  belowStatutory: { ruleId: 'D11', level: 'warn' },
  underStatutory: { ruleId: 'D11', level: 'info' },
  statutoryNotCompared: { ruleId: 'D11', level: 'info' },
  labourRelation: { ruleId: 'F2', level: 'warn' },
  interestOverCeiling: { ruleId: 'I10', level: 'warn', from: localDate('2020-08-20') },
  interestNotChecked: { ruleId: 'I10', level: 'info', from: localDate('2020-08-20') },
  interestOldContract: { ruleId: 'I10', level: 'info', from: localDate('2020-08-20') },
  penaltyHigh: { ruleId: 'P', level: 'info', from: localDate('2021-01-01') },
  benchmarkRate: { ruleId: 'P', level: 'info', from: localDate('2019-08-20') },
  rightsBarred: { ruleId: 'C16', level: 'warn' },
  policeBarred: { ruleId: 'D10', level: 'block' },
  criminalWaiver: { ruleId: 'D10', level: 'warn' },
  libertyLimited: { ruleId: 'D10', level: 'block' },
  unlawfulCause: { ruleId: 'D10', level: 'warn' },
  jointShares: { ruleId: 'D10', level: 'warn' },
  suretyKind: { ruleId: 'P', level: 'info' },
  outsiderDuty: { ruleId: 'D10', level: 'warn' },
  nameDiffers: { ruleId: 'P', level: 'warn' },
  nameUnknown: { ruleId: 'D1', level: 'warn' },
  idNumberDiffers: { ruleId: 'E6', level: 'warn' },
  sumDiffers: { ruleId: 'D10', level: 'warn' },
} as const satisfies Record<string, Rule>

export type LintCode = keyof typeof lintRules

export type LintReason<Code extends string = LintCode> = Reason<Code>

/** @policy Level and rule id come from the table, so that a code always weighs the same. */
export const lintFinding = (
  code: LintCode,
  path: string,
  details?: LintReason['details'],
): LintReason => {
  const { ruleId, level } = lintRules[code]
  return { ruleId, level, path, code, ...(details ? { details } : {}) }
}

/** @policy A rule speaks only of texts judged on or after the day its law came into force. */
export const isInForce = (code: LintCode, on: LocalDate): boolean => {
  const rule: Rule = lintRules[code]
  return rule.from === undefined || rule.from <= on
}
