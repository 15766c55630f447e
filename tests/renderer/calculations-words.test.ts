import { describe, expect, it } from 'vitest'
import type { Figure } from '#contract/calculations.ts'
import { figures } from '#contract/calculations.ts'
import { calcNames } from '#db/domain/labour/calc-names.ts'
import { localDate } from '#db/domain/local-date.ts'
import { parameterNames } from '#db/domain/labour/parameters.ts'
import { sound, labourTables } from '#tests/support/labour-calc.ts'
import { wantedCalculators } from '../../renderer/features/calculations/calculator-list.tsx'
import {
  claimOption,
  excludedBy,
  validityWords,
} from '../../renderer/features/calculations/calc-words.ts'
import {
  blankFigure,
  figureDraft,
  figureErrors,
  figureInput,
  withKey,
} from '../../renderer/features/calculations/figure-form.ts'
import {
  standingOf,
  usualUnit,
  variantLabel,
  variantWords,
} from '../../renderer/features/calculations/figure-words.ts'
import { draftOf } from '../../renderer/features/calculations/form-values.ts'
import { inputWords } from '../../renderer/features/calculations/input-words.ts'
import { parseCount } from '../../renderer/features/calculations/parse-count.ts'

const shipped = labourTables.parameters.map((row): Figure => ({
  ...row,
  url: row.url ?? '',
  note: '',
  revision: 0,
  name: parameterNames[row.key],
  replaced: false,
  standing: 'inForce',
}))

describe('excludedBy', () => {
  it('names of N, N+1 and 2N the one that is chosen already', () => {
    expect(excludedBy('unlawful-termination', ['arrears', 'severance'])?.other).toBe('severance')
    expect(claimOption('unlawful-termination', ['severance'])).toBe(
      '违法解除或终止赔偿金（2N）（与经济补偿（N）只能选一项）',
    )
  })

  it('lets arrears be claimed more than once, double wage only once', () => {
    expect(excludedBy('arrears', ['arrears', 'severance'])).toBeUndefined()
    expect(claimOption('double-wage', ['double-wage'])).toMatch(/已在汇总里/)
  })
})

describe('inputWords', () => {
  it('tells what was filled with its unit and its source, and leaves out what was not', () => {
    const draft = draftOf('severance', { ...sound.severance, sources: { baseFen: '银行流水' } })
    expect(
      inputWords('severance', draft).map(({ label, words, source }) => [label, words, source]),
    ).toEqual([
      ['为什么结束劳动关系', ['用人单位提出，双方协商一致解除'], ''],
      ['入职日期', ['2021-03-15'], ''],
      ['离职日期', ['2026-11-20'], ''],
      ['离职前十二个月平均工资', ['6,800.00 元'], '银行流水'],
      ['月工资高于当地平均工资三倍', ['否'], ''],
    ])
  })

  it('tells each row of a list in one line', () => {
    const told = inputWords('overtime', draftOf('overtime', { ...sound.overtime }))
    expect(told.find(({ path }) => path === 'entries')?.words).toEqual([
      '平日延长工作时间 150%，10 小时',
      '休息日加班 200%，2 天',
      '法定节假日加班 300%，1 天',
    ])
  })
})

describe('wantedCalculators', () => {
  it('finds severance first by its first two characters, and all without words', () => {
    expect(wantedCalculators('经济')[0]).toBe('severance')
    expect(wantedCalculators('加班')[0]).toBe('overtime')
    expect(wantedCalculators('')).toHaveLength(calcNames.length)
    expect(wantedCalculators('房租')).toEqual([])
  })
})

describe('parseCount', () => {
  it('reads full-width digits, separators and the unit, and nothing else', () => {
    expect(parseCount('１２．５', '天')).toBe(12.5)
    expect(parseCount('3个月', '个月')).toBe(3)
    expect(parseCount('1,200 件', '件')).toBe(1200)
    for (const text of ['', '-1', '三', '1.2.3', '1e5'])
      expect(parseCount(text, '天')).toBeUndefined()
  })
})

describe('figureInput', () => {
  it('takes every shipped figure over as an own one that the contract accepts', () => {
    const { inputSchema } = figures.save['~orpc']
    for (const figure of shipped) {
      const input = figureInput(figureDraft(figure))
      expect(input, figure.name).toBeDefined()
      expect(inputSchema?.['~standard'].validate(input), figure.name).toMatchObject({
        value: input,
      })
    }
  })

  it('says what is missing in a new one, and takes it once it is there', () => {
    const draft = blankFigure({ key: 'monthlyMinimumWage', variant: '1' }, '330502')
    expect(Object.keys(figureErrors(draft)).toSorted()).toEqual(['document', 'validFrom', 'value'])
    const filled = {
      ...draft,
      value: ' 2660 ',
      document: '浙政发〔2025〕×号',
      validFrom: localDate('2026-01-01'),
    }
    expect(figureInput(filled)).toMatchObject({
      revision: 0,
      figure: { value: '2660', unit: '元', region: '330502', variant: '1', verified: false },
    })
    const reversed = { ...filled, validTo: localDate('2025-12-31') }
    expect(figureErrors(reversed)).toEqual({ validTo: '失效日期不能早于生效日期' })
  })

  it('wants the day on which somebody compared it with the document', () => {
    const [first] = shipped
    if (!first) throw new Error('nothing shipped')
    const draft = { ...figureDraft(first), verified: true, checkedOn: undefined }
    expect(figureErrors(draft)).toMatchObject({ checkedOn: expect.any(String) as string })
  })

  it('follows another kind with unit and region', () => {
    const draft = blankFigure({ key: 'averageMonthlyWage' }, '330502')
    expect(withKey(draft, 'lprOneYear', '330502')).toMatchObject({ unit: '%', region: 'CN' })
  })
})

describe('figure words', () => {
  it('have unit and variant of the shipped figures', () => {
    for (const { key, variant, unit } of shipped) {
      expect(usualUnit(key), key).toBe(unit)
      if (variant !== undefined && key !== 'injuryCarePercent')
        expect(variantLabel(key), key).toBeDefined()
    }
    expect(variantWords({ key: 'injuryDisabilityMonths', variant: '9' })).toBe('9级')
    expect(variantWords({ key: 'monthlyMinimumWage', variant: '2' })).toBe('第2档')
  })

  it('say in words what has not been compared with its document, has ended or was replaced', () => {
    const [first] = shipped
    if (!first) throw new Error('nothing shipped')
    const words = (change: Partial<Figure>) =>
      standingOf({ ...first, ...change }).map(({ word }) => word)
    expect(words({ verified: false, standing: 'past', replaced: true })).toEqual([
      '已由本单位的代替',
      '已失效',
      '未核对原文',
    ])
    expect(validityWords({ validFrom: localDate('2026-01-01') })).toBe('2026-01-01 起有效')
  })
})
