import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { CalcResult } from '#db/domain/labour/calc-sheet.ts'
import { claimSheet, type ClaimSheetInput } from '#db/domain/labour/claim-sheet.ts'
import { localDate as day } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan, splitEvenly } from '#db/domain/money.ts'
import { labourTables, resultOf, sound, yuanFen } from '#tests/support/labour-calc.ts'

/** The lines of the facts that hold a worked figure, copied. */
const copied = readFileSync(new URL('calc-vectors.txt', import.meta.url), 'utf8')
/** The facts themselves, where they lie beside the tree. */
const facts = new URL('../../../shared/domain/labour-calculators.md', import.meta.url)

const idPattern = /^\| (V\d+[a-z]?) \||\*\*(V\d+[a-z]?)\*\*/gm
const idsOf = (text: string) => [...text.matchAll(idPattern)].map(([, a, b]) => a ?? b ?? '')
const rowOf = (id: string) =>
  copied
    .split('\n')
    .find(
      (line) =>
        line.startsWith(`| ${id} |`) || line.includes(`**${id}**`) || line.startsWith(`${id}:`),
    ) ?? ''

const amount = ({ amountFen }: CalcResult) => formatYuan(amountFen)
const months = ({ figures }: CalcResult) => `${figures['months']} months`
const service = (startOn: string, endOn: string, baseYuan: number, more = {}) =>
  resultOf('severance', {
    ...sound.severance,
    startOn: day(startOn),
    endOn: day(endOn),
    baseFen: yuanFen(baseYuan),
    ...more,
  })
const answered = { aboveThreeTimesAverage: undefined, localAverageFen: 850_000 }
const injury = sound['injury-disability']
const graded = (grade: number, more = {}) =>
  resultOf('injury-disability', { ...injury, grade, contractEnded: false, ...more })
const interest = sound['overdue-interest']
const nonCompete = sound['non-compete']

const sheet: ClaimSheetInput = {
  claimant: 'worker',
  items: [
    { calculator: 'severance', input: sound.severance },
    { calculator: 'overtime', input: sound.overtime },
    { calculator: 'arrears', input: { ...sound.arrears, paidFen: 0 } },
    { calculator: 'annual-leave', input: sound['annual-leave'] },
  ],
  agreedFen: 5_800_000,
}
const summed = () => {
  const outcome = claimSheet(sheet, labourTables)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.reasons))
  return outcome.result
}

/** Each vector: what is made of it, and how the facts print it. */
const vectors: Record<string, { made: () => string[]; printed: string[] }> = {
  V1: { made: () => [amount(resultOf('severance', sound.severance))], printed: ['40,800.00'] },
  V2: { made: () => [amount(service('2023-07-01', '2026-10-31', 7250.5))], printed: ['25,376.75'] },
  V3a: { made: () => [amount(service('2026-05-01', '2026-10-31', 5000))], printed: ['5,000.00'] },
  V3b: { made: () => [amount(service('2026-05-01', '2026-10-30', 5000))], printed: ['2,500.00'] },
  V3c: { made: () => [months(service('2020-11-23', '2026-11-22', 1))], printed: ['6 months'] },
  V3d: { made: () => [months(service('2016-09-01', '2026-09-01', 1))], printed: ['10.5 months'] },
  V3e: { made: () => [months(service('2024-02-29', '2026-02-28', 1))], printed: ['2 months'] },
  V4: {
    made: () => [
      amount(service('2012-08-01', '2026-10-31', 38_000, answered)),
      // The uncapped figure of the facts: the same worker where the cap does not reach.
      amount(
        service('2012-08-01', '2026-10-31', 38_000, { ...answered, localAverageFen: 1_300_000 }),
      ),
    ],
    printed: ['306,000.00', '551,000.00'],
  },
  V4b: {
    made: () => [amount(service('2011-11-01', '2026-10-31', 6000, answered))],
    printed: ['90,000.00'],
  },
  V5: {
    made: () => [amount(resultOf('severance-with-notice', sound['severance-with-notice']))],
    printed: ['47,900.00'],
  },
  V6: {
    made: () => [amount(resultOf('unlawful-termination', sound['unlawful-termination']))],
    printed: ['81,600.00'],
  },
  V7: {
    made: () => [amount(resultOf('double-wage', sound['double-wage']))],
    printed: ['38,206.90'],
  },
  V8: {
    made: () => [
      amount(
        resultOf('double-wage', {
          hiredOn: day('2025-02-01'),
          leftOn: day('2026-05-31'),
          monthlyFen: 550_000,
          notSignedThroughWorker: false,
        }),
      ),
    ],
    printed: ['60,500.00'],
  },
  V9: { made: () => [amount(resultOf('overtime', sound.overtime))], printed: ['2,130.00'] },
  V10: {
    made: () => [
      amount(
        resultOf('overtime', {
          ...sound.overtime,
          baseFen: 630_000,
          entries: [{ kind: 'weekday', hours: 36 }],
        }),
      ),
    ],
    printed: ['1,955.17'],
  },
  V10b: {
    made: () => [
      amount(
        resultOf('overtime', {
          mode: 'piece',
          on: day('2026-10-31'),
          months: 1,
          unitPrice: '1.20',
          entries: [{ kind: 'weekday', units: 300 }],
        }),
      ),
    ],
    printed: ['540.00'],
  },
  V11: {
    made: () => [
      amount(resultOf('arrears', sound.arrears)),
      amount(resultOf('arrears', { ...sound.arrears, paidFen: 0 })),
    ],
    printed: ['12,048.28', '17,048.28'],
  },
  V11b: {
    made: () =>
      resultOf('arrears', sound.arrears).potential.flatMap(({ fromFen, toFen }) => [
        formatYuan(fromFen),
        formatYuan(toFen),
      ]),
    printed: ['6,024.14', '12,048.28'],
  },
  V12: {
    made: () => [amount(resultOf('minimum-wage-top-up', sound['minimum-wage-top-up']))],
    printed: ['2,450.00'],
  },
  V12b: {
    made: () =>
      splitEvenly(resultOf('arrears', { ...sound.arrears, paidFen: 0 }).amountFen, 3).map(
        formatYuan,
      ),
    printed: ['5,682.76', '5,682.76', '5,682.76'],
  },
  V13: {
    made: () => [10, 9, 8, 7].map((grade) => amount(graded(grade))),
    printed: ['43,400.00', '55,800.00', '68,200.00', '80,600.00'],
  },
  V14: {
    made: () => {
      const insured = resultOf('injury-disability', injury)
      const alone = resultOf('injury-disability', { ...injury, insured: false })
      const paidBy = ({ lines }: CalcResult, payer: string) =>
        formatYuan(
          lines.reduce((sum, one) => sum + (one.payer === payer ? (one.amountFen ?? 0) : 0), 0),
        )
      return [
        amount(insured),
        paidBy(insured, 'fund'),
        paidBy(insured, 'employer'),
        paidBy(alone, 'employer'),
      ]
    },
    printed: ['119,800.00', '87,800.00', '32,000.00', '119,800.00'],
  },
  V15: {
    made: () => [
      amount(graded(10, { ownWageFen: undefined, paidWageFen: 390_000, localAverageFen: 750_000 })),
    ],
    printed: ['31,500.00'],
  },
  V15b: {
    made: () => [
      amount(
        graded(9, { ownWageFen: undefined, paidWageFen: 3_000_000, localAverageFen: 750_000 }),
      ),
    ],
    printed: ['202,500.00'],
  },
  V16: {
    made: () => [amount(resultOf('injury-suspension-pay', sound['injury-suspension-pay']))],
    printed: ['24,800.00'],
  },
  V17: {
    made: () =>
      resultOf('injury-death', sound['injury-death']).lines.flatMap(({ amountFen }) =>
        amountFen === undefined ? [] : [formatYuan(amountFen)],
      ),
    printed: ['1,083,760.00', '48,000.00'],
  },
  V17b: {
    made: () => {
      const result = resultOf('injury-dependants', sound['injury-dependants'])
      return [`${amount(result)}**/${result.per}`]
    },
    printed: ['6,200.00**/month'],
  },
  V18: {
    made: () => [amount(resultOf('annual-leave', sound['annual-leave']))],
    printed: ['2,400.00'],
  },
  V18b: {
    made: () => {
      const { figures } = resultOf('annual-leave', {
        ...sound['annual-leave'],
        serviceYears: 5,
        joinedOn: day('2026-07-01'),
        leftOn: undefined,
        takenDays: 0,
      })
      return [`${figures['days']} days`]
    },
    printed: ['2 days'],
  },
  V19: {
    made: () => [amount(resultOf('training-bond', sound['training-bond']))],
    printed: ['14,666.67'],
  },
  V20: {
    made: () => [
      amount(resultOf('non-compete', nonCompete)),
      amount(resultOf('non-compete', { ...nonCompete, baseFen: 700_000, minimumWageFen: 249_000 })),
    ],
    printed: ['3,600.00', '2,490.00'],
  },
  V21: {
    made: () => {
      const cap = resultOf('loan-interest-cap', sound['loan-interest-cap'])
      return [
        `${resultOf('overdue-interest', interest).figures['days']} d`,
        amount(resultOf('overdue-interest', { ...interest, dayBasis: 365 })),
        amount(resultOf('overdue-interest', { ...interest, dayBasis: 360 })),
        `${cap.figures['capPercent']} %`,
      ]
    },
    printed: ['325 d', '1,335.62', '1,354.17', '12.00 %'],
  },
  V22: {
    made: () => [amount(resultOf('default-clause', sound['default-clause']))],
    printed: ['170.48'],
  },
  V23: {
    made: () => [amount(resultOf('late-performance', sound['late-performance']))],
    printed: ['262.50'],
  },
  S9: {
    made: () => [
      amount(summed()),
      `人民币${capitalAmount(summed().amountFen)}`,
      `${summed().figures['agreedPercent']} %`,
    ],
    printed: ['62,378.28', '人民币陆万贰仟叁佰柒拾捌元贰角捌分', '92.98 %'],
  },
}

describe('vectors of the labour calculators', () => {
  it.each(Object.keys(vectors))('%s is met to the fen and is what the facts print', (id) => {
    const { made, printed } = vectors[id] ?? { made: () => [], printed: ['none'] }
    expect(made()).toEqual(printed)
    const row = rowOf(id)
    for (const words of printed)
      expect(row.includes(words) || row.includes(words.replace(/\.00$/, '')), words).toBe(true)
  })

  it('stand in the table, every one', () => {
    const ids = idsOf(copied)
    expect(ids).toHaveLength(34)
    expect(ids.filter((id) => !Object.hasOwn(vectors, id))).toEqual([])
    expect(Object.keys(vectors).filter((id) => id !== 'S9' && !ids.includes(id))).toEqual([])
  })

  it.runIf(existsSync(facts))('are copied from the facts whole and unchanged', () => {
    const text = readFileSync(facts, 'utf8')
    expect(idsOf(text)).toEqual(idsOf(copied))
    const lines = copied.split('\n').map((line) => line.replace(/^S9: /, ''))
    expect(lines.filter((line) => !text.includes(line))).toEqual([])
  })
})
