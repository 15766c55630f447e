import { amountsIn } from '../agreement/lint/amount-words.ts'
import { datesIn } from '../agreement/lint/date-words.ts'
import type { LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'

/** A value with the words it was read from. */
export type ReadFact<T> = { value: T; words: string }

/** What somebody told at the window of the work. Only a value that is told once, or always alike. */
export type WorkFacts = {
  monthlyFen?: ReadFact<Fen>
  hiredOn?: ReadFact<LocalDate>
  leftOn?: ReadFact<LocalDate>
}

const monthly =
  /(?:月(?:平均)?(?:工资|薪)|每(?:个)?月(?:发|给)?(?:工资)?|工资每月)[^，。；、\d]{0,4}$/u
const hired = /^(?:起|开始)?[^。；，]{0,16}?(?:入职|到岗|进厂|进入|上班|工作|务工|打工|从事)/u
const left = /^(?:起)?[^。；，]{0,12}?(?:离职|离厂|辞职|辞退|解雇|开除|解除|终止)/u
const hiredBefore = /(?:入职|进厂)(?:时间|日期)?(?:为|是|：|:)?\s*$/u
const leftBefore = /(?:离职|离厂|辞退)(?:时间|日期)?(?:为|是|：|:)?\s*$/u

const single = <T>(found: readonly ReadFact<T>[]): ReadFact<T> | undefined =>
  new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined

/**
 * Monthly wage, first and last day of work as a narrative tells them, to be looked at before anybody reckons with them.
 * @policy labour-calculators.md §0.1: every input says who told it; what is told in two ways is not taken
 */
export const readWorkFacts = (text: string): WorkFacts => {
  const wages = amountsIn(text).flatMap(({ fen, index, end }): ReadFact<Fen>[] => {
    const lead = monthly.exec(text.slice(Math.max(0, index - 14), index))?.[0]
    return lead === undefined ? [] : [{ value: fen, words: `${lead}${text.slice(index, end)}` }]
  })
  const dates = datesIn(text)
  const told = (after: RegExp, before: RegExp): ReadFact<LocalDate>[] =>
    dates.flatMap(({ date, index, end }, at) => {
      const rest = text.slice(end, Math.min(dates[at + 1]?.index ?? text.length, end + 24))
      const lead = text.slice(dates[at - 1]?.end ?? 0, index)
      const tail = after.exec(rest)?.[0]
      const head = before.exec(lead)?.[0]
      if (tail === undefined && head === undefined) return []
      return [{ value: date, words: `${head ?? ''}${text.slice(index, end)}${tail ?? ''}` }]
    })
  const gone = told(left, leftBefore)
  const came = told(hired, hiredBefore).filter(({ value }) =>
    gone.every((one) => one.value !== value),
  )
  const [monthlyFen, hiredOn, leftOn] = [single(wages), single(came), single(gone)]
  return {
    ...(monthlyFen ? { monthlyFen } : {}),
    ...(hiredOn ? { hiredOn } : {}),
    ...(leftOn ? { leftOn } : {}),
  }
}
