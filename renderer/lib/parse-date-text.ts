import {
  addDays,
  addMonths,
  addYears,
  parseLocalDate,
  weekday,
  type LocalDate,
} from '#db/domain/local-date.ts'

const nearDays: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
}

const chineseDigits = '零一二三四五六七八九'

/** 三十 → 30, 两 → 2, 十五 → 15, 一百二十 → 120; digits as they are. */
export const parseCount = (text: string): number | undefined => {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const words = text.replaceAll('两', '二').replaceAll('〇', '零')
  const match =
    /^(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      words,
    )
  if (!match || words === '') return undefined
  const digit = (word: string | undefined): number => (word ? chineseDigits.indexOf(word) : 0)
  const tens = match[3] ? digit(match[2]) || 1 : 0
  return digit(match[1]) * 100 + tens * 10 + digit(match[4])
}

const compose = (year: number, month: number, day: number): LocalDate | undefined =>
  parseLocalDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )

const relative = (text: string, today: LocalDate): LocalDate | undefined => {
  const near = nearDays[text]
  if (near !== undefined) return addDays(today, near)
  const match = /^(.+?)(天|日|周|星期|个月|月|年)(?:之|以)?(后|内|前)$/.exec(text)
  const count = match ? parseCount(match[1] ?? '') : undefined
  if (!match || count === undefined) return undefined
  const signed = match[3] === '前' ? -count : count
  const unit = match[2] ?? ''
  if (unit === '天' || unit === '日') return addDays(today, signed)
  if (unit === '周' || unit === '星期') return addDays(today, signed * 7)
  return unit === '年' ? addYears(today, signed) : addMonths(today, signed)
}

const dayOfWeek = (text: string, today: LocalDate): LocalDate | undefined => {
  const match = /^(上|这|本|下下|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天1-7])$/.exec(text)
  if (!match) return undefined
  const word = match[2] ?? ''
  const wanted = word === '日' || word === '天' ? 7 : parseCount(word)
  if (wanted === undefined) return undefined
  const weeks = { 上: -1, 下: 1, 下下: 2 }[match[1] ?? ''] ?? 0
  return addDays(today, wanted - weekday(today) + weeks * 7)
}

const partOfMonth = (text: string, today: LocalDate): LocalDate | undefined => {
  const first = `${today.slice(0, 7)}-01` as LocalDate
  if (text === '月底' || text === '本月底') return addDays(addMonths(first, 1), -1)
  if (text === '下月底') return addDays(addMonths(first, 2), -1)
  if (text === '年底' || text === '今年底') return compose(Number(today.slice(0, 4)), 12, 31)
  return undefined
}

const numeric = (text: string, today: LocalDate): LocalDate | undefined => {
  const year = Number(today.slice(0, 4))
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return compose(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  const short = /^(\d{2})(\d{2})$/.exec(text)
  if (short) return compose(year, Number(short[1]), Number(short[2]))
  const full = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?号?$/.exec(text)
  if (full) return compose(Number(full[1]), Number(full[2]), Number(full[3]))
  const named = /^(今年|明年|去年)?(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(text)
  if (!named) return undefined
  const shift = { 明年: 1, 去年: -1 }[named[1] ?? ''] ?? 0
  return compose(year + shift, Number(named[2]), Number(named[3]))
}

/**
 * Reads what people type for a date: 20261231, 2026.12.31, 2026年12月31日, 12-31 and 1231 (of this year),
 * 今天, 明天, 下周三, 三十天后, 两个月后, 年底. Undefined when it is no real date.
 */
export const parseDateText = (text: string, today: LocalDate): LocalDate | undefined => {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐-―−]/g, '-')
    .replaceAll('。', '.')
  if (plain === '') return undefined
  try {
    return (
      numeric(plain, today) ??
      relative(plain, today) ??
      dayOfWeek(plain, today) ??
      partOfMonth(plain, today)
    )
  } catch (error) {
    // Beyond the calendar's last year: not a date that anybody meant.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
