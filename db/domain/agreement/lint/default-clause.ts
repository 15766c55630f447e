import type { LocalDate } from '../../local-date.ts'
import type { AgreementContent } from '../content.ts'
import { paysInFreeWords } from './payments.ts'
import { dutiesOf, tellsBreach } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const paysLater = (content: AgreementContent, today: LocalDate): boolean =>
  content.clauses.some(({ payment }) =>
    (payment?.instalments ?? []).some(({ dueOn }) => dueOn > today),
  ) || paysInFreeWords(content)

/**
 * What if not: money that falls due later needs words on what follows when it is not paid.
 * @law 《民事诉讼法解释》第三百五十八条 (D10)
 */
export const defaultClauseFindings = (content: AgreementContent, today: LocalDate): LintReason[] =>
  paysLater(content, today) && !dutiesOf(content).some(({ text }) => tellsBreach(text))
    ? [lintFinding('defaultClauseMissing', 'clauses')]
    : []
