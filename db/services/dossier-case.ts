import type { DossierCase } from '../domain/dossier/dossier.ts'
import { typedDay } from '../domain/dossier/typed-day.ts'
import { localDate, localDateOf } from '../domain/local-date.ts'
import { type Making, wordsOf } from './dossier-making.ts'

/** What the doctor asks of the case itself. */
export function caseOf(making: Making): DossierCase {
  const { rows, archive, fileNumber, agreement, today } = making
  const { row, course } = rows
  const inForce = rows.agreements.find(({ effective_on }) => effective_on !== null)
  const route = confirmationOf(making)
  const receivedOn = typedDay(wordsOf(making, 'f30-accept').fields['委派.收到日期'])
  return {
    id: row.id,
    fileNumber,
    typeCode: row.type_code,
    sourceCode: row.source_code,
    otherSide: row.other_side,
    appliedOn: localDateOf(row.applied_at),
    materialsSignedOn: receivedOn,
    acceptedOn: row.accepted_on === null ? undefined : localDate(row.accepted_on),
    concludedOn: inForce?.effective_on
      ? localDate(inForce.effective_on)
      : (course.endedOn ?? agreement.date),
    // What is about to be closed is judged as of the day on which it would be.
    closedOn: rows.closedOn ?? (row.status === 'toArchive' ? today : undefined),
    outcome: course.outcome,
    extensions: course.extensions,
    pauses: course.pauses,
    performance: course.performance,
    dueOn: [],
    confirmation: route,
    hasEvidence:
      rows.unplaced.evidence > 0 ||
      rows.sheets.some(({ form, removed }) => form === 'f08-list' && removed === 0),
    investigated: false,
    followUpSkipped: course.followUpSkipped,
    retention: archive.retention,
  }
}

function confirmationOf(making: Making): DossierCase['confirmation'] {
  const has = (...forms: string[]) =>
    making.rows.sheets.find(({ form, removed }) => forms.includes(form) && removed === 0)
  const judicial = has('f14-persons', 'f14-organisation')
  const arbitral = has('f23')
  if (judicial)
    return { route: 'judicial', appliedOn: typedDay(judicial.words.fields['确认.申请日期']) }
  if (arbitral)
    return { route: 'arbitral', appliedOn: typedDay(arbitral.words.fields['文书.日期']) }
  return has('f24') ? { route: 'paymentOrder' } : undefined
}
