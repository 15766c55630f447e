import {
  addDays,
  addMonths,
  daysBetween,
  localDate,
  type LocalDate,
} from '#db/domain/local-date.ts'
import { type Fen, formatYuan, splitEvenly } from '#db/domain/money.ts'

/** One payment of a term as it stands on the screen: date and amount may still be empty. */
export type PayRow = {
  key: string
  dueOn?: LocalDate | undefined
  amountFen?: Fen | undefined
  /** Nobody typed its amount: it takes an equal share of what the other rows leave of the total. */
  isRest: boolean
}

/** As many as the contract takes. */
export const maxRows = 200

export const sumOfRows = (rows: readonly PayRow[]): Fen =>
  rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

/** The rows without a typed amount share what is left of the total, the last of them takes the odd fen. */
export const shareRest = (rows: readonly PayRow[], totalFen: Fen | undefined): PayRow[] => {
  const restCount = rows.filter(({ isRest }) => isRest).length
  if (restCount === 0) return [...rows]
  const fixedFen = sumOfRows(rows.filter(({ isRest }) => !isRest))
  const restFen = totalFen === undefined ? -1 : totalFen - fixedFen
  const shares = restFen < 0 ? [] : splitEvenly(restFen, restCount)
  let taken = 0
  return rows.map((row) => (row.isRest ? { ...row, amountFen: shares[taken++] } : row))
}

/** Typing an amount fixes a row, emptying it gives the row back to the rest. */
export const withRow = (
  rows: readonly PayRow[],
  key: string,
  part: Partial<Pick<PayRow, 'dueOn' | 'amountFen'>>,
  totalFen: Fen | undefined,
): PayRow[] =>
  shareRest(
    rows.map((row) => {
      if (row.key !== key) return row
      const next = { ...row, ...part }
      return 'amountFen' in part ? { ...next, isRest: part.amountFen === undefined } : next
    }),
    totalFen,
  )

const dayInMonthOf = (firstOfMonth: LocalDate, day: number): LocalDate => {
  const days = daysBetween(firstOfMonth, addMonths(firstOfMonth, 1))
  return addDays(firstOfMonth, Math.min(day, days) - 1)
}

/** `n` months' `day`, the first of them on or after `from`; in a shorter month its last day. */
export const monthlyDates = (from: LocalDate, n: number, day: number): LocalDate[] => {
  const month = localDate(`${from.slice(0, 8)}01`)
  const start = dayInMonthOf(month, day) < from ? 1 : 0
  return Array.from({ length: n }, (_, index) => dayInMonthOf(addMonths(month, index + start), day))
}

/** `n` equal parts on the same day of each month. */
export const monthlyRows = (
  plan: { from: LocalDate; count: number; day: number },
  totalFen: Fen | undefined,
  newKey: () => string,
): PayRow[] =>
  shareRest(
    monthlyDates(plan.from, plan.count, plan.day).map((dueOn) => ({
      key: newKey(),
      dueOn,
      isRest: true,
    })),
    totalFen,
  )

/** One more part, a month after the last one. */
export const withNextRow = (
  rows: readonly PayRow[],
  totalFen: Fen | undefined,
  key: string,
): PayRow[] => {
  const last = rows.at(-1)?.dueOn
  return shareRest(
    [...rows, { key, isRest: true, ...(last ? { dueOn: addMonths(last, 1) } : {}) }],
    totalFen,
  )
}

/** How the parts stand to the total, in words; `wrong` when they do not make it up. */
export const sumWords = (
  rows: readonly PayRow[],
  totalFen: Fen | undefined,
): { wrong: boolean; text: string } => {
  if (totalFen === undefined) {
    const fixedFen = sumOfRows(rows.filter(({ isRest }) => !isRest))
    return { wrong: true, text: `已写 ${formatYuan(fixedFen)} 元，写上总额就算出余款` }
  }
  const sumFen = sumOfRows(rows)
  const missingFen = totalFen - sumFen
  const sum = `各期合计 ${formatYuan(sumFen)} 元`
  if (missingFen === 0) return { wrong: false, text: `${sum}，与总额相符` }
  return missingFen > 0
    ? { wrong: true, text: `${sum}，比总额少 ${formatYuan(missingFen)} 元` }
    : { wrong: true, text: `${sum}，比总额多 ${formatYuan(-missingFen)} 元` }
}
