import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { draftedAgreement, heldCase, wageContent } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

/** A draft without a clause for the case of default: one warning. */
async function warnedDraft() {
  const caseId = await heldCase(centre)
  const { mediator } = centre.as
  const { id, revision: first } = await draftedAgreement(centre, caseId)
  const { parties } = await mediator.agreements.get({ id })
  const content = wageContent(parties)
  const { revision } = await mediator.agreements.save({
    id,
    revision: first,
    content: { ...content, clauses: content.clauses.filter(({ kind }) => kind !== 'other') },
  })
  const { reasons } = await mediator.agreements.get({ id })
  const warnings = reasons.filter(({ level }) => level === 'warn')
  return { caseId, id, revision, warnings }
}
const passed = (warning: { ruleId: string; code: string; path: string } | undefined) => [
  {
    ruleId: warning?.ruleId ?? '',
    code: warning?.code ?? '',
    path: warning?.path ?? '',
    words: '公司当场付清第一期，双方信得过。',
  },
]

describe('agreements.get', () => {
  it('offers for the facts what every party confirmed, and not what one side disputes', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const confirmed = await mediator.sessions.addFact({ caseId, text: '月工资4800元。' })
    const disputed = await mediator.sessions.addFact({ caseId, text: '加班从未付钱。' })
    const { id } = await mediator.agreements.draft({ caseId })
    const { parties } = await mediator.agreements.get({ id })
    for (const [index, party] of parties.entries()) {
      await mediator.sessions.answerFact({
        ...confirmed,
        revision: 1,
        partyId: party.id,
        answer: 'yes',
      })
      await mediator.sessions.answerFact({
        ...disputed,
        revision: 1,
        partyId: party.id,
        answer: index === 0 ? 'yes' : 'no',
      })
    }
    const { keyPoints } = await mediator.agreements.get({ id })
    expect(keyPoints.filter(({ isUndisputed }) => isUndisputed)).toEqual([
      { speaker: '', text: '月工资4800元。', isUndisputed: true },
    ])
  })
})

describe('agreements.submit', () => {
  it('lets a warning pass only with a reason', async () => {
    const { mediator } = centre.as
    const { id, revision, warnings } = await warnedDraft()
    expect(warnings).toMatchObject([{ code: 'defaultClauseMissing' }])
    const told = await refusal(mediator.agreements.submit({ id, revision }))
    expect(told).toMatchObject({
      code: 'agreements.warningsNotPassed',
      reasons: [{ code: 'defaultClauseMissing' }],
    })
    const other = passed({ ruleId: 'D10', code: 'vagueDate', path: 'clauses.0.text' })
    expect(
      await refusalCode(mediator.agreements.submit({ id, revision, passedWarnings: other })),
    ).toBe('agreements.warningsNotPassed')
    await mediator.agreements.submit({ id, revision, passedWarnings: passed(warnings[0]) })
    const { passedWarnings } = await centre.as.head.agreements.get({ id })
    expect(passedWarnings).toMatchObject([
      { code: 'defaultClauseMissing', words: '公司当场付清第一期，双方信得过。' },
    ])
  })

  it('keeps the text that the head saw, and shows him what changed since', async () => {
    const { mediator, head } = centre.as
    const { id, revision, caseId, warnings } = await warnedDraft()
    await mediator.agreements.submit({ id, revision, passedWarnings: passed(warnings[0]) })
    expect((await head.agreements.get({ id })).lastSubmitted).toBeUndefined()
    await head.agreements.sendBack({ id, words: '请写明到期不付怎么办。' })
    const { parties } = await mediator.agreements.get({ id })
    const saved = await mediator.agreements.save({ id, revision, content: wageContent(parties) })
    await mediator.agreements.submit({ id, revision: saved.revision })
    const { lastSubmitted, content, passedWarnings } = await head.agreements.get({ id })
    expect(passedWarnings).toEqual([])
    expect(lastSubmitted?.content.clauses).toHaveLength(2)
    expect(content.clauses).toHaveLength(3)
    const versions = await head.agreements.versions({ caseId })
    expect(versions.map(({ submittedAt }) => submittedAt !== undefined)).toEqual([
      false,
      true,
      true,
    ])
    expect(versions.map(({ content: text }) => text.clauses.length)).toEqual([3, 3, 2])
  })

  it('shows the versions to nobody outside the case', async () => {
    const { caseId } = await warnedDraft()
    expect(await refusalCode(centre.as.otherMediator.agreements.versions({ caseId }))).toMatch(
      /^cases\./,
    )
  })
})
