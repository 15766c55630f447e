import { type LocalDate, parseLocalDate } from '#db/domain/local-date.ts'
import { parseYuan } from '#db/domain/money.ts'
import type { FieldKind, Value } from './fields.ts'

/** Longest text of a cell; free text has its own kind. */
export const longestText = 300

const pad = (part: string | undefined) => (part ?? '').padStart(2, '0')

/** 2026-11-22, 2026年11月22日, 2026.11.22, 2026/11/22, 20261122. */
const dayOf = (text: string): LocalDate | undefined => {
  const plain =
    /^(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/u.exec(text)
  // A year beyond these is a slip of the hand.
  if (!plain || !/^(?:1[89]|2\d)/u.test(plain[1] ?? '')) return undefined
  return parseLocalDate(`${plain[1]}-${pad(plain[2])}-${pad(plain[3])}`)
}

const minutesAhead = 8 * 60

/** China keeps one time, eight hours ahead of UTC. */
const instantOf = (day: LocalDate, hour: number, minute: number): string => {
  const at = Date.parse(`${day}T00:00:00.000Z`) + (hour * 60 + minute - minutesAhead) * 60_000
  return new Date(at).toISOString()
}

/** 2026年11月22日 09:30, 2026-11-22 9:30, 2026-11-22 9时30分. */
const timeOf = (text: string): string | undefined => {
  const found = /^(.+?)[\sT]*(\d{1,2})(?::|时|点)(\d{2})分?$/u.exec(text)
  const day = found && dayOf((found[1] ?? '').trim())
  const [hour, minute] = [Number(found?.[2]), Number(found?.[3])]
  return day && hour < 24 && minute < 60 ? instantOf(day, hour, minute) : undefined
}

const flags: Readonly<Record<string, boolean>> = { 是: true, 否: false, true: true, false: false }

/**
 * What somebody typed, as a value of its kind; the words that a form prints are read back as well.
 * @returns 'blank' for an empty text: it leaves the place to be filled by hand; undefined when it cannot be read
 */
export const typedValue = (kind: FieldKind, typed: string): Value | 'blank' | undefined => {
  if (typed.trim() === '') return 'blank'
  if (kind === 'long') return { kind, text: typed }
  if (kind === 'text') return [...typed].length > longestText ? undefined : { kind, text: typed }
  const text = typed.normalize('NFKC').trim()
  switch (kind) {
    case 'date': {
      const date = dayOf(text)
      return date && { kind, date }
    }
    case 'time': {
      const at = timeOf(text)
      return at === undefined ? undefined : { kind, at }
    }
    case 'money': {
      const fen = parseYuan(text)
      return fen === undefined ? undefined : { kind, fen }
    }
    case 'number': {
      const count = /^\d{1,9}$/u.test(text) ? Number(text) : undefined
      return count === undefined ? undefined : { kind, count }
    }
    case 'flag': {
      const on = flags[text]
      return on === undefined ? undefined : { kind, on }
    }
  }
}
