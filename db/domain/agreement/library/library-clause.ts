import type { LocalDate } from '../../local-date.ts'
import type { ClauseKind } from '../content.ts'

/** Groups of wording, by kind of dispute; `general` fits every one. */
export const clauseGroups = [
  'wages',
  'injury',
  'rent',
  'neighbour',
  'contract',
  'family',
  'traffic',
  'medical',
  'consumer',
  'damage',
  'general',
] as const

export type ClauseGroup = (typeof clauseGroups)[number]

/** What a slot is filled with: a party's name, an amount in words and figures, a day, or free words. */
export const slotKinds = ['party', 'amount', 'date', 'text'] as const

export type SlotKind = (typeof slotKinds)[number]

export type ClauseSlot = {
  /** The words between 【 and 】. */
  name: string
  kind: SlotKind
  hint?: string | undefined
}

export type ClauseSource = {
  title: string
  article?: string | undefined
  /** The article was read and carries the wording; false: practice, or not checked. */
  verified: boolean
}

/**
 * Wording to take into an agreement. The text of a payment clause ends where the generated sentence goes on: who
 * pays how much, when and to which account is never said twice.
 */
export type LibraryClause = {
  /** Never renamed; a later wording keeps the id and has a later `from`. */
  id: string
  title: string
  group: ClauseGroup
  /** Codes of dispute types of either level; empty for every dispute. */
  typeCodes: readonly string[]
  kind: ClauseKind
  /** Slots are written 【付款人】. */
  text: string
  slots: readonly ClauseSlot[]
  /** For the mediator: when to use it and what to mind. Never prints. */
  note: string
  source: ClauseSource
  /** The first day this wording is offered. */
  from: LocalDate
}
