import { describeSlots } from '#db/domain/agreement/library/slots.ts'
import type { ClauseSlot } from '#db/domain/agreement/library/library-clause.ts'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'
import { amountInWords, type Fen } from '#db/domain/money.ts'
import type { ClauseForm, FormParty } from './agreement-form.ts'

/** What was chosen for one slot; kept apart by kind, so that a change of mind loses nothing. */
export type SlotValue = {
  partyId?: string
  fen?: Fen | undefined
  date?: LocalDate | undefined
  text?: string
}
export type SlotValues = Readonly<Record<string, SlotValue>>

export type OpenSlot = ClauseSlot

/** Slots still open in a text; `known` ones keep their kind and hint. */
export const openSlots = (text: string, known: readonly ClauseSlot[] = []): OpenSlot[] =>
  describeSlots(text, known)

const slotText = (
  { kind }: ClauseSlot,
  value: SlotValue | undefined,
  parties: readonly Pick<FormParty, 'id' | 'name'>[],
): string => {
  switch (kind) {
    case 'party':
      return parties.find(({ id }) => id === value?.partyId)?.name.trim() ?? ''
    case 'amount':
      return value?.fen === undefined ? '' : amountInWords(value.fen)
    case 'date':
      return value?.date === undefined ? '' : formatChineseDate(value.date)
    case 'text':
      return value?.text?.trim() ?? ''
  }
}

/** Words for each slot; an empty one stays open. */
export const slotTexts = (
  slots: readonly ClauseSlot[],
  values: SlotValues,
  parties: readonly Pick<FormParty, 'id' | 'name'>[],
): Record<string, string> =>
  Object.fromEntries(slots.map((slot) => [slot.name, slotText(slot, values[slot.name], parties)]))

const only = (ids: readonly string[]): string | undefined => {
  const known = new Set(ids.filter(Boolean))
  const [first] = known
  return known.size === 1 ? first : undefined
}

/**
 * What the agreement already says without doubt: who pays and who is paid where every payment has the same, the only
 * firm and the only person. It stands in sight to be changed.
 */
export const knownValues = (
  slots: readonly ClauseSlot[],
  clauses: readonly Pick<ClauseForm, 'payment'>[],
  parties: readonly Pick<FormParty, 'id' | 'kind'>[],
): SlotValues => {
  const payments = clauses.flatMap(({ payment }) => payment ?? [])
  const ofKind = (kind: FormParty['kind']): string | undefined =>
    only(parties.filter((party) => party.kind === kind).map(({ id }) => id))
  const sides: Readonly<Record<string, string | undefined>> = {
    付款人: only(payments.map(({ payerId }) => payerId)),
    收款人: only(payments.map(({ payeeId }) => payeeId)),
    用人单位: ofKind('organisation'),
    劳动者: ofKind('person'),
  }
  return Object.fromEntries(
    slots.flatMap(({ name, kind }) => {
      const partyId = Object.hasOwn(sides, name) ? sides[name] : undefined
      return kind === 'party' && partyId !== undefined ? [[name, { partyId }]] : []
    }),
  )
}

export type TextPart = { text: string; slot: boolean }

/** A text cut at its slots, to show each where it stands. */
export const textParts = (text: string): TextPart[] =>
  text
    .split(/(【[^【】\r\n]*】)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, slot: /^【[^【】\r\n]*】$/u.test(part) }))
