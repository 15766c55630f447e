import { reasonsNotToRegister } from '#db/domain/case/intake.ts'
import type { Failure } from '../../lib/failure.ts'
import { failureText } from '../../lib/failure.ts'
import { intakeReasonText } from '../../lib/labels/intake.ts'
import { partyProblems, type Problems } from '../../ui/party/party-problems.ts'
import { peopleCountOf, type IntakeDraft } from './intake-draft.ts'

/** The record's names of fields that the page names otherwise. */
const pathOnPage = (path: string): string => (path === 'facts' ? 'narrative' : path)

/** What must be put right before 登记, words per field. */
export const intakeProblems = (draft: IntakeDraft): Problems => {
  const gaps = reasonsNotToRegister({ ...draft, facts: draft.narrative })
    .filter(({ level }) => level === 'block')
    .map((reason): [string, string] => [pathOnPage(reason.path), intakeReasonText(reason)])
  return {
    ...Object.fromEntries(gaps),
    ...(peopleCountOf(draft) === undefined ? { peopleCount: '请填写人数，只写数字，如 2' } : {}),
    ...partyProblems(draft.parties),
  }
}

/** The fields that the office refused, words per field; empty when it was about something else. */
export const refusedFields = (failure: Failure | undefined): Problems => {
  if (!failure) return {}
  const fields = Object.entries(failure.fields ?? {}).map(([path, text]): [string, string] => [
    path.replace(/^form\./, ''),
    text,
  ])
  const reasons = (failure.reasons ?? [])
    .filter(({ path }) => path !== '')
    .map((reason): [string, string] => [pathOnPage(reason.path), intakeReasonText(reason)])
  const path = failure.details?.['path']
  return {
    ...Object.fromEntries(fields),
    ...Object.fromEntries(reasons),
    ...(typeof path === 'string' ? { [path]: failureText(failure) } : {}),
  }
}
