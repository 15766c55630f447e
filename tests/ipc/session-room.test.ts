import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { openRoom } from '#tests/support/separate-talk.ts'
import { previewText } from '#tests/support/docx-text.ts'
import { assignedCase, entry, openSession } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const minute = 60_000
const textOf = (sessionId: string) =>
  previewText(centre.as.mediator, { form: 'f09', objectId: sessionId })

describe('the parts of a session', () => {
  it('follow each other without a gap, and each leaves its time on the time line', async () => {
    const room = await openRoom(centre)
    const [first] = (await room.read()).parts
    expect(first).toMatchObject({ position: 1, kind: 'joint' })
    centre.clock.pass(10 * minute)
    await room.begin('pause')
    centre.clock.pass(5 * minute)
    const talk = await room.begin('separate', room.firmId)
    centre.clock.pass(20 * minute)
    await room.begin('joint')
    centre.clock.pass(1 * minute)
    await room.save([entry(room.worker, '就这样。', 1)])
    await centre.as.mediator.sessions.end({
      sessionId: room.id,
      result: 'adjourned',
      resultNote: '',
    })
    const { parts, endedAt } = await room.read()
    expect(parts.map(({ kind, partyId }) => [kind, partyId])).toEqual([
      ['joint', undefined],
      ['pause', undefined],
      ['separate', room.firmId],
      ['joint', undefined],
    ])
    expect(parts[2]?.id).toBe(talk.id)
    for (const [index, part] of parts.entries())
      expect(part.endedAt).toBe(parts[index + 1]?.startedAt ?? endedAt)
    const { timeline } = await centre.as.mediator.cases.get({ id: room.caseId })
    const times = timeline.filter(({ kind }) => kind === 'partEnded').map(({ details }) => details)
    expect(times.toReversed()).toEqual([
      { ordinal: 1, part: 'joint', minutes: 10 },
      { ordinal: 1, part: 'pause', minutes: 5 },
      { ordinal: 1, part: 'separate', minutes: 20 },
      { ordinal: 1, part: 'joint', minutes: 1 },
    ])
    expect(timeline[0]?.kind).toBe('recordSession')
  })

  it('are answered, not begun anew, when asked for what is on already', async () => {
    const room = await openRoom(centre)
    const [first] = (await room.read()).parts
    expect(await room.begin('joint')).toEqual({ id: first?.id })
    const talk = await room.begin('separate', room.workerId)
    expect(await room.begin('separate', room.workerId)).toEqual(talk)
    expect(await room.begin('separate', room.firmId)).not.toEqual(talk)
    expect((await room.read()).parts).toHaveLength(3)
  })

  it('wait for the rights, a party of the case, and an open session', async () => {
    const room = await openRoom(centre)
    expect(await refusalCode(room.begin('separate'))).toBe('parties.notFound')
    const other = await openRoom(centre)
    expect(await refusalCode(room.begin('separate', other.workerId))).toBe('parties.notFound')
    const { mediator } = centre.as
    const { id: sessionId } = await mediator.sessions.start({
      caseId: await assignedCase(centre),
      place: '二号调解室',
      isOpen: true,
      recorderName: staff.receptionist,
      attendees: [
        { capacity: 'mediator', name: staff.mediator, note: '', consented: true },
        { capacity: 'party', name: '张三', note: '', consented: true },
      ],
    })
    expect(await refusalCode(mediator.sessions.beginPart({ sessionId, kind: 'pause' }))).toBe(
      'sessions.rightsNotTold',
    )
    await room.save([entry(room.worker, '就这样。', 1)])
    await mediator.sessions.end({ sessionId: room.id, result: 'adjourned', resultNote: '' })
    expect(await refusalCode(room.begin('pause'))).toBe('sessions.alreadyEnded')
  })

  it('stand in the minutes as breaks in their place; a separate talk is not told of', async () => {
    const room = await openRoom(centre)
    await room.save([entry(room.worker, '我要想一想。', 1)])
    centre.clock.pass(minute)
    await room.begin('pause')
    centre.clock.pass(9 * minute)
    await room.begin('separate', room.workerId)
    centre.clock.pass(minute)
    await room.begin('joint')
    await room.save([entry(room.worker, '想好了。', 2)])
    centre.clock.pass(minute)
    await room.begin('separate', room.firmId)
    centre.clock.pass(minute)
    await room.begin('joint')
    const text = await textOf(room.id)
    expect(text).toMatch(/我要想一想。（\d\d:\d\d休会，\d\d:\d\d继续）张三：想好了。/)
    expect(text.match(/休会/g)).toHaveLength(1)
    expect(text).not.toMatch(/单独|背对背/)
  })
})

describe('lines', () => {
  it('are taken during a break and after it: nothing typed is lost', async () => {
    const room = await openRoom(centre)
    await room.begin('pause')
    await room.save([entry(room.worker, '出门前又说了一句。', 1)])
    const { id: partId } = await room.begin('separate', room.workerId)
    await room.save([entry(room.firm, '这是前面双方在场时说的。', 2)])
    await room.begin('joint')
    await room.save([{ ...entry(room.worker, '私下说的最后一句。', 3), partId }])
    expect((await room.read()).entries.map(({ text, partId: at }) => [text, at])).toEqual([
      ['出门前又说了一句。', undefined],
      ['这是前面双方在场时说的。', undefined],
      ['私下说的最后一句。', partId],
    ])
  })

  it('carry their mark, which can be taken off again', async () => {
    const room = await openRoom(centre)
    const line = { ...entry(room.worker, '工资条在这里。', 1), mark: 'evidence' as const }
    await room.save([line])
    expect((await room.read()).entries).toMatchObject([{ mark: 'evidence' }])
    const { mark: _mark, ...plain } = line
    await room.save([plain])
    expect((await room.read()).entries[0]).not.toHaveProperty('mark')
  })

  it('that concede stay out of the minutes, the counts and what the agreement is offered', async () => {
    const room = await openRoom(centre)
    const key = { isKeyPoint: true }
    await room.save([
      { ...entry(room.worker, '月工资四千八。', 1), ...key },
      { ...entry(room.worker, '为了了结少拿两千也行。', 2), ...key, mark: 'concession' },
      { ...entry(room.worker, '划掉的一句。', 3), ...key, removed: true },
      entry(room.firm, ' 　\n', 4),
    ])
    const { mediator } = centre.as
    const minutes = await textOf(room.id)
    expect(minutes).toContain('月工资四千八。')
    expect(minutes).not.toContain('少拿两千')
    expect(minutes).toContain('各方为达成协议所作的让步不记入本笔录')
    const record = await mediator.cases.get({ id: room.caseId })
    expect(record.sessions).toMatchObject([{ entryCount: 1 }])
    const { id } = await mediator.agreements.draft({ caseId: room.caseId })
    const { keyPoints } = await mediator.agreements.get({ id })
    expect(keyPoints.map(({ text }) => text)).toEqual(['月工资四千八。'])
    expect((await room.read()).entries).toHaveLength(4)
  })
})

describe('people who are called in', () => {
  const expert = { capacity: 'helper' as const, name: '郭专家', note: '', consented: false }
  const callIn = (sessionId: string, more = {}) =>
    centre.as.mediator.sessions.addAttendee({ sessionId, attendee: { ...expert, ...more } })

  it('speak once every present party has consented, each on record (B7)', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    const { id: attendeeId } = await callIn(room.id, {
      helperKind: 'expert',
      disclosure: '与厂方是同乡',
    })
    const line = entry(attendeeId, '按规定是二十一点七五天。', 1)
    expect(await refusalCode(room.save([line]))).toBe('sessions.consentMissing')
    const consent = (partyIds: string[]) =>
      mediator.sessions.consent({ sessionId: room.id, attendeeId, partyIds })
    await consent([room.workerId])
    expect(await refusalCode(room.save([line]))).toBe('sessions.consentMissing')
    await consent([room.workerId, room.firmId, room.firmId])
    await room.save([line])
    const { attendees } = await room.read()
    expect(attendees.at(-1)).toMatchObject({
      name: '郭专家',
      helperKind: 'expert',
      disclosure: '与厂方是同乡',
      consented: true,
      consentsOf: [room.workerId, room.firmId],
    })
    expect(attendees.at(-1)?.joinedAt).toBeDefined()
  })

  it('have the consent of all when it was ticked, and keep their lines when a party joins', async () => {
    const form = await assignedCase(centre)
    const { mediator } = centre.as
    const { partyRecords } = await mediator.cases.get({ id: form })
    const [worker, firm] = partyRecords
    const { id: sessionId } = await mediator.sessions.start({
      caseId: form,
      place: '一号调解室',
      isOpen: true,
      recorderName: staff.receptionist,
      attendees: [
        { capacity: 'mediator', name: staff.mediator, note: '', consented: true },
        { capacity: 'party', partyId: worker?.id, name: '张三', note: '', consented: true },
        { capacity: 'lawyer', name: staff.lawyer, note: '', consented: true },
        expert,
      ],
    })
    await mediator.sessions.tellRights({ sessionId })
    const { attendees } = await mediator.sessions.get({ id: sessionId })
    const [, , lawyer, helper] = attendees
    expect(lawyer?.consentsOf).toEqual([worker?.id, firm?.id])
    expect(helper?.consentsOf).toEqual([])
    const line = entry(helper?.id ?? '', '我是他同事。', 2)
    await mediator.sessions.consent({
      sessionId,
      attendeeId: helper?.id ?? '',
      partyIds: [worker?.id ?? ''],
    })
    const save = (text: string) =>
      mediator.sessions.saveEntries({ sessionId, entries: [{ ...line, text }] })
    await save('我是他同事。')
    await mediator.sessions.addAttendee({
      sessionId,
      attendee: { capacity: 'party', partyId: firm?.id, name: '李四', note: '', consented: true },
    })
    await save('我是他同事，同一条线。')
    const next = entry(helper?.id ?? '', '新的一句。', 3)
    expect(await refusalCode(mediator.sessions.saveEntries({ sessionId, entries: [next] }))).toBe(
      'sessions.consentMissing',
    )
    expect((await mediator.sessions.get({ id: sessionId })).entries).toMatchObject([
      { text: '我是他同事，同一条线。' },
    ])
  })

  it('consent is asked for nobody else, and of parties of the case only', async () => {
    const room = await openRoom(centre)
    const other = await openRoom(centre)
    const { id } = await callIn(room.id)
    const ask = (attendeeId: string, partyId: string) =>
      refusalCode(
        centre.as.mediator.sessions.consent({
          sessionId: room.id,
          attendeeId,
          partyIds: [partyId],
        }),
      )
    expect(await ask(room.firm, room.workerId)).toBe('sessions.attendeeNotFound')
    expect(await ask(other.firm, room.workerId)).toBe('sessions.attendeeNotFound')
    expect(await ask(id, other.workerId)).toBe('parties.notFound')
  })

  it('and who goes early keeps the first time and may still have late lines', async () => {
    const room = await openRoom(centre)
    const leave = (attendeeId: string) =>
      centre.as.mediator.sessions.leave({ sessionId: room.id, attendeeId })
    await leave(room.firm)
    const left = (await room.read()).attendees.find(({ id }) => id === room.firm)?.leftAt
    expect(left).toBeDefined()
    centre.clock.pass(minute)
    await leave(room.firm)
    await room.save([entry(room.firm, '走之前说的。', 1)])
    const again = await room.read()
    expect(again.attendees.find(({ id }) => id === room.firm)?.leftAt).toBe(left)
    expect(await refusalCode(leave(uuid()))).toBe('sessions.attendeeNotFound')
  })
})

describe('a party that the room speaks of', () => {
  it('cannot be taken off the case', async () => {
    const caseId = await assignedCase(centre)
    const { mediator } = centre.as
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const { id: sessionId } = await mediator.sessions.start({
      caseId,
      place: '一号调解室',
      isOpen: true,
      recorderName: staff.receptionist,
      attendees: [
        { capacity: 'mediator', name: staff.mediator, note: '', consented: true },
        { capacity: 'party', name: '来人', note: '', consented: true },
      ],
    })
    await mediator.sessions.tellRights({ sessionId })
    await mediator.sessions.beginPart({
      sessionId,
      kind: 'separate',
      partyId: partyRecords[1]?.id,
    })
    const { age: _age, ...worker } = partyRecords[0]!
    const without = mediator.cases.updateParties({ caseId, parties: [worker] })
    expect(await refusalCode(without)).toBe('parties.frozen')
  })
})

describe('coming back', () => {
  it('finds the room and the letter, until it was left or the session ended', async () => {
    const room = await openRoom(centre)
    const { mediator, head } = centre.as
    const line = entry(room.worker, '欠我三个月工资', 1)
    const where = async () => (await mediator.sessions.whereIWas({})).sessionId
    const at = (entryId: string, caret: number) => ({
      sessionId: room.id,
      cursor: { entryId, caret },
    })
    await mediator.sessions.saveEntries({ entries: [line], ...at(line.id, 5) })
    expect(await where()).toBe(room.id)
    expect((await room.read()).cursor).toEqual({ entryId: line.id, caret: 5 })
    await mediator.sessions.keepCursor(at(line.id, 3))
    expect((await room.read()).cursor).toEqual({ entryId: line.id, caret: 3 })
    expect((await head.sessions.get({ id: room.id })).cursor).toBeUndefined()
    expect(await head.sessions.whereIWas({})).toEqual({})

    await mediator.sessions.leaveRoom({ sessionId: room.id })
    expect(await where()).toBeUndefined()
    await mediator.sessions.keepCursor(at(line.id, 3))
    await mediator.sessions.end({ sessionId: room.id, result: 'adjourned', resultNote: '' })
    expect(await where()).toBeUndefined()
    expect(wholeStore(centre)['room_places']).toEqual([])
  })

  it('keeps a place only in a line of this session, one for each person', async () => {
    const [room, other] = [await openRoom(centre), await openRoom(centre)]
    const { mediator } = centre.as
    const [line, elsewhere] = [entry(room.worker, '这里', 1), entry(other.worker, '那里', 1)]
    await room.save([line])
    await mediator.sessions.saveEntries({
      sessionId: other.id,
      entries: [elsewhere],
      cursor: { entryId: elsewhere.id, caret: 1 },
    })
    const keep = (entryId: string) =>
      mediator.sessions.keepCursor({ sessionId: room.id, cursor: { entryId, caret: 0 } })
    expect(await refusalCode(keep(elsewhere.id))).toBe('sessions.entryNotFound')
    expect(await mediator.sessions.whereIWas({})).toEqual({ sessionId: other.id })
    await keep(line.id)
    expect(await mediator.sessions.whereIWas({})).toEqual({ sessionId: room.id })
    await mediator.sessions.leaveRoom({ sessionId: other.id })
    expect(await mediator.sessions.whereIWas({})).toEqual({ sessionId: room.id })
  })

  it('ends where the case was given to somebody else, who left it can', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    const line = entry(room.worker, '写到一半', 1)
    await room.save([line])
    await mediator.sessions.keepCursor({
      sessionId: room.id,
      cursor: { entryId: line.id, caret: 1 },
    })
    centre
      .store()
      .connection.run('UPDATE cases SET mediator_id = ? WHERE id = ?', [
        centre.ids.otherMediator,
        room.caseId,
      ])
    expect(await mediator.sessions.whereIWas({})).toEqual({})
    await mediator.sessions.leaveRoom({ sessionId: room.id })
  })
})

describe('sessions one after another', () => {
  it('share the facts of the case and count on', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    await mediator.sessions.addFact({ caseId: room.caseId, text: '月工资4,800元。' })
    await room.save([entry(room.worker, '下次再谈。', 1)])
    await mediator.sessions.end({ sessionId: room.id, result: 'adjourned', resultNote: '' })
    const next = await openSession(centre, room.caseId)
    expect(await mediator.sessions.get({ id: next.id })).toMatchObject({
      ordinal: 2,
      undisputedFacts: [{ text: '月工资4,800元。' }],
      entries: [],
      parts: [{ kind: 'joint', position: 1 }],
    })
  })
})
