import { isLabourDispute, isMigrantWage } from '../../case/taxonomy.ts'
import type { Reason } from '../../reason.ts'
import type { CompletenessCode } from '../completeness.ts'
import type { AgreementContent } from '../content.ts'
import { dutiesOf, placesOf, sentencesOf, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const relation =
  /(?:确认|认定|承认|明确)[^，。；]{0,24}(?:存在|不存在|系|属于?|为|建立|成立|构成|没有)[^，。；]{0,8}(?:事实)?劳动关系|(?:存在|不存在|建立|无|没有)(?:事实)?劳动关系[^，。；]{0,4}(?:予以)?(?:确认|认可)|系(?:劳务|承揽|合作|雇佣)关系|(?<!再)不存在(?:事实)?劳动关系|劳动关系(?:自|从)[^，。；]{0,16}(?:成立|建立|起存在)/u

const relationFindings = ({ path, text }: TextPlace): LintReason[] =>
  sentencesOf(text).flatMap((sentence) => {
    const words = relation.exec(sentence)?.[0]
    return words === undefined || /解除|终止/u.test(sentence)
      ? []
      : [lintFinding('labourRelation', path, { words })]
  })

const goods =
  '(?:实物|货物|布料|面料|服装|衣服|童装|产品|成品|库存|购物券|提货券|代金券|有价证券|消费券|设备|机器|车辆|汽车|房屋|房产|原料)'
const inKind = new RegExp(
  `(?:以|用|拿)[^，。；]{0,12}${goods}[^，。；]{0,12}(?:抵|折价?|充|支付|代替|顶)[^，。；]{0,10}(?:工资|劳动报酬|工钱|工程款|欠薪)|(?:工资|劳动报酬|工钱|欠薪)[^，。；]{0,16}(?:以|用|拿)[^，。；]{0,12}${goods}[^，。；]{0,10}(?:抵|折|充|支付|代替|发放)|(?:折价|作价)[^，。；]{0,10}(?:抵|充)[^。；]{0,12}(?:工资|工钱|劳动报酬|欠薪)`,
  'u',
)

type Known = Extract<CompletenessCode, 'wagesInGoods' | 'paymentDutiesOnly'>
export type LabourReason = LintReason | Reason<Known>

const goodsFindings = ({ path, text }: TextPlace): LabourReason[] =>
  sentencesOf(text).some(
    (sentence) => inKind.test(sentence) && !/不得|不能|禁止|不再/u.test(sentence),
  )
    ? [{ ruleId: 'D13', level: 'block', path, code: 'wagesInGoods' }]
    : []

/** Duties of another kind that stand in a clause not marked as an act. */
const otherDuty =
  /(?:出具|开具|交付|办理|移交|归还|返还|交还|协助|配合|补缴|恢复|继续履行|安排|调整)[^，。；]{0,24}(?:证明|手续|档案|转移|社保|社会保险|证件|身份证|工具|钥匙|工牌|设备|资料|岗位|劳动合同|鉴定)|赔礼道歉|当面道歉/u

const mixedFindings = (content: AgreementContent): LabourReason[] => {
  const isTold = content.clauses.some(({ kind }) => kind === 'act' || kind === 'apology')
  const hidden = content.clauses.findIndex(({ text }) =>
    sentencesOf(text).some(
      (sentence) => otherDuty.test(sentence) && !/不(?:再)?要求|放弃/u.test(sentence),
    ),
  )
  return isTold || hidden === -1
    ? []
    : [{ ruleId: 'E5', level: 'info', path: `clauses.${hidden}.text`, code: 'paymentDutiesOnly' }]
}

/**
 * The relation itself is no matter for arbitral review, wages are paid in money, and only pure payment duties are
 * confirmed by a court.
 * @law 《劳动人事争议仲裁办案规则》第七十五条;《保障农民工工资支付条例》第十一条;法释〔2020〕26号 第五十二条 (F2, D13, E5)
 */
export const labourWordFindings = (content: AgreementContent, typeCode: string): LabourReason[] => {
  if (!isLabourDispute(typeCode)) return []
  return [
    ...dutiesOf(content).flatMap(relationFindings),
    ...(isMigrantWage(typeCode)
      ? placesOf(content)
          .filter(({ duty }) => duty)
          .flatMap(goodsFindings)
      : []),
    ...mixedFindings(content),
  ]
}
