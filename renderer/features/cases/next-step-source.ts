import type { CaseRecord } from '#contract/cases.ts'
import { ruleSource } from '#db/domain/agreement/lint/messages.ts'

/** The articles that the next step rests on, where they are known: those of its deadline, else those of its rule. */
export const nextStepSource = ({
  nextStep: { ruleId },
  deadlines,
}: Pick<CaseRecord, 'nextStep' | 'deadlines'>): string | undefined => {
  if (ruleId === undefined) return undefined
  const source = deadlines.find((deadline) => deadline.ruleId === ruleId)?.source
  return source || ruleSource(ruleId).article || undefined
}
