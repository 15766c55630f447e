import { findDisputeType } from '#db/domain/case/taxonomy.ts'
import type { TerminationReason } from '#db/domain/case/status.ts'
import type { RetentionClass } from '#db/domain/dossier/dossier.ts'
import type { FormTermination } from '#documents/forms/office-data.ts'

/** 劳动争议·拖欠工资: both levels of the statistics. */
export function disputeTypeWords(code: string): string {
  const type = findDisputeType(code)
  const parent = type?.parent === undefined ? undefined : findDisputeType(type.parent)
  return [parent?.label, type?.label].filter((text) => text !== undefined).join('·')
}

/** @policy forms.md F00 */
export const retentionWords: Readonly<Record<RetentionClass, string>> = {
  short: '短期',
  long: '长期',
  permanent: '永久',
}

/** The reason of the record as the boxes of the notice name it. */
export const terminationOnPaper: Readonly<
  Record<TerminationReason, NonNullable<FormTermination['reason']>>
> = {
  settledOrWithdrawn: 'withdrawn',
  partyRefuses: 'refused',
  gapTooWide: 'noAgreement',
  unreachable: 'unreachable',
  deadlinePassed: 'deadline',
  refusesToSign: 'notSigned',
  outOfScope: 'notInScope',
  suspectedFalse: 'other',
  other: 'other',
}

export const sessionResultShort = {
  agreed: '达成协议',
  notAgreed: '未达成协议',
  adjourned: '另定时间继续调解',
} as const
