import type { CompletenessCode } from '../completeness.ts'

/** Amounts already in yuan. */
export type Details = Readonly<Record<string, string>>
export type Words = (details: Details) => string

const sumWords: Words = (details) => {
  const difference = details['differenceFen'] ?? ''
  const isMore = difference.startsWith('-')
  return `各期合计 ${details['sumFen'] ?? ''} 元，比总额${isMore ? '多' : '少'} ${difference.replace('-', '')} 元，请改各期金额或总额`
}

/** @policy Words of what is missing or wrong in the data of an agreement. */
export const completenessWords = {
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
  instalmentSum: sumWords,
  dueDatesNotAscending: () => '日期早于上一期，请按先后排列',
  dueDatePassed: () => '付款日期已经过去，请核对',
  deadlineBeforeLastInstalment: () => '写的日期早于最后一期的付款日期，前后矛盾，请改成一致',
  copiesTooFew: (details) => `至少要 ${details['needed'] ?? ''} 份：当事人各一份，调解组织留存一份`,
  mustBeWritten: () => '劳动争议的调解协议应当是书面的，本协议书已满足',
  wagesInGoods: () => '农民工工资只能付钱，不能用实物或有价证券抵，请改支付方式',
  paymentDutiesOnly: () =>
    '除付款外还有其他义务：人民法院对劳动争议只确认纯给付内容，要申请司法确认的，请另做一份',
  agentGeneralAuthority: (details) =>
    `代理人${details['name'] ?? ''}是一般授权，不能代为让步和签字，请补特别授权或由本人签`,
  tooManyAgents: () => '委托代理人最多两名，请到案件里减少',
  guardianMissing: () => '未成年，请到案件里补登法定代理人',
  earnerUnderAge: () => '未满十八周岁，以自己劳动收入为主要生活来源的可以自己签，请核对',
  feeMentioned: (details) => `写有“${details['words'] ?? ''}”：调解不收费，请删去`,
  socialInsuranceWaiver: (details) =>
    `写有“${details['words'] ?? ''}”：约定不缴社会保险无效，请删去`,
} as const satisfies Record<CompletenessCode, Words>
