import { type Fen, parseYuan } from '../../money.ts'

const digitOf: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, value) => [...signs].map((sign) => [sign, value] as const),
  ),
)
const unitOf: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
}

/** 八 in 一万八 stands for a tenth of the unit before it, unless 零 stands between. */
type Reading = { spoken: boolean }

/** Below ten thousand; `scale` is the unit that stands before this part: 10 000 after 万. */
const readGroup = (text: string, { spoken }: Reading, scale: number): number | undefined => {
  let total = 0
  let lastUnit = scale
  let zero = false
  let pending: number | undefined
  for (const sign of text) {
    const digit = digitOf[sign]
    const unit = unitOf[sign]
    if (digit === 0) {
      if (pending !== undefined) return undefined
      zero = true
    } else if (digit !== undefined) {
      if (pending !== undefined) return undefined
      pending = digit
    } else if (unit !== undefined) {
      const count = pending ?? (unit === 10 && total === 0 ? 1 : undefined)
      if (count === undefined || unit >= lastUnit) return undefined
      total += count * unit
      lastUnit = unit
      zero = false
      pending = undefined
    } else return undefined
  }
  if (pending === undefined) return total
  const short = spoken && !zero && lastUnit > 10 && lastUnit <= 10_000
  return total + (short ? (pending * lastUnit) / 10 : pending)
}

const readWhole = (text: string, reading: Reading): number | undefined => {
  for (const [name, size] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = text.indexOf(name)
    if (at === -1) continue
    const high = readWhole(text.slice(0, at), reading)
    const rest = text.slice(at + 1)
    const low = rest === '' ? 0 : readRest(rest, reading, size)
    return high === undefined || high === 0 || low === undefined || low >= size
      ? undefined
      : high * size + low
  }
  return readGroup(text, reading, 100_000)
}

const readRest = (text: string, reading: Reading, before: number): number | undefined =>
  text.includes('万') || text.includes('亿')
    ? readWhole(text, reading)
    : readGroup(text, reading, before === 10_000 ? 10_000 : 100_000)

/**
 * 四万零八百 → 40800, 一万八 → 18000 when read as spoken. Undefined for what is no number.
 * @policy Capitals and common numerals alike.
 */
export const readChineseNumber = (text: string, reading: Reading): number | undefined => {
  const value = text === '' ? undefined : readWhole(text, reading)
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined
}

const signs = '零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟'
export const chineseNumeral = `[${signs}]`
const capitalParts = new RegExp(
  `^(${chineseNumeral}{0,24})(?:[元圆园块])?(?:零?(${chineseNumeral})角)?(?:零?(${chineseNumeral})分)?[整正]?$`,
  'u',
)

/**
 * Every amount that the words may mean: 壹万捌元 is read strictly and as spoken. Empty when they are no amount.
 * @policy forms.md §8
 */
export const readAmountWords = (text: string): Fen[] => {
  const match = capitalParts.exec(text)
  if (!match || text === '') return []
  const [, yuan = '', jiao = '', cent = ''] = match
  const small = (digitOf[jiao] ?? 0) * 10 + (digitOf[cent] ?? 0)
  if (yuan === '') return jiao === '' && cent === '' ? [] : [small]
  const values = [{ spoken: false }, { spoken: true }].flatMap(
    (reading) => readChineseNumber(yuan, reading) ?? [],
  )
  return [...new Set(values)].map((value) => value * 100 + small)
}

export type AmountWords = { fen: Fen; index: number; end: number; text: string }

const figure = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const inFigures = new RegExp(
  `(¥\\s*)?(?<![\\d.,万])(${figure})\\s*(万|千|百)?\\s*(余|多)?\\s*(元|块|圆)?`,
  'gu',
)
const inWords = new RegExp(
  `(?<!${chineseNumeral}|第)(${chineseNumeral}{1,24})(?:元|圆|块)(?:零?${chineseNumeral}角)?(?:零?${chineseNumeral}分)?[整正]?`,
  'gu',
)

const uncounted = '(?![元圆块\\d%]|[个只件套台米平方斤吨亩人户名年月日天里公分之多余])'
const spokenFigures = new RegExp(
  `(?<![\\d.,¥])(\\d+(?:\\.\\d+)?)万(?:(\\d)千?(?:元|块)?)?${uncounted}`,
  'gu',
)
const spokenWords = new RegExp(
  `(?<!${chineseNumeral}|第|分之)(${chineseNumeral}{0,24}[千万]${chineseNumeral}{0,24})(?!${chineseNumeral})${uncounted}`,
  'gu',
)

const spokenIn = (text: string): AmountWords[] => {
  const found = (match: RegExpExecArray, fen: Fen | undefined): AmountWords[] =>
    fen === undefined
      ? []
      : [{ fen, index: match.index, end: match.index + match[0].length, text: match[0] }]
  return [
    ...[...text.matchAll(spokenFigures)].flatMap((match) => {
      const fen = parseYuan(`${match[1] ?? ''}万`)
      return found(match, fen === undefined ? fen : fen + Number(match[2] ?? 0) * 100_000)
    }),
    ...[...text.matchAll(spokenWords)].flatMap((match) => {
      const value = readChineseNumber(match[1] ?? '', { spoken: true })
      return found(match, value === undefined ? value : value * 100)
    }),
  ]
}

const figureFen = (number: string, unit: string | undefined): Fen | undefined => {
  const fen = parseYuan(unit === '万' ? `${number}万` : number)
  if (fen === undefined || unit === '万' || unit === undefined) return fen
  return fen * (unit === '千' ? 1000 : 100)
}

/**
 * Amounts of money in a text, figures and numerals, in order. An amount said twice, in capitals and in figures, is
 * found twice.
 * @policy A number counts as money with 元, 块 or ¥; 两千五 and 2万5 also alone, unless something is counted.
 */
export const amountsIn = (text: string): AmountWords[] => {
  const figures = [...text.matchAll(inFigures)].flatMap((match): AmountWords[] => {
    const [all, sign, number = '', unit, more, yuan] = match
    if (more !== undefined || (sign === undefined && yuan === undefined)) return []
    const fen = figureFen(number, unit)
    return fen === undefined
      ? []
      : [{ fen, index: match.index, end: match.index + all.length, text: all.trim() }]
  })
  const words = [...text.matchAll(inWords)].flatMap((match): AmountWords[] => {
    const [fen] = readAmountWords(match[0])
    return fen === undefined
      ? []
      : [{ fen, index: match.index, end: match.index + match[0].length, text: match[0] }]
  })
  return [...figures, ...words, ...spokenIn(text)].toSorted((a, b) => a.index - b.index)
}

export { figure as figurePattern }
