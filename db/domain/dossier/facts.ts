import type { AgreementParty } from '../agreement/content.ts'
import { capacityOf } from '../agreement/capacity.ts'
import { readAmountWords } from '../agreement/lint/amount-words.ts'
import { findCaseSource, isLabourDispute } from '../case/taxonomy.ts'
import type { HolidayYear } from '../deadline/period.ts'
import { addDays, compareDates, daysBetween, localDate, type LocalDate } from '../local-date.ts'
import { type Fen, parseYuan } from '../money.ts'
import type { Dossier, DossierCase, DossierPaper, PrintedAmount } from './dossier.ts'
import type { FormId } from './forms.ts'
import { formOn, type FormEntry, orderOn, ruleOn, type RuleEntry, type RulePack } from './pack.ts'
import {
  type Anchor,
  type Details,
  type DossierCode,
  type DossierRuleId,
  dossierRules,
} from './rules.ts'

/** What a rule says; level, point and mend are added from the tables. */
export type Found = {
  rule: DossierRuleId
  code: DossierCode
  path: string
  /** The paper it is about, or the form that is not there; neither for a fact of the case. */
  paper?: DossierPaper
  form?: FormId
  details?: Details
  /** It stands against nothing, whatever the pack says of its rule. */
  informs?: true
}

export type Facts = {
  dossier: Dossier
  case: DossierCase
  today: LocalDate
  calendar: readonly HolidayYear[]
  /** In force and no annex: what counts as being there. */
  papers: readonly DossierPaper[]
  agreement: DossierPaper | undefined
  isLabour: boolean
  minors: readonly AgreementParty[]
  /** The day the agreement binds: the last signature on paper, or when it was reached. */
  effectiveOn: LocalDate | undefined
  concludedOn: LocalDate | undefined
  /** Every day on which something is to be done under the agreement, in order. */
  dueOn: readonly LocalDate[]
  order: readonly FormId[]
  of: (...forms: FormId[]) => DossierPaper[]
  entry: (rule: DossierRuleId) => RuleEntry | undefined
  wants: (paper: DossierPaper) => FormEntry | undefined
}

const lastCountable = localDate('9900-01-01')

/** @policy Days beyond the year 9900 are misreadings: nothing is counted from them. */
export const isCountable = (date: LocalDate): boolean =>
  date >= '1000-01-01' && date < lastCountable

/** @policy see `isCountable` */
export const plusDays = (date: LocalDate, days: number): LocalDate =>
  isCountable(date) && days < daysBetween(date, lastCountable) ? addDays(date, days) : date

/** @policy Blank text is no text. */
export const filled = (text: string | undefined): text is string =>
  text !== undefined && text.trim() !== ''

/** @policy The earliest and the latest of the days that are known. */
export const spanOf = (
  dates: readonly (LocalDate | undefined)[],
): { first: LocalDate; last: LocalDate } | undefined => {
  const known = dates.filter((date) => date !== undefined).toSorted(compareDates)
  const [first] = known
  const last = known.at(-1)
  return first !== undefined && last !== undefined ? { first, last } : undefined
}

/**
 * The sums that a printed amount may mean: its figures, else every reading of its capitals.
 * @policy forms.md §8
 */
export const readCapitals = (text: string): Fen[] =>
  readAmountWords(
    text
      .normalize('NFKC')
      .replaceAll(/[\s:：]/g, '')
      .replace(/^[(（]?(?:人民币|大写)*[)）]?/u, ''),
  )

/** @policy Figures go before capitals; that both agree is a rule of its own. */
export const fenOf = ({ figures, capitals }: PrintedAmount): Fen | undefined => {
  const read = filled(figures) ? parseYuan(figures) : undefined
  return read ?? (filled(capitals) ? readCapitals(capitals)[0] : undefined)
}

/** @policy The sum of all amounts of a kind; undefined when there is none, or one of them cannot be read. */
export const sumOf = (
  amounts: readonly PrintedAmount[],
  kind: PrintedAmount['kind'],
): Fen | undefined => {
  const read = amounts.filter((amount) => amount.kind === kind).map(fenOf)
  const known = read.filter((fen) => fen !== undefined)
  const sum = known.reduce((total, fen) => total + fen, 0)
  return known.length > 0 && known.length === read.length && Number.isSafeInteger(sum)
    ? sum
    : undefined
}

const withoutMisreadBirth = ({ birthDate, ...party }: AgreementParty): AgreementParty =>
  birthDate !== undefined && isCountable(birthDate) ? { ...party, birthDate } : party

const anchorDays = (dossier: Dossier, concludedOn: LocalDate | undefined, today: LocalDate) => {
  const { acceptedOn, appliedOn, closedOn } = dossier.case
  return {
    acceptance: acceptedOn ?? appliedOn ?? today,
    conclusion: concludedOn ?? today,
    closing: closedOn ?? today,
  } satisfies Record<Anchor, LocalDate>
}

/**
 * What the rules look at, made once.
 * @policy A step is judged by the rules of its own day; a paper's signers by the rules of the paper's day.
 */
export const factsOf = (
  read: Dossier,
  pack: RulePack,
  today: LocalDate,
  calendar: readonly HolidayYear[],
): Facts => {
  const dossier = { ...read, parties: read.parties.map(withoutMisreadBirth) }
  const papers = dossier.papers.filter((paper) => !paper.superseded && paper.partOf === undefined)
  const of = (...forms: FormId[]) => papers.filter(({ formId }) => forms.includes(formId))
  const agreement = of('f10', 'f11').toSorted(
    (a, b) => (b.version ?? 0) - (a.version ?? 0) || (a.id < b.id ? -1 : 1),
  )[0]
  const signed = spanOf(agreement?.signedBy.map(({ signedOn }) => signedOn) ?? [])?.last
  const ended = spanOf(of('f18', 'withdrawal').map(({ date }) => date))?.last
  const concludedOn = dossier.case.concludedOn ?? agreement?.date ?? ended
  const days = anchorDays(dossier, concludedOn, today)
  const amounts = agreement?.amounts ?? []
  const bearing = amounts.filter(({ kind }) => kind === 'total' || kind === 'instalment')
  return {
    dossier,
    case: dossier.case,
    today,
    calendar,
    papers,
    agreement,
    isLabour: isLabourDispute(dossier.case.typeCode),
    minors: dossier.parties.filter((party) => capacityOf(party, days.conclusion) === 'minor'),
    effectiveOn: signed ?? agreement?.date ?? (agreement ? concludedOn : undefined),
    concludedOn,
    dueOn: [...dossier.case.dueOn, ...bearing.flatMap(({ dueOn }) => dueOn ?? [])].toSorted(
      compareDates,
    ),
    order: orderOn(pack, days.closing),
    of,
    entry: (rule) => ruleOn(pack, rule, days[dossierRules[rule].judgedOn]),
    wants: (paper) => formOn(pack, paper.formId, paper.date ?? days.conclusion),
  }
}

/** @policy taxonomy.md §2: courts have a letter and periods of their own. */
export const isFromCourt = ({ sourceCode }: DossierCase): boolean =>
  findCaseSource(sourceCode)?.bucket === 'court'

/** Hotlines, leaders and other centres pass on a matter without entrusting its mediation. */
const entrusting = new Set(['S60', 'S61'])

/**
 * A state body other than a court has entrusted the mediation.
 * @law 《宁波市人民调解条例》第十九条 (A7)
 */
export const isEntrusted = ({ sourceCode }: DossierCase): boolean => isEntrustedSource(sourceCode)

/** @law see `isEntrusted` */
export const isEntrustedSource = (sourceCode: string): boolean => {
  const bucket = findCaseSource(sourceCode)?.bucket
  return (
    entrusting.has(sourceCode) ||
    bucket === 'procuratorate' ||
    bucket === 'police' ||
    bucket === 'petition'
  )
}
