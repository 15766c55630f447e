import { type HolidayYear, rollBack, workingDayFrom } from '../deadline/period.ts'
import { addDays, daysBetween, formatChineseDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'

/** `dueToday`, `soon` and `partly` are open too; `partly` is paid in part and not yet late. */
export type ObligationStateName =
  | 'open'
  | 'soon'
  | 'dueToday'
  | 'partly'
  | 'late'
  | 'done'
  | 'dropped'

/** What one agreement in force obliges somebody to, and how far it was done. */
export type ObligationState = {
  id: string
  agreementId: string
  clauseId: string
  instalment: number | undefined
  kind: 'payment' | 'act'
  /** 第1项第2期 */
  title: string
  text: string
  debtorId: string | undefined
  creditorId: string | undefined
  debtorName: string | undefined
  creditorName: string | undefined
  /** The day agreed. */
  dueOn: LocalDate | undefined
  /** The last day on which it is not late: the next working day where the one agreed is off. */
  lastOn: LocalDate | undefined
  /** Of a payment only. */
  amountFen: Fen | undefined
  paidFen: Fen
  leftFen: Fen
  method: string
  account: string
  state: ObligationStateName
  /** 0 while not late. */
  daysLate: number
  dropped: boolean
  droppedReason: string
}

type Facts = {
  kind: 'payment' | 'act'
  dueOn: LocalDate | undefined
  amountFen: Fen | undefined
  paidFen: Fen
  /** Performances that count. */
  count: number
  dropped: boolean
}

const soonDays = 7

/** @policy A payment is done when nothing is left of it, an act when somebody recorded it. */
export const isDone = ({ kind, amountFen, paidFen, count }: Omit<Facts, 'dueOn' | 'dropped'>) =>
  kind === 'payment' ? paidFen >= (amountFen ?? 0) : count > 0

/**
 * What was agreed for this day or an earlier one is late: nobody is in breach while the day agreed is off and the next
 * working day is not over. Reminders go by the earlier day all the same.
 * @law 《民法典》第二百零三条 (I1, L1)
 */
export const lateUntil = (today: LocalDate, calendar: readonly HolidayYear[]): LocalDate =>
  rollBack(addDays(today, -1), calendar)

/**
 * Where an obligation stands on a day.
 * @law 《民法典》第二百零三条 (I1, L1)
 */
export const obligationState = (
  facts: Facts,
  today: LocalDate,
  calendar: readonly HolidayYear[],
): ObligationStateName => {
  const { dueOn } = facts
  if (facts.dropped) return 'dropped'
  if (isDone(facts)) return 'done'
  if (dueOn && dueOn <= lateUntil(today, calendar)) return 'late'
  if (dueOn && dueOn <= today) return 'dueToday'
  if (facts.paidFen > 0) return 'partly'
  return dueOn && dueOn <= addDays(today, soonDays) ? 'soon' : 'open'
}

/**
 * The last day on which what was agreed for a day is not late.
 * @law 《民法典》第二百零三条 (L1)
 */
export const lastDayOf = (dueOn: LocalDate, calendar: readonly HolidayYear[]): LocalDate =>
  workingDayFrom(dueOn, calendar)

/** @policy Whole days since the last one on which it was not late; 0 while it is not. */
export const daysLate = (
  state: ObligationStateName,
  lastOn: LocalDate | undefined,
  today: LocalDate,
): number => (state === 'late' && lastOn ? daysBetween(lastOn, today) : 0)

/**
 * Where the day agreed is off, the one that it moved to: days of delay count from there.
 * @law 《民法典》第二百零三条 (L1)
 */
export const movedWords = ({ dueOn, lastOn }: Pick<ObligationState, 'dueOn' | 'lastOn'>): string =>
  lastOn === undefined || lastOn === dueOn ? '' : `（休息日，顺延到${formatChineseDate(lastOn)}）`

/** @policy 第1项第2期, as papers call it; a clause paid in one sum has no instalments to count. */
export const obligationTitle = (
  clauseNumber: number,
  instalment: number | undefined,
  instalments: number,
): string =>
  instalment === undefined || instalments < 2
    ? `第${clauseNumber}项`
    : `第${clauseNumber}项第${instalment}期`

type Sum = Pick<ObligationState, 'kind' | 'state' | 'amountFen' | 'paidFen' | 'leftFen'>

export type ObligationTotals = {
  dueFen: Fen
  paidFen: Fen
  leftFen: Fen
  lateFen: Fen
  lateCount: number
}

/** @policy What a correction dropped counts with nothing. */
export const totalsOf = (obligations: readonly Sum[]): ObligationTotals => {
  const counted = obligations.filter(({ state }) => state !== 'dropped')
  const late = counted.filter(({ state }) => state === 'late')
  const sum = (list: readonly Sum[], of: (one: Sum) => Fen) =>
    list.reduce((total, one) => total + of(one), 0)
  return {
    dueFen: sum(counted, ({ amountFen }) => amountFen ?? 0),
    paidFen: sum(counted, ({ paidFen }) => paidFen),
    leftFen: sum(counted, ({ leftFen }) => leftFen),
    lateFen: sum(late, ({ leftFen }) => leftFen),
    lateCount: late.length,
  }
}

/** @policy Something is still owed. */
export const isAnyOpen = (obligations: readonly Pick<ObligationState, 'state'>[]): boolean =>
  obligations.some(({ state }) => state !== 'done' && state !== 'dropped')

/** @policy All is performed when something was owed and nothing is left open. */
export const isAllDone = (obligations: readonly Pick<ObligationState, 'state'>[]): boolean => {
  const counted = obligations.filter(({ state }) => state !== 'dropped')
  return counted.length > 0 && counted.every(({ state }) => state === 'done')
}
