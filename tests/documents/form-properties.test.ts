import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormData, FormParty } from '#documents/forms/form-data.ts'
import { flowOf } from '#documents/lay-out.ts'
import { paperText } from '#documents/paper-text.ts'
import type { Block, Paper } from '#documents/paper.ts'
import { renderHtml } from '#documents/render-html.ts'
import { allForms, employerOfForm, fullData, workerOfForm } from './form-samples.ts'
import { notoFonts, sampleContext } from './samples.ts'

const most = 99_999_999_999_999

const name = fc.string({
  unit: fc.constantFrom('张', '某', '㐂', '𠮷', 'A', '·', '{', '｝', '<', '&', ' '),
  minLength: 1,
  maxLength: 30,
})
const words = fc.string({
  unit: fc.constantFrom('欠', '付', '，', '\n', '{', 'a', '0'),
  maxLength: 400,
})

const party = fc
  .record({
    name,
    kind: fc.constantFrom('person' as const, 'organisation' as const),
    last: fc.nat(2),
  })
  .map(({ name: made, kind, last }): Omit<FormParty, 'id'> => ({
    ...(kind === 'person' ? workerOfForm : employerOfForm),
    kind,
    name: made,
    role: (['applicant', 'respondent', 'thirdParty'] as const)[last] ?? 'party',
  }))

const clause = fc.record({
  text: words,
  amountFen: fc.option(fc.integer({ min: 0, max: most }), { nil: undefined }),
})

const anyData = fc
  .record({
    parties: fc.array(party, { minLength: 1, maxLength: 12 }),
    clauses: fc.array(clause, { maxLength: 200 }),
    amountFen: fc.integer({ min: 0, max: most }),
    narrative: words,
  })
  .map(({ parties, clauses, amountFen, narrative }): FormData => ({
    ...fullData,
    parties: parties.map((each, index) => ({ ...each, id: `p${index}` })),
    agreement: {
      ...fullData.agreement,
      totalFen: amountFen,
      clauses: clauses.map((each) => ({
        ...each,
        instalments: [1, 2].map(() => ({ dueOn: localDate('2026-12-20'), amountFen: 1 })),
      })),
    },
    case: { ...fullData.case, narrative, amountFen },
    payment: { ...fullData.payment, amountFen },
    paymentOrder: { ...fullData.paymentOrder, amountFen },
  }))

/** The words of some blocks as a paper of their own would have them. */
const heldWords = (paper: Paper, blocks: Block[]): string => paperText({ ...paper, blocks })

describe('fillForm', () => {
  it('makes a paper of any case, and sets it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allForms), anyData, (form, data) => {
        const paper = fillForm(form, data, sampleContext)
        expect(renderHtml(paper, notoFonts).length).toBeGreaterThan(1000)
      }),
      { numRuns: 150 },
    )
  }, 60_000)

  it('never sets signatures without words that they stand under', () => {
    fc.assert(
      fc.property(fc.constantFrom(...allForms), anyData, (form, data) => {
        const paper = fillForm(form, data, sampleContext)
        for (const block of paper.blocks) {
          if (block.kind !== 'signatures') continue
          expect(heldWords(paper, block.lead).trim(), form.id).not.toBe('')
        }
        const groups = flowOf(paper).filter((flow) => flow.kind === 'group')
        for (const { pieces } of groups) expect(pieces.length, form.id).toBeGreaterThan(0)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('writes every amount in figures and capitals of one number', () => {
    const order = allForms.find(({ id }) => id === 'f24')
    const receipt = allForms.find(({ id }) => id === 'f12')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: most }), (amountFen) => {
        for (const form of [order, receipt]) {
          if (!form) throw new RangeError('no form')
          const data = { payment: { amountFen }, paymentOrder: { amountFen } }
          expect(paperText(fillForm(form, data, sampleContext))).toContain(
            `人民币${capitalAmount(amountFen)}（¥${formatYuan(amountFen)}）`,
          )
        }
      }),
    )
  })

  it('prints every party, however many', () => {
    const application = allForms.find(({ id }) => id === 'f14-persons')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        if (!application) throw new RangeError('no form')
        const parties = Array.from({ length: count }, (_, index) => ({
          ...workerOfForm,
          id: `p${index}`,
          name: `当事人第${index}号`,
        }))
        const text = paperText(fillForm(application, { ...fullData, parties }, sampleContext))
        for (const each of parties) expect(text.split(each.name).length).toBeGreaterThan(2)
      }),
      { numRuns: 12 },
    )
  })
})
