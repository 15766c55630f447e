import { formatYuan, parseYuan } from '../../money.ts'
import type { AgreementContent } from '../content.ts'
import { amountsIn, chineseNumeral, figurePattern, readAmountWords } from './amount-words.ts'
import { dutiesOf, placesOf, sentencesOf, tellsBreach, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const digit = '[一二两三四五六七八九]'
const money = '(?:元|块|圆|万元|人民币)'

/** The number itself is left open. */
const openNumber = [
  new RegExp(
    `(?:大约|大概|约(?!定))\\s*(?:\\d+|${chineseNumeral}{1,24})[万千](?:\\d|${chineseNumeral})?|(?:\\d+|${chineseNumeral})[万千](?:\\d|${chineseNumeral})?(?:左右|上下|出头)`,
    'u',
  ),
  new RegExp(
    `(?:大约|大概|约(?!定)|将近|近|差不多|上|超过|不少于|不低于)\\s*(?:人民币|¥)?\\s*(?:${figurePattern}|${chineseNumeral}{2,})\\s*[万千百]?${money}`,
    'u',
  ),
  new RegExp(
    `(?:${figurePattern}|${chineseNumeral}{1,24})\\s*[万千百]?(?:元|块|圆|万)(?:钱|整)?(?:左右|上下|以内|出头)`,
    'u',
  ),
  new RegExp(`(?:${figurePattern}|${chineseNumeral})\\s*[万千百]?(?:余|多)(?:万)?${money}`, 'u'),
  new RegExp(`(?:\\d+|${chineseNumeral})\\s*(?:%|成)\\s*左右`, 'u'),
  new RegExp(`${digit}${digit}[十百千万]+(?:元|块|圆)?(?!分之)`, 'u'),
  new RegExp(
    `(?:十几|几十|几百|几千|几万|数十|数百|数千|数万|上千|上万|好几[百千万])\\s*(?:万)?${money}?`,
    'u',
  ),
  /(?:\d+|[一二三四五六七八九十]+)\s*[万千百]?元?\s*[-~—至到]\s*(?:\d+|[一二三四五六七八九十]+)\s*[万千百]?元/u,
]

/** Words in place of a number. */
const openWords = [
  /若干(?!规定|问题|意见|措施|规则|解释)(?:[^，。；]{0,4}(?:元|款|费|钱|补偿|赔偿))?/u,
  /(?:适当|酌情|酌量|一定|相应|合适|象征性)的?(?:[^，。；]{0,4})?(?:经济)?(?:补偿|赔偿|补助|补贴|照顾|费用|款项|金额|减免|支付)/u,
  /合理(?:的)?(?:费用|开支|支出|损失|补偿|赔偿|价格)/u,
  /(?:金额|数额|费用|款项|赔偿|补偿)[^，。；]{0,14}(?:待定|另行(?:协商|商定|约定)|再(?:商量|议|定))/u,
  /(?:部分|一部分|一些|有关|其他)(?:补偿款?|赔偿款?|货款|工资|欠款|借款)(?=[，。；]|$)/u,
]

const firstOf = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.map((pattern) => pattern.exec(text)?.[0]).find((words) => words !== undefined)

/** What can't be known beforehand is told by how it is counted. */
const isCounted = (sentence: string): boolean =>
  /实现债权|维权|据实|按实|凭(?:票|发票|据)|以[^，。；]{0,10}(?:票据|发票|账单|结算单|鉴定|评估|审计|判决|裁决)为准/u.test(
    sentence,
  )

/** Who asks for nothing more asks for no sum. */
const waived = /不再|放弃|再无|无权|不得|互不/u

const sumsGiven = ({ clause }: TextPlace): boolean => (clause?.payment?.totalFen ?? 0) > 0

const vagueIn = (place: TextPlace): LintReason[] =>
  sentencesOf(place.text).flatMap((sentence) => {
    const open = firstOf(openNumber, sentence)
    if (open !== undefined) return [lintFinding('vagueAmount', place.path, { words: open })]
    if (sumsGiven(place) || amountsIn(sentence).length > 0) return []
    if (tellsBreach(sentence) || isCounted(sentence) || waived.test(sentence)) return []
    const words = firstOf(openWords, sentence)
    return words === undefined ? [] : [lintFinding('vagueAmount', place.path, { words })]
  })

const capitals = `(?<!第)(${chineseNumeral}{1,24}(?:[元圆园块](?:零?${chineseNumeral}角)?(?:零?${chineseNumeral}分)?)?)[整正]?`
const label = String.raw`(?:大写|小写|人民币|RMB|¥|[:：\s])*`
const inFigures = `(${figurePattern})\\s*(万)?\\s*(?:元|圆)?[整正]?`
const pairs = [
  {
    pattern: new RegExp(`${capitals}\\s*[（(]${label}${inFigures}[）)]`, 'gu'),
    words: 1,
    figures: 2,
  },
  {
    pattern: new RegExp(`${capitals}\\s*[，,、]\\s*小写${label}${inFigures}`, 'gu'),
    words: 1,
    figures: 2,
  },
  {
    pattern: new RegExp(`${inFigures}\\s*[（(]${label}${capitals}[）)]`, 'gu'),
    words: 3,
    figures: 1,
  },
  {
    pattern: new RegExp(`${inFigures}\\s*[，,、]?\\s*(?:人民币)?大写${label}${capitals}`, 'gu'),
    words: 3,
    figures: 1,
  },
] as const

const isMoney = (all: string, words: string): boolean =>
  /[元圆块]|¥|大写|小写|人民币/u.test(all) && (words.length > 1 || /[元圆]/u.test(all))

/** @law 《支付结算办法》附一: both forms must agree (forms.md §8) */
const pairFindings = ({ path, text }: TextPlace): LintReason[] =>
  pairs.flatMap(({ pattern, words: wordsAt, figures: figuresAt }) =>
    [...text.matchAll(pattern)].flatMap((match): LintReason[] => {
      const words = match[wordsAt] ?? ''
      const number = match[figuresAt] ?? ''
      const isTenThousands = match[figuresAt + 1] === '万'
      const fen = parseYuan(isTenThousands ? `${number}万` : number)
      if (!isMoney(match[0], words) || fen === undefined) return []
      const meant = readAmountWords(words.replace('园', '元'))
      if (meant.length === 0) return [lintFinding('capitalsUnreadable', path, { words })]
      const [first = 0] = meant
      if (meant.includes(fen)) return []
      return [
        lintFinding('figuresCapitals', path, {
          words: match[0].trim(),
          capitalsYuan: formatYuan(first),
          figuresYuan: formatYuan(fen),
        }),
      ]
    }),
  )

const itemName = '[\\u4e00-\\u9fa5（）()]{1,16}?'
const item = `${itemName}(?:费|金|款|工资|损失|补助|津贴|租|息|奖|分红)(?:为|计|共|是)?\\s*(?:${figurePattern})元`
const itemList = new RegExp(
  `((?:${item}[、，,和及]{1,2}\\s*(?:以及)?){1,20}${item})[，,、；]?\\s*(?:以上|上述|各项|前述)?[^，。；\\d]{0,8}(?:共计|合计|总计|总共)(?:为|人民币|约|金额|[:：\\s])*(${figurePattern})\\s*(万)?元`,
  'gu',
)

/** Items that are listed right before their total. */
const itemFindings = ({ path, text }: TextPlace): LintReason[] =>
  [...text.matchAll(itemList)].flatMap((match): LintReason[] => {
    const [, list = '', total = '', inTenThousands] = match
    const totalFen = parseYuan(inTenThousands === undefined ? total : `${total}万`)
    const items = amountsIn(list)
    if (totalFen === undefined || /扣除|减去|已付|已支付|抵/u.test(match[0])) return []
    const sumFen = items.reduce((sum, { fen }) => sum + fen, 0)
    return sumFen === totalFen
      ? []
      : [
          lintFinding('itemsSum', path, {
            sumYuan: formatYuan(sumFen),
            totalYuan: formatYuan(totalFen),
          }),
        ]
  })

/**
 * How much: vague sums, figures against capitals, listed items against their total.
 * @law 《民事诉讼法解释》第三百五十八条 (D10)
 */
export const amountFindings = (content: AgreementContent): LintReason[] => [
  ...dutiesOf(content).flatMap(vagueIn),
  ...placesOf(content).flatMap((place) => [...pairFindings(place), ...itemFindings(place)]),
]
