import { localDate } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { sampleInputs } from './sample-inputs.ts'
import { heldCase } from './wage-case.ts'

/** Every command of the visits once, on a case of its own; what its visits then are, and the case that grew out of it. */
export async function tryVisits(centre: StaffedCentre) {
  const { mediator, head } = centre.as
  const { visits } = mediator
  const caseId = await heldCase(centre)
  await visits.setRisk({ caseId, risk: 'high', words: '人多' })
  const { id } = await visits.plan({ caseId, plannedOn: localDate('2027-03-01') })
  await visits.move({ id, revision: 1, plannedOn: localDate('2027-03-02') })
  await visits.skip({ id, revision: 2, reason: '已经搬走' })
  const told = { ...sampleInputs.visits.record, caseId, recurrence: 'escalated' as const }
  const made = await visits.record({ ...told, doneAt: centre.clock.now() })
  const later = await visits.reopenAsNew({ visitId: made.id, narrative: '又欠了。', claim: '' })
  await head.visits.saveSettings(await visits.settings({}))
  return { ...(await visits.ofCase({ caseId })), later }
}
