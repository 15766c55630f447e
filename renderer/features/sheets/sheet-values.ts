import { formatChineseDate, formatChineseTime, type LocalDate } from '#db/domain/local-date.ts'
import { formatYuan, parseYuan, type Fen } from '#db/domain/money.ts'
import { parseDateText } from '../../lib/parse-date-text.ts'
import type { SheetQuestion } from './sheet-form.ts'

/** As many characters as a blank of one line takes. */
export const longestText = 300
export const longestProse = 20_000

/** Dates and amounts are kept in the words that the form prints. */
export const dateWords = (date: LocalDate | undefined): string =>
  date === undefined ? '' : formatChineseDate(date)

export const dateIn = (text: string, today: LocalDate): LocalDate | undefined =>
  text === '' ? undefined : parseDateText(text, today)

export const moneyWords = (fen: Fen | undefined): string =>
  fen === undefined ? '' : formatYuan(fen)

export const moneyIn = (text: string): Fen | undefined =>
  text === '' ? undefined : parseYuan(text)

export const flagWords = (on: boolean): string => (on ? '是' : '否')

const minute = 60_000
const aheadMs = 8 * 60 * minute

/** The same day, hour and minute in China as an instant, through which the form's own words are made. */
const chineseTime = (day: LocalDate, hour: number, minutes: number): string =>
  formatChineseTime(
    new Date(
      Date.parse(`${day}T00:00:00.000Z`) + (hour * 60 + minutes) * minute - aheadMs,
    ).toISOString(),
  )

/** 2026-11-22 9:30, 今天 14点, 11月22日14时05分, 9:30 of today; undefined when it cannot be read. */
export const readTime = (typed: string, today: LocalDate): string | undefined => {
  const text = typed.normalize('NFKC').trim()
  const found = /^(.*?)\s*(\d{1,2})(?::|时|点)(\d{1,2})?分?$/u.exec(text)
  if (!found) return undefined
  const [, dayText = '', hourText, minuteText = '0'] = found
  const day = dayText === '' ? today : parseDateText(dayText, today)
  const [hour, minutes] = [Number(hourText), Number(minuteText)]
  if (day === undefined || hour > 23 || minutes > 59) return undefined
  return chineseTime(day, hour, minutes)
}

export const readNumber = (typed: string): string | undefined => {
  const text = typed.normalize('NFKC').trim()
  return /^\d{1,9}$/u.test(text) ? String(Number(text)) : undefined
}

/**
 * The choices that the form's own boxes wait for stand behind its label in brackets: 满意度（满意、不满意）.
 * Anything else may be written all the same.
 */
export const choicesIn = (label: string): { label: string; choices: string[] } => {
  const found = /^(.+?)（([^（）、]+(?:、[^（）、]+)+)）$/u.exec(label)
  return found
    ? { label: found[1] ?? label, choices: (found[2] ?? '').split('、') }
    : { label, choices: [] }
}

/** As short as these a word says little without the group that it belongs to: 名称 of the case, 日期 of the paper. */
const vagueLength = 3

type Named = Pick<SheetQuestion, 'name' | 'label'>

/** The label of a blank that stands alone: one that is only its own name is told apart by its group. */
const plainLabel = ({ name, label }: Named): string => {
  const [group = '', field = ''] = name.split('.')
  const isVague = label === field && label.length < vagueLength && !label.includes(group)
  return isVague ? `${group}${label}` : label
}

/** By name: two blanks that the paper calls alike are told apart by their own names. */
const apart = (questions: readonly Named[], labelOf: (question: Named) => string) => {
  const labels = questions.map(labelOf)
  return new Map(
    questions.map((question, index) => {
      const label = labels[index] ?? ''
      const isDouble = labels.indexOf(label) !== labels.lastIndexOf(label)
      const field = question.name.slice(question.name.indexOf('.') + 1)
      return [question.name, isDouble ? `${label}（${field}）` : label] as const
    }),
  )
}

export const questionLabels = (questions: readonly Named[]): ReadonlyMap<string, string> =>
  apart(questions, plainLabel)

/** A column stands under the name of its list, which says what it is of. */
export const columnLabels = (columns: readonly Named[]): ReadonlyMap<string, string> =>
  apart(columns, ({ label }) => label)
