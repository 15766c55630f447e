import type { GuardCode } from '#db/domain/case/status.ts'
import type { Reason } from '#db/domain/reason.ts'
import { intakeReasonText } from './intake.ts'

/** What stands against a step of the case (guards of the state machine). */
const guardWords = {
  partyRequired: '至少要有一位当事人',
  typeRequired: '请选纠纷类型',
  sourceRequired: '请选案件来源',
  factsRequired: '请写明纠纷情况',
  reasonRequired: '请写明原因',
  otherSideNotAsked: '还没有问对方是否愿意调解。问过以后再受理',
  otherSideRefuses: '对方明确拒绝调解，不能受理',
  mediatorRequired: '请选一位调解员',
  mediatorHasConflict: '这位调解员与当事人同名或有利害关系，应当回避。请另选一位',
  rightsNotTold: '还没有告知权利义务。先在谈话中告知',
  consentRequired: '延长期限要双方同意',
  contentIncomplete: '协议内容还不齐，先补全协议',
  recordRequired: '还没有谈话笔录。至少谈过一次、结束谈话后才能做这一步',
  effectiveDateRequired: '签名还不齐，协议没有生效日期',
  remediesNotTold: '要先告诉双方可以仲裁、行政裁决或者诉讼',
  applicantOnly: '只有申请人可以撤回',
  targetRequired: '请写明移送给谁',
  tooLate: '已经超过申请期限',
  checklistOpen: '卷内文件还不齐',
  pagesNotNumbered: '卷内页码还没有编好',
  approvalRequired: '要主任同意',
  obligationsOpen:
    '还有没登记的款项或事项。请到“履行”里逐期登记，付清后会自动结为已履行；确实不用逐期登记的，请写明理由',
} as const satisfies Record<GuardCode, string>

export const caseReasonText = (reason: Reason): string => {
  if (reason.code === 'eventNotAllowed') return '案件现在的状态不能做这一步，可能刚在别处改过'
  return Object.hasOwn(guardWords, reason.code)
    ? guardWords[reason.code as GuardCode]
    : intakeReasonText(reason)
}
