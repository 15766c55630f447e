import { readFileSync } from 'node:fs'
import { localDate, type LocalDate, yearOf } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
import type { ReadDue, ReadTerm } from '#db/domain/offer/read-terms/draft.ts'
import { type ReadContext, readTerms } from '#db/domain/offer/read-terms/read-terms.ts'

/** A Sunday. */
export const said = localDate('2026-11-22')

const file: { value: string[] } = JSON.parse(
  readFileSync(new URL('../../resources/law/spring-festivals.json', import.meta.url), 'utf8'),
)
export const festivals: Record<number, LocalDate> = Object.fromEntries(
  file.value.map((text) => [yearOf(localDate(text)), localDate(text)]),
)

const dueWords = (due: ReadDue): string => {
  if ('monthly' in due) {
    const { monthly, day, count } = due
    return `monthly ${monthly === true ? '?' : monthly}/${day ?? '?'} x${count ?? '?'}`
  }
  if ('date' in due) return due.phrase === undefined ? due.date : `${due.date} (${due.phrase})`
  return `(${due.phrase})`
}

/** `pay 18,000.00 each rest 张三→李四 @ 2026-12-05`: a term in one line, so that tables can be read. */
const inWords = (term: ReadTerm): string => {
  const { kind, amountFen, isEach, isRemainder, payer, payee, by, due } = term
  const words = [
    kind,
    amountFen === undefined ? undefined : formatYuan(amountFen),
    isEach ? 'each' : undefined,
    isRemainder ? 'rest' : undefined,
    payer === undefined && payee === undefined ? by : `${payer ?? ''}→${payee ?? ''}`,
    due && `@ ${dueWords(due)}`,
  ]
  return words.filter((word) => word !== undefined).join(' ')
}

/** What is read out of a text, one line each. */
export const linesOf = (text: string, context: Partial<ReadContext> = {}): string[] =>
  readTerms(text, { on: said, springFestivals: festivals, ...context }).map(inWords)

export type Row = [text: string, ...lines: string[]]
