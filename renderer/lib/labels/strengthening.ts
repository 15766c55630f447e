import type {
  ApplicationState,
  ApplicationStep,
  StepFault,
} from '#db/domain/strengthening/application.ts'
import type { ApplicationRoute } from '#db/domain/strengthening/further-routes.ts'
import type { DebtKind, Subject } from '#db/domain/strengthening/routes.ts'
import type { Tone } from './status.ts'

export const applicationStepLabels: Readonly<Record<ApplicationStep, string>> = {
  accepted: '受理',
  served: '送达对方',
  granted: '获得支持',
  refused: '没有支持',
  ended: '程序终结',
  withdrawn: '撤回申请',
}

/** What a step is called on its button, by route where the law has its own word. */
const ownStepLabels: Readonly<
  Partial<Record<ApplicationRoute, Partial<Record<ApplicationStep, string>>>>
> = {
  judicialConfirmation: { accepted: '法院受理', granted: '裁定有效', refused: '驳回或不受理' },
  arbitralReview: { accepted: '仲裁委受理', granted: '作出调解书', refused: '不予确认或不受理' },
  paymentOrder: {
    accepted: '法院受理',
    served: '送达债务人',
    granted: '生效（没有异议）',
    refused: '驳回或不受理',
    ended: '终结（有异议、送不到）',
  },
  directSuit: { accepted: '法院立案', granted: '判决支持', refused: '不予立案或驳回' },
  notary: { accepted: '公证受理', granted: '出具公证书', refused: '不予办理' },
  arbitration: { accepted: '仲裁委受理', granted: '裁决支持', refused: '不受理或驳回' },
  enforcement: { accepted: '法院立案执行', granted: '执行完毕', refused: '不予受理或终结' },
}

export const stepLabel = (route: ApplicationRoute, step: ApplicationStep): string =>
  ownStepLabels[route]?.[step] ?? applicationStepLabels[step]

export const applicationStateLooks: Readonly<
  Record<ApplicationState, { word: string; tone: Tone }>
> = {
  applied: { word: '已申请，等答复', tone: 'waiting' },
  accepted: { word: '已受理，办理中', tone: 'going' },
  granted: { word: '已获得', tone: 'done' },
  refused: { word: '没有支持', tone: 'late' },
  ended: { word: '程序终结', tone: 'late' },
  withdrawn: { word: '已撤回', tone: 'plain' },
}

export const subjectLabels: Readonly<Record<Subject, string>> = {
  payment: '付钱',
  act: '交东西、做事或者道歉',
  maritalStatus: '婚姻关系',
  parentage: '亲子关系',
  adoption: '收养关系',
  propertyRight: '确认房屋、土地等归谁（物权）',
  intellectualProperty: '确认专利、商标、著作权归谁',
  labourRelation: '确认有没有劳动关系',
}

export const debtKindLabels: Readonly<Record<DebtKind, string>> = {
  wages: '劳动报酬（工资、加班费）',
  injuryMedical: '工伤医疗费',
  severance: '经济补偿',
  compensation: '赔偿金',
  other: '其他的钱',
}

export const stepFaultWords: Readonly<Record<StepFault, string>> = {
  notNow: '申请已经到了别的一步，请看最新的进展。',
  beforeLast: '日期不能早于上一步的日期。',
  reasonRequired: '请写明原因。',
  notServed: '支付令还没有登记送达债务人，不能记生效。',
  stillObjectable: '债务人收到支付令后有十五日可以提异议，期限还没有过，不能记生效。',
}
