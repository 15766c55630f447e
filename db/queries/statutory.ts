import type { StatutorySum } from '../domain/agreement/lint/facts.ts'
import type { Reader } from '../schema.ts'
import { statutoryOf } from './calculations.ts'
import { clockSettings } from './clocks.ts'

/** What the linter holds the agreement of a case against (D11); undefined where nobody marked a reckoning. */
export async function statutorySumOf(
  db: Reader,
  caseId: string,
): Promise<StatutorySum | undefined> {
  const found = await statutoryOf(db, caseId)
  if (!found) return undefined
  const { amountFen, title, claimant } = found
  const { warnBelowPercent } = await clockSettings(db)
  return { amountFen, title, claimant, warnBelowPercent }
}
