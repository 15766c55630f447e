import { type ClauseKind, paymentMethods } from '#db/domain/agreement/content.ts'
import {
  contentFieldLabels as fieldLabels,
  lintMessage,
} from '#db/domain/agreement/lint/messages.ts'
import type {
  SignatureCapacity,
  SignatureManner,
  SigningCode,
} from '#db/domain/agreement/signing.ts'
import type { StrokeFlag } from '#db/domain/agreement/strokes.ts'
import type { Reason } from '#db/domain/reason.ts'

export const reviewLabels = {
  submitted: '送审',
  withdrawn: '撤回送审',
  approved: '同意',
  returned: '退回',
} as const satisfies Record<'submitted' | 'withdrawn' | 'approved' | 'returned', string>

export const clauseKindLabels = {
  payment: '付款',
  act: '做事',
  apology: '道歉',
  confirm: '确认',
  other: '其他',
} as const satisfies Record<ClauseKind, string>

export const paymentMethodOptions = paymentMethods.map(({ code, label }) => ({
  value: code as string,
  label,
}))

export const mannerLabels = {
  hand: '签名',
  seal: '盖章',
  fingerprint: '指印',
  screen: '屏幕签名',
} as const satisfies Record<SignatureManner, string>

/** Why a signature on screen wants a second look. */
export const strokeFlagWords = {
  identical: '笔迹和以前的一个签名完全一样，不像是现写的',
  tooFast: '写得比手快，不像是现写的',
  tooFewPoints: '笔画太少，看不出是签名',
  changedText: '签的不是现在这份文字',
} as const satisfies Record<StrokeFlag, string>

export const capacityLabels = {
  party: '当事人',
  representative: '代理人',
  mediator: '人民调解员',
  recorder: '记录人',
  body: '调解组织（印章）',
} as const satisfies Record<SignatureCapacity, string>

/** Names of the fields as they stand on the screen, by the first part of a path. */
export const contentFieldLabels = fieldLabels

/** Where, and what is missing or wrong; parties by name. */
export const agreementReasonText = (reason: Reason, parties: readonly { name: string }[]): string =>
  lintMessage(reason, { parties })

const signingWords = {
  mannerRequired: '请至少勾选一种方式：签名、盖章或指印',
  partyUnknown: '不是本协议的当事人',
  signerNotTheParty: '签字的不是当事人本人，代签的请填在代理人一栏',
  agentNotAuthorised: '代理人没有特别授权，不能代签；请补授权委托书或由本人签',
  guardianMustSign: '未成年人的协议要由法定代理人签',
  mediatorUnknown: '不是本案的调解员',
  mediatorMustSignByHand: '调解员必须亲笔签名',
  bodyMustSeal: '调解组织必须盖章',
  organisationWithoutSeal: '单位只有签名没有盖章，建议补盖公章',
  signedInFuture: '签署日期不能晚于今天',
  screenStrokesMissing: '勾了屏幕签名，但还没有在屏幕上签',
  screenMannerMissing: '有屏幕上的笔迹，但没有勾屏幕签名',
  screenNotToday: '屏幕签名是当场写的，日期只能是今天',
  bodyNotByScreen: '调解组织的印章要盖在纸上，不能在屏幕上签',
  witnessIsSigner: '见证人不能是签名人自己，请换一位',
  changedText: '签名时看的不是现在的协议文本，请重新打开协议再签',
} as const satisfies Record<SigningCode, string>

export const signingReasonText = (code: string): string =>
  Object.hasOwn(signingWords, code)
    ? signingWords[code as SigningCode]
    : `这一签署不合要求（${code}）`

/** What a deadline of the record is for, by its rule. */
const deadlineWords: Readonly<Record<string, { title: string; act: string; length: string }>> = {
  E1: {
    title: '共同申请司法确认',
    act: '双方当事人可以共同向有管辖权的人民法院申请司法确认',
    length: '协议生效之日起 30 天内',
  },
  F1: {
    title: '仲裁审查',
    act: '双方当事人可以共同向劳动人事争议仲裁委员会申请审查，制作仲裁调解书',
    length: '协议生效之日起 15 天内',
  },
  E11: {
    title: '申请强制执行',
    act: '经确认的协议不履行的，可以申请强制执行',
    length: '履行期限最后一日起 2 年内',
  },
}

export const agreementDeadlineWords = (
  ruleId: string,
): { title: string; act: string; length: string } | undefined => deadlineWords[ruleId]
