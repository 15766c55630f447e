import type { Visit } from '#contract/visits.ts'

/** The new case as it is being written down. */
export type RelapseForm = { narrative: string; claim: string }

/** Begins with where it was mediated before and what the visit found. */
export const beginRelapse = (caseNumber: string, visit: Pick<Visit, 'answers'>): RelapseForm => {
  const words = visit.answers?.recurrenceWords ?? ''
  const before = `本纠纷曾在${caseNumber}案中调解`
  return { narrative: words === '' ? `${before}。` : `${before}，现再次发生：${words}`, claim: '' }
}
