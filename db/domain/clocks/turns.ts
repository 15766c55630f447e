import type { DeadlineRule, Topic } from '../deadline/rule.ts'
import type { Role } from '../roles.ts'

/** Whose turn a clock is: somebody of the house, or an office that is waited for. */
export type Turn = { by: Role } | { waitingFor: string }

const court = '人民法院'
const commission = '劳动人事争议仲裁委员会'
const agency = '人力资源社会保障行政部门'
const petition = '信访工作机构'

const waits: Readonly<Record<string, string>> = {
  C4: '对方当事人',
  'E7.accept': court,
  'E7.decide': court,
  'E7.decide2011': court,
  'H3.answer': court,
  'H3.issue': court,
  'G8.undeliverable': court,
  'H3.object': '债务人',
  F3: commission,
  'F9.accept': commission,
  'F9.copy': commission,
  'F9.notice': commission,
  'F9.award': commission,
  'F9.summary': commission,
  'F9.reply': '被申请人',
  F11: '劳动保障监察机构',
  'F14.decide': agency,
  'F14.decideClear': agency,
  'F14.appraise': '劳动能力鉴定委员会',
  'F16.transfer': '用人单位',
  'F16.wages': '用人单位',
  F20: '法律援助机构',
  'C17.register': petition,
  'C17.handle': petition,
  'C17.review': petition,
  'C17.recheck': petition,
}

const ofTheWindow: readonly string[] = ['A11', 'C7.answer']

/** @policy workflow.md §2, §3: the window decides on acceptance, the mediator reminds the parties of their periods */
export const turnOf = ({ id }: Pick<DeadlineRule, 'id'>): Turn => {
  const waitingFor = waits[id]
  if (waitingFor !== undefined) return { waitingFor }
  return { by: ofTheWindow.includes(id) ? 'receptionist' : 'mediator' }
}

const duties: readonly Topic[] = ['acceptance', 'mediation']

/**
 * Once such a period is over the right is gone; a duty that is late still has to be done.
 * @law 《民事诉讼法》第二百零五条;《民法典》第一百八十八条 (E1, F1, G)
 */
export const isWindow = (rule: Pick<DeadlineRule, 'id' | 'topic'>): boolean =>
  !duties.includes(rule.topic) && waits[rule.id] === undefined
