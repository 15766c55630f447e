import { addDays, type LocalDate, parseLocalDate } from '../local-date.ts'
import type { HalfDay } from '../rota/problem.ts'

type DayKindOfLawyer = 'available' | 'unavailable' | 'leave' | 'want' | 'avoid'

/** A cell of a sheet as a program wrote it or a person typed it. */
export type SheetCell = string | number | undefined

export type SheetRow = {
  name: string
  from: SheetCell
  to: SheetCell
  half: string
  kind: string
  words: string
}
export type ReadDay = {
  kind: DayKindOfLawyer
  fromOn: LocalDate
  toOn: LocalDate
  half: HalfDay | undefined
  words: string
}
type RowTrouble = 'noDate' | 'badDate' | 'badKind' | 'badHalf'

/** What a sheet offers to choose from; the first word of each is the one in the empty sheet. */
export const kindWords: Readonly<Record<DayKindOfLawyer, readonly string[]>> = {
  unavailable: ['不能值', '不可值', '不可以值', '不值', '没空', '否'],
  leave: ['请假', '休假', '年假', '病假', '产假', '事假'],
  available: ['能值', '可值', '可以值', '有空', '是'],
  want: ['想值', '愿值', '希望值'],
  avoid: ['不想值', '不愿值', '尽量不值'],
}
/** As `kindWords`; `day` stands for both. */
export const halfWords: Readonly<Record<HalfDay | 'day', readonly string[]>> = {
  day: ['全天', '整天', '一天', ''],
  morning: ['上午', '早上', '早'],
  afternoon: ['下午', '午后', '晚'],
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const keyOf = <K extends string>(
  table: Readonly<Record<K, readonly string[]>>,
  text: string,
): K | undefined => (Object.keys(table) as K[]).find((key) => table[key].includes(folded(text)))

const pad = (text: string) => text.padStart(2, '0')
/** Day 1 of a spreadsheet is 1 January 1900, and it has a 29 February of that year. */
const sheetEpoch = '1899-12-30' as LocalDate
const sheetDays = { from: 36_526, to: 73_051 }

/**
 * 2026-12-01, 2026/12/1, 2026年12月1日, 20261201 or a spreadsheet's day number; undefined when it is none.
 * @policy A date without its year is not guessed
 */
export const dateOfCell = (cell: SheetCell): LocalDate | undefined => {
  const text = folded(String(cell ?? ''))
  const day = Number(text)
  if (Number.isInteger(day) && day >= sheetDays.from && day <= sheetDays.to)
    return addDays(sheetEpoch, day)
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  if (!parts) return undefined
  const [, year = '', month = '', date = ''] = parts
  return parseLocalDate(`${year}-${pad(month)}-${pad(date)}`)
}

/** @policy A row without any date or kind is one that was not filled in */
export const isBlankRow = ({ from, to, half, kind, words }: SheetRow): boolean =>
  [from, to, half, kind, words].every((cell) => folded(String(cell ?? '')) === '')

/**
 * What a row says of a lawyer's days, or what is wrong with it; the end may be left out for a single day.
 * @policy The columns of the empty sheet
 */
export const dayOfRow = (row: SheetRow): { day: ReadDay } | { trouble: RowTrouble } => {
  const isBlank = (cell: SheetCell) => folded(String(cell ?? '')) === ''
  if (isBlank(row.from)) return { trouble: 'noDate' }
  const fromOn = dateOfCell(row.from)
  const toOn = isBlank(row.to) ? fromOn : dateOfCell(row.to)
  if (fromOn === undefined || toOn === undefined || toOn < fromOn) return { trouble: 'badDate' }
  const half = keyOf(halfWords, row.half)
  if (half === undefined) return { trouble: 'badHalf' }
  const kind = keyOf(kindWords, row.kind)
  if (kind === undefined) return { trouble: 'badKind' }
  const words = row.words.trim().slice(0, 200)
  return { day: { kind, fromOn, toOn, half: half === 'day' ? undefined : half, words } }
}

/**
 * An entry of a calendar keeps people away, unless its title says otherwise.
 * @policy Titles are not taken over: they are private
 */
export const kindOfTitle = (title: string): DayKindOfLawyer => {
  const text = folded(title)
  const named = (['avoid', 'want', 'unavailable', 'available', 'leave'] as const).find((kind) =>
    kindWords[kind].some((word) => word.length > 1 && text.includes(word)),
  )
  return named ?? 'unavailable'
}

/**
 * What one entry stands for among those of a lawyer: a second file says the same day anew.
 * @policy Availability and wishes of one half-day stand beside each other
 */
export const keyOfDay = ({ kind, fromOn, half }: ReadDay): string =>
  `xlsx ${kind === 'want' || kind === 'avoid' ? 'wish' : 'time'} ${fromOn} ${half ?? 'day'}`
