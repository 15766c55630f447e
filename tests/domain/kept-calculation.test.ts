import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calcInputs } from '#contract/calc-inputs.ts'
import type { AgreementParty, Clause } from '#db/domain/agreement/content.ts'
import type { CalcName } from '#db/domain/labour/calc-names.ts'
import { figureFault, figureForms, figureText } from '#db/domain/labour/figure-check.ts'
import { figureGaps } from '#db/domain/labour/figure-gaps.ts'
import { inputLabels, inputLines } from '#db/domain/labour/input-words.ts'
import {
  claimantOf,
  compareSums,
  owedByOtherSide,
  promisedTo,
} from '#db/domain/labour/kept-calculation.ts'
import { readWorkFacts } from '#db/domain/labour/read-work-facts.ts'
import { localDate } from '#db/domain/local-date.ts'
import { labourTables, resultOf, sound } from '#tests/support/labour-calc.ts'

const party = (id: string, change: Partial<AgreementParty> = {}): AgreementParty => ({
  id,
  role: 'applicant',
  kind: 'person',
  name: id,
  representatives: [],
  ...change,
})
const firm = party('firm', { role: 'respondent', kind: 'organisation' })
const worker = party('worker')
const pays = (payerId: string, payeeId: string, totalFen: number): Clause => ({
  id: `${payerId}${totalFen}`,
  kind: 'payment',
  text: '',
  payment: { payerId, payeeId, totalFen, method: 'cash', instalments: [] },
})

describe('promisedTo', () => {
  const parties = [worker, firm]
  it('sums what the worker is to get and leaves out what the worker pays', () => {
    const clauses = [
      pays('firm', 'worker', 500),
      pays('firm', 'worker', 300),
      pays('worker', 'firm', 50),
    ]
    expect(promisedTo('worker', { clauses }, parties)).toBe(800)
    expect(promisedTo('employer', { clauses }, parties)).toBe(50)
  })
  it('tells person from person by who asked', () => {
    const boss = party('boss', { role: 'respondent' })
    const clauses = [pays('boss', 'worker', 500), pays('worker', 'boss', 20)]
    expect(promisedTo('worker', { clauses }, [worker, boss])).toBe(500)
  })
  it('is unknown without a payment clause, or while one is not written out', () => {
    const other: Clause = { id: 'o', kind: 'other', text: '一次性支付500元。' }
    expect(promisedTo('worker', { clauses: [other] }, parties)).toBeUndefined()
    expect(promisedTo('worker', { clauses: [pays('firm', '', 500)] }, parties)).toBeUndefined()
    expect(
      promisedTo(
        'worker',
        { clauses: [pays('firm', 'worker', 500), pays('firm', 'worker', 0)] },
        parties,
      ),
    ).toBeUndefined()
  })
})

describe('compareSums', () => {
  it('rounds to two places but judges the exact share', () => {
    expect(compareSums(5_800_000, 6_237_828, 60)).toEqual({ percent: 92.98, below: false })
    expect(compareSums(5_999, 10_000, 60)).toEqual({ percent: 59.99, below: true })
    expect(compareSums(6_000, 10_000, 60)).toEqual({ percent: 60, below: false })
    expect(compareSums(599_999_999, 1_000_000_000, 60)).toEqual({ percent: 60, below: true })
  })
  it('has nothing to say of a sum of nothing', () => {
    expect(compareSums(100, 0, 60)).toBeUndefined()
  })
  it('never warns at or above the whole, whatever the line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e12 }),
        fc.nat(1e6),
        fc.nat(100),
        (sum, more, line) => {
          expect(compareSums(sum + more, sum, line)?.below).toBe(false)
        },
      ),
    )
  })
})

describe('owedByOtherSide', () => {
  it('leaves out what the insurance fund pays, alone and in a sheet', () => {
    const injury = resultOf('injury-disability', sound['injury-disability'])
    expect(injury.amountFen).toBe(11_980_000)
    expect(owedByOtherSide(injury)).toBe(3_200_000)
    const other = resultOf('severance', sound.severance)
    const amountFen = injury.amountFen + other.amountFen
    const sheet = {
      ...other,
      amountFen,
      lines: [{ text: '合计', amountFen }],
      items: [injury, other],
    }
    expect(owedByOtherSide(sheet)).toBe(3_200_000 + 4_080_000)
    const uninsured = resultOf('injury-disability', {
      ...sound['injury-disability'],
      insured: false,
    })
    expect(owedByOtherSide(uninsured)).toBe(11_980_000)
  })
})

describe('claimantOf', () => {
  it('is the employer for the bond and for a sheet that says so', () => {
    expect(claimantOf('severance', {})).toBe('worker')
    expect(claimantOf('training-bond', {})).toBe('employer')
    expect(claimantOf('claim-sheet', { claimant: 'employer' })).toBe('employer')
    expect(claimantOf('claim-sheet', { claimant: 'worker' })).toBe('worker')
  })
})

describe('readWorkFacts', () => {
  it.each([
    ['张三2021年3月15日入职，月工资4,800元。', { hiredOn: '2021-03-15', monthlyFen: 480_000 }],
    [
      '自2020.5.1起在晨光厂从事缝纫工作，每月工资为5000元',
      { hiredOn: '2020-05-01', monthlyFen: 500_000 },
    ],
    ['2026-10-31被厂里辞退，没有说法', { leftOn: '2026-10-31' }],
    [
      '入职时间：2021年3月15日；离职时间：2026年10月31日',
      { hiredOn: '2021-03-15', leftOn: '2026-10-31' },
    ],
    [
      '2021年3月15日进厂，2026年10月31日离职，月薪六千元',
      { hiredOn: '2021-03-15', leftOn: '2026-10-31' },
    ],
    ['欠货款4,800元，2026年3月1日签的合同', {}],
    ['有人说月工资4,000元，有人说月工资5,000元', {}],
    ['', {}],
  ])('reads %s', (text, known) => {
    const facts = readWorkFacts(text)
    const values = Object.fromEntries(
      Object.entries(facts).map(([key, fact]) => [key, fact.value as unknown]),
    )
    expect(values).toMatchObject(known)
    if (Object.keys(known).length === 0) expect(values).toEqual({})
  })
  it('never throws and quotes only words of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'月工资4800元2021年3日入职离.，') }),
        (text) => {
          for (const { words } of Object.values(readWorkFacts(text))) expect(text).toContain(words)
        },
      ),
    )
  })
})

describe('inputLines', () => {
  it('has a name on paper for every field of every calculator', () => {
    const inner = new Set(['sources', 'items', 'circumstances'])
    const fields = Object.values(calcInputs).flatMap((schema) => Object.keys(schema.shape))
    expect(fields.filter((field) => !inner.has(field) && !(field in inputLabels))).toEqual([])
  })
  it('says each thing in words with who said so', () => {
    const sources = { baseFen: '工资条', 'circumstances.wageProven': '银行流水' }
    expect(
      inputLines('severance', { ...sound.severance, circumstances: { wageProven: true }, sources }),
    ).toEqual([
      { label: '解除或终止的情形', value: '用人单位提出，双方协商一致解除', source: '' },
      { label: '入职日期', value: '2021年3月15日', source: '' },
      { label: '离职日期', value: '2026年11月20日', source: '' },
      { label: '月平均工资', value: '6,800.00元', source: '工资条' },
      { label: '工资高于当地平均工资三倍', value: '否', source: '' },
      { label: '工资有书面凭证', value: '是', source: '银行流水' },
    ])
  })
  it('leaves no code of a choice and no fen in the words of any vector', () => {
    for (const [name, input] of Object.entries(sound))
      for (const { label, value } of inputLines(name as CalcName, input as Record<string, unknown>))
        expect(`${label}${value}`, `${name} ${label}`).not.toMatch(/[a-z]{3,}|undefined|\d{7,}/u)
  })
})

describe('figureFault', () => {
  it('finds none in what ships', () => {
    const faults = labourTables.parameters.flatMap((row) => {
      const fault = figureFault(row)
      return fault ? [`${row.key} ${row.variant ?? ''}: ${fault}`] : []
    })
    expect(faults).toEqual([])
  })
  it('keeps every digit of a decimal', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 99_999_999 }),
        fc.nat(99_999_999),
        (whole, places) => {
          const value = `${whole}.${String(places).padStart(8, '0')}`
          expect(figureText(` ${value} `)).toBe(value)
          const fault = figureFault({
            key: 'averageMonthlyWage',
            region: '330000',
            value,
            unit: '元',
          })
          expect(fault).toBe(whole === 99_999_999 && places > 0 ? 'outOfRange' : undefined)
        },
      ),
    )
  })
  it('knows how each figure is written', () => {
    for (const [key, { unit }] of Object.entries(figureForms)) expect(unit, key).not.toBe('')
  })
})

describe('figureGaps', () => {
  it('asks nothing of a place when the region is the whole country', () => {
    const gaps = figureGaps([], { region: 'CN', wageTier: '' }, localDate('2026-11-22'))
    expect(gaps.map(({ key }) => key)).not.toContain('monthlyMinimumWage')
    expect(gaps.length).toBeGreaterThan(20)
  })
})
