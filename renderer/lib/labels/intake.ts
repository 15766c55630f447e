import type { Attitude, IntakeCode, OtherBody, ScopeDoubt } from '#db/domain/case/intake.ts'
import type { Reason } from '#db/domain/reason.ts'

export const otherBodyLabels: Readonly<Record<OtherBody, string>> = {
  none: '没有',
  court: '人民法院',
  police: '公安机关',
  arbitration: '劳动仲裁',
  labourInspection: '劳动监察',
  petition: '信访部门',
  administrative: '其他行政机关',
  committee: '其他调解组织',
}

export const attitudeLabels: Readonly<Record<Attitude, string>> = {
  notAsked: '还没问',
  willing: '愿意调解',
  refuses: '明确拒绝',
}

export const scopeDoubtLabels: Readonly<Record<ScopeDoubt, string>> = {
  crime: '刑事犯罪（民事赔偿部分除外）',
  administrativePenalty: '行政处罚、行政复议',
  agencyBenefit: '社保经办机构的待遇',
  expertOpinion: '伤残等级、职业病诊断的结论',
  personalStatus: '离婚、收养、亲子等身份关系本身',
}

export const optionsOf = <K extends string>(
  labels: Readonly<Record<K, string>>,
): { value: K; label: string }[] =>
  (Object.keys(labels) as K[]).map((value) => ({ value, label: labels[value] }))

type Words = { text: string; advice?: string }

const otherBodyIn = (reason: Reason): string => {
  const body = reason.details?.['otherBody']
  return typeof body === 'string' && Object.hasOwn(otherBodyLabels, body)
    ? otherBodyLabels[body as OtherBody]
    : '别的机关'
}

const scopeDoubtIn = (reason: Reason): string => {
  const doubt = reason.details?.['doubt']
  return typeof doubt === 'string' && Object.hasOwn(scopeDoubtLabels, doubt)
    ? scopeDoubtLabels[doubt as ScopeDoubt]
    : ''
}

const words = {
  partyRequired: { text: '至少要有一位当事人' },
  partyNameRequired: {
    text: '请填写姓名或单位名称',
    advice: '还不知道姓名的，可以先写称呼，如“包工头老李”',
  },
  oneSideOnly: { text: '只登记了一方当事人', advice: '知道对方后，在案件页补上' },
  typeRequired: { text: '请选纠纷类型', advice: '按数字、拼音首字母或汉字都能找到' },
  sourceRequired: { text: '请选案件来源' },
  factsRequired: { text: '请写明纠纷情况', advice: '一两句话即可，以后还能在谈话中补充' },
  acceptedElsewhere: (reason) => ({
    text: `${otherBodyIn(reason)}已经受理，本中心不能受理`,
    advice: '告知当事人到该机关办理；该机关转来或委托本中心的，请勾选“由该机关转来”',
  }),
  referralLetter: { text: '请向移送机关要委托函或移送单，放进案件附件' },
  sourceNotReferral: {
    text: '案件来源与“由该机关转来”不一致',
    advice: '请把案件来源改成相应的移送单位',
  },
  outOfScope: (reason) => ({
    text: `不属于调解能定的事：${scopeDoubtIn(reason)}`,
    advice: '可以登记，但请告知当事人向主管机关办理',
  }),
  otherSideNotAsked: {
    text: '还没有问对方是否愿意调解',
    advice: '可以先登记，问过对方后在案件页按“受理”',
  },
  otherSideRefuses: {
    text: '对方明确拒绝调解，不能受理',
    advice: '可以登记留底，并告知当事人仲裁、诉讼等其他办法',
  },
} as const satisfies Record<IntakeCode, Words | ((reason: Reason) => Words)>

/** What a finding of the intake means and what to do about it. */
export const intakeReasonWords = (reason: Reason): Words => {
  if (!Object.hasOwn(words, reason.code)) return { text: `这一项不合要求（${reason.code}）` }
  const found: Words | ((reason: Reason) => Words) = words[reason.code as IntakeCode]
  return typeof found === 'function' ? found(reason) : found
}

export const intakeReasonText = (reason: Reason): string => {
  const { text, advice } = intakeReasonWords(reason)
  return advice ? `${text}。${advice}` : text
}

export const matchedByLabels: Readonly<
  Record<'name' | 'idNumber' | 'phone' | 'creditCode', string>
> = {
  name: '姓名相同',
  idNumber: '身份证号相同',
  phone: '电话相同',
  creditCode: '信用代码相同',
}

/** @law 《劳动争议调解仲裁法》第七条;《宁波市人民调解条例》第二十条 (B10) */
export const manyPeopleNote =
  '十人以上的，可以推选 3 至 5 名代表参加调解，并交推举书；代表放弃权利或和解，要经被代表人同意。'
