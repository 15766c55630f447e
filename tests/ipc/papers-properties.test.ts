import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { IntakeForm } from '#contract/intake.ts'
import type { AgreementContent, Clause } from '#db/domain/agreement/content.ts'
import { caseSources, disputeTypes } from '#db/domain/case/taxonomy.ts'
import { addDays, localDate, localDateOf } from '#db/domain/local-date.ts'
import { capitalAmount, formatYuan, parseYuan, splitEvenly } from '#db/domain/money.ts'
import { codedForms } from '#documents/forms/coded-forms.ts'
import { estimateHeight, textHeight, textWidth, type FlowPiece } from '#documents/flow.ts'
import { flowOf } from '#documents/lay-out.ts'
import { paperText } from '#documents/paper-text.ts'
import type { Block, Paper } from '#documents/paper.ts'
import { renderHtml } from '#documents/render-html.ts'
import { casePaper } from '#ipc/case-papers.ts'
import { formShelf, formsInForce } from '#ipc/form-shelf.ts'
import { notoFonts } from '#tests/documents/samples.ts'
import { openCentre, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { allSignatures, entry, openSession } from '#tests/support/wage-case.ts'

/** 999,999,999,999.99 */
const most = 99_999_999_999_999

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

/** Common and rare characters, some beyond the basic plane, and what could be read as markup or as a tag. */
const letters = [
  '张',
  '某',
  '厂',
  '㐂',
  '𠮷',
  '𫖯',
  '䶮',
  '·',
  'A',
  'é',
  '<',
  '&',
  '{',
  '｝',
  '"',
  '%',
]
const name = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 30 })
  .map((list) => list.join(''))
  // Of a name in two-unit characters thirty fit no longer into thirty units.
  .map((text) =>
    [...text].reduce((kept, each) => ((kept + each).length > 30 ? kept : kept + each), ''),
  )
const words = (maxLength: number) =>
  fc.string({
    unit: fc.constantFrom('欠', '付', '，', '。', '\n', '{', '}', 'a', '0', '𠮷', ' '),
    maxLength,
  })
const filledWords = (maxLength: number) => words(maxLength).map((text) => `事${text}`)
const amount = fc.oneof(
  fc.integer({ min: 1, max: most }),
  fc.constantFrom(1, 10, 99, 100, 10_000_000_005, most),
)

type Side = { kind: 'person' | 'organisation'; name: string; agents: number; born: boolean }
const side = fc.record<Side>({
  kind: fc.constantFrom('person', 'organisation'),
  name,
  agents: fc.nat(2),
  born: fc.boolean(),
})

const partyOf = ({ kind, name: own, agents, born }: Side, index: number) => ({
  kind,
  role: index === 0 ? ('applicant' as const) : ('respondent' as const),
  name: own,
  ...(kind === 'organisation'
    ? { legalRepName: own.slice(0, 20), legalRepTitle: '经理' }
    : born
      ? { birthDate: localDate('1990-02-28'), address: '云溪镇'.repeat(20) }
      : {}),
  representatives: Array.from({ length: agents }, (_, place) => ({
    kind: 'agent' as const,
    name: `代理${place + 1}`,
    authority: 'special' as const,
  })),
})

const intake = fc
  .record({
    sides: fc.array(side, { minLength: 1, maxLength: 12 }),
    typeCode: fc.constantFrom(...disputeTypes.map(({ code }) => code)),
    sourceCode: fc.constantFrom(...caseSources.map(({ code }) => code)),
    narrative: filledWords(600),
    claim: words(600),
    amountFen: fc.option(amount, { nil: undefined }),
  })
  .map(({ sides, amountFen, ...rest }): IntakeForm => ({
    ...rest,
    parties: sides.map(partyOf),
    place: '',
    ...(amountFen === undefined ? {} : { amountFen }),
    peopleCount: sides.length,
    otherBody: 'none',
    otherBodyName: '',
    otherBodyRefers: false,
    otherSide: 'willing',
    scopeDoubts: [],
  }))

const all200 = Array.from({ length: 200 }, () => most)

/** Any draft that may be saved: sums need not be right, texts may be empty. */
const wildClause = fc.record({
  text: words(200),
  totalFen: fc.option(fc.oneof(amount, fc.constant(Number.MAX_SAFE_INTEGER)), { nil: undefined }),
  parts: fc.array(fc.integer({ min: 0, max: most }), { maxLength: 30 }),
})
type WildClause = { text: string; totalFen: number | undefined; parts: number[] }

const wildContent = (
  clauses: readonly WildClause[],
  ids: readonly string[],
  text: string,
): AgreementContent => ({
  facts: text,
  issues: text,
  responsibilities: '',
  clauses: clauses.map((clause): Clause => ({
    id: uuid(),
    kind: clause.totalFen === undefined ? 'other' : 'payment',
    text: clause.text,
    ...(clause.totalFen === undefined
      ? {}
      : {
          payment: {
            payerId: ids.at(-1) ?? '',
            payeeId: ids[0] ?? '',
            totalFen: clause.totalFen,
            method: 'cash',
            instalments: clause.parts.map((amountFen, index) => ({
              dueOn: addDays(localDate('2026-12-20'), index),
              amountFen,
            })),
          },
        }),
  })),
  performanceManner: text,
  performanceDeadline: '',
  performancePlace: '',
  copies: 1,
})

/** Registered, accepted, given to the mediator, one session held. */
async function caseOf(form: IntakeForm, said: string) {
  const { receptionist, mediator } = centre.as
  const { caseId, accepted } = await receptionist.intake.submit({ form })
  if (!accepted) return { caseId, held: false }
  await receptionist.cases.assign({ caseId, mediatorId: centre.ids.mediator })
  const session = await openSession(centre, caseId, form)
  await mediator.sessions.saveEntries({
    sessionId: session.id,
    entries: [entry(session.mediator, `说${said}`, 1)],
  })
  await mediator.sessions.end({ sessionId: session.id, result: 'agreed', resultNote: said })
  return { caseId, held: true, sessionId: session.id }
}

type Made = { caseId: string; sessionId?: string | undefined; agreementId?: string | undefined }

/** Every paper that the case has, as the head sees it. */
async function papersOf({ caseId, sessionId, agreementId }: Made): Promise<Paper[]> {
  const { db } = centre.store()
  const shelf = formShelf(centre.core)
  const now = centre.clock.now()
  const asking = {
    db,
    actor: { userId: centre.ids.head, role: 'head' as const, name: staff.head },
    now,
    notice: centre.core.notice,
    forms: shelf,
    law: centre.core,
  }
  const objectOf: Partial<Record<string, string>> = {
    f09: sessionId,
    f10: agreementId,
    // Of a reckoning that was kept: tests/documents/calc-annex.test.ts.
    'calc-annex': undefined,
    // Of many cases, and made when they change hands.
    handover: undefined,
  }
  const ids = [
    ...codedForms.map(({ id }) => id),
    ...(await formsInForce(db, shelf, localDateOf(now))).map(({ id }) => id),
  ]
  const papers: Paper[] = []
  for (const form of ids) {
    const objectId = form in objectOf ? objectOf[form] : caseId
    if (objectId !== undefined) papers.push((await casePaper(asking, form, objectId)).paper)
  }
  expect(papers.length).toBeGreaterThan(50)
  return papers
}

const hasWords = (piece: FlowPiece): boolean =>
  piece.kind === 'line'
    ? piece.runs.some(({ text }) => text.trim() !== '')
    : piece.kind === 'grid' && piece.rows.length > 0

/**
 * The first rows of a signature block are held together with words before them, and all that is held fits a page;
 * that engines keep to it is looked at on printed pages in tests/documents/{paper,form}-pages.test.ts.
 */
function expectSignaturesHeld(paper: Paper) {
  for (const block of paper.blocks) {
    if (block.kind !== 'signatures') continue
    const flows = flowOf({ ...paper, blocks: [block] })
    const held = flows.find(
      (flow) => flow.kind === 'group' && flow.pieces.some(({ kind }) => kind === 'grid'),
    )
    if (held?.kind !== 'group') throw new Error(`${paper.formId} has no place to sign`)
    const before = held.pieces.slice(
      0,
      held.pieces.findLastIndex(({ kind }) => kind === 'grid'),
    )
    expect(before.some(hasWords), paper.formId).toBe(true)
    const width = textWidth(paper.page)
    const height = held.pieces.reduce((sum, piece) => sum + estimateHeight(piece, width), 0)
    expect(height, paper.formId).toBeLessThanOrEqual(textHeight(paper.page))
  }
}

const spoken = /人民币([零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+)(?:（|\t)¥([\d,]+\.\d\d)/gu

/** How many amounts are said twice; each in capitals and figures of one number. */
function expectAmountsAgree(paper: Paper): number {
  let said = 0
  for (const [, capitals = '', figures = ''] of paperText(paper).matchAll(spoken)) {
    expect(capitalAmount(parseYuan(figures) ?? -1), paper.formId).toBe(capitals)
    said += 1
  }
  return said
}

const tablesIn = (blocks: readonly Block[]): Extract<Block, { kind: 'table' }>[] =>
  blocks.flatMap((block) =>
    block.kind === 'table' ? [block] : block.kind === 'together' ? tablesIn(block.blocks) : [],
  )

/** The sum under the tables of instalments is that of their rows; how many sums there were. */
function expectSumsHold(paper: Paper): number {
  let running = 0
  let sums = 0
  for (const table of tablesIn(paper.blocks)) {
    const column = table.columns.findIndex(({ header }) => header === '金额（元）')
    if (column === -1) continue
    running += table.rows.reduce((sum, row) => sum + (parseYuan(row[column]?.text ?? '') ?? 0), 0)
    if (!table.sum) continue
    const said = table.sum.at(-1)?.text ?? ''
    // A list without amounts has a sum to be written by hand.
    if (running > 0 || said !== '') {
      expect(said, paper.formId).toBe(`¥${formatYuan(running)}`)
      sums += 1
    }
    running = 0
  }
  return sums
}

const plainIntake: IntakeForm = {
  sourceCode: 'S10',
  typeCode: '04.02',
  parties: [],
  place: '',
  narrative: '申请人供货，被申请人没有付清货款。',
  claim: '支付货款。',
  peopleCount: 2,
  otherBody: 'none',
  otherBodyName: '',
  otherBodyRefers: false,
  otherSide: 'willing',
  scopeDoubts: [],
}

/** Twelve parties of thirty characters, and a payment in two hundred parts that no number holds. */
const crowded: IntakeForm = {
  ...plainIntake,
  parties: Array.from({ length: 12 }, (_, index) =>
    partyOf({ kind: 'organisation', name: '𫖯'.repeat(15), agents: 2, born: true }, index),
  ),
}

const plainForm: IntakeForm = {
  ...plainIntake,
  parties: (['甲', '乙'] as const).map((own, index) =>
    partyOf({ kind: 'person', name: own, agents: 0, born: true }, index),
  ),
}
const manyClauses = Array.from({ length: 200 }, (_, index) => ({
  text: `第${index + 1}批货物由乙自行运回。`,
  totalFen: index % 20 === 0 ? most : undefined,
  parts: index % 20 === 0 ? [1, most - 1] : [],
}))

describe('papers of any case that the store accepts', () => {
  it('are all made, with a draft agreement of any clauses, and can be set', async () => {
    let held = 0
    await fc.assert(
      fc.asyncProperty(
        intake,
        fc.array(wildClause, { maxLength: 200 }),
        words(400),
        async (form, clauses, text) => {
          const made: Made = await caseOf(form, text)
          if (made.sessionId !== undefined) {
            held += 1
            const { mediator } = centre.as
            const { id } = await mediator.agreements.draft({ caseId: made.caseId })
            const { parties, revision } = await mediator.agreements.get({ id })
            const content = wildContent(
              clauses,
              parties.map((party) => party.id),
              text,
            )
            await mediator.agreements.save({ id, revision, content })
            made.agreementId = id
          }
          for (const paper of await papersOf(made)) {
            expect(renderHtml(paper, notoFonts).length).toBeGreaterThan(500)
            expect(paperText(paper), paper.formId).not.toMatch(/undefined|NaN|Infinity/u)
            expectSignaturesHeld(paper)
            expectAmountsAgree(paper)
          }
        },
      ),
      {
        numRuns: 10,
        examples: [
          [crowded, [{ text: '', totalFen: most, parts: all200 }], ''],
          [plainForm, manyClauses, '事'],
        ],
        endOnFailure: true,
      },
    )
    expect(held).toBeGreaterThan(3)
  }, 120_000)

  it('say one number in figures, in capitals and as the sum, whatever was signed', async () => {
    let amounts = 0
    let sums = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(side, { minLength: 2, maxLength: 12 }),
        fc.array(fc.tuple(amount, fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 }),
        fc.nat(190),
        async (sides, payments, others) => {
          const agreementId = await signedCase(sides, payments, others)
          const caseId = await caseIdOf(agreementId)
          const papers = await papersOf({ caseId, agreementId })
          for (const paper of papers) {
            // Nobody has written down a fact that nobody disputes.
            if (paper.formId !== 'undisputedFacts') expect(paper.mark, paper.formId).toBeUndefined()
            expectSignaturesHeld(paper)
            amounts += expectAmountsAgree(paper)
            sums += expectSumsHold(paper)
          }
          const quoting = papers.filter(({ formId }) =>
            ['f10', 'f14-persons', 'f14-organisation', 'f23'].includes(formId),
          )
          expect(quoting.length).toBe(4)
          for (const paper of quoting)
            for (const [totalFen] of payments)
              expect(paperText(paper), paper.formId).toContain(formatYuan(totalFen))
        },
      ),
      { numRuns: 6, endOnFailure: true },
    )
    expect(amounts).toBeGreaterThan(100)
    expect(sums).toBeGreaterThan(10)
  }, 120_000)
})

const caseIdOf = async (agreementId: string) =>
  (await centre.as.mediator.agreements.get({ id: agreementId })).caseId

/** An agreement with payments and other duties, approved and signed by all. */
async function signedCase(
  sides: readonly Side[],
  payments: readonly (readonly [number, number])[],
  others: number,
): Promise<string> {
  const { mediator, head } = centre.as
  const form: IntakeForm = {
    ...plainIntake,
    parties: sides.map((each, index) => ({
      ...partyOf({ ...each, born: true }, index),
      name: `${index}${[...each.name].slice(0, 14).join('')}`,
      representatives: [],
    })),
  }
  const { caseId } = await caseOf(form, '都同意。')
  const { id } = await mediator.agreements.draft({ caseId })
  const { parties, revision } = await mediator.agreements.get({ id })
  const content: AgreementContent = {
    facts: '货款没有付清。',
    issues: '货款数额和付款时间。',
    responsibilities: '被申请人应当付清货款。',
    clauses: [
      ...payments.map(([totalFen, parts]): Clause => ({
        id: uuid(),
        kind: 'payment',
        text: '',
        payment: {
          payerId: parties[1]?.id ?? '',
          payeeId: parties[0]?.id ?? '',
          totalFen,
          method: 'cash',
          instalments: splitEvenly(totalFen, Math.min(parts, totalFen)).map((amountFen, index) => ({
            dueOn: addDays(localDate('2026-12-20'), index * 7),
            amountFen,
          })),
        },
      })),
      ...Array.from({ length: others }, (_, index): Clause => ({
        id: uuid(),
        kind: 'other',
        text: `第${index + 1}批货物由被申请人自行运回。`,
      })),
    ],
    performanceManner: '现金',
    performanceDeadline: '按各期日期',
    performancePlace: '云溪镇',
    copies: 20,
  }
  const saved = await mediator.agreements.save({ id, revision, content })
  const { reasons } = await mediator.agreements.get({ id })
  expect(reasons.filter(({ level }) => level === 'block')).toEqual([])
  const passedWarnings = reasons
    .filter(({ level }) => level === 'warn')
    .map(({ ruleId, code, path }) => ({ ruleId, code, path, words: '双方当面确认。' }))
  await mediator.agreements.submit({ id, revision: saved.revision, passedWarnings })
  await head.agreements.approve({ id, revision: saved.revision })
  const signed = await mediator.agreements.sign({
    id,
    signatures: await allSignatures(centre, mediator, id),
  })
  expect(signed).toBeDefined()
  return id
}
