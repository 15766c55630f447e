const always = ['已向双方说明，双方同意这样写', '当事人坚持这样写', '已核对，没有写错']

/** Reasons that fit one finding, before those that fit every one. */
const byCode: Readonly<Record<string, readonly string[]>> = {
  identityMissing: ['证件号签字时当面补', '当事人不愿提供，不申请司法确认'],
  identityInvalid: ['证件号签字时当面核对'],
  agentGeneralAuthority: ['特别授权委托书签字前补交', '由当事人本人签字'],
  earnerUnderAge: ['已满十六周岁，靠自己的工资生活'],
  accountMissing: ['收款人付款前另行告知账户'],
  accountIncomplete: ['收款人已当面核对账户'],
  accountOfOther: ['收款人书面委托汇入这个账户'],
  dueDatePassed: ['这一期已经付清，写明作凭据'],
  defaultClauseMissing: ['当场付清，不需要', '双方不愿写违约责任'],
  payAccountMissing: ['收款人付款前另行告知账户'],
  payDateMissing: ['当场付清，不需要'],
  payMethodMissing: ['当场付清，不需要'],
  labourRelation: ['双方只求写明，不申请仲裁审查'],
  maritalStatus: ['双方只求写明，不申请司法确认'],
  kinshipStatus: ['双方只求写明，不申请司法确认'],
  ownershipConfirmed: ['双方只求写明，不申请司法确认'],
}

export const quickReasons = (code: string): readonly string[] => [
  ...(Object.hasOwn(byCode, code) ? (byCode[code] ?? []) : []),
  ...always,
]
