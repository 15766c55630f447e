import {
  addDays,
  addMonths,
  type LocalDate,
  parseLocalDate,
  weekday,
  yearOf,
} from '../../local-date.ts'
import { dateIn, nextDate } from './calendar.ts'
import { smallNumber } from './numbers.ts'
import type { FoundDate, SpringFestivals } from './found-date.ts'

const num =
  '(?:\\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])(?![\\d百千万])'
const yearWords = '(?<year>\\d{4}|[零一二三四五六七八九]{4}|(?<!\\d)2\\d)年'
const yearPart = `(?:(?:${yearWords}|(?<rel>今年|本年|明年|后年|来年))的?)?`
const monthPart = `(?<month>${num})月份?`
const thisMonth = '(?<near>下下个?月|下个?月|次月|本月份?|这个?月|当月)(?:份|的)?'
const weekPart =
  '(?<week>下下个?|下个?|本|这个?)?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天末1-6])'

export type Words = Record<string, string | undefined>
type Rule = {
  pattern: RegExp
  read(words: Words, on: LocalDate, festivals: SpringFestivals): Reading
}
type Reading = Pick<FoundDate, 'date' | 'yearless' | 'isOver'> & { isExact?: boolean }

const none: Reading = {}

const fullYear = (text: string): number =>
  /^\d+$/.test(text)
    ? Number(text.length === 2 ? `20${text}` : text)
    : Number([...text].map((character) => '零一二三四五六七八九'.indexOf(character)).join(''))

const relative: Readonly<Record<string, number>> = { 今年: 0, 本年: 0, 明年: 1, 来年: 1, 后年: 2 }

const yearOfWords = ({ year, rel }: Words, on: LocalDate): number | undefined =>
  year !== undefined
    ? fullYear(year)
    : rel !== undefined
      ? yearOf(on) + (relative[rel] ?? 0)
      : undefined

const inYear = (words: Words, month: number, day: number | 'last', on: LocalDate): Reading => {
  const year = yearOfWords(words, on)
  if (month < 1 || month > 12) return none
  if (year === undefined) return { date: nextDate(on, { month, day }), yearless: { month, day } }
  const date = dateIn(year, month, day)
  return { date, isOver: date !== undefined && date < on }
}

const firstOfMonth = (on: LocalDate): LocalDate => parseLocalDate(`${on.slice(0, 7)}-01`) ?? on

const monthsAway: Readonly<Record<string, number>> = { 下: 1, 次: 1, 下下: 2 }

const inNearMonth = (near: string, day: number | 'last', on: LocalDate): Reading => {
  const there = addMonths(
    firstOfMonth(on),
    monthsAway[/^(?:下下|下|次)/.exec(near)?.[0] ?? ''] ?? 0,
  )
  return { date: dateIn(yearOf(there), Number(there.slice(5, 7)), day) }
}

const festivalDay = (
  year: number | undefined,
  days: number,
  on: LocalDate,
  festivals: SpringFestivals,
): Reading => {
  for (const at of year === undefined ? [yearOf(on), yearOf(on) + 1] : [year]) {
    const first = festivals[at]
    const date = first && addDays(first, days)
    if (date && (year !== undefined || date >= on)) return { date }
  }
  return none
}

/** A length of time such as 三个半月, from `on`; the first day is not counted. */
const after = (on: LocalDate, count: string, unit: string): Reading => {
  const half = /半/.test(count)
  const whole = count === '半' ? 0 : smallNumber(count.replace(/个?半/, ''))
  if (whole === undefined) return none
  if (/^(?:天|日)$/.test(unit)) return half ? none : { date: addDays(on, whole) }
  if (/^(?:周|星期|礼拜)$/.test(unit)) return half ? none : { date: addDays(on, whole * 7) }
  const months = unit.startsWith('年') ? whole * 12 + (half ? 6 : 0) : whole
  const later = addMonths(on, months)
  return { date: half && !unit.startsWith('年') ? addDays(later, 15) : later }
}

const numberOf = (text: string | undefined): number => smallNumber(text ?? '') ?? 0

const anonymous = (pattern: string): string => pattern.replace(/\(\?<\w+>/g, '(?:')
const anyMonth = anonymous(`(?:${yearPart}${monthPart}|${thisMonth})的?`)
const aroundOnly = '(?=[之以]?[前后]|左右|期间|的时候)'

/** Times that no rule makes one day of. */
const vagueTimes = [
  `(?:${anyMonth})?[上中下]旬`,
  `(?:${anyMonth}|月)初(?![一二三四五六七八九十次步期中])`,
  `${num}个?工作日(?:[之以]?[内后])?`,
  '(?:今年|明年|后年|来年)(?:[上下]半年|年初|年中|春天|夏天|秋天|冬天|开春)?',
  '[上下]半年|年[初中](?![一二三])',
  '(?<![往当几近去今明后来一二两三四五六七八九十\\d])年(?=前)',
  `(?:春节|过年|过完年|年后|开春|年关|节|正月里?|小年|冬至|腊月[初廿一二三四五六七八九十]*)${aroundOnly}`,
  `(?:中秋|端午|清明|重阳|元宵|国庆|劳动|元旦|五一)节?${aroundOnly}`,
  '过完年|过了年|周末|过段时间|过一阵子?|这几天|近期|尽快|尽早',
  '(?<![\\d/])\\d{1,2}/\\d{1,2}(?=[前之以付给还])',
  '(?:下下个?|下个?|这个?|本)(?:月|周|星期|礼拜)',
  `(?<![每按个])${anonymous(monthPart)}(?![的租])`,
]

/** Earlier rules win over later ones. */
export const dateRules: readonly Rule[] = [
  {
    pattern: /(?<!\d)(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)[日号]?/g,
    read: ({ year, month, day }, on) => ({
      ...inYear({ year }, Number(month), Number(day), on),
      isExact: true,
    }),
  },
  {
    pattern: new RegExp(`${yearPart}${monthPart}(?<day>${num})[日号]`, 'g'),
    read: (words, on) => ({
      ...inYear(words, numberOf(words['month']), numberOf(words['day']), on),
      isExact: words['rel'] === undefined,
    }),
  },
  {
    pattern: new RegExp(`${yearPart}${monthPart}(?:月?[底末]|(?=之?内))`, 'g'),
    read: (words, on) => inYear(words, numberOf(words['month']), 'last', on),
  },
  {
    pattern: new RegExp(`${thisMonth}(?<day>${num})[日号]`, 'g'),
    read: ({ near = '', day }, on) => inNearMonth(near, numberOf(day), on),
  },
  {
    pattern: new RegExp(`${thisMonth}(?:月?[底末]|(?=之?内))`, 'g'),
    read: ({ near = '' }, on) => inNearMonth(near, 'last', on),
  },
  {
    pattern: new RegExp(`${yearPart}${monthPart}(?=起|开始)`, 'g'),
    read: (words, on) => inYear(words, numberOf(words['month']), 1, firstOfMonth(on)),
  },
  {
    pattern: new RegExp(`${thisMonth}(?=起|开始)`, 'g'),
    read: ({ near = '' }, on) => inNearMonth(near, 1, on),
  },
  { pattern: /月[底末]/g, read: (_words, on) => inNearMonth('', 'last', on) },
  {
    pattern: new RegExp(`(?:${yearWords}|(?<rel>今年|本年|明年|后年))的?(?:[底末]|(?=之?内))`, 'g'),
    read: (words, on) => ({ date: dateIn(yearOfWords(words, on) ?? 0, 12, 'last') }),
  },
  {
    pattern: new RegExp(`${yearPart}年[底末]`, 'g'),
    read: (words, on) => ({ date: dateIn(yearOfWords(words, on) ?? yearOf(on), 12, 'last') }),
  },
  {
    pattern: new RegExp(`${yearPart}(?:农历|阴历)?(?:除夕|大?年三十|年夜)`, 'g'),
    read: (words, on, festivals) => festivalDay(yearOfWords(words, on), -1, on, festivals),
  },
  {
    pattern: new RegExp(
      `${yearPart}(?:农历|阴历)?正月(?:初(?<early>[一二三四五六七八九十])|(?<day>十[一二三四五]|十五))`,
      'g',
    ),
    read: (words, on, festivals) =>
      festivalDay(
        yearOfWords(words, on),
        numberOf(words['early'] ?? words['day']) - 1,
        on,
        festivals,
      ),
  },
  {
    pattern: new RegExp(
      `${yearPart}(?:农历)?(?:春节|过年|过大年|农历新年|大年初一)(?=之?前(?!后)|以前)`,
      'g',
    ),
    read: (words, on, festivals) => {
      const { date } = festivalDay(yearOfWords(words, on), 0, on, festivals)
      return date ? { date: addDays(date, -1) } : none
    },
  },
  {
    pattern: new RegExp(
      `${yearPart}(?<feast>元旦|国庆|五一|劳动)(?:节|劳动节)?(?=之?前(?!后)|以前)`,
      'g',
    ),
    read: (words, on) => {
      const feast = words['feast']
      const [month, day] = feast === '元旦' ? [12, 31] : feast === '国庆' ? [9, 30] : [4, 30]
      const year = yearOfWords(words, on)
      if (year === undefined) return { date: nextDate(on, { month, day }) }
      return { date: dateIn(feast === '元旦' ? year - 1 : year, month, day) }
    },
  },
  {
    pattern: new RegExp(
      `(?:从?(?:今天|今日|即日|现在|本日)(?:起|开始|算起)?的?)?(?<count>(?:${num.replace('(?![\\d百千万])', '')}|半)(?:个?半(?=个?[月年]))?)个?(?<unit>天|日|周|星期|礼拜|月|年半?)(?:的?时间)?(?=[之以]?内|[之以]?后)`,
      'g',
    ),
    read: ({ count = '', unit = '' }, on) =>
      after(on, unit === '年半' ? `${count}半` : count, unit),
  },
  {
    pattern: new RegExp(weekPart, 'g'),
    read: ({ week = '', weekday: day = '' }, on) => {
      if (day === '末') return none
      const target = /[日天]/.test(day) ? 7 : numberOf(day)
      const ahead = week.startsWith('下下') ? 14 : week.startsWith('下') ? 7 : 0
      const days = target - weekday(on) + ahead
      return { date: addDays(on, week === '' && days < 0 ? days + 7 : days) }
    },
  },
  {
    pattern: /(?<!等|哪)(?:今[天日晚]|(?<tomorrow>明[天日晚])|(?<late>大后天)|(?<next>后天))/g,
    read: ({ tomorrow, late, next }, on) => ({
      date: addDays(on, late ? 3 : next ? 2 : tomorrow ? 1 : 0),
    }),
  },
  {
    pattern: new RegExp(
      `(?<![\\d月第])(?<day>${num})[号日](?![楼线房门公馆店院机码桥厂井路]|常|后|[之以]?[内后])`,
      'g',
    ),
    read: ({ day }, on) => {
      const value = numberOf(day)
      if (value < 1 || value > 31) return none
      for (let ahead = 0; ahead <= 62; ahead += 1) {
        const date = addDays(on, ahead)
        if (Number(date.slice(8, 10)) === value) return { date }
      }
      return none
    },
  },
  {
    pattern: new RegExp(`(?:${yearWords}|(?<rel>今年|本年))的?${monthPart}(?![的租初上中下])`, 'g'),
    read: (words, on) => ({ isOver: inYear(words, numberOf(words['month']), 'last', on).isOver }),
  },
  { pattern: new RegExp(vagueTimes.join('|'), 'g'), read: () => none },
]
