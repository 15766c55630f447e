import type { NextStepCode } from '#db/domain/case/next-step.ts'
import type { TerminationReason } from '#db/domain/case/status.ts'
import { daysBetween, type LocalDate } from '#db/domain/local-date.ts'
import type { Role } from '#db/domain/roles.ts'
import type { CaseMove, CaseRecord } from '#contract/cases.ts'
import { agreementDeadlineWords } from './agreements.ts'

type Attachment = CaseRecord['attachments'][number]

export const caseViewLabels = {
  open: '在办',
  mine: '我的',
  closed: '已结',
  all: '全部',
} as const

/** As a sentence on the board: what is to be done next. */
export const nextStepLabels: Readonly<Record<NextStepCode, string>> = {
  completeIntake: '把登记填完',
  decideAcceptance: '决定是否受理',
  supplement: '补齐登记材料',
  assignMediator: '分派调解员',
  takeOn: '接收案件',
  tellRights: '告知权利义务',
  holdSession: '开始谈话',
  continueSession: '继续谈话',
  resume: '恢复调解',
  draftAgreement: '起草协议',
  completeAgreement: '补全协议',
  submitAgreement: '把协议送审',
  reviewAgreement: '审批协议',
  reviseAgreement: '按意见修改协议',
  printAgreement: '打印协议',
  signAgreement: '签署协议',
  applyForArbitralReview: '共同申请仲裁审查',
  applyForConfirmation: '共同申请司法确认',
  perform: '等待履行',
  urgePerformance: '催促履行',
  awaitRuling: '等待法院或仲裁的结果',
  followUp: '回访当事人',
  archive: '整理卷宗，结案归档',
  none: '没有要办的事',
}

export const turnLabels: Readonly<Record<Role, string>> = {
  receptionist: '窗口登记员',
  mediator: '承办调解员',
  lawyer: '志愿律师',
  head: '中心主任',
  administrator: '系统管理员',
}

export type MoveWords = {
  /** The button that opens the dialog. */
  label: string
  /** What the dialog says before it is done. */
  effect: string
  /** Label of the reason; undefined when none is asked. */
  reason?: string
  danger?: true
}

export const moveWords: Readonly<Record<CaseMove, MoveWords>> = {
  requestSupplement: {
    label: '要求补材料',
    effect: '案件转为“补正中”，材料补齐后再受理。',
    reason: '要补什么',
  },
  supplement: { label: '材料已补齐', effect: '案件回到“待受理”。' },
  accept: { label: '受理', effect: '案件转为“已受理”，调解期限从今天起算。' },
  reject: {
    label: '不予受理',
    effect: '案件到此为止，不能再恢复。请把理由和其他办法告诉当事人。',
    reason: '不予受理的理由',
    danger: true,
  },
  takeOn: { label: '接收案件', effect: '由您承办本案，随后可以安排谈话。' },
  handBack: {
    label: '退回分派',
    effect: '案件退回待分派，由主任另派调解员。',
    reason: '退回的原因',
  },
  suspend: {
    label: '中止调解',
    effect: '案件中止，等条件具备后再恢复。除法定情形外期限照常计算。',
    reason: '中止的原因',
  },
  resume: { label: '恢复调解', effect: '案件恢复为“调解中”。' },
  refuseSigning: {
    label: '一方拒签',
    effect: '协议不生效，案件回到“调解中”，可以再谈。',
    reason: '谁拒绝签字、为什么',
  },
  terminate: {
    label: '终止调解',
    effect: '调解到此结束，记为“调解不成”。请告诉双方可以仲裁、诉讼。',
    reason: '补充说明',
    danger: true,
  },
  withdraw: {
    label: '申请人撤回',
    effect: '按申请人的意思撤回，案件结束。',
    reason: '撤回的原因',
    danger: true,
  },
  extend: {
    label: '延长期限',
    effect: '双方都同意延长调解期限，才能延长。同意的书面材料请放进卷宗。',
    reason: '延长的原因',
  },
  performFully: {
    label: '履行完毕',
    effect:
      '逐期登记付清后，案件会自动转为“已履行”。这里用于不逐期登记的情形，请写明怎么知道已经全部履行。',
    reason: '怎么知道已经全部履行',
  },
  startFollowUp: { label: '开始回访', effect: '案件转为“回访中”。回访后请写回访记录。' },
  completeFollowUp: {
    label: '回访完成',
    effect: '回访记录已经做好，案件转为“待归档”，可以整理卷宗了。',
  },
  skipFollowUp: {
    label: '免予回访',
    effect: '不再回访，案件转为“待归档”。理由会写在案件经过里。',
    reason: '不回访的理由',
  },
  reopen: {
    label: '重新启用',
    effect: '归档的案件重新打开，回到“调解中”；先前的归档记录保留，以后要重新归档。',
    reason: '重新启用的原因',
    danger: true,
  },
}

/** @law 法释〔2016〕14号 第二十六条 (C12) */
export const terminationReasonLabels: Readonly<Record<TerminationReason, string>> = {
  settledOrWithdrawn: '撤回申请或自行和解',
  partyRefuses: '一方拒绝调解',
  gapTooWide: '双方分歧较大',
  unreachable: '无法联系当事人',
  deadlinePassed: '期限届满，未合意延长',
  refusesToSign: '拒绝签章',
  outOfScope: '发现不属于调解范围',
  suspectedFalse: '涉嫌虚假调解',
  other: '其他',
}

export const attachmentKindLabels: Readonly<Record<Attachment['kind'], string>> = {
  signedScan: '签署件扫描',
  evidence: '证据材料',
  identity: '身份证明',
  other: '其他',
}

export const noteKindLabels = { phone: '电话', visit: '走访', note: '备注' } as const

export type Urgency = 'late' | 'soon' | 'calm'

/** @policy Three days before its last day a deadline is soon (C2: alerts at 7, 3 and 0). */
export const urgencyOf = (today: LocalDate, due: LocalDate): Urgency => {
  const days = daysBetween(today, due)
  if (days < 0) return 'late'
  return days <= 3 ? 'soon' : 'calm'
}

const mediationDeadlines: Readonly<Record<string, { title: string; length: string }>> = {
  C2: { title: '调解期限', length: '受理之日起一个月内' },
  C3: { title: '劳动争议调解期限', length: '收到申请之日起 15 日内' },
  C5: { title: '法院委派调解期限', length: '签收委派材料之日起 30 日内' },
  C6: { title: '法院委托调解期限', length: '签收委托材料之日起 15 日内，简易程序 7 日内' },
}

export const deadlineTitle = (ruleId: string): { title: string; length: string } =>
  mediationDeadlines[ruleId] ??
  agreementDeadlineWords(ruleId) ?? { title: '期限', length: '按规定计算' }
