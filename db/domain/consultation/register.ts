/** Matters of a consultation (法律咨询事项类别); house list, no law names one. */
export const consultationCategories = {
  wages: '劳动报酬',
  injury: '工伤赔偿',
  contract: '劳动合同',
  insurance: '社会保险',
  traffic: '交通事故',
  marriage: '婚姻家庭',
  inheritance: '继承赡养',
  neighbours: '邻里相邻',
  housing: '房屋租赁',
  property: '物业服务',
  loan: '民间借贷',
  trade: '买卖合同',
  land: '土地山林',
  personalInjury: '人身损害',
  consumer: '消费维权',
  criminal: '刑事',
  administrative: '行政',
  other: '其他',
} as const
export type ConsultationCategory = keyof typeof consultationCategories

/** forms.md F26 */
export const consultationManners = {
  visit: '来访',
  phone: '电话',
  online: '网络',
  letter: '信函',
} as const
export type ConsultationManner = keyof typeof consultationManners

/** forms.md F26 */
export const consultationOutcomes = {
  answered: '当场答复',
  later: '约期答复',
  mediation: '引导调解',
  arbitration: '引导仲裁',
  suit: '引导诉讼',
  legalAid: '指导申请法律援助',
  otherOffice: '转其他部门',
} as const
export type ConsultationOutcome = keyof typeof consultationOutcomes

/** forms.md F26 身份类别 */
export const identityKinds = {
  migrantWorker: '农民工',
  womanWorker: '女职工',
  elderly: '老年人',
  minor: '未成年人',
  disabled: '残疾人',
  newEmployment: '新就业形态劳动者',
  veteran: '军人军属、退役军人',
  other: '其他',
} as const
export type IdentityKind = keyof typeof identityKinds

export const consultationSatisfactions = {
  satisfied: '满意',
  mostly: '基本满意',
  dissatisfied: '不满意',
  notSaid: '未表示',
} as const
export type ConsultationSatisfaction = keyof typeof consultationSatisfactions
