import type { Reason } from '../../reason.ts'
import { type CompletenessCode, completenessFindings } from '../completeness.ts'
import type { AgreementContent, AgreementParty } from '../content.ts'
import { amountFindings } from './amounts.ts'
import { dateFindings } from './dates.ts'
import { defaultClauseFindings } from './default-clause.ts'
import type { AgreementFacts } from './facts.ts'
import { interestFindings } from './interest.ts'
import { jointDutyFindings } from './joint-duties.ts'
import { labourWordFindings } from './labour.ts'
import { nameFindings } from './names.ts'
import { paperFormFindings } from './paper-form.ts'
import { paymentWordFindings } from './payments.ts'
import { publicOrderFindings } from './public-order.ts'
import { isInForce, type LintCode, lintRules } from './rules.ts'
import { sameFactFindings } from './same-facts.ts'
import { statusMatterFindings } from './status-matters.ts'
import { statutoryFindings } from './statutory.ts'
import { wordingTrapFindings } from './wording-traps.ts'

export type AgreementReason = Reason<CompletenessCode | LintCode>

const isLintCode = (code: string): code is LintCode => Object.hasOwn(lintRules, code)

/** One finding per rule and place; the words found there are told together. */
const merged = (reasons: readonly AgreementReason[]): AgreementReason[] => {
  const byPlace = new Map<string, AgreementReason>()
  for (const reason of reasons) {
    const key = `${reason.code} ${reason.path}`
    const before = byPlace.get(key)
    const said = before?.details?.['words']
    const more = reason.details?.['words']
    if (!before) byPlace.set(key, reason)
    else if (typeof said === 'string' && typeof more === 'string' && !said.includes(more))
      byPlace.set(key, { ...before, details: { ...before.details, words: `${said}”“${more}` } })
  }
  return [...byPlace.values()]
}

/**
 * All that stands against an agreement: what is missing, and what its words say amiss. The one entry for screen,
 * store and command line. Word lists find the usual wording, not every one.
 * @law 《人民调解法》第二十九条;《民事诉讼法解释》第三百五十五条、第三百五十八条 (D1, D10, E3) and the rules of each part
 */
export const lintAgreement = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
  facts: AgreementFacts,
): AgreementReason[] => {
  const found: AgreementReason[] = [
    ...completenessFindings(content, parties, facts),
    ...paperFormFindings(content),
    ...nameFindings(content, parties),
    ...dateFindings(content),
    ...amountFindings(content),
    ...paymentWordFindings(content, parties),
    ...jointDutyFindings(content, parties),
    ...defaultClauseFindings(content, facts.today),
    ...sameFactFindings(content),
    ...wordingTrapFindings(content),
    ...statusMatterFindings(content),
    ...labourWordFindings(content, facts.typeCode),
    ...statutoryFindings(content, parties, facts),
    ...interestFindings(content, facts),
    ...publicOrderFindings(content),
  ]
  return merged(found.filter(({ code }) => !isLintCode(code) || isInForce(code, facts.today)))
}
