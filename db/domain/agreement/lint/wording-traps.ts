import type { AgreementContent } from '../content.ts'
import { amountsIn } from './amount-words.ts'
import { dutiesOf, placesOf, sentencesOf, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const depositFindings = (content: AgreementContent): LintReason[] => {
  const places = placesOf(content)
  const ordered = places.find(({ text, duty }) => duty && text.includes('订金'))
  if (!ordered) return []
  const isBound = sentencesOf(ordered.text).some((sentence) =>
    /订金[^。；]{0,16}(?:双倍|两倍|不予退还|不退|没收|担保)|(?:双倍|两倍|不予退还|不退|没收)[^。；]{0,10}订金/u.test(
      sentence,
    ),
  )
  const isMixed = places.some(({ text }) =>
    /(?<!法|规|确|约|指|一|固|特|限|预|额|假|稳|肯|鉴|协|评)定金/u.test(text),
  )
  const code = isBound || isMixed ? 'depositMixed' : 'depositWord'
  return [lintFinding(code, ordered.path)]
}

const child = '(?:子女|孩子|小孩|儿子|女儿|婚生[子女]|养子|养女|未成年|幼子|幼女|孙子|孙女)'
const elder = '(?:父母|双亲|老人|年迈|老父|老母|爷爷|奶奶|外公|外婆|祖父|祖母|公婆|岳父|岳母)'
const parent = `(?:${elder}|父亲|母亲)`
const spouse = '(?:妻子|丈夫|配偶|夫妻(?:一方|之间|双方)?)'

type Care = { right: string; wrong: RegExp; unless?: RegExp }

/** Who owes what to whom. Only the words right beside the person count: 由母亲抚养 is in order. */
const cares: readonly Care[] = [
  { right: '赡养', wrong: new RegExp(`[抚扶]养(?:其|年迈的?)?${parent}`, 'u') },
  {
    right: '赡养',
    wrong: new RegExp(`${elder}的?[抚扶]养(?:费|义务)`, 'u'),
    unless: new RegExp(child, 'u'),
  },
  {
    right: '赡养',
    wrong:
      /(?:子女|儿子|女儿)[^，。；]{0,8}(?:向|给|付)(?:父母|双亲|老人)[^，。；]{0,10}[抚扶]养费/u,
  },
  {
    right: '赡养',
    wrong: new RegExp(`(?:向|给|付)${elder}[^，。；]{0,10}[抚扶]养费`, 'u'),
    unless: new RegExp(child, 'u'),
  },
  { right: '抚养', wrong: new RegExp(`(?<!被)[扶赡]养(?:其|未成年的?|婚生)?${child}`, 'u') },
  {
    right: '抚养',
    wrong: new RegExp(`${child}的(?:扶养费|赡养费)(?:由|归|为)`, 'u'),
    unless: new RegExp(`${elder}|赡养人`, 'u'),
  },
  {
    right: '抚养',
    wrong: new RegExp(`${child}[^，。；]{0,8}(?:由|归|随|跟)[^，。；]{1,8}[扶赡]养`, 'u'),
    unless: new RegExp(elder, 'u'),
  },
  {
    right: '抚养',
    wrong: new RegExp(`${child}[^，。；]{0,8}扶养费`, 'u'),
    unless: /被扶养人|遗赠扶养/u,
  },
  { right: '扶养', wrong: new RegExp(`(?<!被)[抚赡]养${spouse}`, 'u') },
  {
    right: '扶养',
    wrong: new RegExp(`${spouse}[^，。；]{0,4}(?:抚养|赡养)(?:费|义务)`, 'u'),
    unless: new RegExp(`${child}|${parent}`, 'u'),
  },
]

const careFindings = ({ path, text }: TextPlace): LintReason[] =>
  sentencesOf(text).flatMap((sentence) =>
    cares.flatMap(({ right, wrong, unless }) => {
      const words = wrong.exec(sentence)?.[0]
      return words === undefined || unless?.test(sentence)
        ? []
        : [lintFinding('careWord', path, { words, right })]
    }),
  )

/** 不再要求任何补偿、赔偿 names both on purpose. */
const listed =
  /[^，。；]{0,16}(?:补偿|赔偿)[款金费]?(?:、|或者?|和|及|与|以及|\/)[^，。；]{0,6}?(?:补偿|赔偿)[款金费]?[^，。；]{0,12}/gu
const waived = /不再|放弃|无权|不得|免除|再无|互不|不含|不包括/u

/** One payment that is called both. Two payments, or two sums in the words, may well be two things. */
const compensationFindings = (content: AgreementContent): LintReason[] => {
  const payments = content.clauses.filter(({ payment }) => payment !== undefined)
  if (payments.length > 1) return []
  const places = dutiesOf(content).map((place) => ({
    ...place,
    text: sentencesOf(place.text.replaceAll(listed, ''))
      .filter((sentence) => !waived.test(sentence))
      .join('。'),
  }))
  const amounts = new Set(places.flatMap(({ text }) => amountsIn(text).map(({ fen }) => fen)))
  if (amounts.size > 1) return []
  const called = (word: string) =>
    places.find(({ text }) => new RegExp(`${word}(?!责任|标准|协议|义务|法)`, 'u').test(text))
  const paid = called('赔偿')
  const made = called('补偿')
  return paid && made ? [lintFinding('compensationMixed', made.path)] : []
}

type Wrong = { pattern: RegExp; right: string; code: 'wrongWord' | 'looseWord' }

const wrongs: readonly Wrong[] = [
  {
    pattern: /(?<!国家|公|行政|立法|司法|最高)权力(?!机关|机构|义务人)/u,
    right: '权利',
    code: 'wrongWord',
  },
  { pattern: /签定/u, right: '签订', code: 'wrongWord' },
  { pattern: /连代责任|连带责仼/u, right: '连带责任', code: 'wrongWord' },
  { pattern: /抵压/u, right: '抵押', code: 'wrongWord' },
  { pattern: /质压/u, right: '质押', code: 'wrongWord' },
  { pattern: /[万仟佰拾壹贰叁肆伍陆柒捌玖]园[整正]?/u, right: '元', code: 'wrongWord' },
  { pattern: /委托带理/u, right: '委托代理', code: 'wrongWord' },
  { pattern: /从新(?=签|计|支|履|协)/u, right: '重新', code: 'wrongWord' },
  { pattern: /不竟|尚未覆行|覆行/u, right: '履行', code: 'wrongWord' },
  { pattern: /法人代表(?!人)/u, right: '法定代表人', code: 'looseWord' },
  { pattern: /帐[户号款目单]/u, right: '账', code: 'looseWord' },
  { pattern: /截止(?:到)?(?=\d{4}年|本协议|今日|目前)/u, right: '截至', code: 'looseWord' },
  { pattern: /(?<![叫当看])做为/u, right: '作为', code: 'looseWord' },
  { pattern: /既使/u, right: '即使', code: 'looseWord' },
  { pattern: /[元整]正(?=[，。；（(]|$)/u, right: '整', code: 'looseWord' },
]

const wrongWordFindings = ({ path, text }: TextPlace): LintReason[] =>
  wrongs.flatMap(({ pattern, right, code }) => {
    const words = pattern.exec(text)?.[0]
    return words === undefined ? [] : [lintFinding(code, path, { words, right })]
  })

const bound =
  /(?:\d+(?:\.\d+)?|[一二三四五六七八九十百]+)\s*(?:元|万元|天|日|个月|个工作日|年|人|次|%|分贝|周岁|岁|米|平方米)(?:以上|以下)/gu

const boundFindings = ({ path, text }: TextPlace): LintReason[] => {
  const open = [...text.matchAll(bound)].find(({ 0: words, index }) => {
    const after = text.slice(index + words.length, index + words.length + 8)
    return !/^[（(，]?(?:不)?(?:含|包括)/u.test(after)
  })
  return open ? [lintFinding('inclusiveOpen', path, { words: open[0] })] : []
}

/**
 * Words that are mistaken for each other, and what they change.
 * @law 《民法典》第五百八十六条、第五百八十七条、第一千零五十九条、第一千零六十七条、第一千二百五十九条
 * @policy forms.md F10: 补偿≠赔偿, 定金≠订金, 抚养≠扶养≠赡养
 */
export const wordingTrapFindings = (content: AgreementContent): LintReason[] => [
  ...depositFindings(content),
  ...compensationFindings(content),
  ...placesOf(content).flatMap((place) => [...careFindings(place), ...wrongWordFindings(place)]),
  ...dutiesOf(content).flatMap(boundFindings),
]
