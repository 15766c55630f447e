import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import type { StaffedCentre } from '#tests/support/centre.ts'
import { testClock, type TestClock } from '#tests/db/store-fixture.ts'
import { openCentre } from '#tests/support/centre.ts'
import {
  allSignatures,
  approvedAgreement,
  draftedAgreement,
  heldCase,
  wageContent,
} from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

const numberOf = (seq: number, year = 2026) => `（${year}）云人调字第${seq}号`

describe('file numbers', () => {
  let centre: StaffedCentre
  let clock: TestClock
  beforeAll(async () => {
    clock = testClock()
    centre = await openCentre(clock)
  })
  afterAll(() => centre.close())

  it('run from 1 without a gap, whatever was refused between', async () => {
    const { mediator, head } = centre.as
    const first = await approvedAgreement(centre, await heldCase(centre))
    expect(first.fileNumber).toBe(numberOf(1))

    const caseId = await heldCase(centre)
    const { id, revision } = await draftedAgreement(centre, caseId)
    expect(await refusalCode(head.agreements.approve({ id, revision }))).toBe(
      'agreements.stepNotAllowed',
    )
    await mediator.agreements.submit({ id, revision })
    expect(await refusalCode(head.agreements.approve({ id, revision: revision - 1 }))).toBe(
      'agreements.changedElsewhere',
    )
    expect(await head.agreements.approve({ id, revision })).toEqual({ fileNumber: numberOf(2) })
    expect(await refusalCode(head.agreements.approve({ id, revision }))).toBe(
      'agreements.stepNotAllowed',
    )
    expect((await approvedAgreement(centre, await heldCase(centre))).fileNumber).toBe(numberOf(3))
  })

  it('are not used up when the approval fails after the number was taken', async () => {
    const { mediator, head } = centre.as
    const { id, revision } = await draftedAgreement(centre, await heldCase(centre))
    await mediator.agreements.submit({ id, revision })
    const { connection } = centre.store()
    connection.exec(`CREATE TRIGGER fail_late BEFORE INSERT ON case_events WHEN NEW.kind = 'reachAgreement'
      BEGIN SELECT RAISE(ABORT, 'late'); END`)
    const before = wholeStore(centre)
    await expect(head.agreements.approve({ id, revision })).rejects.toMatchObject({
      code: 'DEFECT',
    })
    expect(wholeStore(centre)).toEqual(before)
    connection.exec('DROP TRIGGER fail_late')
    expect(await head.agreements.approve({ id, revision })).toEqual({ fileNumber: numberOf(4) })
  })

  it('stay with a corrected version, which supersedes the one before', async () => {
    const { mediator, head } = centre.as
    const first = await approvedAgreement(centre, await heldCase(centre))
    expect(first.fileNumber).toBe(numberOf(5))
    const { id } = await mediator.agreements.revise({ id: first.id })
    expect(await mediator.agreements.revise({ id: first.id })).toEqual({ id })
    const draft = await mediator.agreements.get({ id })
    expect(draft).toMatchObject({ version: 2, status: 'draft' })
    expect(draft.fileNumber).toBeUndefined()
    expect(await mediator.agreements.get({ id: first.id })).toMatchObject({ status: 'approved' })
    await mediator.agreements.submit({ id, revision: draft.revision })
    expect(await head.agreements.approve({ id, revision: draft.revision })).toEqual({
      fileNumber: numberOf(5),
    })
    expect(await mediator.agreements.get({ id: first.id })).toMatchObject({
      status: 'superseded',
      fileNumber: numberOf(5),
    })
    expect(await refusalCode(mediator.agreements.revise({ id: first.id }))).toBe(
      'agreements.stepNotAllowed',
    )
    expect((await approvedAgreement(centre, await heldCase(centre))).fileNumber).toBe(numberOf(6))
  })

  it('stay in force in the signed version until its correction is signed too', async () => {
    const { mediator, head } = centre.as
    const caseId = await heldCase(centre)
    const first = await approvedAgreement(centre, caseId)
    await mediator.agreements.sign({
      id: first.id,
      signatures: await allSignatures(centre, mediator, first.id),
    })
    const { id } = await mediator.agreements.revise({ id: first.id })
    const { revision } = await mediator.agreements.get({ id })
    await mediator.agreements.submit({ id, revision })
    await head.agreements.approve({ id, revision })
    expect(await mediator.agreements.get({ id: first.id })).toMatchObject({ status: 'signed' })
    const between = await mediator.cases.get({ id: caseId })
    expect(between.nextStep.code).toBe('printAgreement')
    expect(between.deadlines.map(({ ruleId }) => ruleId)).toEqual(['F1', 'E1'])
    await mediator.agreements.sign({ id, signatures: await allSignatures(centre, mediator, id) })
    expect(await mediator.agreements.get({ id: first.id })).toMatchObject({ status: 'superseded' })
    expect(await mediator.agreements.get({ id })).toMatchObject({ status: 'signed' })
  })

  it('begin again with the calendar year of China', async () => {
    clock.setWall('2026-12-31T15:59:59.000Z')
    expect((await approvedAgreement(centre, await heldCase(centre))).fileNumber).toBe(numberOf(8))
    clock.setWall('2026-12-31T16:00:00.000Z')
    expect((await approvedAgreement(centre, await heldCase(centre))).fileNumber).toBe(
      numberOf(1, 2027),
    )
    expect(await centre.as.head.audit.verify({})).toEqual({ clean: true, findings: [] })
  })
})

describe('an approved agreement', () => {
  let centre: StaffedCentre
  let agreement: Awaited<ReturnType<typeof approvedAgreement>>
  let caseId: string
  beforeAll(async () => {
    centre = await openCentre()
    caseId = await heldCase(centre)
    agreement = await approvedAgreement(centre, caseId)
  })
  afterAll(() => centre.close())

  it('is refused to every later hand, with the reason', async () => {
    const { mediator } = centre.as
    const { id, revision } = agreement
    const { parties } = await mediator.agreements.get({ id })
    expect(
      await refusalCode(mediator.agreements.save({ id, revision, content: wageContent(parties) })),
    ).toBe('agreements.frozen')
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const changed = partyRecords.map(({ age: _, ...party }) => ({ ...party, name: '别人' }))
    expect(await refusalCode(mediator.cases.updateParties({ caseId, parties: changed }))).toBe(
      'parties.frozen',
    )
  })

  const edits = [
    `UPDATE agreements SET facts = 'x'`,
    `UPDATE agreements SET file_number = 'x'`,
    `UPDATE agreements SET seq = 9`,
    `UPDATE agreements SET frozen = '{}'`,
    `UPDATE agreements SET frozen = NULL`,
    `UPDATE agreements SET frozen_sha256 = 'x'`,
    `UPDATE agreements SET copies = 9`,
    `DELETE FROM agreements`,
    `UPDATE clauses SET text = 'x'`,
    `UPDATE clauses SET total_fen = 1`,
    `DELETE FROM clauses`,
    `UPDATE instalments SET amount_fen = 1`,
    `UPDATE instalments SET due_on = '2030-01-01'`,
    `DELETE FROM instalments`,
    `INSERT INTO instalments SELECT substr(id, 1, 35) || 'f', clause_id, 9, due_on, 1, '' FROM instalments LIMIT 1`,
    `DELETE FROM agreement_reviews`,
    `DELETE FROM case_events`,
    `DELETE FROM audit_log`,
    `UPDATE audit_log SET actor_id = 'x'`,
    `DELETE FROM cases`,
  ]
  it.each(edits)('stands against SQL itself: %s', (sql) => {
    const before = wholeStore(centre)
    expect(() => centre.store().connection.run(sql)).toThrow(
      /frozen|append-only|never deleted|constraint/i,
    )
    expect(wholeStore(centre)).toEqual(before)
  })

  it('does not change with later settings or with the clock', async () => {
    const { mediator } = centre.as
    const before = await mediator.agreements.get({ id: agreement.id })
    centre.clock.pass(400 * 24 * 3_600_000)
    const { body } = await mediator.settings.body({})
    await centre.as.head.settings.saveBody({ ...body, shortName: '别的' })
    expect(await mediator.agreements.get({ id: agreement.id })).toEqual(before)
  })
})

describe('submitting', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('tells all that is missing, with rule and place, and changes nothing', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { id } = await mediator.agreements.draft({ caseId })
    const { revision, parties } = await mediator.agreements.get({ id })
    const content = wageContent(parties)
    const [payment, ...others] = content.clauses
    if (!payment?.payment) throw new Error('a payment clause')
    const broken = {
      ...content,
      issues: '',
      clauses: [{ ...payment, payment: { ...payment.payment, totalFen: 1 } }, ...others],
    }
    const saved = await mediator.agreements.save({ id, revision, content: broken })
    const told = await refusal(mediator.agreements.submit({ id, revision: saved.revision }))
    expect(told.code).toBe('agreements.incomplete')
    expect(told.reasons?.map(({ ruleId, code, path }) => [ruleId, code, path])).toEqual(
      expect.arrayContaining([
        ['D1', 'blank', 'issues'],
        ['D1', 'instalmentSum', 'clauses.0.payment.instalments'],
      ]),
    )
    expect((await mediator.agreements.get({ id })).status).toBe('draft')
  })

  it('is refused on an older text than the stored one', async () => {
    const { mediator } = centre.as
    const { id, revision } = await draftedAgreement(centre, await heldCase(centre))
    expect(await refusalCode(mediator.agreements.submit({ id, revision: revision - 1 }))).toBe(
      'agreements.changedElsewhere',
    )
  })
})

describe('signing', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('takes effect on the day of the last signature, and not before all are there', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { id } = await approvedAgreement(centre, caseId)
    const [worker, ...others] = await allSignatures(centre, mediator, id)
    if (!worker) throw new Error('nobody signs')
    expect(await mediator.agreements.sign({ id, signatures: [worker] })).toEqual({})
    expect((await mediator.cases.get({ id: caseId })).status).toBe('agreed')
    const { missingSignatures } = await mediator.agreements.get({ id })
    expect(missingSignatures.map(({ capacity }) => capacity)).toEqual(['party', 'mediator', 'body'])

    centre.clock.pass(2 * 24 * 3_600_000)
    const later = (await allSignatures(centre, mediator, id)).slice(1)
    expect(
      await refusal(
        mediator.agreements.sign({
          id,
          signatures: others.map((each) => ({
            ...each,
            signedOn: later[0]!.signedOn,
            manner: ['hand' as const],
          })),
        }),
      ),
    ).toMatchObject({ code: 'agreements.signatureInvalid' })
    expect(await mediator.agreements.sign({ id, signatures: later })).toEqual({
      effectiveOn: '2026-11-24',
    })
    const record = await mediator.cases.get({ id: caseId })
    expect(record.status).toBe('effective')
    expect(record.deadlines.map(({ ruleId }) => ruleId)).toEqual(['F1', 'E1'])
    const { signatures } = await mediator.agreements.get({ id })
    expect(
      await refusalCode(
        mediator.agreements.removeSignature({ id, signatureId: signatures[0]?.id ?? '' }),
      ),
    ).toBe('agreements.stepNotAllowed')
  })
})
