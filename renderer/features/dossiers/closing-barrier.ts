import { isClosed, type CaseStatus } from '#db/domain/case/status.ts'
import type { Failure } from '../../lib/failure.ts'
import type { Place } from '../../lib/navigation.ts'

/** What is to be done before anybody may close, and where. */
export type ClosingBarrier = { failure: Failure; wayOut?: { word: string; place: Place } }

const isForVisit = (status: CaseStatus): boolean => isClosed(status) || status === 'confirmed'

/** Undefined where nothing but findings stands against closing. */
export const barrierOf = ({
  caseId,
  status,
  closingRefused: code,
}: {
  caseId: string
  status: CaseStatus
  closingRefused?: string | undefined
}): ClosingBarrier | undefined => {
  switch (code) {
    case undefined:
    case 'dossiers.openFindings':
      return undefined
    case 'dossiers.notReady':
      return isForVisit(status)
        ? {
            failure: { code, details: { first: 'followUp' } },
            wayOut: { word: '去办回访', place: { to: 'case', caseId } },
          }
        : {
            failure: { code, details: { first: 'case' } },
            wayOut: { word: '去办案件', place: { to: 'case', caseId } },
          }
    case 'dossiers.lentOut':
      return {
        failure: { code },
        wayOut: { word: '去登记归还', place: { to: 'dossier', caseId, part: 'archive' } },
      }
    default:
      return { failure: { code } }
  }
}
