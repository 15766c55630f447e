import type { AgreementContent, Clause } from '../content.ts'
import { dutiesOf, sentencesOf } from './places.ts'
import { lintFinding, type LintCode, type LintReason } from './rules.ts'

const negated = /不(?:涉及|处理|包括|确认|影响)|另行(?:起诉|处理|解决|协商)/u

type Matter = { code: LintCode; pattern: RegExp; unless: RegExp }

const premises =
  '(?:房屋|房产|房子|老屋|住房|楼房|平房|商铺|店面|车位|车库|宅基地|土地|山林|林地|不动产|厂房|套房|室)'

const matters: readonly Matter[] = [
  {
    code: 'maritalStatus',
    pattern:
      /(?:自愿|同意|协议|双方|二人|两人|夫妻|决定|确认)[^，。；]{0,4}离婚(?!后|登记|协议|证|诉讼|判决|手续|纠纷)|解除[^，。；]{0,8}婚姻关系|婚姻关系[^，。；]{0,6}(?:解除|终止|无效|有效)/u,
    unless: /民政|婚姻登记机关/u,
  },
  {
    code: 'kinshipStatus',
    pattern:
      /(?:确认|认定|承认|否认)[^，。；]{0,16}(?:亲子|父子|父女|母子|母女|血缘|收养|亲生)(?:关系)?|(?:解除|终止|建立|断绝|脱离)[^，。；]{0,8}(?:收养|亲子|父子|父女|母子|母女|血缘)关系|(?:亲子|父子|父女|母子|母女|收养)关系[^，。；]{0,6}(?:成立|不成立|解除|终止|断绝)/u,
    unless: /民政/u,
  },
  {
    code: 'ownershipConfirmed',
    pattern: new RegExp(
      `${premises}[^，。；]{0,40}(?:归|属于?|为)(?!还)[^，。；]{1,20}(?:所有|产权)(?!人|权人|证)|${premises}[^，。；]{0,10}归(?!还)(?:(?!使用|管理|居住|保管|承租|负责|占有|位|属)[^，。；]){1,8}(?=[，。；]|$)|(?:宅基地|土地|山林|林地)[^，。；]{0,20}(?:归|属于?)(?!还)[^，。；]{1,12}使用(?!权)|(?:所有权|产权|土地使用权|宅基地使用权|物权)[^，。；]{0,10}(?:归|属于?|由)(?!还)[^，。；]{1,16}(?:所有|享有|$|[，。；])|确认[^，。；]{0,20}(?:所有权人?|产权人?|使用权人?)(?:为|归|是|属)`,
      'u',
    ),
    unless: /(?:钥匙|租金|押金|定金|物品|装修材料)[^，。；]{0,4}归/u,
  },
  {
    code: 'intellectualProperty',
    pattern:
      /(?:专利(?:申请)?权?|商标(?:专用)?权?|著作权|版权|外观设计|版型权)[^，。；]{0,14}(?:归|属于?)(?!还)[^，。；]{1,16}|确认[^，。；]{0,16}(?:专利|商标|著作|版)权(?:人)?(?:为|归|是|属)/u,
    unless: /许可使用费/u,
  },
]

const matterFindings = (clause: { path: string; text: string }): LintReason[] =>
  sentencesOf(clause.text).flatMap((sentence) =>
    matters.flatMap(({ code, pattern, unless }) => {
      const words = pattern.exec(sentence)?.[0]
      if (words === undefined || unless.test(sentence) || negated.test(sentence)) return []
      return [lintFinding(code, clause.path, { words })]
    }),
  )

/**
 * Matters of status and of title: lawful to talk about, but no court confirms them.
 * @law 《民事诉讼法解释》第三百五十五条 (E3)
 */
export const statusMatterFindings = (content: AgreementContent): LintReason[] =>
  dutiesOf(content)
    .filter((place): place is typeof place & { clause: Clause } => place.clause !== undefined)
    .flatMap(matterFindings)
