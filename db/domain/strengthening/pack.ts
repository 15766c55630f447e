import type { ApplicationRoute } from './further-routes.ts'
import type { OfficeKind } from './offices.ts'

/** A paper of the set that goes to an office. `object`: made of the agreement, of a sheet of the case, or brought along. */
export type PackItem = {
  form: string
  title: string
  copies: number
  from: 'agreement' | 'sheet' | 'bring'
  /** Name of the form's field that holds the office. */
  officeField?: string
}

export type PackFacts = {
  hasOrganisation: boolean
  hasAgents: boolean
  hasAgreement: boolean
  /** Number of those whom a suit or arbitration is against. */
  respondents: number
}

const identity: PackItem = {
  form: 'f05',
  title: '各方身份证明复印件（单位：营业执照、法定代表人身份证明）',
  copies: 1,
  from: 'bring',
}
const agents = ({ hasAgents }: PackFacts): PackItem[] =>
  hasAgents ? [{ form: 'f06', title: '授权委托书和代理人身份证明', copies: 1, from: 'bring' }] : []
const evidence: PackItem = {
  form: 'f08-list',
  title: '与请求有关的证据（合同、单据、转账记录等）',
  copies: 1,
  from: 'bring',
}
const agreement = ({ hasAgreement }: PackFacts, copies = 1): PackItem[] =>
  hasAgreement ? [{ form: 'f10', title: '人民调解协议书', copies, from: 'agreement' }] : []

/**
 * The papers of a route, those that the record makes first.
 * @law 《民诉法解释》第三百五十四条;《劳动人事争议仲裁办案规则》第七十四条;《民事诉讼法》第一百二十三条 (E6, F1, H1): a copy for each defendant
 */
export const packOf = (route: ApplicationRoute, facts: PackFacts): PackItem[] => {
  const bring = [identity, ...agents(facts)]
  const forEach = 1 + Math.max(1, facts.respondents)
  switch (route) {
    case 'judicialConfirmation':
      return [
        facts.hasOrganisation
          ? {
              form: 'f14-organisation',
              title: '司法确认申请书',
              copies: 1,
              from: 'sheet',
              officeField: '确认.法院',
            }
          : {
              form: 'f14-persons',
              title: '司法确认申请书',
              copies: 1,
              from: 'sheet',
              officeField: '确认.法院',
            },
        {
          form: 'f14-proof',
          title: '调解组织主持调解的证明',
          copies: 1,
          from: 'sheet',
          officeField: '确认.法院',
        },
        ...agreement(facts),
        ...bring,
        {
          form: 'other',
          title: '与协议有关的财产权利证明（涉及财产权利的）',
          copies: 1,
          from: 'bring',
        },
      ]
    case 'arbitralReview':
      return [
        {
          form: 'f23',
          title: '仲裁审查申请书',
          copies: 1,
          from: 'sheet',
          officeField: '审查.仲裁委员会',
        },
        ...agreement(facts),
        ...bring,
        evidence,
      ]
    case 'paymentOrder':
      return [
        {
          form: 'f24',
          title: '支付令申请书',
          copies: forEach,
          from: 'sheet',
          officeField: '支付令.法院',
        },
        ...agreement(facts),
        ...bring,
        evidence,
      ]
    case 'directSuit':
      return [
        {
          form: 'civil-complaint',
          title: '民事起诉状',
          copies: forEach,
          from: 'sheet',
          officeField: '起诉.法院',
        },
        ...agreement(facts, forEach),
        ...bring,
        evidence,
      ]
    case 'notary':
      return [
        ...agreement(facts),
        ...bring,
        {
          form: 'other',
          title: '债务人愿意接受强制执行的承诺（到公证机构当面作）',
          copies: 1,
          from: 'bring',
        },
      ]
    case 'arbitration':
      return [
        {
          form: 'arbitration-application',
          title: '劳动人事争议仲裁申请书',
          copies: forEach,
          from: 'sheet',
          officeField: '仲裁.仲裁委员会',
        },
        ...agreement(facts, forEach),
        ...bring,
        evidence,
      ]
    case 'enforcement':
      return [
        {
          form: 'enforcement-application',
          title: '强制执行申请书',
          copies: 1,
          from: 'sheet',
          officeField: '执行.法院',
        },
        ...agreement(facts),
        {
          form: 'other',
          title: '确认裁定书、仲裁调解书、支付令或者公证债权文书',
          copies: 1,
          from: 'bring',
        },
        ...bring,
        { form: 'other', title: '被执行人的财产线索（知道的）', copies: 1, from: 'bring' },
      ]
  }
}

/**
 * The papers of a warm hand-over: the notice with remedies and days, a letter to the office, an application begun.
 * @law 《人民调解法》第二十六条 (C11)
 * @policy workflow.md §2: no agreement → F18 and prefilled papers; what was conceded in talks does not go along (C15)
 */
export const handOverPackOf = (kind: OfficeKind, facts: PackFacts): PackItem[] => {
  const copies = 1 + Math.max(1, facts.respondents)
  const application: PackItem[] =
    kind === 'court'
      ? [
          {
            form: 'civil-complaint',
            title: '民事起诉状',
            copies,
            from: 'sheet',
            officeField: '起诉.法院',
          },
        ]
      : kind === 'commission'
        ? [
            {
              form: 'arbitration-application',
              title: '劳动人事争议仲裁申请书',
              copies,
              from: 'sheet',
              officeField: '仲裁.仲裁委员会',
            },
          ]
        : []
  return [
    { form: 'f18', title: '终止调解通知书', copies: 2 + facts.respondents, from: 'sheet' },
    {
      form: 'f20-transfer',
      title: '移送函',
      copies: 1,
      from: 'sheet',
      officeField: '函件.主送',
    },
    ...application,
    ...agreement(facts),
    identity,
    ...agents(facts),
    evidence,
  ]
}
