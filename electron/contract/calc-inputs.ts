import { z } from 'zod'
import { fen, filledLine, line, localDate } from './values.ts'
import { type CalcName, calcTitles } from '#db/domain/labour/calc-names.ts'
import type { CalcInputs, SingleCalcName } from '#db/domain/labour/calculators.ts'
import type { ClaimSheetInput } from '#db/domain/labour/claim-sheet.ts'
import { type SeveranceGround, severanceGrounds } from '#db/domain/labour/severance.ts'

const percent = z.string().regex(/^\d{1,9}(?:\.\d{1,8})?$/, { error: 'decimal' })
const count = z.number().min(0).max(1_000_000)
const whole = z.int().min(0).max(600)
const region = z
  .string()
  .regex(/^\d{6}$/, { error: 'region' })
  .describe('GB/T 2260, such as 330502')

const place = {
  region: region.optional(),
  wageTier: line(10).optional().describe('tier of the minimum wage, such as 1'),
}
const sources = z
  .record(z.string().max(60), line(200))
  .optional()
  .describe('who said so, or which paper, by field')
const circumstances = z
  .strictObject({
    wageProven: z.boolean().optional(),
    resignationLetter: z.boolean().optional(),
    reachedRetirementAge: z.boolean().optional(),
    socialInsuranceWaiver: z.boolean().optional(),
    constructionSite: z.boolean().optional(),
    workerCount: z.int().min(1).max(1_000_000).optional(),
    relationEndedOn: localDate.optional(),
    claimedOn: localDate.optional(),
  })
  .optional()
const common = { sources, circumstances }
const wages = {
  baseFen: fen.optional().describe('average monthly wage; or the months one by one'),
  monthlyWagesFen: z.array(fen).min(1).max(12).optional(),
}

const service = {
  ...common,
  ...wages,
  ...place,
  startOn: localDate,
  endOn: localDate.describe('last day of employment, itself counted'),
  aboveThreeTimesAverage: z.boolean().optional(),
  localAverageFen: fen.optional().describe('local average monthly wage of the year before'),
  minimumWageFen: fen.optional(),
  monthsBefore2008: z.number().min(0).max(60).optional(),
}
const ground = z.enum(Object.keys(severanceGrounds) as [SeveranceGround, ...SeveranceGround[]])
const ownWage = {
  ...place,
  accidentOn: localDate,
  ownWageFen: fen.optional().describe('as fixed; or paidWageFen with the local average'),
  paidWageFen: fen.optional(),
  localAverageFen: fen.optional(),
}
const injury = {
  insured: z.boolean(),
  recognised: z.boolean(),
  appraised: z.boolean(),
  thirdParty: z.boolean().optional(),
}
const death = {
  insured: injury.insured,
  recognised: injury.recognised,
  thirdParty: injury.thirdParty,
}
const overdue = {
  sources,
  principalFen: fen,
  fromOn: localDate.describe('the day it was due, itself not counted'),
  toOn: localDate.describe('last day counted'),
}
const dayBasis = z.union([z.literal(365), z.literal(360)]).optional()
const kind = z.enum(['weekday', 'restDay', 'holiday'])
const onDay = localDate.describe('last day of the time covered: the law of that day applies')

const dueWage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('months'), monthlyFen: fen, months: whole }),
  z.strictObject({ kind: z.literal('days'), monthlyFen: fen, days: z.number().min(0).max(31) }),
  z.strictObject({
    kind: z.literal('absentDays'),
    monthlyFen: fen,
    days: z.number().min(0).max(31),
  }),
  z.strictObject({ kind: z.literal('sum'), text: filledLine(100), amountFen: fen }),
])

const single = {
  severance: z.strictObject({ ...service, ground }),
  'severance-with-notice': z.strictObject({
    ...service,
    ground,
    noticeGiven: z.boolean(),
    lastMonthFen: fen.optional(),
  }),
  'unlawful-termination': z.strictObject(service),
  'double-wage': z.strictObject({
    ...common,
    hiredOn: localDate,
    signedOn: localDate.optional(),
    leftOn: localDate.optional(),
    reckonedOn: localDate.optional(),
    monthlyFen: fen,
    startDay: z.enum(['sameDate', 'nextDay']).optional(),
    partMonth: z.enum(['payDays', 'scheduledDays']).optional(),
    partWorkingDays: z.number().min(0).max(31).optional(),
    partScheduledDays: z.number().min(1).max(31).optional(),
    notSignedThroughWorker: z.boolean(),
    claimedOn: localDate.optional(),
  }),
  overtime: z.strictObject({
    ...common,
    ...place,
    mode: z.enum(['hourly', 'piece', 'comprehensive', 'irregular']),
    on: onDay,
    months: z.int().min(1).max(600),
    baseFen: fen.optional(),
    minimumWageFen: fen.optional(),
    unitPrice: percent.optional().describe('yuan a unit, as text'),
    entries: z
      .array(
        z.strictObject({
          kind,
          hours: count.optional(),
          days: count.optional(),
          units: count.optional(),
          on: localDate.optional(),
          timeOffGiven: z.boolean().optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  arrears: z.strictObject({
    ...common,
    on: onDay,
    due: z.array(dueWage).min(1).max(600),
    paidFen: fen.describe('0 when nothing was paid'),
  }),
  'minimum-wage-top-up': z.strictObject({
    ...common,
    stretches: z
      .array(
        z.strictObject({
          ...place,
          on: onDay,
          paidFen: fen,
          months: whole.min(1),
          standardFen: fen.optional(),
        }),
      )
      .min(1)
      .max(600),
  }),
  'probation-top-up': z.strictObject({
    ...common,
    ...place,
    on: onDay,
    contractFen: fen,
    postMinimumFen: fen.optional(),
    paidFen: fen,
    months: z.int().min(1).max(6),
    standardFen: fen.optional(),
  }),
  'deduction-excess': z.strictObject({
    sources,
    ...place,
    on: onDay,
    monthlyFen: fen,
    deductedFen: fen,
    standardFen: fen.optional(),
  }),
  'injury-disability': z.strictObject({
    ...common,
    ...ownWage,
    ...injury,
    grade: z.int().min(1).max(10),
    contractEnded: z.boolean(),
    endedOn: localDate.optional(),
    provincialAverageFen: fen.optional(),
    medicalMonths: z.number().min(0).max(120).optional(),
    employmentMonths: z.number().min(0).max(120).optional(),
    yearsToRetirement: z.number().min(0).max(60).optional(),
    taperPercent: z.number().min(0).max(100).optional(),
  }),
  'injury-allowance': z.strictObject({
    sources,
    ...ownWage,
    ...injury,
    grade: z.int().min(1).max(10),
    suitableWork: z.boolean().optional(),
    minimumWageFen: fen.optional(),
  }),
  'injury-suspension-pay': z.strictObject({
    ...common,
    ...injury,
    accidentOn: localDate,
    originalWageFen: fen,
    months: z.int().min(0).max(24),
    days: z.int().min(0).max(30).optional(),
    extended: z.boolean().optional(),
    paidFen: fen.describe('0 when nothing was paid'),
    careDays: z.number().min(0).max(731).optional(),
    careDailyFen: fen.optional(),
  }),
  'injury-care': z.strictObject({
    sources,
    ...place,
    ...injury,
    accidentOn: localDate,
    level: z.enum(['full', 'most', 'part']),
    localAverageFen: fen.optional(),
  }),
  'injury-death': z.strictObject({
    sources,
    ...place,
    ...death,
    deathOn: localDate,
    nationalIncomeFen: fen.optional(),
    localAverageFen: fen.optional(),
    afterSuspension: z.boolean().optional(),
  }),
  'injury-dependants': z.strictObject({
    sources,
    ...ownWage,
    ...death,
    dependants: z
      .array(
        z.strictObject({ relation: z.enum(['spouse', 'other']), alone: z.boolean().optional() }),
      )
      .min(1)
      .max(50),
  }),
  'annual-leave': z.strictObject({
    ...common,
    ...wages,
    year: z.int().min(2008).max(2999),
    serviceYears: z.number().min(0).max(80).describe('whole years for all employers'),
    twelveMonths: z.boolean(),
    joinedOn: localDate.optional(),
    leftOn: localDate.optional(),
    takenDays: z.number().min(0).max(366),
    normalPayPaid: z.boolean(),
    refusedInWriting: z.boolean(),
  }),
  'training-bond': z.strictObject({
    sources,
    costFen: fen,
    agreedFen: fen.optional(),
    serviceMonths: z.number().min(1).max(600),
    servedMonths: z.number().min(0).max(600),
    leftOn: localDate,
  }),
  'non-compete': z.strictObject({
    sources,
    ...wages,
    ...place,
    endOn: localDate,
    months: z.number().min(0).max(600),
    agreedMonthlyFen: fen.optional(),
    minimumWageFen: fen.optional(),
    paidFen: fen.describe('0 when nothing was paid'),
  }),
  'overdue-interest': z.strictObject({
    ...overdue,
    percent: percent.optional().describe('a year; left out, the one-year LPR of each day'),
    multiple: percent.optional().describe('times that rate'),
    dayBasis,
  }),
  'loan-interest-cap': z.strictObject({
    ...overdue,
    contractOn: localDate,
    agreedPercent: percent,
    percent: percent.optional().describe('one-year LPR of the day of the contract'),
    dayBasis,
  }),
  'default-clause': z.strictObject({ ...overdue, percentPerDay: percent, lossFen: fen.optional() }),
  'late-performance': z.strictObject(overdue),
} as const satisfies { [N in SingleCalcName]: z.ZodType<CalcInputs[N]> }

const item = <N extends SingleCalcName>(name: N) =>
  z.strictObject({ calculator: z.literal(name), input: single[name] })

const claimSheet = z.strictObject({
  sources,
  claimant: z.enum(['worker', 'employer']),
  items: z
    .array(
      z.discriminatedUnion('calculator', [
        item('severance'),
        item('severance-with-notice'),
        item('unlawful-termination'),
        item('double-wage'),
        item('overtime'),
        item('arrears'),
        item('minimum-wage-top-up'),
        item('probation-top-up'),
        item('deduction-excess'),
        item('injury-disability'),
        item('injury-suspension-pay'),
        item('injury-death'),
        item('annual-leave'),
        item('training-bond'),
        item('non-compete'),
        item('overdue-interest'),
        item('default-clause'),
        item('late-performance'),
      ]),
    )
    .max(100),
  others: z
    .array(z.strictObject({ text: filledLine(100), amountFen: fen }))
    .max(100)
    .optional(),
  agreedFen: fen.optional(),
  warnBelowPercent: z.number().min(0).max(100).optional().describe('60 when left out; policy'),
}) satisfies z.ZodType<ClaimSheetInput>

/** What each calculator takes, as JSON; money in fen (1/100 yuan), dates YYYY-MM-DD. */
export const calcInputs = { ...single, 'claim-sheet': claimSheet }

/** The shape of a calculator's input. */
export const calcInputSchema = (name: CalcName) => ({
  title: `The input of tanxin calc ${name} (${calcTitles[name]})`,
  ...z.toJSONSchema(calcInputs[name], { io: 'input', unrepresentable: 'any' }),
})
