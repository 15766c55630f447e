import type { LocalDate } from '../local-date.ts'
import type { RotaWeights } from './weights.ts'

export type HalfDay = 'morning' | 'afternoon'

/** A law firm and the days between which its agreement with the centre runs. */
export type RotaFirm = {
  id: string
  name: string
  agreementFrom?: LocalDate
  agreementTo?: LocalDate
}

/** Duties of the rolling year before the rota's first day. */
export type RotaHistory = { total: number; weekends: number; beforeHolidays: number }

export type RotaLimits = {
  perWeek?: number
  perMonth?: number
  /** Whole days free between two days of duty; 0 or absent: none. */
  restDays?: number
  /** Wishes to sit both half-days of one day; otherwise never. */
  twiceADay?: boolean
}

export type RotaWish = { date: LocalDate; half?: HalfDay; kind: 'want' | 'avoid' }

export type RotaLawyer = {
  id: string
  name: string
  firm?: string
  fields: readonly string[]
  languages: readonly string[]
  /** Part of a full turn that is fair for this person; 1 when absent. */
  share?: number
  /** Days of the rolling year since joining; 365 when absent. */
  activeDays?: number
  /** Half-days of the week that suit; absent: all. */
  weekly?: readonly { weekday: number; half: HalfDay }[]
  exceptions: readonly { date: LocalDate; half?: HalfDay; available: boolean }[]
  leave: readonly { from: LocalDate; to: LocalDate }[]
  wishes: readonly RotaWish[]
  limits: RotaLimits
  history: RotaHistory
}

/** What a booked case asks of somebody at the desk; `required` makes it a hard rule. */
export type RotaNeed = { kind: 'field' | 'language'; value: string; required?: boolean }

export type RotaShift = {
  id: string
  date: LocalDate
  half: HalfDay
  desk: string
  demand: number
  needs: readonly RotaNeed[]
  /** Firms that act for or against a party booked for this half-day. */
  conflictFirms: readonly string[]
}

export type Assignment = { lawyer: string; shift: string }

/** An assignment that stays; `knowingly` sets the person's absences and the firm's conflict aside. */
export type Pin = Assignment & { knowingly?: boolean }

export type RotaPairing = { lawyers: readonly [string, string]; kind: 'together' | 'apart' }

export type RotaProblem = {
  lawyers: readonly RotaLawyer[]
  firms: readonly RotaFirm[]
  desks: readonly { id: string; name: string }[]
  shifts: readonly RotaShift[]
  pairings: readonly RotaPairing[]
  pins: readonly Pin[]
  /** What people have been told already. */
  published: readonly Assignment[]
  /** Duties outside this rota (the days around it) that count for rest and limits. */
  adjacent: readonly { lawyer: string; date: LocalDate; half: HalfDay }[]
  calendar: { holidays: readonly LocalDate[]; workdays: readonly LocalDate[] }
  settings: {
    /** A seat may stay empty, at a price; otherwise every seat is a hard rule. */
    allowGaps?: boolean
    /** A firm in conflict: never on that half-day, or on it with a flag. */
    conflicts?: 'forbid' | 'flag'
  }
  /** Ids of hard rules that are set aside for this rota. */
  relaxed: readonly string[]
  weights: RotaWeights
}
