import type { DossierOutcome } from './dossier.ts'
import type { FormId } from './forms.ts'

/** A form that is printed, and the place among the papers of a volume at which it lies. */
export type HouseForm = {
  id: string
  place: FormId
  /** As built in; a county's own wording may give another. */
  title: string
  /** From code and the record alone, from a definition that may be written into, or only added as a scan. */
  made: 'record' | 'sheet' | 'scan'
  /** Somebody signs or seals it. */
  signs: boolean
}

const sheet = (id: string, place: FormId, title: string, signs = true): HouseForm => ({
  id,
  place,
  title,
  made: 'sheet',
  signs,
})
const record = (id: string, place: FormId, title: string, signs = true): HouseForm => ({
  ...sheet(id, place, title, signs),
  made: 'record',
})
const scan = (id: string, place: FormId, title: string, signs = false): HouseForm => ({
  ...sheet(id, place, title, signs),
  made: 'scan',
})

/**
 * Every form that may lie in a volume; those of one place in the order in which they lie there.
 * @policy forms.md §0; letters and the labour set stand where the national paper of the same use stands
 */
export const houseForms: readonly HouseForm[] = [
  sheet('f00', 'f00', '卷宗封面'),
  sheet('f01', 'f01', '卷内目录', false),
  sheet('f02', 'f02', '人民调解申请书'),
  sheet('f22-application', 'f02', '劳动人事争议调解申请书'),
  record('f03', 'f03', '人民调解受理登记表'),
  sheet('f22-register', 'f03', '劳动人事争议调解登记表'),
  scan('f30', 'f30', '法院委派（委托）调解函'),
  scan('f20', 'f20', '委托（移送）调解函'),
  sheet('f20-entrust', 'f20', '委托调解函'),
  record('receipt', 'receipt', '受理回执'),
  sheet('f19', 'f19', '不予受理告知书'),
  record('f04', 'f04', '人民调解当事人权利义务告知书'),
  sheet('f21', 'f21', '不公开调解和保密告知书'),
  sheet('f05', 'f05', '当事人身份证明'),
  sheet('f06-legal', 'f05', '法定代表人身份证明书'),
  sheet('f06', 'f06', '授权委托书'),
  sheet('f07', 'f07', '人民调解调查记录'),
  sheet('f08-list', 'f08', '证据清单'),
  sheet('f08', 'f08', '人民调解证据材料'),
  record('f09', 'f09', '人民调解记录'),
  record('undisputedFacts', 'undisputedFacts', '无争议事实记载表'),
  record('f10', 'f10', '人民调解协议书'),
  sheet('f11', 'f11', '人民调解口头协议登记表'),
  sheet('f18', 'f18', '终止调解通知书'),
  sheet('withdrawal', 'withdrawal', '撤回调解申请书'),
  sheet('f20-transfer', 'f20Out', '移送函'),
  sheet('f20-forward', 'f20Out', '转办单'),
  sheet('f20-assign', 'f20Out', '交办单'),
  sheet('f12', 'f12', '收条'),
  sheet('f12-proof', 'f12', '履行情况登记表'),
  scan('f12-slip', 'f12', '付款凭证'),
  sheet('f13', 'f13', '人民调解回访记录'),
  sheet('f14-persons', 'f14', '司法确认申请书（个人与个人）'),
  sheet('f14-organisation', 'f14', '司法确认申请书（个人与单位）'),
  sheet('f14-proof', 'f14', '调解组织主持调解的证明'),
  sheet('f23', 'f23', '仲裁审查申请书'),
  sheet('f24', 'f24', '支付令申请书'),
  sheet('civil-complaint', 'f24', '民事起诉状'),
  sheet('arbitration-application', 'f24', '劳动人事争议仲裁申请书'),
  sheet('enforcement-application', 'f24', '强制执行申请书'),
  sheet('f30-reply', 'f30Reply', '调解情况复函'),
  sheet('f30-termination', 'f30Reply', '诉前案件终止调解情况表'),
  sheet('f17', 'f17', '人民调解结案报告表'),
  record('calc-annex', 'other', '计算说明', false),
  sheet('f20-accept', 'other', '接受委托调解复函'),
  sheet('f20-decline', 'other', '不予调解函'),
  sheet('f20-urge', 'other', '督办单'),
  sheet('urge-letter', 'other', '催促履行通知书'),
  sheet('f20-warn', 'other', '矛盾纠纷预警函'),
  sheet('f22-minutes', 'other', '劳动人事争议调解笔录（首页）'),
  sheet('f22-delegates', 'other', '劳动争议职工代表推举书'),
  sheet('f22-roster', 'other', '职工名册'),
  sheet('f22-major', 'other', '重大劳动人事争议调处情况呈报表'),
  sheet('f29-reminder', 'other', '工会劳动法律监督提示函'),
  sheet('f29-opinion', 'other', '工会劳动法律监督意见书'),
  sheet('f29-advice', 'other', '工会劳动法律监督建议书'),
  sheet('f29-service', 'other', '送达回证'),
  sheet('f30-accept', 'other', '委派调解接收确认'),
  sheet('f30-address', 'other', '送达地址确认书'),
  sheet('f30-warning', 'other', '虚假调解法律后果告知书'),
  sheet('f30-return', 'other', '委派调解材料退回函'),
  scan('other', 'other', '其他材料'),
  sheet('f15', 'f15', '卷宗情况说明'),
  sheet('f16', 'f16', '封底'),
]

const byId = new Map(houseForms.map((form) => [form.id, form]))
const position = new Map(houseForms.map((form, index) => [form.id, index]))

/** Undefined for a form that lies in no volume. @policy see `houseForms` */
export const houseForm = (id: string): HouseForm | undefined => byId.get(id)

/** Among the forms of one place. @policy see `houseForms` */
export const formRank = (id: string): number => position.get(id) ?? houseForms.length

/** Sheets that whoever binds the volume makes, looks at and signs as the last: nobody scans them. */
const binders = new Set(['f00', 'f15', 'f16'])

/**
 * Whether its signed sheets come back as scans.
 * @policy issue 4 §2: what others have signed is scanned; the binder's own sheets lie in the volume already
 */
export const comesBack = ({ id, signs }: HouseForm): boolean => signs && !binders.has(id)

/** What of a case decides which papers its volume has to hold. */
export type WantedBy = {
  outcome: DossierOutcome | undefined
  accepted: boolean
  /** Sessions were held, or are. */
  mediated: boolean
  closedSession: boolean
  hasAgents: boolean
  fromCourt: boolean
  entrusted: boolean
  organisation: boolean
  /** All was performed, but not on the spot. */
  performed: boolean
  followUpDue: boolean
  confirmation: 'judicial' | 'arbitral' | 'paymentOrder' | undefined
  filedLate: boolean
}

type Wanting = (by: WantedBy) => boolean
const isOver: Wanting = ({ outcome }) => outcome !== undefined
const isDone: Wanting = ({ outcome }) => outcome === 'agreed' || outcome === 'oral'
const ended =
  (...outcomes: readonly DossierOutcome[]): Wanting =>
  ({ outcome }) =>
    outcome !== undefined && outcomes.includes(outcome)

/** The same needs as the doctor's, so that list and findings agree. */
const wanting: Readonly<Partial<Record<string, Wanting>>> = {
  f00: () => true,
  f01: () => true,
  f03: () => true,
  f16: () => true,
  f04: ({ accepted, mediated, outcome }) => mediated || (accepted && outcome === undefined),
  f05: ({ accepted }) => accepted,
  f06: ({ hasAgents }) => hasAgents,
  f09: (by) => by.mediated || ended('agreed', 'failed')(by),
  f10: ended('agreed'),
  f11: ended('oral'),
  f12: ({ performed }) => performed,
  f13: (by) => isDone(by) && by.followUpDue,
  'f14-persons': ({ confirmation, organisation }) => confirmation === 'judicial' && !organisation,
  'f14-organisation': ({ confirmation, organisation }) =>
    confirmation === 'judicial' && organisation,
  f15: ({ filedLate }) => filedLate,
  f18: ended('failed'),
  f19: ended('rejected'),
  f20: ({ entrusted }) => entrusted,
  'f20-transfer': ended('transferred'),
  f21: ({ closedSession }) => closedSession,
  f23: ({ confirmation }) => confirmation === 'arbitral',
  f24: ({ confirmation }) => confirmation === 'paymentOrder',
  f30: ({ fromCourt }) => fromCourt,
  'f30-reply': (by) => by.fromCourt && isOver(by),
  withdrawal: ended('withdrawn'),
}

/** Named in the list though nothing asks for them: papers of the national set that most volumes hold. */
const usual = new Set(['f02', 'f06', 'f07', 'f08-list', 'f08', 'f12', 'f13', 'f15', 'f17', 'other'])

/**
 * Whether a form is to be shown in the list of a volume that lacks it, and as what.
 * @law see `needs` of the doctor; @policy ux.md §2.9: 有, 缺, 按需
 */
export const presenceOf = (form: string, by: WantedBy): 'missing' | 'optional' | undefined => {
  if (wanting[form]?.(by) === true) return 'missing'
  return usual.has(form) ? 'optional' : undefined
}
