import {
  addDays,
  daysBetween,
  type LocalDate,
  parseLocalDate,
  weekday,
  yearOf,
} from '../local-date.ts'

/** What in a notice does not add up; `text` is the place. */
export type NoticeFault = {
  code: 'noItems' | 'notRead' | 'notADate' | 'weekdayWrong' | 'countWrong' | 'notWeekend' | 'twice'
  text: string
}

/** The days that a notice names; a New Year's holiday may begin in the year before. */
export type NoticeDays = {
  year: number
  holidays: LocalDate[]
  workdays: LocalDate[]
  /** Days of other years that the notice disposes of as well: they belong into those tables. */
  otherYears: { holidays: LocalDate[]; workdays: LocalDate[] }
  /** 国办发明电〔2025〕7号 */
  number?: string
}

export type ReadNotice = { ok: true; days: NoticeDays } | { ok: false; faults: NoticeFault[] }

const dateText = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?`
const rangeText = `${dateText}(?:至${dateText})?`
const itemStart = /[一二三四五六七八九十]、(?=[^:。]{2,15}:)/
const weekdays = '一二三四五六日'

type Found = { from: LocalDate; to: LocalDate }
type Near = { year: number; month: number | undefined }

const pad = (text: string | number): string => String(text).padStart(2, '0')

/** The date in four groups of a match, its weekday checked; month and year left out are those before. */
const dateOf = (
  [year, month, day, note]: readonly (string | undefined)[],
  near: Near,
  text: string,
): LocalDate | NoticeFault => {
  const inMonth = month ?? near.month
  const date =
    inMonth === undefined || day === undefined
      ? undefined
      : parseLocalDate(`${year ?? near.year}-${pad(inMonth)}-${pad(day)}`)
  if (!date) return { code: 'notADate', text }
  const said = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1]
  const isOther =
    said !== undefined && weekdays.indexOf(said.replace('天', '日')) + 1 !== weekday(date)
  return isOther ? { code: 'weekdayWrong', text } : date
}

const rangesIn = (text: string, year: number): (Found | NoticeFault)[] => {
  let month: number | undefined
  return [...text.matchAll(new RegExp(rangeText, 'g'))].map((match) => {
    const from = dateOf(match.slice(1, 5), { year, month }, match[0])
    if (typeof from !== 'string') return from
    month = Number(from.slice(5, 7))
    if (match[7] === undefined) return { from, to: from }
    const to = dateOf(match.slice(5, 9), { year: yearOf(from), month }, match[0])
    if (typeof to !== 'string') return to
    month = Number(to.slice(5, 7))
    return to < from ? { code: 'notADate', text: match[0] } : { from, to }
  })
}

const daysOf = ({ from, to }: Found): LocalDate[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))

type Item = { off: LocalDate[]; worked: LocalDate[]; faults: NoticeFault[] }

const readItem = (text: string, year: number): Item => {
  const item: Item = { off: [], worked: [], faults: [] }
  for (const sentence of text.split('。')) {
    const isWork = sentence.endsWith('上班')
    if (!isWork && !/放假|补休/.test(sentence)) continue
    const found = rangesIn(sentence, year)
    item.faults.push(...found.filter((one) => 'code' in one))
    const days = found.filter((one) => 'from' in one).flatMap(daysOf)
    if (isWork) item.worked.push(...days)
    else item.off.push(...days)
    const said = /共(\d+)天/.exec(sentence)?.[1]
    if (said !== undefined && item.faults.length === 0 && days.length !== Number(said))
      item.faults.push({ code: 'countWrong', text: sentence })
  }
  if (item.off.length === 0 && item.faults.length === 0) item.faults.push({ code: 'notRead', text })
  return item
}

const twice = (days: readonly LocalDate[]): LocalDate[] =>
  days.filter((day, index) => days.indexOf(day) !== index)

/**
 * The days off and the weekend days worked in exchange, out of the text of a yearly notice of the State Council.
 * Weekdays and counts in the text are checked; anything that does not add up is told instead of a table.
 * @law 国务院办公厅关于部分节假日安排的通知 (L2)
 */
export const readHolidayNotice = (text: string, year: number): ReadNotice => {
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const items = plain
    .split(itemStart)
    .slice(1)
    .map((item) => readItem(item, year))
  if (items.length === 0)
    return { ok: false, faults: [{ code: 'noItems', text: plain.slice(0, 40) }] }
  const holidays = items.flatMap(({ off }) => off).toSorted()
  const workdays = items.flatMap(({ worked }) => worked).toSorted()
  const faults: NoticeFault[] = [
    ...items.flatMap((item) => item.faults),
    ...workdays
      .filter((day) => weekday(day) < 6)
      .map((day): NoticeFault => ({ code: 'notWeekend', text: day })),
    ...twice([...holidays, ...workdays]).map((day): NoticeFault => ({ code: 'twice', text: day })),
  ]
  if (faults.length > 0) return { ok: false, faults }
  const isOfYear = (day: LocalDate) => yearOf(day) === year
  const isOther = (day: LocalDate) => !isOfYear(day)
  const number = /国办发明电〔\d{4}〕\d+号/.exec(plain)?.[0]
  return {
    ok: true,
    days: {
      year,
      holidays: holidays.filter(isOfYear),
      workdays: workdays.filter(isOfYear),
      otherYears: { holidays: holidays.filter(isOther), workdays: workdays.filter(isOther) },
      ...(number === undefined ? {} : { number }),
    },
  }
}
