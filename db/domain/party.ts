export const partyRoles = ['applicant', 'respondent', 'thirdParty', 'coApplicant', 'party'] as const

export type PartyRole = (typeof partyRoles)[number]

/** Labels as they print on papers (taxonomy.md §6). */
export const partyRoleLabels: Readonly<Record<PartyRole, string>> = {
  applicant: '申请人',
  respondent: '被申请人',
  thirdParty: '第三人',
  coApplicant: '共同申请人',
  party: '当事人',
}

export const partyKinds = ['person', 'organisation'] as const

export type PartyKind = (typeof partyKinds)[number]

export const representativeKinds = ['guardian', 'agent', 'legalRepresentative'] as const

export type RepresentativeKind = (typeof representativeKinds)[number]

export const representativeKindLabels: Readonly<Record<RepresentativeKind, string>> = {
  guardian: '法定代理人',
  agent: '委托代理人',
  legalRepresentative: '法定代表人',
}

export const authorities = ['general', 'special'] as const

export type Authority = (typeof authorities)[number]

export const authorityLabels: Readonly<Record<Authority, string>> = {
  general: '一般授权',
  special: '特别授权',
}

export const sexes = ['male', 'female'] as const

export type Sex = (typeof sexes)[number]

export const sexLabels: Readonly<Record<Sex, string>> = { male: '男', female: '女' }
