import type { AlarmCode, ErrorCode, StoreErrorCode } from '#db/domain/errors.ts'
import { agreementTexts } from './agreements.ts'
import { alarmTexts } from './audit.ts'
import { backupTexts } from './backups.ts'
import { caseTexts } from './cases.ts'
import { clauseTexts } from './clauses.ts'
import { dossierTexts } from './dossiers.ts'
import { intakeTexts } from './intake.ts'
import { offerTexts } from './offers.ts'
import { pageTexts } from './page.ts'
import { paperTexts } from './papers.ts'
import { partyTexts } from './parties.ts'
import { printingTexts } from './printing.ts'
import { readBackTexts } from './read-backs.ts'
import { recordingTexts } from './recordings.ts'
import { scanTexts } from './scans.ts'
import { sessionTexts } from './sessions.ts'
import { sheetTexts } from './sheets.ts'
import { storeFileTexts, storeTexts } from './store.ts'
import { templateTexts } from './templates.ts'
import { obligationTexts } from './obligations.ts'
import { strengtheningTexts, officeTexts } from './strengthening.ts'
import { visitTexts } from './visits.ts'
import { clockTexts, deadlineTexts, holidayTexts } from './clocks.ts'
import { firmTexts, lawyerTexts } from './lawyers.ts'
import { deskTexts, rotaTexts } from './rotas.ts'
import { dutyTexts, requestTexts, bookingTexts } from './duties.ts'
import { consultationTexts } from './consultations.ts'
import { calculationTexts, figureTexts } from './calculations.ts'
import type { FailureDetails, FailureWords } from './words.ts'
import { userTexts } from './users.ts'
import { volumeTexts } from './volumes.ts'

export type { FailureDetails }

const known = {
  ...agreementTexts,
  ...alarmTexts,
  ...backupTexts,
  ...caseTexts,
  ...clauseTexts,
  ...dossierTexts,
  ...intakeTexts,
  ...offerTexts,
  ...pageTexts,
  ...paperTexts,
  ...partyTexts,
  ...printingTexts,
  ...readBackTexts,
  ...recordingTexts,
  ...scanTexts,
  ...sessionTexts,
  ...sheetTexts,
  ...storeTexts,
  ...storeFileTexts,
  ...templateTexts,
  ...userTexts,
  ...volumeTexts,
  ...obligationTexts,
  ...strengtheningTexts,
  ...officeTexts,
  ...visitTexts,
  ...clockTexts,
  ...deadlineTexts,
  ...holidayTexts,
  ...calculationTexts,
  ...figureTexts,
  ...firmTexts,
  ...lawyerTexts,
  ...deskTexts,
  ...rotaTexts,
  ...dutyTexts,
  ...requestTexts,
  ...bookingTexts,
  ...consultationTexts,
} satisfies Record<ErrorCode | StoreErrorCode | AlarmCode, FailureWords>

const texts: Readonly<Record<string, FailureWords>> = known

/** A code that has no words yet is told as a defect, with the code to report. */
export const textOfCode = (code: string, details: FailureDetails): string => {
  const words = texts[code]
  if (words === undefined)
    return `这一步没有做成，原因代号 ${code}。请再试一次；还不行，把代号告诉管理员。`
  return typeof words === 'string' ? words : words(details)
}
