/** Stands where something is not filled in yet: visible in the preview, writable by hand. */
export const blank = '＿＿＿＿＿＿'

export const orBlank = (text: string | undefined): string =>
  text === undefined || text.trim() === '' ? blank : text

const digits = '零一二三四五六七八九'

/**
 * A count below one hundred in plain Chinese numerals: 三, 十二, 二十.
 * @throws RangeError beyond 0 to 99.
 */
export const chineseCount = (count: number): string => {
  if (!Number.isInteger(count) || count < 0 || count > 99) throw new RangeError(`count: ${count}`)
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (tens === 0) return digits[ones] ?? ''
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`
}

/** One sentence: ends with a full stop unless it ends with another mark already. */
export const sentence = (text: string): string =>
  /[。；！？.!?：:]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`
