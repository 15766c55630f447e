import type { CaseClock } from '#contract/clocks.ts'
import type { Client, StaffedCentre } from './centre.ts'
import { allSignatures, approvedAgreement, heldCase } from './wage-case.ts'

/** Noon in China of a day. */
export const noonOf = (day: string): string => `${day}T04:00:00.000Z`

export const setDay = (centre: StaffedCentre, day: string) => {
  centre.clock.setWall(noonOf(day))
}

/** A case whose agreement everybody has signed on the day of the centre's clock. */
export async function signedCase(centre: StaffedCentre) {
  const caseId = await heldCase(centre)
  const { id: agreementId } = await approvedAgreement(centre, caseId)
  const signatures = await allSignatures(centre, centre.as.mediator, agreementId)
  await centre.as.mediator.agreements.sign({ id: agreementId, signatures })
  return { caseId, agreementId }
}

/** The clock of a rule, as its mediator sees it. */
export const clockOf = async (client: Client, caseId: string, rule: string): Promise<CaseClock> => {
  const { clocks } = await client.clocks.ofCase({ caseId })
  const found = clocks.find((one) => one.rule === rule)
  if (!found) throw new Error(`no ${rule} among ${clocks.map((one) => one.rule).join(' ')}`)
  return found
}
