import { addDays, addMonths, parseLocalDate, type LocalDate } from '../local-date.ts'
import type { Fen } from '../money.ts'
import type { PartyKind, PartyRole } from '../party.ts'
import { compactText } from './read-terms/compact.ts'
import { findDates } from './read-terms/dates.ts'
import type { ReadDue, ReadTerm } from './read-terms/draft.ts'
import type { SpringFestivals } from './read-terms/found-date.ts'
import { readTerms } from './read-terms/read-terms.ts'

export type OfferingParty = { id: string; name: string; kind: PartyKind; role: PartyRole }

/** A term read from words, with the ids and dates of the case. */
export type SuggestedTerm = {
  kind: ReadTerm['kind']
  /** All parts together. */
  amountFen?: Fen
  /** Of a duty that is no payment: who does it. */
  payerId?: string
  payeeId?: string
  dueOn: LocalDate[]
  duePhrase?: string
  parts?: number
  isRemainder: boolean
  /** Of a duty what is done; of anything else all the words. */
  text: string
  span: [from: number, to: number]
}

type Reading = {
  on: LocalDate
  springFestivals: SpringFestivals
  parties: readonly OfferingParty[]
  /** Whose words these are. */
  partyId?: string | undefined
}

const mostParts = 200

const only = (parties: readonly OfferingParty[]): string | undefined =>
  parties.length === 1 ? parties[0]?.id : undefined

const isOrganisation = ({ kind }: OfferingParty) => kind === 'organisation'

/** Words for a party that fit one party of the case and no other. */
const callings: readonly [RegExp, (party: OfferingParty) => boolean][] = [
  [/^申请人$/u, ({ role }) => role === 'applicant' || role === 'coApplicant'],
  [/^被申请人$/u, ({ role }) => role === 'respondent'],
  [/^(?:厂里|厂方|工厂|公司|单位|用人单位|店里|商家|店家)$/u, isOrganisation],
  [/^劳动者$/u, (party) => !isOrganisation(party)],
]

const idOf = (name: string | undefined, parties: readonly OfferingParty[]): string | undefined => {
  if (name === undefined) return undefined
  const named = only(parties.filter((party) => party.name === name))
  if (named !== undefined) return named
  const calling = callings.find(([words]) => words.test(name))
  return calling && only(parties.filter(calling[1]))
}

/** Day 31 is the last day of each month. */
const dayOf = (month: LocalDate, day: number): LocalDate => {
  const last = addDays(addMonths(month, 1), -1)
  const date = addDays(month, day - 1)
  return date < last ? date : last
}

/** The first such day after `after`, or in the month that was told, and one in each month from there. */
const monthlyDates = (
  due: Extract<ReadDue, { monthly: unknown }>,
  after: LocalDate,
): LocalDate[] => {
  const { monthly, day, count } = due
  if (day === undefined || count === undefined || count > mostParts) return []
  const told = monthly === true ? undefined : parseLocalDate(`${monthly}-01`)
  const thisMonth = parseLocalDate(`${after.slice(0, 7)}-01`)
  const first =
    told ?? (thisMonth && (dayOf(thisMonth, day) > after ? thisMonth : addMonths(thisMonth, 1)))
  if (!first) return []
  return Array.from({ length: count }, (_, index) => dayOf(addMonths(first, index), day))
}

const timeOf = (
  due: ReadDue | undefined,
  after: LocalDate,
): Pick<SuggestedTerm, 'dueOn' | 'duePhrase' | 'parts'> => {
  if (!due) return { dueOn: [] }
  if ('monthly' in due)
    return {
      dueOn: monthlyDates(due, after),
      ...(due.count !== undefined && due.count <= mostParts ? { parts: due.count } : {}),
    }
  return 'date' in due ? { dueOn: [due.date] } : { dueOn: [], duePhrase: due.phrase }
}

/** Of each part only the sum was told: all together only when it is known how many there are. */
const amountOf = ({ amountFen, isEach }: ReadTerm, parts: number | undefined) => {
  const fen = isEach ? (amountFen ?? 0) * (parts ?? 0) : amountFen
  return fen === undefined || fen <= 0 || !Number.isSafeInteger(fen) ? {} : { amountFen: fen }
}

const duties: ReadonlySet<ReadTerm['kind']> = new Set(['act', 'refrain', 'apologise'])
/** 李秀英同意于, 我们保证在: stands before a date and says nothing of what is done. */
const lead = /^(?:我们?|我方|本人)?(?:同意|愿意|答应|保证|承诺)?(?:[会将应]|一定)?[于在从自]?$/u

/** What is done, without the doer and the day, which have fields of their own. */
const deedOf = (term: ReadTerm, doerId: string | undefined, reading: Reading): string => {
  const { text, due, by = '' } = term
  if (!duties.has(term.kind) || !due || !('date' in due)) return text
  const { plain, normal } = compactText(text)
  const told = findDates(normal, reading.on, reading.springFestivals).find(
    ({ date }) => date === due.date,
  )
  if (!told) return text
  const before = plain.slice(0, told.from)
  const isNamed = by !== '' && before.startsWith(by)
  const rest = plain.slice(told.to).replace(/^[，、,\s]+/u, '')
  if (rest.length < 2 || !lead.test(isNamed ? before.slice(by.length) : before)) return text
  return isNamed && doerId === undefined ? `${by}${rest}` : rest
}

/**
 * Terms that rules can read out of what was typed, as terms of this case. Names that no party has stay open, and
 * so do dates that do not follow from the words.
 * @policy Issue 3 §2: rules, not guesses
 */
export const readOffer = (text: string, reading: Reading): SuggestedTerm[] => {
  const { on, springFestivals, parties, partyId } = reading
  const speaker = parties.find(({ id }) => id === partyId)?.name
  const read = readTerms(text, {
    on,
    springFestivals,
    parties,
    ...(speaker === undefined ? {} : { speaker, readDemands: true }),
  })
  let after = on
  return read.map((term) => {
    const time = timeOf(term.due, term.isRemainder ? after : on)
    after = term.kind === 'pay' ? (time.dueOn.at(-1) ?? after) : after
    const payerId = idOf(term.kind === 'pay' ? term.payer : term.by, parties)
    const payeeId = idOf(term.payee, parties)
    return {
      kind: term.kind,
      ...amountOf(term, time.parts),
      ...(payerId === undefined ? {} : { payerId }),
      ...(payeeId === undefined || payeeId === payerId ? {} : { payeeId }),
      ...time,
      isRemainder: term.isRemainder ?? false,
      text: deedOf(term, payerId, reading),
      span: term.span,
    }
  })
}
