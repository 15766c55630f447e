import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { failureOf, refusalCode } from '#tests/support/refusal.ts'
import { openRoom, separateTalk } from '#tests/support/separate-talk.ts'
import { entry } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const words = '他私下说最多给两万'

describe('a separate talk', () => {
  it('is read by the mediator of the case and, of all who lead, by nobody else', async () => {
    const room = await openRoom(centre)
    await room.save([entry(room.firm, '双方都听见的。', 1)])
    const { partId, line } = await separateTalk(room, words)
    expect(await room.read()).toMatchObject({
      mayOpenWall: true,
      entries: [{ text: '双方都听见的。' }, { ...line, partId }],
    })
    const head = await centre.as.head.sessions.get({ id: room.id })
    expect(head.mayOpenWall).toBe(false)
    expect(head.entries.map(({ text }) => text)).toEqual(['双方都听见的。'])
    expect(head.parts.map(({ kind, partyId }) => [kind, partyId])).toEqual([
      ['joint', undefined],
      ['separate', undefined],
    ])
  })

  it('keeps words, speaker and marks sealed, changes and removals in step', async () => {
    const room = await openRoom(centre)
    const { partId, line } = await separateTalk(room, words)
    const changed = { ...line, text: '改成两万五', isKeyPoint: true, mark: 'concession' as const }
    await room.save([changed])
    await room.save([changed])
    await room.save([{ ...line, id: uuid(), position: 9, text: '先说的', removed: true }])
    expect((await room.read()).entries).toMatchObject([
      { text: '先说的', removed: true, position: 9, partId },
      { text: '改成两万五', isKeyPoint: true, mark: 'concession', removed: false },
    ])
    const rows = JSON.stringify(wholeStore(centre)['sealed_entries'])
    for (const hidden of ['两万五', 'concession', room.worker]) expect(rows).not.toContain(hidden)
  })

  it('has a key of its own', async () => {
    const room = await openRoom(centre)
    const first = await separateTalk(room, words)
    await room.begin('joint')
    const second = await separateTalk(room, words)
    const rows = centre
      .store()
      .connection.all("SELECT wrapped_key FROM seals WHERE kind = 'part' AND object_id IN (?, ?)", [
        first.partId,
        second.partId,
      ])
    expect(new Set(rows.map((row) => row['wrapped_key'])).size).toBe(2)
  })

  it('is begun and written by nobody who only leads on behalf', async () => {
    const room = await openRoom(centre)
    const { partId, line } = await separateTalk(room, words)
    const { head, otherMediator } = centre.as
    const before = wholeStore(centre)
    const { partId: _partId, ...asShared } = line
    const sessionId = room.id
    const attempts = [
      [head.sessions.beginPart({ sessionId, kind: 'separate', partyId: room.firmId }), 'wall'],
      [head.sessions.saveEntries({ sessionId, entries: [{ ...line, text: '改' }] }), 'wall'],
      [head.sessions.saveEntries({ sessionId, entries: [asShared] }), 'entry'],
      [head.sessions.keepCursor({ sessionId, cursor: { entryId: line.id, caret: 0 } }), 'entry'],
      [head.sessions.addFact({ caseId: room.caseId, entryId: line.id, text: '抄' }), 'entry'],
      [otherMediator.sessions.beginPart({ sessionId, kind: 'pause' }), 'case'],
      [otherMediator.sessions.saveEntries({ sessionId, entries: [line] }), 'case'],
    ] as const
    const codes = {
      wall: 'sessions.wallNotYours',
      entry: 'sessions.entryNotFound',
      case: 'cases.notYours',
    }
    for (const [attempt, kind] of attempts) expect(await refusalCode(attempt)).toBe(codes[kind])
    expect(wholeStore(centre)).toEqual(before)
    await head.sessions.beginPart({ sessionId, kind: 'joint' })
    await head.sessions.saveEntries({ sessionId, entries: [entry(room.firm, '主任代记', 3)] })
    expect((await room.read()).entries.map(({ partId: at }) => at)).toEqual([undefined, partId])
  })

  it('takes no line from the shared record and gives none to it', async () => {
    const room = await openRoom(centre)
    const shared = entry(room.worker, '双方都听见的。', 1)
    await room.save([shared])
    const { partId, line } = await separateTalk(room, words)
    const { id: other } = await room.begin('separate', room.firmId)
    const joint = (await room.read()).parts[0]?.id ?? ''
    const { partId: _partId, ...uncovered } = line
    const moves = [
      { ...shared, partId },
      uncovered,
      { ...line, partId: other },
      { ...line, id: uuid(), partId: joint },
      { ...line, id: uuid(), partId: uuid() },
    ]
    const before = wholeStore(centre)
    for (const move of moves)
      expect(await refusalCode(room.save([move]))).toBe('sessions.entryNotFound')
    const twice = { ...line, id: uuid() }
    const { partId: _at, ...twiceShared } = twice
    expect(await refusalCode(room.save([twice, twiceShared]))).toBe('sessions.entryNotFound')
    expect(wholeStore(centre)).toEqual(before)
  })

  it('of another session takes no line', async () => {
    const [room, other] = [await openRoom(centre), await openRoom(centre)]
    const { line } = await separateTalk(room, words)
    const stray = { ...line, id: uuid(), attendeeId: other.worker }
    expect(await refusalCode(other.save([stray]))).toBe('sessions.entryNotFound')
  })

  it('asks consent for whoever is called in, as the shared record does', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    const { id: attendeeId } = await mediator.sessions.addAttendee({
      sessionId: room.id,
      attendee: { capacity: 'helper', name: '郭专家', note: '', consented: false },
    })
    const { line } = await separateTalk(room, words)
    const said = { ...line, id: uuid(), attendeeId }
    expect(await refusalCode(room.save([said]))).toBe('sessions.consentMissing')
    expect(await refusalCode(room.save([{ ...line, attendeeId }]))).toBe('sessions.consentMissing')
    await mediator.sessions.consent({
      sessionId: room.id,
      attendeeId,
      partyIds: [room.workerId, room.firmId],
    })
    await room.save([said])
    expect((await room.read()).entries).toHaveLength(2)
  })

  it('alone is no record to end a session with, and is frozen with it', async () => {
    const room = await openRoom(centre)
    const { line } = await separateTalk(room, words)
    const { mediator } = centre.as
    const end = () =>
      mediator.sessions.end({ sessionId: room.id, result: 'adjourned', resultNote: '' })
    expect(await refusalCode(end())).toBe('sessions.noEntries')
    await room.save([entry(room.worker, '双方都听见的。', 1)])
    await end()
    expect(await refusalCode(room.save([{ ...line, text: '改' }]))).toBe('sessions.alreadyEnded')
    const { connection } = centre.store()
    for (const sql of [
      'UPDATE sealed_entries SET removed = 1 WHERE id = ?',
      'DELETE FROM sealed_entries WHERE id = ?',
    ])
      expect(() => connection.run(sql, [line.id])).toThrow(/ended|append-only/)
    expect((await room.read()).entries).toHaveLength(2)
  })

  it('stays with the case: its next mediator reads it, the former no more', async () => {
    const room = await openRoom(centre)
    await separateTalk(room, words)
    const { mediator, otherMediator } = centre.as
    await mediator.sessions.savePrivateNotes({ caseId: room.caseId, revision: 0, text: '我的' })
    centre
      .store()
      .connection.run('UPDATE cases SET mediator_id = ? WHERE id = ?', [
        centre.ids.otherMediator,
        room.caseId,
      ])
    expect(await refusalCode(room.read())).toBe('cases.notReadable')
    expect((await otherMediator.sessions.get({ id: room.id })).entries).toMatchObject([
      { text: words },
    ])
    const notes = { caseId: room.caseId }
    expect(await otherMediator.sessions.privateNotes(notes)).toEqual({ text: '', revision: 0 })
    expect(await refusalCode(mediator.sessions.privateNotes(notes))).toBe('cases.notYours')
  })

  it('whose row was exchanged in the file is a defect that tells no words', async () => {
    const room = await openRoom(centre)
    const { line } = await separateTalk(room, words)
    await room.save([{ ...line, id: uuid(), position: 11, text: '另一句' }])
    const { connection } = centre.store()
    connection.run(
      `UPDATE sealed_entries SET sealed =
         (SELECT sealed FROM sealed_entries o WHERE o.part_id = sealed_entries.part_id AND o.id <> ?)
       WHERE id = ?`,
      [line.id, line.id],
    )
    const failure = await failureOf(room.read())
    expect(failure.code).toBe('DEFECT')
    expect(JSON.stringify([failure.data, centre.log])).not.toContain('另一句')
    expect((await centre.as.head.sessions.get({ id: room.id })).id).toBe(room.id)
  })
})

describe('private notes', () => {
  const save = (caseId: string, revision: number, text: string) =>
    centre.as.mediator.sessions.savePrivateNotes({ caseId, revision, text })
  const read = (caseId: string) => centre.as.mediator.sessions.privateNotes({ caseId })

  it('are stored once, and refuse to be written over from two places', async () => {
    const { caseId } = await openRoom(centre)
    expect(await read(caseId)).toEqual({ text: '', revision: 0 })
    expect(await refusalCode(save(caseId, 4, '早了'))).toBe('sessions.changedElsewhere')
    expect(await save(caseId, 0, '先听厂方')).toMatchObject({ revision: 1 })
    expect(await save(caseId, 0, '先听厂方')).toMatchObject({ revision: 1 })
    expect(await save(caseId, 1, '先听工人')).toMatchObject({ revision: 2 })
    expect(await refusalCode(save(caseId, 1, '两头写'))).toBe('sessions.changedElsewhere')
    expect(await save(caseId, 2, '')).toMatchObject({ revision: 3 })
    expect(await read(caseId)).toEqual({ text: '', revision: 3 })
  })

  it('are one pad a case', async () => {
    const [one, other] = [await openRoom(centre), await openRoom(centre)]
    await save(one.caseId, 0, '第一件')
    await save(other.caseId, 0, '第二件')
    expect((await read(one.caseId)).text).toBe('第一件')
    expect((await read(other.caseId)).text).toBe('第二件')
  })

  it('are nobody else’s: not the head’s, not another mediator’s', async () => {
    const { caseId } = await openRoom(centre)
    await save(caseId, 0, '先听厂方')
    const { head, otherMediator } = centre.as
    const mine = { caseId, revision: 1, text: '改' }
    expect(await refusalCode(head.sessions.privateNotes({ caseId }))).toBe('sessions.wallNotYours')
    expect(await refusalCode(head.sessions.savePrivateNotes(mine))).toBe('sessions.wallNotYours')
    expect(await refusalCode(otherMediator.sessions.privateNotes({ caseId }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(otherMediator.sessions.savePrivateNotes(mine))).toBe('cases.notYours')
    expect((await read(caseId)).text).toBe('先听厂方')
  })
})
