import type { AgreementContent } from '../content.ts'
import { dutiesOf, sentencesOf } from './places.ts'
import { lintFinding, type LintCode, type LintReason } from './rules.ts'

type Bar = { code: LintCode; pattern: RegExp; unless?: RegExp }

const never = '(?:不得|不再|不能|不可以?|不许|不准|禁止|无权|放弃|承诺不|保证不)'
/** Up to the barred step, without a word that turns the sense: 协商不能解决的可以起诉 bars nothing. */
const reach = '(?:(?!可以?|有权|应当?|则|解决|协商|达成|履行|的，|影响)[^，。；]){0,16}'

const bars: readonly Bar[] = [
  {
    code: 'policeBarred',
    pattern: new RegExp(
      `(?:${never}|不)(?:[^，。；]{0,8})(?:报警|报案)|${never}${reach}向(?:公安|派出所|警方)[^，。；]{0,6}(?:报告|举报|控告|反映|求助)`,
      'u',
    ),
    unless: /不(?:得|能|可以?)?(?:阻止|阻拦|阻挠|妨碍|干涉|限制)/u,
  },
  {
    code: 'libertyLimited',
    pattern:
      /(?:不(?:得|许|准)(?:再|另行)?(?:离婚|结婚|再婚|改嫁|再娶|生育|怀孕|恋爱|谈恋爱|外出|出境|离开(?:本[地市县村镇省]|宿舍|厂区|家门)))|(?:扣押|扣留|抵押|质押|保管)[^，。；]{0,10}(?:身份证|护照|户口[本簿]|毕业证|暂住证)|(?:身份证|护照|户口[本簿]|毕业证)[^，。；]{0,6}(?:交由?|抵押|质押|扣押|放在)[^，。；]{0,10}(?:保管|质押|抵押|扣押|作为担保)|限制[^，。；]{0,6}人身自由|软禁|(?:以|用)(?:人|身体|人身)[^，。；]{0,4}抵(?:债|偿|押)/u,
    unless:
      /(?:返还|归还|退还|交还|解除|停止|不得)[^，。；]{0,8}(?:扣押|扣留|保管|限制|抵押)|不得[^，。；]{0,6}(?:限制|扣押|扣留)/u,
  },
  {
    code: 'criminalWaiver',
    pattern:
      /(?:不|免除|免于|放弃|不予)(?:再|要求|得|予|再要求)?[^，。；]{0,10}(?:追究|承担|负)[^，。；]{0,12}(?:刑事|刑责|犯罪)(?:责任)?|(?:撤案|撤销(?:刑事)?案件)/u,
    unless: /不影响|仍(?:应|需)/u,
  },
  {
    code: 'rightsBarred',
    pattern: new RegExp(
      `${never}${reach}(?:起诉|诉讼(?!请求|费)|提起诉|仲裁(?!请求|费|裁决|调解书)|投诉|举报|信访|上访|控告|申诉|检举|申请(?:劳动)?监察|向[^，。；]{1,10}反映|司法确认|申请强制执行|告状|打官司|[到去][^，。；]{1,10}告(?!知|诉|别))`,
      'u',
    ),
    unless: /越级|缠访|闹访|非法|恶意|撤回|撤诉|不影响|虚假/u,
  },
  {
    code: 'unlawfulCause',
    pattern:
      /赌债|赌资|赌博[^，。；]{0,6}(?:欠款|债)|毒资|嫖资|包养|分手费|青春(?:损失|补偿)费|保护费|代孕|封口费/u,
    unless: /不(?:是|属于|系)|并非/u,
  },
]

/**
 * Words that shut a door the law keeps open, bind a person's freedom or sell a crime.
 * @law 《人民调解法》第三条第三项;《民事诉讼法解释》第三百五十八条 (C16, D10)
 */
export const publicOrderFindings = (content: AgreementContent): LintReason[] =>
  dutiesOf(content).flatMap(({ path, text }) =>
    sentencesOf(text).flatMap((sentence) => {
      const found = bars.flatMap(({ code, pattern, unless }) => {
        const words = pattern.exec(sentence)?.[0]
        return words === undefined || unless?.test(sentence)
          ? []
          : [lintFinding(code, path, { words })]
      })
      const isPolice = found.some(({ code }) => code === 'policeBarred')
      return found.filter(({ code }) => !(isPolice && code === 'rightsBarred'))
    }),
  )
