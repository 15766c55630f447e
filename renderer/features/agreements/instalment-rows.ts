import { addMonths, type LocalDate } from '#db/domain/local-date.ts'
import { type Fen, formatYuan, splitEvenly } from '#db/domain/money.ts'

/** A row as it stands on the screen: date and amount may still be empty. */
export type InstalmentRow = {
  key: string
  dueOn?: LocalDate | undefined
  amountFen?: Fen | undefined
  method?: string | undefined
}

/** As many as the contract takes. */
export const maxInstalments = 200

export const sumOfRows = (rows: readonly InstalmentRow[]): Fen =>
  rows.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)

const isEvenSplit = (rows: readonly InstalmentRow[], totalFen: Fen | undefined): boolean => {
  if (rows.length === 0) return false
  if (totalFen === undefined) return rows.every(({ amountFen }) => amountFen === undefined)
  const parts = splitEvenly(totalFen, rows.length)
  return rows.every(({ amountFen }, index) => (amountFen ?? 0) === parts[index])
}

/**
 * A new total goes on to rows that were an even split of the old one, so that one sum or equal parts need no
 * second typing; amounts typed by hand are left alone.
 */
export const rowsForTotal = (
  rows: readonly InstalmentRow[],
  oldTotalFen: Fen | undefined,
  newTotalFen: Fen | undefined,
): InstalmentRow[] => {
  if (!isEvenSplit(rows, oldTotalFen)) return [...rows]
  const parts = newTotalFen === undefined ? undefined : splitEvenly(newTotalFen, rows.length)
  return rows.map((row, index) => ({ ...row, amountFen: parts?.[index] }))
}

/** `n` equal parts a month apart; the method of the first row is kept for all. */
export const splitIntoRows = (
  totalFen: Fen,
  n: number,
  firstDueOn: LocalDate,
  newKey: () => string,
): InstalmentRow[] =>
  splitEvenly(totalFen, n).map((amountFen, index) => ({
    key: newKey(),
    dueOn: addMonths(firstDueOn, index),
    amountFen,
  }))

/** The next row: a month after the last one, over what is left of the total. */
export const nextRow = (
  rows: readonly InstalmentRow[],
  totalFen: Fen | undefined,
  key: string,
): InstalmentRow => {
  const last = rows.at(-1)?.dueOn
  const rest = (totalFen ?? 0) - sumOfRows(rows)
  return {
    key,
    ...(last ? { dueOn: addMonths(last, 1) } : {}),
    ...(rest > 0 ? { amountFen: rest } : {}),
  }
}

export type SumState = {
  sumFen: Fen
  /** Positive when the rows fall short of the total. */
  missingFen: Fen
  equal: boolean
}

export const compareSum = (rows: readonly InstalmentRow[], totalFen: Fen | undefined): SumState => {
  const sumFen = sumOfRows(rows)
  const missingFen = (totalFen ?? 0) - sumFen
  return { sumFen, missingFen, equal: missingFen === 0 && sumFen > 0 }
}

export const sumText = ({ sumFen, missingFen, equal }: SumState): string => {
  const sum = `合计 ${formatYuan(sumFen)} 元`
  if (equal) return `${sum}，与总额相符`
  if (missingFen === 0) return `${sum}，还没有写金额`
  return missingFen > 0
    ? `${sum}，比总额少 ${formatYuan(missingFen)} 元`
    : `${sum}，比总额多 ${formatYuan(-missingFen)} 元`
}
