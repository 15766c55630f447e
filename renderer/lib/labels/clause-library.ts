import type { ClauseFaultCode } from '#db/domain/agreement/library/check-clause.ts'
import type { ClauseGroup } from '#db/domain/agreement/library/library-clause.ts'
import type { Reason } from '#db/domain/reason.ts'

export const clauseGroupLabels = {
  wages: '工资和劳动关系',
  injury: '工伤',
  rent: '租赁',
  neighbour: '邻里和物业',
  contract: '合同和借款',
  family: '婚姻家庭',
  traffic: '交通事故',
  medical: '医疗',
  consumer: '消费',
  damage: '损害赔偿',
  general: '通用',
} as const satisfies Record<ClauseGroup, string>

const faultWords = {
  titleBlank: () => '没有写名称，请起一个好找的名称',
  textBlank: () => '没有写条款内容',
  slotUnpaired: () => '“【”和“】”没有成对，请补齐或者删去',
  slotNameless: () => '有一处“【】”是空的，请在里面写上要填什么，例如【付款人】',
  slotKindUnknown: (words) => `空格的种类“${words}”不认识，请选当事人、金额、日期或者文字`,
  slotNotInText: (words) => `条款里没有【${words}】，请在条款里写上或者删去这个空格`,
  slotNotDeclared: (words) => `【${words}】还没有选种类`,
  slotDoubled: (words) => `空格【${words}】重复了，请删去一个`,
  groupUnknown: (words) => `分组“${words}”不认识，请重新选`,
  kindUnknown: (words) => `条款种类“${words}”不认识，请重新选`,
  typeUnknown: (words) => `纠纷类型“${words}”不认识，请重新选`,
  feeMentioned: (words) => `写有“${words}”：调解不收费，不能存为条款`,
  socialInsuranceWaiver: (words) => `写有“${words}”：约定不缴社会保险无效，不能存为条款`,
  rightsBarred: (words) =>
    `写有“${words}”：不能限制当事人申请仲裁、起诉或者向有关机关反映，请改成“再无其他争议”一类的写法`,
  policeBarred: (words) => `写有“${words}”：不能约定不报警，不能存为条款`,
  libertyLimited: (words) => `写有“${words}”：不能限制人身、婚姻自由或者扣押证件，不能存为条款`,
  criminalWaiver: (words) => `写有“${words}”：刑事责任不由双方约定，请删去`,
  unlawfulCause: (words) => `写有“${words}”：这类款项不受法律保护，请核实`,
} as const satisfies Record<ClauseFaultCode, (words: string) => string>

/** What is wrong with a clause that a centre wants to keep, and what to do. */
export const clauseFaultText = ({ code, details }: Reason): string =>
  Object.hasOwn(faultWords, code)
    ? faultWords[code as ClauseFaultCode](String(details?.['words'] ?? ''))
    : `这一条不合要求（${code}）`
