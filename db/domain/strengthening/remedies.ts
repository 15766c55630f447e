import { isLabourDispute, isMigrantWage, levelOneOf } from '../case/taxonomy.ts'
import type { OfficeKind } from './offices.ts'

export type Remedy = { kind: OfficeKind; words: string; source: string }

const commission: Remedy = {
  kind: 'commission',
  words:
    '申请劳动仲裁，不收费。调解不成、协议达成后不履行，或者收到调解申请十五日内没有达成协议的，都可以申请。',
  source: '《劳动争议调解仲裁法》第五条、第十四条、第十五条、第五十三条',
}
const inspectorate: Remedy = {
  kind: 'inspectorate',
  words: '拖欠工资的，可以向劳动保障监察机构投诉；违法行为结束满两年的不再查处。',
  source: '《劳动保障监察条例》第九条、第二十条',
}
const wageSuit: Remedy = {
  kind: 'court',
  words: '有用人单位的工资欠条、又不涉及其他争议的，可以直接向法院起诉；其他的要先申请仲裁。',
  source: '《劳动争议司法解释（一）》第十五条',
}
const suit: Remedy = {
  kind: 'court',
  words: '向人民法院起诉。起诉状按对方人数提交副本。',
  source: '《人民调解法》第二十六条；《民事诉讼法》第一百二十二条、第一百二十三条',
}
const workersAid: Remedy = {
  kind: 'legalAid',
  words:
    '请求支付劳动报酬、工伤赔偿的，可以申请法律援助；农民工这两类申请不查经济困难情况，七日内决定。',
  source: '《法律援助法》第三十一条、第四十二条、第四十三条',
}
const aid: Remedy = {
  kind: 'legalAid',
  words: '经济困难、符合条件的，可以申请法律援助，请律师代理。',
  source: '《法律援助法》第三十一条',
}
const police: Remedy = {
  kind: 'police',
  words: '有打架、威胁等治安案件或者刑事犯罪可能的，立即报警。',
  source: '《人民调解法》第二十五条',
}

/** Whom the law names for administrative help, by type of the statistics. */
const administrative: Readonly<Partial<Record<string, string>>> = {
  '07': '林业、自然资源或者农业农村主管部门；承包地纠纷还可以申请农村土地承包仲裁',
  '08': '征收部门和自然资源主管部门',
  '09': '生态环境主管部门',
  '12': '文化和旅游主管部门（12345）',
  '13': '市场监督管理部门（12315）',
  '14': '市场监督管理部门（12315）',
  '15': '卫生健康主管部门',
  '16': '公安机关交通管理部门',
  '17': '住房和城乡建设主管部门',
}

const office = (typeCode: string): Remedy => ({
  kind: 'other',
  words: `可以请求有关行政机关依法处理${
    administrative[levelOneOf(typeCode)] ? `：${administrative[levelOneOf(typeCode)]}` : ''
  }。`,
  source: '《人民调解法》第二十六条',
})

const quarrels: ReadonlySet<string> = new Set(['01', '02', '06'])

/**
 * Where people may go when mediation has failed, in the order of the law; all of it has to be told.
 * @law 《人民调解法》第二十六条;《劳动争议调解仲裁法》第五条;《劳动保障监察条例》第二十条;《法律援助法》第四十二条、第四十三条 (C11, C14, F7, F11, F20)
 */
export const remediesOf = (typeCode: string): Remedy[] => {
  if (isLabourDispute(typeCode)) {
    const isPay = isMigrantWage(typeCode) || typeCode === '11.02' || typeCode === '11.03'
    return [commission, ...(isPay ? [inspectorate, wageSuit] : []), workersAid]
  }
  return [suit, office(typeCode), aid, ...(quarrels.has(levelOneOf(typeCode)) ? [police] : [])]
}
