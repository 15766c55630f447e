import { Big } from 'big.js'

/** Whole fen (1/100 yuan), a safe integer. */
export type Fen = number

const digits = '零壹贰叁肆伍陆柒捌玖'
const places = ['', '拾', '佰', '仟']
const plain = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/

const requireFen = (fen: Fen): void => {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`)
}

/** Half away from zero, at a named line only (labour-calculators.md). */
export const roundHalfUp = (fen: Big): Fen => {
  const rounded = fen.round(0, Big.roundHalfUp).toNumber()
  if (!Number.isSafeInteger(rounded)) throw new RangeError(`amount too large: ${fen.toString()}`)
  return rounded === 0 ? 0 : rounded
}

/**
 * Reads what people type: 1,234.5 · １２３４．５ · ¥40800元 · 1.2万.
 * Undefined for anything else, for parts of a fen, and for amounts beyond safe integers.
 */
export const parseYuan = (text: string): Fen | undefined => {
  const normal = text
    .normalize('NFKC')
    .replace(/[\s ]/g, '')
    .replace(/^人民币/, '')
    .replace(/^[¥￥]/, '')
    .replace(/(?:元整?|块)$/, '')
  const inTenThousands = normal.endsWith('万')
  const number = inTenThousands ? normal.slice(0, -1) : normal
  if (number.length > 24 || !plain.test(number)) return undefined
  const fen = new Big(number.replaceAll(',', '')).times(inTenThousands ? 1_000_000 : 100)
  if (!fen.eq(fen.round(0, Big.roundDown))) return undefined
  const value = fen.toNumber()
  return Number.isSafeInteger(value) ? value : undefined
}

/** 4080000 → '40,800.00'; negative with a leading hyphen. */
export const formatYuan = (fen: Fen): string => {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not an amount in fen: ${fen}`)
  const size = Math.abs(fen)
  const yuan = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${String(size % 100).padStart(2, '0')}`
}

/** Four digits without their outer zeros: 0805 → 捌佰零伍. */
const group = (value: number): string => {
  let words = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      zero = words !== ''
      continue
    }
    words += `${zero ? '零' : ''}${digits[digit] ?? ''}${places[place] ?? ''}`
    zero = false
  }
  return words
}

const integerWords = (value: number): string => {
  for (const [size, name] of [
    [100_000_000, '亿'],
    [10_000, '万'],
  ] as const) {
    if (value < size) continue
    const high = Math.floor(value / size)
    const low = value % size
    const link = low > 0 && low < size / 10 ? '零' : ''
    return `${integerWords(high)}${name}${link}${low > 0 ? integerWords(low) : ''}`
  }
  return group(value)
}

/**
 * 4080000 → 肆万零捌佰元整. Of the two lawful forms the one with 零 before 角 is written when 元 ends in 0,
 * and 整 follows 角.
 * @law 《支付结算办法》附一 正确填写票据和结算凭证的基本规定 (forms.md §8)
 * @throws RangeError on negative or broken amounts.
 */
export const capitalAmount = (fen: Fen): string => {
  requireFen(fen)
  const yuan = Math.floor(fen / 100)
  const jiao = Math.floor(fen / 10) % 10
  const cent = fen % 10
  if (fen === 0) return '零元整'
  let words = yuan > 0 ? `${integerWords(yuan)}元` : ''
  if (jiao === 0 && cent === 0) return `${words}整`
  if (yuan > 0 && (jiao === 0 || yuan % 10 === 0)) words += '零'
  if (jiao > 0) words += `${digits[jiao] ?? ''}角`
  return cent > 0 ? `${words}${digits[cent] ?? ''}分` : `${words}整`
}

/** 人民币肆万零捌佰元整（¥40,800.00）: both forms made from one number. */
export const amountInWords = (fen: Fen): string =>
  `人民币${capitalAmount(fen)}（¥${formatYuan(fen)}）`

/**
 * `n` parts that sum exactly: each the total divided and rounded down to a fen, the last takes the rest (V12b).
 * @policy labour-calculators.md V12b
 */
export const splitEvenly = (fen: Fen, n: number): Fen[] => {
  requireFen(fen)
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`parts: ${n}`)
  const part = Math.floor(fen / n)
  return Array.from({ length: n }, (_, index) => (index === n - 1 ? fen - part * (n - 1) : part))
}
