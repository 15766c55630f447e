import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'
import type { DutyTerm, StatementTerm, Term } from '#db/domain/offer/term.ts'
import { type PayRow, shareRest } from './pay-rows.ts'

/** 调解员方案: nobody's offer but the mediator's own. */
export const byMediator = 'mediator'
/** No wall around it: every party knows the offer. */
export const knownByAll = 'all'

export type PayWhen = 'unsaid' | 'once' | 'parts'

type FormBase = {
  id: string
  /** Words of a due time that no rule made a date of. */
  phrase: string
  /** Stood in the offer that this one answers, and has not been changed by what was read. */
  isEarlier: boolean
}
export type PayForm = FormBase & {
  kind: 'pay'
  payerId?: string | undefined
  payeeId?: string | undefined
  totalFen?: Fen | undefined
  when: PayWhen
  rows: PayRow[]
  /** Dates that were counted on from a spoken one, to be looked at. */
  datesCounted: boolean
  purpose: string
  method: string
  account: string
}
export type DutyForm = FormBase & {
  kind: DutyTerm['kind']
  byId?: string | undefined
  text: string
  dueOn?: LocalDate | undefined
}
export type StatementForm = FormBase & {
  kind: StatementTerm['kind']
  text: string
  on?: LocalDate | undefined
}
export type TermForm = PayForm | DutyForm | StatementForm
export const isDuty = (term: TermForm): term is DutyForm =>
  term.kind === 'act' || term.kind === 'refrain' || term.kind === 'apologise'
export type TermKind = TermForm['kind']

export type Taken = { text: string; numbers: readonly number[] }

/** An offer while it is being written: anything may still be missing. */
export type OfferForm = {
  /** A party's id, or `byMediator`; undefined until chosen. */
  by?: string | undefined
  replyTo?: { offerId: string; ordinal: number } | undefined
  /** A party's id, or `knownByAll`. */
  knownBy: string
  /** What the other person said, to be read. */
  heard: string
  /** Which suggestions of which text are in the terms already. */
  taken?: Taken | undefined
  terms: TermForm[]
  condition: string
  note: string
}

export const isParty = (chosen: string | undefined): chosen is string =>
  chosen !== undefined && chosen !== byMediator && chosen !== knownByAll

type Direction = { payerId?: string | undefined; payeeId?: string | undefined }

export const blankPay = (id: string, direction: Direction, key: string): PayForm => ({
  id,
  kind: 'pay',
  phrase: '',
  isEarlier: false,
  ...direction,
  when: 'once',
  rows: [{ key, isRest: true }],
  datesCounted: false,
  purpose: '',
  method: '',
  account: '',
})

export const blankTerm = (
  kind: TermKind,
  defaults: Direction & { byId?: string | undefined },
  newId: () => string,
): TermForm => {
  const base = { id: newId(), phrase: '', isEarlier: false, text: '' }
  switch (kind) {
    case 'pay':
      return blankPay(base.id, { payerId: defaults.payerId, payeeId: defaults.payeeId }, newId())
    case 'act':
    case 'refrain':
    case 'apologise':
      return { ...base, kind, byId: defaults.byId }
    case 'confirm':
    case 'other':
      return { ...base, kind }
  }
}

/** Nothing in it but defaults. */
export const isBlankTerm = (term: TermForm): boolean => {
  if (term.kind !== 'pay') return term.text.trim() === '' && !('dueOn' in term && term.dueOn)
  return (
    !term.isEarlier &&
    term.totalFen === undefined &&
    term.rows.every(({ dueOn, amountFen }) => !dueOn && amountFen === undefined) &&
    term.purpose.trim() === '' &&
    term.account.trim() === ''
  )
}

/** Worth keeping when the window is closed. */
export const isWorthKeeping = (form: OfferForm): boolean =>
  form.condition.trim() !== '' ||
  form.note.trim() !== '' ||
  form.heard.trim() !== '' ||
  form.terms.some((term) => !isBlankTerm(term))

/** A term of an earlier offer, with its id: a clause made from it knows it again. */
export const formOfTerm = (term: Term, newKey: () => string): TermForm => {
  const base = { phrase: '', isEarlier: true }
  if (term.kind !== 'pay') return { ...base, ...term }
  const { instalments, ...rest } = term
  const isOnce = instalments.length <= 1
  return {
    ...base,
    ...rest,
    when: instalments.length === 0 ? 'unsaid' : isOnce ? 'once' : 'parts',
    rows: instalments.map(({ dueOn, amountFen }) => ({
      key: newKey(),
      dueOn,
      amountFen,
      isRest: isOnce,
    })),
    datesCounted: false,
  }
}

/** A new total reaches the rows that nobody typed an amount into. */
export const withTotal = (term: PayForm, totalFen: Fen | undefined): PayForm => ({
  ...term,
  totalFen,
  rows: shareRest(term.rows, totalFen),
})

export const withWhen = (term: PayForm, when: PayWhen, newKey: () => string): PayForm => {
  if (when === 'unsaid') return { ...term, when, rows: [] }
  const kept = when === 'once' ? term.rows.slice(0, 1) : term.rows
  const rows = kept.length === 0 ? [{ key: newKey(), isRest: true }] : kept
  const shared = when === 'once' ? rows.map((row) => ({ ...row, isRest: true })) : rows
  return { ...term, when, rows: shareRest(shared, term.totalFen) }
}

/**
 * Who may be said to know of the offer. In a separate talk it cannot be everybody: that takes a release. A party's
 * own offer is told in confidence by that party and by nobody else.
 */
export const knownChoices = (
  form: Pick<OfferForm, 'by'>,
  partyIds: readonly string[],
  confidantId: string | undefined,
): string[] => [
  ...(confidantId === undefined ? [knownByAll] : []),
  ...(isParty(form.by) ? [form.by] : partyIds),
]

/** The choice as it stands; another maker or another part of the session may have made it impossible. */
export const knownNow = (
  form: Pick<OfferForm, 'by' | 'knownBy'>,
  partyIds: readonly string[],
  confidantId: string | undefined,
): string => {
  const choices = knownChoices(form, partyIds, confidantId)
  if (choices.includes(form.knownBy)) return form.knownBy
  if (confidantId !== undefined && choices.includes(confidantId)) return confidantId
  return (form.knownBy === knownByAll || !isParty(form.by) ? choices[0] : form.by) ?? knownByAll
}
