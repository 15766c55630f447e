import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { body, openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import {
  allSignatures,
  approvedAgreement,
  assignedCase,
  draftedAgreement,
  entry,
  heldCase,
  openSession,
  wageForm,
} from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const withdraw = (caseId: string) => centre.as.head.cases.move({ caseId, event: 'withdraw' })

describe('a mediator who registered a case', () => {
  it('may change it no longer once another mediator has it', async () => {
    const { otherMediator, receptionist } = centre.as
    const { caseId } = await otherMediator.intake.submit({ form: wageForm() })
    await otherMediator.cases.updateParties({ caseId, parties: wageForm().parties })
    await receptionist.cases.assign({ caseId, mediatorId: centre.ids.mediator })
    expect(await otherMediator.cases.get({ id: caseId })).toMatchObject({
      mayEditParties: false,
      moves: [],
    })
    const ways = [
      otherMediator.cases.updateParties({ caseId, parties: wageForm().parties }),
      otherMediator.cases.move({ caseId, event: 'withdraw' }),
    ]
    for (const way of ways) expect(await refusalCode(way)).toBe('cases.notYours')
  })
})

describe('the agreement of a case that has ended', () => {
  it('is neither submitted nor approved, and takes no number', async () => {
    const { mediator, head } = centre.as
    const caseId = await heldCase(centre)
    const { id, revision } = await draftedAgreement(centre, caseId)
    await mediator.agreements.submit({ id, revision })
    await withdraw(caseId)
    const before = wholeStore(centre)
    expect(await refusal(head.agreements.approve({ id, revision }))).toMatchObject({
      code: 'agreements.stepNotAllowed',
      details: { status: 'withdrawn', event: 'approve' },
    })
    expect(wholeStore(centre)).toEqual(before)
    await mediator.agreements.recall({ id })
    expect(await refusalCode(mediator.agreements.submit({ id, revision }))).toBe(
      'agreements.stepNotAllowed',
    )
  })

  it('is not signed any more after a side refused to', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { id } = await approvedAgreement(centre, caseId)
    await mediator.cases.move({ caseId, event: 'refuseSigning', reason: '厂方不同意' })
    const signatures = await allSignatures(centre, mediator, id)
    expect(await refusal(mediator.agreements.sign({ id, signatures }))).toMatchObject({
      code: 'agreements.stepNotAllowed',
      details: { status: 'mediating', event: 'sign' },
    })
  })
})

describe('a frozen agreement', () => {
  it('keeps the name that the centre had then', async () => {
    const { head, mediator } = centre.as
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    await head.settings.saveBody({ ...body, fullName: '改名后的调解委员会' })
    await mediator.papers.preview({ form: 'f10', objectId: id })
    await head.settings.saveBody(body)
    const { html } = centre.host.rendered.at(-1) ?? { html: '' }
    expect(html).toContain(body.fullName)
    expect(html).not.toContain('改名后的调解委员会')
  })

  it('keeps its number and its clocks while a correction is written', async () => {
    const { mediator } = centre.as
    const caseId = await heldCase(centre)
    const { id } = await approvedAgreement(centre, caseId)
    await mediator.agreements.sign({
      id,
      signatures: await allSignatures(centre, mediator, id),
    })
    const before = await mediator.cases.get({ id: caseId })
    expect(before.deadlines).toHaveLength(2)
    await mediator.agreements.revise({ id })
    const { deadlines, agreementNumber } = await mediator.cases.get({ id: caseId })
    expect({ deadlines, agreementNumber }).toEqual({
      deadlines: before.deadlines,
      agreementNumber: before.agreementNumber,
    })
  })
})

describe("a signature of the body's own", () => {
  it('does not hold on to a party of another case', async () => {
    const { mediator, receptionist } = centre.as
    const { caseId: other } = await receptionist.intake.submit({ form: wageForm() })
    const { partyRecords } = await receptionist.cases.get({ id: other })
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const seal = (await allSignatures(centre, mediator, id)).at(-1)
    if (!seal) throw new Error('the body seals')
    const foreign = partyRecords[0]?.id
    await mediator.agreements.sign({ id, signatures: [{ ...seal, partyId: foreign }] })
    const { signatures } = await mediator.agreements.get({ id })
    expect(signatures.map(({ partyId }) => partyId)).toEqual([undefined])
  })
})

describe('a session whose case has moved on', () => {
  it('can still be ended, so that nothing that was said stays open', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const session = await openSession(centre, caseId)
    await mediator.sessions.saveEntries({
      sessionId: session.id,
      entries: [entry(session.worker, '我不调了。', 1)],
    })
    await mediator.cases.move({ caseId, event: 'withdraw' })
    await mediator.sessions.end({ sessionId: session.id, result: 'notAgreed', resultNote: '' })
    expect(await mediator.cases.get({ id: caseId })).toMatchObject({
      status: 'withdrawn',
      sessions: [{ status: 'ended' }],
    })
    const { timeline } = await mediator.cases.get({ id: caseId })
    expect(timeline.slice(0, 3).map(({ kind }) => kind)).toEqual([
      'recordSession',
      'partEnded',
      'withdraw',
    ])
  })
})

describe('a draft of an intake', () => {
  it('does not come back by a save that arrives after it was thrown away', async () => {
    const { receptionist } = centre.as
    const id = uuid()
    const { revision } = await receptionist.intake.saveDraft({ id, revision: 0, form: {} })
    await receptionist.intake.discardDraft({ id })
    expect(await refusalCode(receptionist.intake.saveDraft({ id, revision, form: {} }))).toBe(
      'intake.notFound',
    )
    expect(await receptionist.intake.drafts({})).toEqual([])
  })
})

describe('several files', () => {
  it('are kept all or none', async () => {
    const caseId = await assignedCase(centre)
    const file = (name: string, bytes: Uint8Array) => {
      const path = join(centre.core.dir, '..', name)
      writeFileSync(path, bytes)
      return path
    }
    centre.host.files = [
      file('扫描.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1])),
      file('程序.png', Buffer.from('MZ')),
    ]
    const before = wholeStore(centre)
    expect(
      await refusalCode(centre.as.mediator.attachments.add({ caseId, kind: 'evidence' })),
    ).toBe('papers.attachmentKind')
    expect(wholeStore(centre)).toEqual(before)
  })
})

describe('the administrator', () => {
  it('neither becomes, makes, changes nor takes over a head', async () => {
    const { administrator } = centre.as
    const newPassword = '另一个口令-other'
    const me = { id: centre.ids.administrator, name: '钱管理', active: true }
    const ways = [
      administrator.users.create({ name: '新主任', role: 'head', password: newPassword }),
      administrator.users.update({ ...me, role: 'head' }),
      administrator.users.update({
        id: centre.ids.head,
        name: '林主任',
        role: 'receptionist',
        active: true,
      }),
      administrator.users.resetPassword({ id: centre.ids.head, newPassword }),
    ]
    for (const way of ways) expect(await refusalCode(way)).toBe('users.notPermitted')
    await administrator.users.resetPassword({ id: centre.ids.lawyer, newPassword })
  })
})
