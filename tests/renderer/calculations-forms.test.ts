import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calcInputs } from '#contract/calc-inputs.ts'
import { type CalcName, calcNames } from '#db/domain/labour/calc-names.ts'
import type { SingleCalcName } from '#db/domain/labour/calculators.ts'
import { claimSheet, type ClaimSheetInput } from '#db/domain/labour/claim-sheet.ts'
import { labourTables, outcomeOf, sound } from '#tests/support/labour-calc.ts'
import { calcForms, calcGroups } from '../../renderer/features/calculations/fields/calc-forms.ts'
import type { Field, Row, Value } from '../../renderer/features/calculations/fields/field.ts'
import {
  blankRow,
  claimRow,
  dropStaleSources,
  draftOf,
  emptyDraft,
  inputOf,
  isAsked,
  prefilledDraft,
  problemsOf,
} from '../../renderer/features/calculations/form-values.ts'

type Schema = {
  properties?: Record<string, Schema>
  items?: Schema
  oneOf?: Schema[]
  anyOf?: Schema[]
  type?: string
}

/** Places of an input as its JSON schema has them; the items of the claim sheet are other calculators. */
const placesOf = (schema: Schema, path = ''): string[] => {
  if (schema.items) return path === 'items' ? [path] : placesOf(schema.items, `${path}[]`)
  const variants = schema.oneOf ?? schema.anyOf ?? []
  if (variants.some(({ properties }) => properties))
    return variants.flatMap((one) => placesOf(one, path))
  if (!schema.properties) return path === 'sources' ? [] : [path]
  return Object.entries(schema.properties).flatMap(([name, inner]) =>
    placesOf(inner, path === '' ? name : `${path}.${name}`),
  )
}

const tablePlaces = (fields: readonly Field[], path = ''): string[] =>
  fields.flatMap((field) => {
    if (field.path.startsWith('$')) return []
    const here = path === '' ? field.path : `${path}.${field.path}`
    if (field.kind !== 'list') return [here]
    return field.scalar ? [`${here}[]`] : tablePlaces(field.item, `${here}[]`)
  })

const unique = (places: readonly string[]): string[] => [...new Set(places)].toSorted()

const jsonSchema = (name: CalcName): Schema =>
  z.toJSONSchema(calcInputs[name], { io: 'input', unrepresentable: 'any' }) as Schema

const soundInput = (name: CalcName): Record<string, unknown> =>
  name === 'claim-sheet'
    ? {
        claimant: 'worker',
        items: [
          { calculator: 'severance', input: sound.severance },
          { calculator: 'overtime', input: sound.overtime },
        ],
        others: [{ text: '报销款', amountFen: 12_300 }],
        agreedFen: 5_000_000,
      }
    : { ...sound[name] }

const run = (name: CalcName, input: unknown) =>
  name === 'claim-sheet'
    ? claimSheet(input as ClaimSheetInput, labourTables)
    : outcomeOf(name, input as never)

/** Where the schema refuses an input; unions tell only their own place. */
const refusedPlaces = (name: CalcName, input: unknown): string[] => {
  const parsed = calcInputs[name].safeParse(input)
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
}

/** Any value that the field itself takes. */
const valueOf = (field: Field): fc.Arbitrary<Value> => {
  switch (field.kind) {
    case 'money':
      return fc.integer({ min: 0, max: 10_000_000 })
    case 'date':
      return fc.constantFrom('2006-05-31', '2012-02-29', '2025-06-30', '2026-11-22')
    case 'number':
      return field.whole
        ? fc.integer({ min: field.min, max: field.max })
        : fc.constantFrom(field.min, field.max, (field.min + field.max) / 2)
    case 'percent':
      return fc.constantFrom('3', '3.00', '0.05', '24')
    case 'text':
      return fc.constantFrom(field.pattern ? '330502' : '欠条一张')
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value))
    case 'flag':
      return fc.boolean()
    case 'list':
      return fc.array(rowOf(field.item), { minLength: field.needed ? 1 : 0, maxLength: 3 })
    case 'claims':
      return fc
        .constantFrom<SingleCalcName[]>([], ['severance'], ['overtime', 'arrears'])
        .map((names) => names.map((one) => claimRow(one, draftOf(one, { ...sound[one] }))))
  }
}

/** Each field filled, or left out where the form may do without it. */
const rowOf = (fields: readonly Field[]): fc.Arbitrary<Row> =>
  fc
    .tuple(
      ...fields.map((field) => {
        const value = valueOf(field)
        const must = field.needed !== undefined || field.path.startsWith('$')
        return (must ? value : fc.option(value, { nil: undefined })).map(
          (filled) => [field.path, filled] as const,
        )
      }),
    )
    .map((entries) => ({ $key: 'row', ...Object.fromEntries(entries) }))

describe('calcForms', () => {
  it.each(calcNames)('asks for every field that %s takes, and for no other', (name) => {
    expect(unique(tablePlaces(calcForms[name].fields))).toEqual(unique(placesOf(jsonSchema(name))))
  })

  it.each(calcNames)('asks %s for no field twice at a time', (name) => {
    fc.assert(
      fc.property(rowOf(calcForms[name].fields), (form) => {
        const asked = calcForms[name].fields.filter((field) => isAsked(field, form, form))
        expect(unique(asked.map(({ path }) => path))).toHaveLength(asked.length)
      }),
      { numRuns: 50 },
    )
  })

  it('stands each calculator in one group', () => {
    expect(calcGroups.flatMap(({ names }) => names).toSorted()).toEqual(calcNames.toSorted())
  })

  it('says in words what each field, choice and group is', () => {
    const check = (fields: readonly Field[]): void => {
      for (const field of fields) {
        expect(field.label, field.path).toMatch(/\p{Script=Han}/u)
        if (field.kind === 'choice') expect(field.options.length).toBeGreaterThan(1)
        if (field.kind === 'number') expect(field.unit, field.path).not.toBe('')
        if (field.kind === 'list') check(field.item)
      }
    }
    for (const name of calcNames) {
      expect(calcForms[name].use).toMatch(/\p{Script=Han}/u)
      check(calcForms[name].fields)
    }
  })
})

describe('problemsOf', () => {
  it.each(calcNames)(
    'names in an empty form of %s all that keeps its input from being valid',
    (name) => {
      const draft = emptyDraft(name)
      const problems = problemsOf(name, draft)
      expect(problems.length).toBeGreaterThan(0)
      const places = problems.map(({ path }) => path)
      for (const refused of refusedPlaces(name, inputOf(name, draft)))
        expect(
          places.some((place) => place === refused || refused.startsWith(`${place}.`)),
          refused,
        ).toBe(true)
    },
  )

  it.each(calcNames)('finds nothing against a filled form of %s, whatever is filled', (name) => {
    fc.assert(
      fc.property(rowOf(calcForms[name].fields), (form) => {
        const draft = { form, sources: {} }
        const problems = problemsOf(name, draft)
        fc.pre(problems.length === 0)
        expect(refusedPlaces(name, inputOf(name, draft))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it.each(calcNames)('leaves %s nothing to call missing where it finds nothing', (name) => {
    fc.assert(
      fc.property(rowOf(calcForms[name].fields), (form) => {
        const draft = { form, sources: {} }
        fc.pre(problemsOf(name, draft).length === 0)
        const outcome = run(name, inputOf(name, draft))
        const missing = outcome.ok ? [] : outcome.reasons.filter(({ code }) => code === 'missing')
        // Only a figure that the tables may know is asked for after the calculator was asked.
        expect(
          missing.map(({ path }) => path).filter((path) => !/Average(?:Fen)?$/.test(path)),
        ).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('tells a number out of its range and a rate that is none, in words', () => {
    const draft = draftOf('overdue-interest', { ...sound['overdue-interest'], percent: '三厘' })
    expect(problemsOf('overdue-interest', draft)).toEqual([
      { path: 'percent', label: '年利率', text: '请只写数字，如 3.45' },
    ])
    const months = draftOf('probation-top-up', { ...sound['probation-top-up'], months: 7.5 })
    expect(problemsOf('probation-top-up', months)).toMatchObject([
      { path: 'months', text: '请填1到6之间的整数' },
    ])
  })

  it('names the row in which something is missing', () => {
    const { overtime } = sound
    const entries = [...overtime.entries, { kind: 'holiday' as const }]
    expect(problemsOf('overtime', draftOf('overtime', { ...overtime, entries }))).toEqual([
      { path: 'entries.3.hours', label: '第4笔加班的小时数' },
    ])
    const wages = draftOf('severance', {
      ...sound.severance,
      baseFen: undefined,
      monthlyWagesFen: [1, null],
    })
    expect(problemsOf('severance', wages)).toMatchObject([{ path: 'monthlyWagesFen.1' }])
  })

  it('wants a claim sheet to hold at least one claim', () => {
    expect(problemsOf('claim-sheet', emptyDraft('claim-sheet'))).toMatchObject([{ path: 'items' }])
  })
})

describe('draftOf', () => {
  it.each(calcNames)(
    'and inputOf bring the vector of %s back as it was, with its figure',
    (name) => {
      const input = { ...soundInput(name), ...(name === 'claim-sheet' ? {} : { sources: {} }) }
      const draft = draftOf(name, input)
      expect(problemsOf(name, draft)).toEqual([])
      const back = inputOf(name, draft)
      expect(back).toEqual(soundInput(name))
      expect(run(name, back)).toEqual(run(name, soundInput(name)))
    },
  )

  it('takes what a case knows and leaves the rest as in an empty form', () => {
    const draft = draftOf('severance', { startOn: '2021-03-15', region: '330502', wageTier: '1' })
    expect(inputOf('severance', draft)).toEqual({
      startOn: '2021-03-15',
      region: '330502',
      wageTier: '1',
    })
    expect(problemsOf('severance', draft).map(({ path }) => path)).toEqual([
      'ground',
      'endOn',
      'baseFen',
    ])
  })

  it('puts the place of the centre into the rows that ask for it', () => {
    const draft = draftOf('minimum-wage-top-up', { region: '330502', wageTier: '2' })
    expect(inputOf('minimum-wage-top-up', draft)).toEqual({
      stretches: [{ region: '330502', wageTier: '2' }],
    })
  })

  it('ignores what it does not understand', () => {
    const draft = draftOf('severance', { startOn: 5, endOn: null, ground: {}, more: 'x' })
    expect(inputOf('severance', draft)).toEqual({})
    expect(problemsOf('severance', draft)).toEqual(problemsOf('severance', emptyDraft('severance')))
  })
})

describe('inputOf', () => {
  it('leaves out what is no longer asked, and keeps it in the form', () => {
    const draft = draftOf('severance', { ...sound.severance })
    const form: Row = { ...draft.form, $wage: 'months' }
    const monthly = { ...draft, form }
    expect(inputOf('severance', monthly)).not.toHaveProperty('baseFen')
    expect(monthly.form['baseFen']).toBe(sound.severance.baseFen)
  })

  it('takes the sources of the fields that are asked', () => {
    const sources = { baseFen: '银行流水', monthlyWagesFen: '工资条', endOn: ' ' }
    const draft = { ...draftOf('severance', { ...sound.severance }), sources }
    expect(inputOf('severance', draft)['sources']).toEqual({ baseFen: '银行流水' })
    expect(refusedPlaces('severance', inputOf('severance', draft))).toEqual([])
  })
})

describe('blankRow', () => {
  it('takes over kind and unit of the row before, but no quantity', () => {
    const list = calcForms.overtime.fields.find(({ kind }) => kind === 'list')
    if (list?.kind !== 'list') throw new Error('no list')
    const next = blankRow(list, { $key: 'a', kind: 'holiday', $unit: 'days', days: 3 })
    expect(next).toMatchObject({ kind: 'holiday', $unit: 'days' })
    expect(next).not.toHaveProperty('days')
    expect(next['$key']).not.toBe('a')
  })
})

describe('prefilledDraft', () => {
  it('does not answer by what is known what only a person can: a day of leaving is no missing contract', () => {
    const input = { hiredOn: '2025-11-03', leftOn: '2026-05-31', reckonedOn: '2026-11-22' }
    const draft = prefilledDraft('double-wage', input, { leftOn: '本案登记的日期' })
    expect(problemsOf('double-wage', draft).map(({ path }) => path)).toContain('$state')
    const left = { ...draft, form: { ...draft.form, $state: 'left', monthlyFen: 1 } }
    expect(inputOf('double-wage', left)).toMatchObject({
      leftOn: '2026-05-31',
      sources: { leftOn: '本案登记的日期' },
    })
  })
})

describe('dropStaleSources', () => {
  const start = {
    form: { startOn: '2021-03-15', baseFen: 1 },
    sources: { startOn: '登记的事实经过', baseFen: '登记的事实经过' },
  }

  it('drops what the case said of a value that is typed over, and only that', () => {
    const next = { ...start, form: { ...start.form, startOn: '2022-03-15' } }
    expect(dropStaleSources(start, start, next).sources).toEqual({ baseFen: '登记的事实经过' })
  })

  it('keeps what a person wrote while the value is corrected', () => {
    const written = { ...start, sources: { ...start.sources, baseFen: '工资卡流水' } }
    const next = { ...written, form: { ...start.form, baseFen: 2 } }
    expect(dropStaleSources(start, written, next)).toBe(next)
  })
})

describe('a begun form', () => {
  it.each(calcNames)('of %s asks and sends the same after it lay in the store as text', (name) => {
    for (const draft of [emptyDraft(name), draftOf(name, soundInput(name))]) {
      const kept = JSON.parse(JSON.stringify(draft)) as typeof draft
      expect(problemsOf(name, kept)).toEqual(problemsOf(name, draft))
      expect(inputOf(name, kept)).toEqual(inputOf(name, draft))
    }
  })
})
