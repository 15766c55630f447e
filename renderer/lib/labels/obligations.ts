import type { Obligation, Urge } from '#contract/obligations.ts'
import type { StatusLook } from './status.ts'

export const urgeChannelLabels: Readonly<Record<Urge['channel'], string>> = {
  phone: '电话',
  message: '短信、微信',
  visit: '上门',
  letter: '催促履行通知书',
}

export const urgeAnswerLabels: Readonly<Record<Urge['answer'], string>> = {
  promised: '答应付',
  reached: '联系上了，没说定',
  cannotPay: '说没有钱',
  disputed: '对数目有不同意见',
  refused: '拒绝付',
  notReached: '没有联系上',
  sent: '已送出',
}

/** Word, sign and colour together. */
export const obligationLooks: Readonly<Record<Obligation['state'], StatusLook>> = {
  late: { word: '逾期', tone: 'late' },
  dueToday: { word: '今天到期', tone: 'waiting' },
  soon: { word: '快到期', tone: 'waiting' },
  partly: { word: '付了一部分', tone: 'going' },
  open: { word: '未到期', tone: 'plain' },
  done: { word: '已履行', tone: 'done' },
  dropped: { word: '已被更正', tone: 'plain' },
}
