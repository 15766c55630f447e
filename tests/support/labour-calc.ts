import { fileURLToPath } from 'node:url'
import type { CalcOutcome, CalcResult } from '#db/domain/labour/calc-sheet.ts'
import {
  calculateOne,
  type CalcInputs,
  type SingleCalcName,
} from '#db/domain/labour/calculators.ts'
import { localDate } from '#db/domain/local-date.ts'
import { loadLabourTables } from '#db/labour-parameters.ts'

/** The dated figures as they ship. */
export const labourTables = loadLabourTables(
  fileURLToPath(new URL('../../resources/law', import.meta.url)),
)

export const yuanFen = (yuan: number): number => Math.round(yuan * 100)

export const outcomeOf = <N extends SingleCalcName>(name: N, input: CalcInputs[N]): CalcOutcome =>
  calculateOne(name, input, labourTables)

/** The result, or an error that tells why there is none. */
export const resultOf = <N extends SingleCalcName>(name: N, input: CalcInputs[N]): CalcResult => {
  const outcome = outcomeOf(name, input)
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.reasons)}`)
  return outcome.result
}

/** Why there is no figure: code and place of each reason; none when there is a figure. */
export const refusedAt = <N extends SingleCalcName>(name: N, input: CalcInputs[N]): string[] => {
  const outcome = outcomeOf(name, input)
  return outcome.ok ? [] : outcome.reasons.map(({ code, path }) => `${code} ${path}`)
}

export const warningsOf = <N extends SingleCalcName>(name: N, input: CalcInputs[N]): string[] =>
  resultOf(name, input).warnings.map(({ code }) => code)

const day = localDate
const recognised = { insured: true, recognised: true, appraised: true }

/** One input for each calculator that gives a figure: the vectors of the facts. */
export const sound: { [N in SingleCalcName]: CalcInputs[N] } = {
  severance: {
    ground: 'employerProposes',
    startOn: day('2021-03-15'),
    endOn: day('2026-11-20'),
    baseFen: 680_000,
    aboveThreeTimesAverage: false,
  },
  'severance-with-notice': {
    ground: 'article40',
    startOn: day('2021-03-15'),
    endOn: day('2026-11-20'),
    baseFen: 680_000,
    aboveThreeTimesAverage: false,
    noticeGiven: false,
    lastMonthFen: 710_000,
  },
  'unlawful-termination': {
    startOn: day('2021-03-15'),
    endOn: day('2026-11-20'),
    baseFen: 680_000,
    aboveThreeTimesAverage: false,
  },
  'double-wage': {
    hiredOn: day('2025-11-03'),
    signedOn: day('2026-06-15'),
    monthlyFen: 600_000,
    notSignedThroughWorker: false,
  },
  overtime: {
    mode: 'hourly',
    on: day('2026-10-31'),
    months: 1,
    baseFen: 522_000,
    entries: [
      { kind: 'weekday', hours: 10 },
      { kind: 'restDay', days: 2 },
      { kind: 'holiday', days: 1 },
    ],
  },
  arrears: {
    on: day('2026-10-31'),
    due: [
      { kind: 'months', monthlyFen: 480_000, months: 3 },
      { kind: 'days', monthlyFen: 480_000, days: 12 },
    ],
    paidFen: 500_000,
  },
  'minimum-wage-top-up': {
    stretches: [{ on: day('2025-10-31'), paidFen: 200_000, months: 5, standardFen: 249_000 }],
  },
  'probation-top-up': {
    on: day('2025-10-31'),
    contractFen: 500_000,
    paidFen: 350_000,
    months: 2,
    standardFen: 249_000,
  },
  'deduction-excess': {
    on: day('2025-10-31'),
    monthlyFen: 400_000,
    deductedFen: 100_000,
    standardFen: 249_000,
  },
  'injury-disability': {
    ...recognised,
    accidentOn: day('2025-06-01'),
    grade: 9,
    ownWageFen: 620_000,
    contractEnded: true,
    endedOn: day('2026-06-30'),
    provincialAverageFen: 800_000,
    region: '330502',
  },
  'injury-allowance': {
    ...recognised,
    accidentOn: day('2025-06-01'),
    grade: 3,
    ownWageFen: 620_000,
  },
  'injury-suspension-pay': {
    ...recognised,
    accidentOn: day('2025-06-01'),
    originalWageFen: 620_000,
    months: 4,
    paidFen: 0,
  },
  'injury-care': {
    ...recognised,
    accidentOn: day('2025-06-01'),
    level: 'most',
    localAverageFen: 750_000,
  },
  'injury-death': {
    insured: true,
    recognised: true,
    deathOn: day('2025-06-01'),
    localAverageFen: 800_000,
  },
  'injury-dependants': {
    insured: true,
    recognised: true,
    accidentOn: day('2025-06-01'),
    ownWageFen: 620_000,
    dependants: [
      { relation: 'spouse' },
      { relation: 'other' },
      { relation: 'other' },
      { relation: 'other' },
    ],
  },
  'annual-leave': {
    year: 2026,
    serviceYears: 12,
    twelveMonths: true,
    leftOn: day('2026-08-31'),
    takenDays: 2,
    baseFen: 652_500,
    normalPayPaid: true,
    refusedInWriting: false,
  },
  'training-bond': {
    costFen: 2_400_000,
    serviceMonths: 36,
    servedMonths: 14,
    leftOn: day('2026-10-31'),
  },
  'non-compete': { endOn: day('2025-10-31'), baseFen: 1_200_000, months: 1, paidFen: 0 },
  'overdue-interest': {
    principalFen: 5_000_000,
    fromOn: day('2026-01-01'),
    toOn: day('2026-11-22'),
    percent: '3.00',
  },
  'loan-interest-cap': {
    principalFen: 5_000_000,
    fromOn: day('2026-01-01'),
    toOn: day('2026-11-22'),
    contractOn: day('2025-12-01'),
    agreedPercent: '24',
  },
  'default-clause': {
    principalFen: 1_704_828,
    fromOn: day('2026-11-02'),
    toOn: day('2026-11-22'),
    percentPerDay: '0.05',
  },
  'late-performance': {
    principalFen: 5_000_000,
    fromOn: day('2026-10-23'),
    toOn: day('2026-11-22'),
  },
}
