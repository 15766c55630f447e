import {
  causeWords,
  mannerWords,
  recurrenceWords,
  satisfactionWords,
} from '#db/domain/visits/words.ts'
import type { VisitRecord } from '#db/queries/visits.ts'
import type { FormVisit } from '#documents/forms/form-data.ts'

const given = (text: string) => (text === '' ? undefined : text)

/** A visit that was made, as its paper prints it; what was not asked stays a blank. */
export const visitData = (visit: VisitRecord, caseTitle: string): FormVisit | undefined => {
  const { answers, doneAt, cause, obligationTitle } = visit
  if (!answers || doneAt === undefined) return undefined
  const { recurrence } = answers
  const about = obligationTitle === undefined ? '' : obligationTitle
  return {
    visitedName: answers.visitedName,
    at: doneAt,
    manner: mannerWords[answers.manner],
    // A visit that nobody planned has no reason of its own beside the case.
    reason: cause === 'byHand' ? caseTitle : `${caseTitle}，${about}${causeWords[cause]}`,
    performance: given(answers.performance),
    satisfaction: satisfactionWords[answers.satisfaction],
    laterSuit: given(answers.laterSuit),
    mistakes: given(answers.mistakes),
    recurrence: [recurrenceWords[recurrence], answers.recurrenceWords].filter(Boolean).join('：'),
    measures: given(answers.measures),
    visitorNames: [answers.visitorName],
  }
}
