import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre, type StaffKey } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { approvedAgreement, assignedCase, heldSession, wageForm } from '#tests/support/wage-case.ts'

describe('what was said and settled', () => {
  let centre: StaffedCentre
  let caseId: string
  let sessionId: string
  let agreementId: string
  let attachmentId: string
  beforeAll(async () => {
    centre = await openCentre()
    caseId = await assignedCase(centre)
    sessionId = await heldSession(centre, caseId)
    agreementId = (await approvedAgreement(centre, caseId)).id
    const scan = join(centre.core.dir, '..', 'scan.png')
    writeFileSync(scan, Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]))
    centre.host.files = [scan]
    await centre.as.mediator.attachments.add({ caseId, kind: 'evidence' })
    const { attachments } = await centre.as.mediator.cases.get({ id: caseId })
    attachmentId = attachments[0]?.id ?? ''
  })
  afterAll(() => centre.close())

  const mayRead: StaffKey[] = ['mediator', 'head']
  it.each(mayRead)('is open to the %s of the case', async (key) => {
    const client = centre.as[key]
    expect((await client.sessions.get({ id: sessionId })).entries).toHaveLength(3)
    expect((await client.agreements.get({ id: agreementId })).content.clauses).toHaveLength(3)
    expect((await client.attachments.view({ id: attachmentId })).name).toBe('scan.png')
    expect(await client.cases.get({ id: caseId })).toMatchObject({
      contentVisible: true,
      sessions: [{ ordinal: 1 }],
      agreements: [{ version: 1 }],
      attachments: [{ name: 'scan.png' }],
    })
  })

  const mayNotRead: StaffKey[] = ['receptionist', 'otherMediator', 'lawyer', 'administrator']
  it.each(mayNotRead)('is closed to the %s by every way of asking', async (key) => {
    const client = centre.as[key]
    const ways = [
      client.sessions.get({ id: sessionId }),
      client.agreements.get({ id: agreementId }),
      client.attachments.view({ id: attachmentId }),
      client.papers.preview({ form: 'f09', objectId: sessionId }),
      client.papers.preview({ form: 'f10', objectId: agreementId }),
      client.papers.save({ form: 'f10', objectId: agreementId, channel: 'docx' }),
      client.papers.print({ form: 'f09', objectId: sessionId, copies: 1 }),
    ]
    for (const way of ways)
      expect(['users.notPermitted', 'cases.notReadable']).toContain(await refusalCode(way))
    expect(centre.host.rendered).toEqual([])
  })

  it('is left out of the case page of the window, whose registration stays readable', async () => {
    const record = await centre.as.receptionist.cases.get({ id: caseId })
    expect(record).toMatchObject({
      contentVisible: false,
      sessions: [],
      agreements: [],
      attachments: [],
      mayMediate: false,
      moves: [],
    })
    const told = record.timeline.filter(({ details }) => Object.keys(details).length > 0)
    expect(told.map(({ kind }) => kind)).toEqual(['assign'])
    expect(record.partyRecords.map(({ name }) => name)).toEqual(['张三', '云溪镇晨光童装厂'])
  })

  it('gives another mediator neither the case nor its line in the list', async () => {
    const { otherMediator } = centre.as
    expect(await refusalCode(otherMediator.cases.get({ id: caseId }))).toBe('cases.notReadable')
    expect((await otherMediator.cases.list({ view: 'all', limit: 50 })).items).toEqual([])
    expect(
      await otherMediator.intake.similar({ names: ['张三'], idNumbers: [], phones: [] }),
    ).toEqual([])
  })

  it.each(['lawyer', 'administrator'] as const)('shows the %s an empty board', async (key) => {
    const board = await centre.as[key].cases.today({})
    expect(Object.values(board).flat().filter(Boolean)).toEqual([])
  })

  it('is not worked on by anybody but the mediator of the case and the head', async () => {
    const { otherMediator, head } = centre.as
    const words = [
      otherMediator.agreements.revise({ id: agreementId }),
      otherMediator.sessions.tellRights({ sessionId }),
      otherMediator.cases.addNote({ caseId, kind: 'note', text: '我也看看' }),
      otherMediator.attachments.add({ caseId, kind: 'other' }),
    ]
    for (const way of words)
      expect(['cases.notYours', 'cases.notReadable']).toContain(await refusalCode(way))
    expect(await head.agreements.revise({ id: agreementId })).toHaveProperty('id')
  })
})

describe('the pool', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('offers an accepted case to every mediator until one takes it', async () => {
    const { receptionist, mediator, otherMediator } = centre.as
    const { caseId } = await receptionist.intake.submit({ form: wageForm() })
    for (const client of [mediator, otherMediator])
      expect((await client.cases.list({ view: 'open', limit: 5 })).items).toHaveLength(1)
    expect(
      await refusalCode(otherMediator.cases.assign({ caseId, mediatorId: centre.ids.mediator })),
    ).toBe('cases.notYours')
    await otherMediator.cases.assign({ caseId, mediatorId: centre.ids.otherMediator })
    expect((await otherMediator.cases.get({ id: caseId })).status).toBe('mediating')
    expect((await mediator.cases.list({ view: 'open', limit: 5 })).items).toEqual([])
  })
})
