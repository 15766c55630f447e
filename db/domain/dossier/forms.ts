/**
 * Papers that may lie in a volume, in the order in which they are bound. `once`: a volume holds one of them.
 * `counted` false: its sheets carry no page number. The first sixteen places are the national set; the letters and
 * notices between them stand where house practice files them, and a rule pack may give another order.
 * @policy forms.md §0, ux.md §2.9
 */
export const dossierForms = [
  { id: 'f00', title: '调解卷宗封面', counted: false, once: true },
  { id: 'f01', title: '卷内目录', counted: false, once: true },
  { id: 'f02', title: '人民调解申请书', counted: true, once: false },
  { id: 'f03', title: '人民调解受理登记表', counted: true, once: true },
  { id: 'f30', title: '法院委派（委托）调解函', counted: true, once: false },
  { id: 'f20', title: '委托（移送）调解函', counted: true, once: false },
  { id: 'receipt', title: '受理回执', counted: true, once: false },
  { id: 'f19', title: '不予受理告知书', counted: true, once: false },
  { id: 'f04', title: '人民调解当事人权利义务告知书', counted: true, once: false },
  { id: 'f21', title: '不公开调解和保密告知书', counted: true, once: false },
  { id: 'f05', title: '当事人身份证明', counted: true, once: false },
  { id: 'f06', title: '授权委托书', counted: true, once: false },
  { id: 'f07', title: '人民调解调查记录', counted: true, once: false },
  { id: 'f08', title: '人民调解证据材料', counted: true, once: false },
  { id: 'f09', title: '人民调解记录', counted: true, once: false },
  { id: 'undisputedFacts', title: '无争议事实记载', counted: true, once: false },
  { id: 'f10', title: '人民调解协议书', counted: true, once: true },
  { id: 'f11', title: '人民调解口头协议登记表', counted: true, once: true },
  { id: 'f18', title: '终止调解通知书', counted: true, once: false },
  { id: 'withdrawal', title: '撤回调解申请书', counted: true, once: false },
  { id: 'f20Out', title: '移送函', counted: true, once: false },
  { id: 'f12', title: '履行凭证', counted: true, once: false },
  { id: 'f13', title: '人民调解回访记录', counted: true, once: false },
  { id: 'f14', title: '司法确认有关材料', counted: true, once: false },
  { id: 'f23', title: '仲裁审查申请书', counted: true, once: false },
  { id: 'f24', title: '支付令申请书', counted: true, once: false },
  { id: 'f30Reply', title: '调解情况复函', counted: true, once: false },
  { id: 'f17', title: '人民调解结案报告表', counted: true, once: true },
  { id: 'other', title: '其他材料', counted: true, once: false },
  { id: 'f15', title: '卷宗情况说明', counted: true, once: true },
  { id: 'f16', title: '封底', counted: false, once: true },
] as const satisfies readonly { id: string; title: string; counted: boolean; once: boolean }[]

export type FormId = (typeof dossierForms)[number]['id']

/** Several of these lie by their dates. */
const byDate: readonly FormId[] = ['f07', 'f09', 'f12', 'f13']

/** @policy forms.md §0 */
export const volumeOrder: readonly FormId[] = dossierForms.map(({ id }) => id)

const rows = new Map(dossierForms.map((form) => [form.id as FormId, form]))

/** @policy The built-in title; a paper's own title goes before it. */
export const formTitle = (form: FormId): string => rows.get(form)?.title ?? form

/** @policy forms.md F01: page numbers run over all sheets but cover, contents and back cover. */
export const isCounted = (form: FormId): boolean => rows.get(form)?.counted ?? true

/** @policy A volume has one cover, one register, one agreement in force, and so on. */
export const isOnce = (form: FormId): boolean => rows.get(form)?.once ?? false

/** @policy Minutes, receipts and visits of one kind lie by date. */
export const liesByDate = (form: FormId): boolean => byDate.includes(form)
