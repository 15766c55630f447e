import type { CompletenessCode } from '#db/domain/agreement/completeness.ts'
import { type ClauseKind, paymentMethods } from '#db/domain/agreement/content.ts'
import type {
  SignatureCapacity,
  SignatureManner,
  SigningCode,
} from '#db/domain/agreement/signing.ts'
import { formatYuan } from '#db/domain/money.ts'
import type { Reason } from '#db/domain/reason.ts'

/** Codes of the store's check and the one that only a half-filled screen can have. */
export type AgreementReasonCode = CompletenessCode | 'instalmentDateMissing'

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
} as const satisfies Record<SignatureManner, string>

export const capacityLabels = {
  party: '当事人',
  representative: '代理人',
  mediator: '人民调解员',
  recorder: '记录人',
  body: '调解组织（印章）',
} as const satisfies Record<SignatureCapacity, string>

/** Names of the fields as they stand on the screen, by the first part of a path. */
export const contentFieldLabels = {
  facts: '纠纷主要事实',
  issues: '争议事项',
  responsibilities: '各方责任',
  clauses: '协议内容',
  performanceManner: '履行方式',
  performanceDeadline: '履行期限',
  performancePlace: '履行地点',
  copies: '份数',
} as const

type Details = NonNullable<Reason['details']>

const yuan = (value: Details[string] | undefined): string =>
  typeof value === 'number' ? formatYuan(value) : String(value ?? '')

const sumWords = (details: Details): string => {
  const difference = Number(details['differenceFen'] ?? 0)
  const word = difference > 0 ? '少' : '多'
  return `各期合计 ${yuan(details['sumFen'])} 元，比总额${word} ${yuan(Math.abs(difference))} 元，请改各期金额或总额`
}

const words = {
  blank: () => '还没有填写',
  partiesMissing: () => '当事人至少要有两方，请到案件里补登',
  partyNameMissing: () => '没有写姓名或名称，请到案件里补上',
  identityMissing: () => '没有登记证件号码，申请司法确认时法院要核对，建议补上',
  identityInvalid: () => '登记的证件号码不对，请到案件里核对',
  clausesMissing: () => '还没有协议内容，请加一条',
  clauseBlank: () => '内容还是空的，请写上或删去这一条',
  paymentMissing: () => '没有写付款内容，请填写或删去这一条',
  payerMissing: () => '没有选付款人',
  payeeMissing: () => '没有选收款人',
  payerIsPayee: () => '付款人和收款人是同一人，请改其中一个',
  methodMissing: () => '没有选支付方式',
  accountMissing: () => '银行转账没有写收款账户，写明以免付错',
  totalMissing: () => '没有写金额',
  instalmentsMissing: () => '没有写付款日期',
  instalmentAmountMissing: () => '没有写金额',
  instalmentDateMissing: () => '没有写付款日期，这一期还没有存下',
  instalmentSum: sumWords,
  dueDatesNotAscending: () => '日期早于上一期，请按先后排列',
  dueDatePassed: () => '付款日期已经过去，请核对',
  deadlineBeforeLastInstalment: () => '写的日期早于最后一期的付款日期，前后矛盾，请改成一致',
  copiesTooFew: (details) =>
    `至少要 ${String(details['needed'] ?? '')} 份：当事人各一份，调解组织留存一份`,
  mustBeWritten: () => '劳动争议的调解协议应当是书面的，本协议书已满足',
  wagesInGoods: () => '农民工工资只能付钱，不能用实物或有价证券抵，请改支付方式',
  paymentDutiesOnly: () =>
    '除付款外还有其他义务：人民法院对劳动争议只确认纯给付内容，要申请司法确认的，请另做一份',
  agentGeneralAuthority: (details) =>
    `代理人${String(details['name'] ?? '')}是一般授权，不能代为让步和签字，请补特别授权或由本人签`,
  tooManyAgents: () => '委托代理人最多两名，请到案件里减少',
  guardianMissing: () => '未成年，请到案件里补登法定代理人',
  earnerUnderAge: () => '未满十八周岁，以自己劳动收入为主要生活来源的可以自己签，请核对',
  feeMentioned: (details) => `写有“${String(details['words'] ?? '')}”：调解不收费，请删去`,
  socialInsuranceWaiver: (details) =>
    `写有“${String(details['words'] ?? '')}”：约定不缴社会保险无效，请删去`,
} as const satisfies Record<AgreementReasonCode, (details: Details) => string>

const clausePlace = (parts: readonly string[]): string => {
  const clause = `第 ${Number(parts[1]) + 1} 条`
  const row = parts.indexOf('instalments')
  const at = row === -1 ? undefined : parts[row + 1]
  return at === undefined ? clause : `${clause}第 ${Number(at) + 1} 期`
}

const placeOf = (path: string, parties: readonly { name: string }[]): string => {
  const parts = path.split('.')
  const [head, index] = parts
  if (head === 'clauses' && index !== undefined) return clausePlace(parts)
  if (head === 'parties') {
    if (index === undefined) return ''
    return parties[Number(index)]?.name.trim() || `第 ${Number(index) + 1} 个当事人`
  }
  return contentFieldLabels[head as keyof typeof contentFieldLabels] ?? ''
}

const isKnown = (code: string): code is AgreementReasonCode => Object.hasOwn(words, code)

/** Where, and what is missing or wrong; parties by name. */
export const agreementReasonText = (
  reason: Reason,
  parties: readonly { name: string }[],
): string => {
  const place = placeOf(reason.path, parties)
  const text = isKnown(reason.code)
    ? words[reason.code](reason.details ?? {})
    : `有一项不合要求（${reason.code}）`
  return place === '' ? text : `${place}：${text}`
}

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
