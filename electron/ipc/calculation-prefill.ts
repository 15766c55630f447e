import { calcInputs } from '#contract/calc-inputs.ts'
import type { HolidayYear } from '#db/domain/deadline/period.ts'
import type { CalcName } from '#db/domain/labour/calc-names.ts'
import { employerClaims, workerClaims } from '#db/domain/labour/claim-sheet.ts'
import { promisedTo } from '#db/domain/labour/kept-calculation.ts'
import { readWorkFacts } from '#db/domain/labour/read-work-facts.ts'
import { localDateOf, yearOf, type LocalDate } from '#db/domain/local-date.ts'
import { contentOf, findAgreementRow } from '#db/queries/agreements.ts'
import { listCalculations, type CalculationRecord } from '#db/queries/calculations.ts'
import { clockSettings } from '#db/queries/clocks.ts'
import { listObligations } from '#db/queries/obligations.ts'
import { findLivingAgreement } from '#db/queries/offers.ts'
import { listParties } from '#db/queries/parties.ts'
import type { Settings } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import type { CaseRecord } from '#db/services/case-access.ts'

/** A value of the record and who says so. */
type Known = { value: unknown; source: string }
export type Prefill = { input: Record<string, unknown>; sources: Record<string, string> }

const service = ['severance', 'severance-with-notice', 'unlawful-termination'] as const
const onAll = <F extends string>(names: readonly CalcName[], field: F) =>
  Object.fromEntries(names.map((name) => [name, field])) as Partial<Record<CalcName, F>>

/** One fact under the names that the calculators have for it. */
const facts = {
  hiredOn: { ...onAll(service, 'startOn'), 'double-wage': 'hiredOn' },
  leftOn: {
    ...onAll([...service, 'non-compete'], 'endOn'),
    ...onAll(['double-wage', 'annual-leave', 'training-bond'], 'leftOn'),
    'injury-disability': 'endedOn',
  },
  /** The mean of the last twelve months, or those months. */
  averageFen: onAll([...service, 'non-compete'], 'baseFen'),
  averageMonths: onAll([...service, 'non-compete'], 'monthlyWagesFen'),
  /** The wage as it was agreed or paid by the month. */
  monthlyFen: {
    ...onAll(['double-wage', 'deduction-excess'], 'monthlyFen'),
    overtime: 'baseFen',
    'probation-top-up': 'contractFen',
    'injury-suspension-pay': 'originalWageFen',
  },
} as const satisfies Record<string, Partial<Record<CalcName, string>>>
type Fact = keyof typeof facts

/** Fields that say the same wherever they stand. */
const common = [
  'accidentOn',
  'insured',
  'recognised',
  'appraised',
  'thirdParty',
  'grade',
  'ownWageFen',
  'paidWageFen',
  'circumstances',
]

const fieldOf = (fact: Fact, name: CalcName): string | undefined =>
  (facts[fact] as Partial<Record<CalcName, string>>)[name]

const takes = (name: CalcName, field: string): boolean =>
  Object.hasOwn(calcInputs[name].shape, field)

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Writes what is not yet known; the first who says something counts. */
class Filling {
  readonly #name: CalcName
  readonly input: Record<string, unknown> = {}
  readonly sources: Record<string, string> = {}

  constructor(name: CalcName) {
    this.#name = name
  }

  put(field: string | undefined, known: Known | undefined) {
    if (!field || known?.value === undefined || !takes(this.#name, field)) return
    if (field in this.input) return
    this.input[field] = known.value
    this.sources[field] = known.source
  }

  putFact(fact: Fact, known: Known | undefined) {
    this.put(fieldOf(fact, this.#name), known)
  }

  /** A field inside `circumstances`. */
  putAround(field: string, { value, source }: Known) {
    if (!takes(this.#name, 'circumstances')) return
    const around = isPlain(this.input['circumstances']) ? this.input['circumstances'] : {}
    if (field in around) return
    this.input['circumstances'] = { ...around, [field]: value }
    this.sources[`circumstances.${field}`] = source
  }
}

function fillFromSettings(filling: Filling, { region, wageTier }: Settings['clocks']) {
  const source = '本中心设置'
  if (region !== 'CN') filling.put('region', { value: region, source })
  if (wageTier !== '') filling.put('wageTier', { value: wageTier, source })
  const place = { ...(region === 'CN' ? {} : { region }), ...(wageTier === '' ? {} : { wageTier }) }
  if (Object.keys(place).length > 0) filling.put('stretches', { value: [place], source })
}

async function fillFromDates(filling: Filling, db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('case_dates')
    .select(['event', 'on_day', 'words'])
    .where('case_id', '=', caseId)
    .execute()
  const day = (event: string): Known | undefined => {
    const row = rows.find((one) => one.event === event)
    if (!row) return undefined
    return { value: row.on_day, source: `本案登记的日期${row.words ? `：${row.words}` : ''}` }
  }
  const ended = day('employmentEnded')
  filling.putFact('leftOn', ended)
  if (ended) filling.putAround('relationEndedOn', ended)
  filling.put('accidentOn', day('accident'))
}

const sourceIn = ({ result, title }: CalculationRecord, field: string): string => {
  const said = result.sources[field]
  return `${said ? `${said}，见` : ''}已保存的“${title}”`
}

/** What was typed in for another reckoning of the case need not be typed again. */
function fillFromKept(filling: Filling, name: CalcName, kept: readonly CalculationRecord[]) {
  for (const one of kept.filter((each) => each.name !== name)) {
    const known = (field: string | undefined): Known | undefined =>
      field === undefined || one.input[field] === undefined
        ? undefined
        : { value: one.input[field], source: sourceIn(one, field) }
    // The mean or the months: never both.
    const hasWage = 'baseFen' in filling.input || 'monthlyWagesFen' in filling.input
    for (const fact of Object.keys(facts) as Fact[])
      if (!hasWage || !fact.startsWith('average'))
        filling.putFact(fact, known(fieldOf(fact, one.name)))
    for (const field of common) {
      if (field === 'circumstances' && isPlain(one.input[field]))
        for (const [inner, value] of Object.entries(one.input[field]))
          filling.putAround(inner, { value, source: sourceIn(one, field) })
      else filling.put(field, known(field))
    }
  }
}

function fillFromNarrative(filling: Filling, { narrative, applied_at }: CaseRecord) {
  const read = readWorkFacts(narrative)
  const told = (
    fact: { value: unknown; words: string } | undefined,
    more = '',
  ): Known | undefined =>
    fact && { value: fact.value, source: `登记的事实经过：“${fact.words}”${more}，请核对` }
  filling.putFact('hiredOn', told(read.hiredOn))
  filling.putFact('leftOn', told(read.leftOn))
  filling.putFact('monthlyFen', told(read.monthlyFen))
  if (!('monthlyWagesFen' in filling.input))
    filling.putFact('averageFen', told(read.monthlyFen, '，不一定是十二个月的平均数'))
  const applied: Known = { value: localDateOf(applied_at), source: '本案申请的日期' }
  filling.put('claimedOn', applied)
  filling.putAround('claimedOn', applied)
}

const interestFields = ['principalFen', 'fromOn', 'toOn']

/** The first instalment that is late. */
async function fillFromLate(filling: Filling, name: CalcName, about: About) {
  if (!interestFields.every((field) => takes(name, field))) return
  const { db, row, today, calendar } = about
  const late = (await listObligations(db, row.id, today, calendar)).find(
    ({ dueOn, leftFen, daysLate }) => dueOn !== undefined && leftFen > 0 && daysLate > 0,
  )
  if (!late) return
  const source = `协议${late.title}，尚未付清`
  filling.put('principalFen', { value: late.leftFen, source })
  filling.put('fromOn', { value: late.lastOn, source })
  filling.put('toOn', { value: today, source: '今天' })
}

const claimable: readonly string[] = [...workerClaims, ...employerClaims]

/** The sheet begins with what is kept: the newest of each calculator. */
async function fillClaimSheet(filling: Filling, kept: readonly CalculationRecord[], about: About) {
  const { db, row, today } = about
  const parties = await listParties(db, row.id, today)
  const applicant = parties.find(({ role }) => role === 'applicant') ?? parties[0]
  const isEmployer =
    applicant?.kind === 'organisation' && parties.some(({ kind }) => kind === 'person')
  const claimant = isEmployer ? ('employer' as const) : ('worker' as const)
  filling.put('claimant', { value: claimant, source: '本案申请人' })
  const allowed: readonly string[] = isEmployer ? employerClaims : workerClaims
  const newest = kept.filter(
    (one, index) =>
      claimable.includes(one.name) &&
      allowed.includes(one.name) &&
      kept.findIndex(({ name }) => name === one.name) === index,
  )
  filling.put('items', {
    value: newest.toReversed().map(({ name, input }) => ({ calculator: name, input })),
    source: '已保存的计算',
  })
  const living = await findLivingAgreement(db, row.id)
  const agreement = living && (await findAgreementRow(db, living.id))
  const agreedFen = agreement && promisedTo(claimant, await contentOf(db, agreement), parties)
  filling.put('agreedFen', { value: agreedFen, source: '本案协议的付款条款' })
  const { warnBelowPercent } = await clockSettings(db)
  filling.put('warnBelowPercent', { value: warnBelowPercent, source: '本中心设置' })
}

type About = {
  db: Reader
  row: CaseRecord
  today: LocalDate
  calendar: readonly HolidayYear[]
}

/**
 * What settings and record know of a calculator's input, and who says so. What nobody told is left out.
 * @param row the case, when it is reckoned for one
 */
export async function prefillOf(
  name: CalcName,
  { db, row, today, calendar }: Omit<About, 'row'> & { row: CaseRecord | undefined },
): Promise<Prefill> {
  const filling = new Filling(name)
  fillFromSettings(filling, await clockSettings(db))
  if (row) {
    const about = { db, row, today, calendar }
    const kept = await listCalculations(db, row.id)
    await fillFromDates(filling, db, row.id)
    await fillFromLate(filling, name, about)
    if (name === 'claim-sheet') await fillClaimSheet(filling, kept, about)
    fillFromKept(filling, name, kept)
    fillFromNarrative(filling, row)
  }
  filling.put('reckonedOn', { value: today, source: '今天' })
  const left = filling.input['leftOn']
  const year = typeof left === 'string' ? yearOf(left as LocalDate) : yearOf(today)
  if (row) filling.put('year', { value: year, source: left ? '离职的年份' : '今年' })
  return { input: filling.input, sources: filling.sources }
}
