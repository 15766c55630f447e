import { type Fen, parseYuan } from '../../money.ts'

const digits = '零一二三四五六七八九'
const sizes: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
}
const arabic = /^(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/
const chineseDecimal = /^[零一二三四五六七八九十]+点[零一二三四五六七八九]+/

type Token = { kind: 'number'; fen: Fen; digit: boolean } | { kind: 'unit'; size: number } | 'zero'

const digitOf = (character: string): number => (character === '两' ? 2 : digits.indexOf(character))

/** 三十五 → 35, up to 99; undefined for anything else. @policy counts and days are small */
export const smallNumber = (text: string): number | undefined => {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const match = /^(?:([一二两三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(text)
  if (!match || text === '') return undefined
  const tens = match[2] === undefined ? 0 : match[1] === undefined ? 1 : digitOf(match[1])
  return tens * 10 + (match[3] === undefined ? 0 : digitOf(match[3]))
}

const tokenise = (run: string): Token[] | undefined => {
  const tokens: Token[] = []
  for (let rest = run; rest !== '';) {
    const decimal = chineseDecimal.exec(rest)?.[0]
    const figures = arabic.exec(rest)?.[0] ?? (decimal && spelled(decimal))
    const character = rest[0] ?? ''
    if (figures) {
      const fen = parseYuan(figures)
      if (fen === undefined) return undefined
      tokens.push({ kind: 'number', fen, digit: /^[1-9]$/.test(figures) })
      rest = rest.slice((arabic.exec(rest)?.[0] ?? decimal ?? '').length)
      continue
    }
    const size = /[wW]/.test(character) ? 10_000 : /[kK]/.test(character) ? 1000 : sizes[character]
    const digit = digitOf(character)
    if (size !== undefined) tokens.push({ kind: 'unit', size })
    else if (digit === 0) tokens.push('zero')
    else if (digit > 0) tokens.push({ kind: 'number', fen: digit * 100, digit: true })
    else return undefined
    rest = rest.slice(1)
  }
  return tokens
}

/** 一点八 → 1.8 */
const spelled = (words: string): string | undefined => {
  const [whole = '', part = ''] = words.split('点')
  const value = whole === '零' ? 0 : smallNumber(whole)
  return value === undefined
    ? undefined
    : `${value}.${[...part].map((character) => digitOf(character)).join('')}`
}

/**
 * 一万八 → 1,800,000 fen; 两万零五百, 1.8万, 3千5, 18,000, 壹万捌仟 (already 一万八千). Undefined when it is no
 * number, or says two at once such as 两三万.
 * @policy 一万八 is 18,000: the last digit counts in tenths of the unit before it
 */
export const readNumber = (run: string): Fen | undefined => {
  const tokens = tokenise(run)
  if (!tokens || tokens.length === 0 || tokens.at(-1) === 'zero') return undefined
  let total = 0
  let section = 0
  let pending: { fen: Fen; digit: boolean } | undefined
  let zero = false
  let last = Number.POSITIVE_INFINITY
  let highest = Number.POSITIVE_INFINITY
  for (const token of tokens) {
    if (token === 'zero') {
      if (pending) return undefined
      zero = true
    } else if (token.kind === 'number') {
      if (pending) return undefined
      pending = token
    } else if (token.size < 10_000) {
      if (token.size >= last) return undefined
      if (!pending && (token.size !== 10 || (section > 0 && !zero))) return undefined
      section += (pending?.fen ?? 100) * token.size
      ;[pending, last, zero] = [undefined, token.size, false]
    } else {
      const value = section + (pending?.fen ?? 0)
      if (value === 0 || token.size >= highest) return undefined
      if (token.size === 10_000) total += value * token.size
      else total = (total + value) * token.size
      ;[section, pending, last, highest, zero] = [0, undefined, token.size, token.size, false]
    }
  }
  const end = pending ? endOf(pending, last, zero) : 0
  if (end === undefined) return undefined
  const fen = total + section + end
  return Number.isSafeInteger(fen) ? fen : undefined
}

const endOf = (pending: { fen: Fen; digit: boolean }, last: number, zero: boolean) => {
  if (pending.digit && !zero && last >= 100 && Number.isFinite(last))
    return (pending.fen * last) / 10
  return pending.fen >= last * 100 ? undefined : pending.fen
}
