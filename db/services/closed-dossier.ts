import type { CaseStatus } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'

/**
 * An archived case changes only by being opened again; loans and papers that come late leave their own trace.
 * @throws DomainError dossiers.closed
 */
export function requireNotArchived({ status }: { status: CaseStatus }) {
  if (status === 'archived') throw new DomainError('dossiers.closed')
}
