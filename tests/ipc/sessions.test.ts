import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { assignedCase, entry, openSession } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const present = [
  { capacity: 'mediator' as const, name: staff.mediator, note: '', consented: true },
  { capacity: 'party' as const, name: '张三', note: '', consented: true },
]
const start = (caseId: string) =>
  centre.as.mediator.sessions.start({
    caseId,
    place: '一号调解室',
    isOpen: true,
    recorderName: staff.receptionist,
    attendees: present,
  })

describe('starting a session', () => {
  it('takes the case on and allows one open session at a time', async () => {
    const caseId = await assignedCase(centre)
    const { id } = await start(caseId)
    expect(await centre.as.mediator.cases.get({ id: caseId })).toMatchObject({
      status: 'mediating',
      nextStep: { code: 'tellRights', ruleId: 'C1' },
    })
    expect(await refusalCode(start(caseId))).toBe('sessions.alreadyOpen')
    expect((await centre.as.mediator.cases.today({})).openSessions).toMatchObject([
      { sessionId: id },
    ])
  })

  it('refuses a party of another case among those present', async () => {
    const [one, other] = [await assignedCase(centre), await assignedCase(centre)]
    const { partyRecords } = await centre.as.mediator.cases.get({ id: other })
    const attendees = present.map((each) => ({ ...each, partyId: partyRecords[0]?.id }))
    const asked = centre.as.mediator.sessions.start({
      caseId: one,
      place: '一号调解室',
      isOpen: true,
      recorderName: staff.receptionist,
      attendees,
    })
    expect(await refusalCode(asked)).toBe('parties.notFound')
  })
})

describe('recording', () => {
  it('waits until the rights were told, which is told once', async () => {
    const caseId = await assignedCase(centre)
    const { id } = await start(caseId)
    const { mediator } = centre.as
    const { attendees } = await mediator.sessions.get({ id })
    const line = entry(attendees[1]?.id ?? '', '欠我三个月工资', 1)
    const save = () => mediator.sessions.saveEntries({ sessionId: id, entries: [line] })
    expect(await refusalCode(save())).toBe('sessions.rightsNotTold')
    const first = await mediator.sessions.tellRights({ sessionId: id })
    centre.clock.pass(60_000)
    expect(await mediator.sessions.tellRights({ sessionId: id })).toEqual(first)
    await save()
    expect((await mediator.sessions.get({ id })).entries).toMatchObject([
      { text: '欠我三个月工资' },
    ])
  })

  it('stores the same lines sent twice once, and the later words of a line', async () => {
    const caseId = await assignedCase(centre)
    const session = await openSession(centre, caseId)
    const { mediator } = centre.as
    const save = (entries: ReturnType<typeof entry>[]) =>
      mediator.sessions.saveEntries({ sessionId: session.id, entries })
    const lines = [entry(session.mediator, '请说。', 1), entry(session.worker, '欠我', 2)]
    await save(lines)
    await save(lines)
    const [first, second] = lines
    if (!first || !second) throw new Error('two lines')
    await save([{ ...second, text: '欠我三个月工资' }, entry(session.worker, '还有十二天', 1.5)])
    await save([{ ...first, removed: true }])
    const { entries } = await mediator.sessions.get({ id: session.id })
    expect(entries.map(({ text, removed, position }) => [position, text, removed])).toEqual([
      [1, '请说。', true],
      [1.5, '还有十二天', false],
      [2, '欠我三个月工资', false],
    ])
  })

  it('refuses a line of another session and a speaker who is not present', async () => {
    const one = await openSession(centre, await assignedCase(centre))
    const other = await openSession(centre, await assignedCase(centre))
    const { mediator } = centre.as
    const line = entry(one.worker, '第一场说的', 1)
    await mediator.sessions.saveEntries({ sessionId: one.id, entries: [line] })
    const moved = { ...line, attendeeId: other.worker, text: '偷改' }
    expect(
      await refusalCode(mediator.sessions.saveEntries({ sessionId: other.id, entries: [moved] })),
    ).toBe('sessions.entryNotFound')
    expect(
      await refusalCode(
        mediator.sessions.saveEntries({ sessionId: other.id, entries: [entry(uuid(), '谁', 1)] }),
      ),
    ).toBe('sessions.attendeeNotFound')
    expect((await mediator.sessions.get({ id: one.id })).entries).toMatchObject([
      { text: '第一场说的' },
    ])
  })
})

describe('an ended session', () => {
  it('needs a line, then is frozen for the door and for SQL', async () => {
    const caseId = await assignedCase(centre)
    const session = await openSession(centre, caseId)
    const { mediator } = centre.as
    const end = () =>
      mediator.sessions.end({
        sessionId: session.id,
        result: 'adjourned',
        resultNote: ' 下周再谈 ',
      })
    expect(await refusalCode(end())).toBe('sessions.noEntries')
    const line = entry(session.worker, '欠我三个月工资', 1)
    await mediator.sessions.saveEntries({ sessionId: session.id, entries: [line] })
    await end()
    expect(await refusalCode(end())).toBe('sessions.alreadyEnded')
    const later = [
      mediator.sessions.saveEntries({ sessionId: session.id, entries: [{ ...line, text: '改' }] }),
      mediator.sessions.tellRights({ sessionId: session.id }),
      mediator.sessions.addAttendee({ sessionId: session.id, attendee: present[1]! }),
    ]
    for (const way of later) expect(await refusalCode(way)).toBe('sessions.alreadyEnded')

    const before = wholeStore(centre)
    const { connection } = centre.store()
    for (const sql of [
      `UPDATE entries SET text = 'x' WHERE id = ?`,
      'DELETE FROM entries WHERE id = ?',
    ])
      expect(() => connection.run(sql, [line.id])).toThrow(/ended|append-only/)
    expect(wholeStore(centre)).toEqual(before)
    const { timeline } = await mediator.cases.get({ id: caseId })
    expect(timeline[0]).toMatchObject({
      kind: 'recordSession',
      details: { ordinal: 1, result: 'adjourned', note: '下周再谈' },
    })
  })
})
