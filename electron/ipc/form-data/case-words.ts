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

/**
 * Causes of the court's list, of what comes to this window most; others by the level-1 code.
 * @policy 最高人民法院《民事案件案由规定》, by its words; the writer may change it on the sheet
 */
const courtCauses: Readonly<Record<string, string>> = {
  '04.01': '民间借贷纠纷',
  '04.02': '买卖合同纠纷',
  '04.03': '承揽合同纠纷',
  '04.04': '房屋租赁合同纠纷',
  '04.06': '运输合同纠纷',
  '04.07': '中介合同纠纷',
  '04.08': '劳务合同纠纷',
  '10': '追索劳动报酬纠纷',
  '11': '劳动争议',
  '11.01': '确认劳动关系纠纷',
  '11.02': '追索劳动报酬纠纷',
  '11.03': '追索劳动报酬纠纷',
  '11.05': '经济补偿金纠纷',
  '11.08': '工伤保险待遇纠纷',
  '11.15': '竞业限制纠纷',
  '15': '医疗损害责任纠纷',
  '16': '机动车交通事故责任纠纷',
  '17': '物业服务合同纠纷',
}

/** The cause that a complaint names; the words of the statistics where the court's are not known. */
export const courtCause = (code: string): string =>
  courtCauses[code] ?? courtCauses[code.slice(0, 2)] ?? disputeTypeWords(code)

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
