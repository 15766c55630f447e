import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calcNames } from '#db/domain/labour/calc-names.ts'
import type { CalcOutcome } from '#db/domain/labour/calc-sheet.ts'
import {
  calculateOne,
  type CalcInputs,
  type SingleCalcName,
} from '#db/domain/labour/calculators.ts'
import {
  claimSheet,
  type ClaimItem,
  type ClaimSheetInput,
  employerClaims,
  workerClaims,
} from '#db/domain/labour/claim-sheet.ts'
import { addDays, localDate as day } from '#db/domain/local-date.ts'
import { readLabourParameters } from '#db/labour-parameters.ts'
import {
  labourTables,
  outcomeOf,
  refusedAt,
  resultOf,
  sound,
  warningsOf,
} from '#tests/support/labour-calc.ts'

const names = Object.keys(sound) as SingleCalcName[]
const fen = fc.integer({ min: 0, max: 50_000_000 })
const start = day('2008-01-01')

/** Wages and times of every size for each calculator; what is not drawn is as in the vectors. */
const drawn: { [N in SingleCalcName]: fc.Arbitrary<Partial<CalcInputs[N]>> } = {
  severance: fc.record({
    baseFen: fen,
    endOn: fc.nat(6000).map((n) => addDays(day('2021-03-15'), n)),
  }),
  'severance-with-notice': fc.record({ baseFen: fen, lastMonthFen: fen }),
  'unlawful-termination': fc.record({
    baseFen: fen,
    startOn: fc.nat(6000).map((n) => addDays(start, n)),
  }),
  'double-wage': fc.record({
    monthlyFen: fen,
    signedOn: fc.nat(700).map((n) => addDays(day('2025-11-03'), n)),
    partWorkingDays: fc.nat(22),
  }),
  overtime: fc.record({
    baseFen: fen,
    entries: fc.array(
      fc.record({
        kind: fc.constantFrom('weekday' as const, 'restDay' as const, 'holiday' as const),
        hours: fc.nat(300).map((n) => n / 4),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
  arrears: fc.record({ paidFen: fen }),
  'minimum-wage-top-up': fc.record({
    stretches: fc.array(
      fc.record({
        on: fc.constant(day('2025-10-31')),
        paidFen: fc.integer({ min: 0, max: 500_000 }),
        months: fc.integer({ min: 1, max: 60 }),
        standardFen: fc.constant(249_000),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  }),
  'probation-top-up': fc.record({ contractFen: fen, paidFen: fen }),
  'deduction-excess': fc.record({ monthlyFen: fen, deductedFen: fen }),
  'injury-disability': fc.record({ ownWageFen: fen, grade: fc.integer({ min: 1, max: 10 }) }),
  'injury-allowance': fc.record({ ownWageFen: fen, grade: fc.integer({ min: 1, max: 4 }) }),
  'injury-suspension-pay': fc.record({
    originalWageFen: fen,
    months: fc.nat(11),
    days: fc.nat(30),
    paidFen: fen,
  }),
  'injury-care': fc.record({ localAverageFen: fen }),
  'injury-death': fc.record({ localAverageFen: fen, nationalIncomeFen: fen }),
  'injury-dependants': fc.record({ ownWageFen: fen }),
  'annual-leave': fc.record({
    baseFen: fen,
    takenDays: fc.nat(40).map((n) => n / 2),
    leftOn: fc.nat(364).map((n) => addDays(day('2026-01-01'), n)),
  }),
  'training-bond': fc.record({ costFen: fen, agreedFen: fen, servedMonths: fc.nat(60) }),
  'non-compete': fc.record({ baseFen: fen, paidFen: fen, months: fc.nat(40) }),
  'overdue-interest': fc.record({ principalFen: fen }),
  'loan-interest-cap': fc.record({ principalFen: fen }),
  'default-clause': fc.record({ principalFen: fen }),
  'late-performance': fc.record({ principalFen: fen }),
}

const run = (name: SingleCalcName, input: object): CalcOutcome =>
  calculateOne(name, input as never, labourTables)
const amountOf = (outcome: CalcOutcome): number =>
  outcome.ok ? outcome.result.amountFen : Number.NaN

describe('every calculator', () => {
  it('is named, and gives a figure for its vector', () => {
    expect([...names, 'claim-sheet']).toEqual(calcNames)
    for (const name of names) expect(refusedAt(name, sound[name]), name).toEqual([])
  })

  it.each(names)(
    '%s is the sum of its lines, never below nothing, in whole fen, with its law',
    (name) => {
      fc.assert(
        fc.property(drawn[name] as fc.Arbitrary<object>, (change) => {
          const outcome = run(name, { ...sound[name], ...change })
          if (!outcome.ok) throw new Error(JSON.stringify(outcome.reasons))
          const { amountFen, lines, law } = outcome.result
          expect(Number.isSafeInteger(amountFen) && amountFen >= 0).toBe(true)
          expect(lines.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)).toBe(amountFen)
          expect(law.length).toBeGreaterThan(0)
          expect(law.filter((article) => !/《.+》|〔\d{4}〕/.test(article))).toEqual([])
        }),
        { numRuns: 100 },
      )
    },
  )

  it.each(names)('%s gives no figure where a needed input is unknown', (name) => {
    const needed = Object.entries(sound[name]).filter(([, value]) => typeof value === 'number')
    expect(needed.length + (name === 'minimum-wage-top-up' ? 1 : 0)).toBeGreaterThan(0)
    for (const [field] of needed) {
      if (field === 'standardFen' || (name === 'annual-leave' && field === 'year')) continue
      const unknown = run(name, { ...sound[name], [field]: undefined })
      expect(unknown.ok, field).toBe(false)
    }
  })

  it.each(names)('%s refuses negative and broken numbers, naming them', (name) => {
    const numbers = Object.entries(sound[name]).filter(([, value]) => typeof value === 'number')
    for (const [field] of numbers)
      for (const bad of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
        const outcome = run(name, { ...sound[name], [field]: bad })
        expect(outcome.ok ? [] : outcome.reasons.map(({ path }) => path), field).toContain(
          field === 'paidWageFen' ? 'ownWageFen' : field,
        )
      }
  })

  it('keeps who said so', () => {
    const sources = { baseFen: '工资单' }
    expect(resultOf('severance', { ...sound.severance, sources }).sources).toEqual(sources)
  })

  it('marks what was not compared with its document, and never prints it as law', () => {
    const { parameters, warnings, law } = resultOf('arrears', sound.arrears)
    expect(parameters).toMatchObject([{ value: '21.75', verified: false, entered: false }])
    expect(warnings.map(({ code }) => code)).toContain('parameterUnverified')
    expect(law.join('')).not.toContain('人社部发')
  })

  it('tells what stands around the claim', () => {
    const circumstances = {
      wageProven: false,
      resignationLetter: true,
      reachedRetirementAge: true,
      socialInsuranceWaiver: true,
      constructionSite: true,
      workerCount: 10,
      relationEndedOn: day('2025-10-31'),
      claimedOn: day('2026-10-31'),
    }
    const told = [
      'wageNotProven',
      'resignationLetter',
      'reachedRetirementAge',
      'socialInsuranceWaiver',
      'constructionChain',
      'manyWorkers',
    ]
    expect(warningsOf('severance', { ...sound.severance, circumstances })).toEqual(told)
    const late = { ...circumstances, workerCount: 9, claimedOn: day('2026-11-01') }
    expect(warningsOf('severance', { ...sound.severance, circumstances: late })).toEqual([
      ...told.slice(0, 5),
      'limitationPassed',
    ])
  })
})

/** More of `field` is never less of the result. */
const grows: [SingleCalcName, string, fc.Arbitrary<number>][] = [
  ['severance', 'baseFen', fen],
  ['severance-with-notice', 'lastMonthFen', fen],
  ['unlawful-termination', 'baseFen', fen],
  ['double-wage', 'monthlyFen', fen],
  ['overtime', 'baseFen', fen],
  ['injury-disability', 'ownWageFen', fen],
  ['injury-disability', 'provincialAverageFen', fen],
  ['injury-allowance', 'ownWageFen', fen],
  ['injury-suspension-pay', 'originalWageFen', fen],
  ['injury-suspension-pay', 'months', fc.nat(12)],
  ['injury-care', 'localAverageFen', fen],
  ['injury-death', 'localAverageFen', fen],
  ['injury-dependants', 'ownWageFen', fen],
  ['annual-leave', 'baseFen', fen],
  ['annual-leave', 'serviceYears', fc.integer({ min: 1, max: 60 })],
  ['training-bond', 'costFen', fen],
  ['non-compete', 'baseFen', fen],
  ['non-compete', 'months', fc.nat(40)],
  ['overdue-interest', 'principalFen', fen],
  ['loan-interest-cap', 'principalFen', fen],
  ['default-clause', 'principalFen', fen],
  ['late-performance', 'principalFen', fen],
]

/** A later day is never less of the result. */
const lasts: [SingleCalcName, string, string, number][] = [
  ['severance', 'endOn', '2021-03-15', 8000],
  ['unlawful-termination', 'endOn', '2021-03-15', 8000],
  ['double-wage', 'signedOn', '2026-01-03', 360],
  ['annual-leave', 'leftOn', '2026-01-01', 364],
  ['overdue-interest', 'toOn', '2026-01-01', 2000],
  ['default-clause', 'toOn', '2026-11-02', 2000],
  ['late-performance', 'toOn', '2026-10-23', 2000],
]

describe('more wage and more time', () => {
  it.each(grows)('%s never falls with %s', (name, field, values) => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [low, high] = a <= b ? [a, b] : [b, a]
        const at = (value: number) => amountOf(run(name, { ...sound[name], [field]: value }))
        expect(at(low)).toBeLessThanOrEqual(at(high))
      }),
      { numRuns: 200 },
    )
  })

  it.each(lasts)('%s never falls with a later %s', (name, field, from, days) => {
    fc.assert(
      fc.property(fc.nat(days), fc.nat(days), (a, b) => {
        const at = (n: number) =>
          amountOf(run(name, { ...sound[name], [field]: addDays(day(from), n) }))
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)))
      }),
      { numRuns: 200 },
    )
  })
})

const itemOf = (calculator: ClaimItem['calculator']) =>
  ({ calculator, input: sound[calculator] }) as ClaimItem
const sheet = (items: ClaimItem[], more: Partial<ClaimSheetInput> = {}) =>
  claimSheet({ claimant: 'worker', items, ...more }, labourTables)

describe('claimSheet', () => {
  const apart = ['severance', 'severance-with-notice', 'unlawful-termination'] as const

  it('adds up any choice that does not exclude itself, and refuses the others', () => {
    fc.assert(
      fc.property(fc.subarray([...workerClaims]), (chosen) => {
        const outcome = sheet(chosen.map(itemOf))
        const endings = chosen.filter((name) => (apart as readonly string[]).includes(name)).length
        const isExcluded =
          endings > 1 || (chosen.includes('injury-disability') && chosen.includes('injury-death'))
        if (chosen.length === 0 || isExcluded) {
          expect(outcome.ok).toBe(false)
          return
        }
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.reasons))
        const sum = chosen.reduce((total, name) => total + amountOf(run(name, sound[name])), 0)
        expect(outcome.result.amountFen).toBe(sum)
        expect(outcome.items.map(({ calculator }) => calculator)).toEqual(chosen)
        const lines = outcome.result.lines.reduce((total, line) => total + (line.amountFen ?? 0), 0)
        expect(lines).toBe(sum)
      }),
      { numRuns: 300 },
    )
  })

  it('names the item that is one choice too many', () => {
    expect(
      sheet([itemOf('severance'), itemOf('overtime'), itemOf('unlawful-termination')]),
    ).toEqual({
      ok: false,
      reasons: [
        {
          code: 'excluded',
          path: 'items.2.calculator',
          text: expect.stringContaining('只能选一项'),
        },
      ],
    })
    expect(sheet([itemOf('double-wage'), itemOf('double-wage')]).ok).toBe(false)
    expect(sheet([itemOf('arrears'), itemOf('arrears')]).ok).toBe(true)
  })

  it('keeps the two sides apart', () => {
    expect(sheet([itemOf('training-bond')]).ok).toBe(false)
    expect(sheet(employerClaims.map(itemOf), { claimant: 'employer' }).ok).toBe(true)
    expect(sheet([itemOf('severance')], { claimant: 'employer' }).ok).toBe(false)
  })

  it('has no sum where one item has no figure, and tells where', () => {
    const { baseFen: _base, ...input } = sound.severance
    expect(sheet([itemOf('overtime'), { calculator: 'severance', input }])).toMatchObject({
      ok: false,
      reasons: [{ code: 'missing', path: 'items.1.input.baseFen' }],
    })
    expect(sheet([])).toMatchObject({ ok: false, reasons: [{ code: 'missing', path: 'items' }] })
  })

  it('holds the agreed amount against the sum and tells when it lies far below (D11)', () => {
    const others = [{ text: '医疗费（票据）', amountFen: 100_000 }]
    const at = (agreedFen: number) => sheet([], { others, agreedFen })
    expect(at(60_000)).toMatchObject({
      ok: true,
      result: { figures: { agreedPercent: '60.00' }, warnings: [] },
    })
    expect(at(59_999)).toMatchObject({
      ok: true,
      result: { warnings: [{ code: 'farBelowStatutory' }] },
    })
    expect(at(-1).ok).toBe(false)
  })

  it('tells claims that may count the same time twice', () => {
    const outcome = sheet([itemOf('arrears'), itemOf('minimum-wage-top-up')])
    expect(outcome.ok && outcome.result.warnings.map(({ code }) => code)).toContain('mayOverlap')
  })
})

describe('dated figures', () => {
  it('of different documents never hold on the same day for the same place', () => {
    const rows = labourTables.parameters
    const clashes = rows.filter((a, index) =>
      rows.some(
        (b, other) =>
          other > index &&
          a.key === b.key &&
          a.variant === b.variant &&
          a.region === b.region &&
          a.validFrom <= (b.validTo ?? '9999-12-31') &&
          b.validFrom <= (a.validTo ?? '9999-12-31'),
      ),
    )
    expect(clashes).toEqual([])
  })

  it('are refused in a file that is not sound', () => {
    const file = (change: object, row: object = {}) =>
      JSON.stringify({
        key: 'labourParameters',
        note: '',
        packages: [
          {
            id: 'x',
            region: 'CN',
            document: 'd',
            url: null,
            validFrom: '2025-01-01',
            validTo: null,
            checkedOn: null,
            verified: false,
            note: '',
            rows: [{ key: 'payDaysPerMonth', value: '21.75', unit: '天', ...row }],
            ...change,
          },
        ],
      })
    expect(readLabourParameters(file({}))).toHaveLength(1)
    const bad = [
      file({ validFrom: '2025-02-30' }),
      file({ validTo: '2024-12-31' }),
      file({ document: '' }),
      file({ verified: 'yes' }),
      file({}, { value: '21,75' }),
      file({}, { key: 'somethingElse' }),
    ]
    for (const text of bad) expect(() => readLabourParameters(text), text).toThrow()
  })

  it('leave out what was not seen', () => {
    expect(
      outcomeOf('injury-death', { ...sound['injury-death'], deathOn: day('2026-05-01') }),
    ).toEqual({
      ok: false,
      reasons: [
        {
          code: 'noParameter',
          path: 'nationalIncomeFen',
          text: expect.stringContaining('最近一档：2025年1月1日至2025年12月31日'),
        },
      ],
    })
  })
})
