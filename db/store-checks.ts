import { changedAttachments, changedTemplates, changedVersions } from './kept-files-check.ts'
import type { StoreCheck } from './verify.ts'
import { looseStrokes, unvouchedAgreements, unvouchedMinutes } from './vouched-check.ts'

/** Rules of the record that no constraint can hold; each row returned is a breach. */
export const storeChecks: readonly StoreCheck[] = [
  {
    name: 'instalmentsSumToTotal',
    sql: `SELECT c.id FROM clauses c JOIN agreements a ON a.id = c.agreement_id
      JOIN instalments i ON i.clause_id = c.id
      WHERE a.frozen IS NOT NULL GROUP BY c.id HAVING sum(i.amount_fen) <> c.total_fen`,
  },
  {
    name: 'agreementNumbersWithoutGaps',
    sql: `SELECT s.year FROM number_sequences s WHERE s.kind = 'agreement' AND s.last <>
      (SELECT count(DISTINCT a.seq) FROM agreements a WHERE a.year = s.year AND a.seq IS NOT NULL)`,
  },
  {
    name: 'caseNumbersWithoutGaps',
    sql: `SELECT s.year FROM number_sequences s WHERE s.kind = 'case' AND s.last <>
      (SELECT count(*) FROM cases c WHERE c.year = s.year)`,
  },
  {
    name: 'signedAgreementHasDate',
    sql: `SELECT id FROM agreements WHERE status = 'signed' AND effective_on IS NULL`,
  },
  {
    name: 'caseStatusIsItsLastStep',
    sql: `SELECT c.id FROM cases c WHERE c.status <> (SELECT e.to_status FROM case_events e
      WHERE e.case_id = c.id AND e.to_status IS NOT NULL ORDER BY e.at DESC, e.id DESC LIMIT 1)`,
  },
  {
    name: 'scanPagesOfTheirCase',
    sql: `SELECT s.id FROM scan_pages s LEFT JOIN attachments a ON a.id = s.attachment_id
      WHERE a.id IS NULL OR a.case_id <> s.case_id`,
  },
  { name: 'paperVersionsAsKept', find: changedVersions },
  { name: 'templatesAsAdded', find: changedTemplates },
  { name: 'attachmentsAsAdded', find: changedAttachments },
  { name: 'agreementsAsVouched', find: unvouchedAgreements },
  { name: 'minutesAsVouched', find: unvouchedMinutes },
  { name: 'strokesBound', find: looseStrokes },
]
