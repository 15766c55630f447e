import { compareSums, promisedTo } from '../../labour/kept-calculation.ts'
import { isLabourDispute } from '../../case/taxonomy.ts'
import type { AgreementContent, AgreementParty } from '../content.ts'
import type { AgreementFacts } from './facts.ts'
import { lintFinding, type LintReason } from './rules.ts'

/**
 * What is agreed against what the law would give: a labour settlement far below it may be set aside as grossly unfair.
 * The line at which it warns is the centre's, no law. Nothing is said where nobody reckoned what the law gives.
 * @law 《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》第三十五条 (D11)
 */
export const statutoryFindings = (
  content: AgreementContent,
  parties: readonly AgreementParty[],
  { statutory, typeCode }: AgreementFacts,
): LintReason[] => {
  if (!statutory || statutory.amountFen <= 0 || !isLabourDispute(typeCode)) return []
  if (content.clauses.length === 0) return []
  const { amountFen: statutoryFen, title, claimant, warnBelowPercent } = statutory
  const agreedFen = promisedTo(claimant, content, parties)
  if (agreedFen === undefined)
    return [lintFinding('statutoryNotCompared', 'clauses', { statutoryFen, title })]
  const compared = compareSums(agreedFen, statutoryFen, warnBelowPercent)
  if (!compared || agreedFen >= statutoryFen) return []
  const percent = compared.percent.toFixed(2)
  const details = { agreedFen, statutoryFen, gapFen: statutoryFen - agreedFen, title, percent }
  return [
    compared.below
      ? lintFinding('belowStatutory', 'clauses', { ...details, warnBelowPercent })
      : lintFinding('underStatutory', 'clauses', details),
  ]
}
