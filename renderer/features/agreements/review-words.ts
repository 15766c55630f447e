import type { AgreementRecord } from '#contract/agreements.ts'
import type { Reason } from '#db/domain/reason.ts'

type Review = AgreementRecord['reviews'][number]
type Passed = AgreementRecord['passedWarnings'][number]

/** Words with which a text was sent back after it was handed in at `submittedAt`, the newest last. */
export const returnsSince = (reviews: readonly Review[], submittedAt: string): Review[] =>
  reviews.filter(({ decision, at }) => decision === 'returned' && at >= submittedAt)

/** The reason with which a warning was passed, and by whom. */
export const passedFor = (
  passed: readonly Passed[],
  { ruleId, code, path }: Reason,
): Passed | undefined =>
  passed.find((one) => one.ruleId === ruleId && one.code === code && one.path === path)
