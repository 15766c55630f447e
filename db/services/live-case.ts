import type { CaseStatus } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'

const standing: readonly CaseStatus[] = [
  'agreed',
  'effective',
  'overdue',
  'performed',
  'confirming',
  'confirmed',
]

/** @policy taxonomy.md §3: there is bargaining while a case is mediated or stands on an agreement. */
export const isLiveCase = ({ status }: { status: CaseStatus }): boolean =>
  status === 'mediating' || standing.includes(status)

/**
 * @policy taxonomy.md §3: an agreement moves on while its case is mediated or stands on one. It is signed only
 * when agreed, or as the correction of one in force: no more once a side refused to sign.
 * @throws DomainError agreements.stepNotAllowed
 */
export function requireLiveCase(
  { status }: { status: CaseStatus },
  event: 'submit' | 'approve' | 'revise' | 'sign',
) {
  const isLive = standing.includes(status) || (status === 'mediating' && event !== 'sign')
  if (!isLive) throw new DomainError('agreements.stepNotAllowed', { status, event })
}
