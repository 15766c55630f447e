import { formatYuan } from '../money.ts'
import type { RiskReason } from './risk.ts'

/** Words of a visit as papers print them; the page shows the same. */
export const mannerWords = {
  phone: '电话',
  visit: '上门',
  office: '到中心',
  message: '短信、微信',
} as const

export const satisfactionWords = {
  very: '非常满意',
  satisfied: '满意',
  neutral: '一般',
  dissatisfied: '不满意',
  notSaid: '未表态',
} as const

export const recurrenceWords = {
  none: '没有反复，没有隐患',
  hidden: '有隐患',
  escalated: '纠纷再次发生',
} as const

export const causeWords = {
  beforeDue: '到期前回访',
  afterDue: '到期后回访',
  afterClosing: '结束后回访',
  byHand: '回访',
} as const

type About = { cause: keyof typeof causeWords; obligationTitle?: string | undefined }

/**
 * 第1项第2期到期前回访, as boards and lists call it.
 * @policy Two visits of one instalment are told from each other
 */
export const visitTitle = ({ cause, obligationTitle }: About): string =>
  cause === 'byHand' ? '另加的回访' : `${obligationTitle ?? ''}${causeWords[cause]}`

/** @policy One sentence for each thing that speaks for a closer look. */
export const riskReasonWords = (reason: RiskReason): string => {
  switch (reason.code) {
    case 'group':
      return `涉及 ${reason.people} 人，十人以上`
    case 'dangerWords':
      return `登记的情况里写到“${reason.words.join('”“')}”`
    case 'injury':
      return '有人受伤或者死亡'
    case 'largeAmount':
      return `金额较大，${formatYuan(reason.amountFen)} 元`
    case 'earlierCases':
      return `同一当事人以前还有 ${reason.count} 件纠纷`
  }
}
