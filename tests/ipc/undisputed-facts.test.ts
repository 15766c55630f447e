import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { previewText } from '#tests/support/docx-text.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { openRoom } from '#tests/support/separate-talk.ts'
import { entry } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

const minute = 60_000
const textOf = (caseId: string) =>
  previewText(centre.as.mediator, { form: 'undisputedFacts', objectId: caseId })

describe('undisputed facts', () => {
  const add = (form: Parameters<StaffedCentre['as']['mediator']['sessions']['addFact']>[0]) =>
    centre.as.mediator.sessions.addFact(form)

  it('are collected by hand or from a line, once, and answered by each party', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    const line = { ...entry(room.worker, '月工资4,800元。', 1), mark: 'undisputedFact' as const }
    await room.save([line])
    const form = { caseId: room.caseId, sessionId: room.id, entryId: line.id, text: line.text }
    const { id } = await add(form)
    expect(await add(form)).toEqual({ id })
    const second = await add({ caseId: room.caseId, text: ' 10月出勤12天。 ' })
    const say = (partyId: string, answer: 'yes' | 'no') =>
      mediator.sessions.answerFact({ id, revision: 1, partyId, answer })
    await say(room.workerId, 'yes')
    await say(room.firmId, 'no')
    centre.clock.pass(minute)
    await say(room.firmId, 'yes')
    const { undisputedFacts } = await room.read()
    expect(undisputedFacts).toMatchObject([
      { id, position: 1, text: '月工资4,800元。', revision: 1, entryId: line.id },
      { id: second.id, position: 2, text: '10月出勤12天。', answers: [] },
    ])
    const said = undisputedFacts[0]?.answers.map(({ partyId, answer }) => [partyId, answer])
    expect(said).toEqual([
      [room.workerId, 'yes'],
      [room.firmId, 'yes'],
    ])
    const text = await textOf(room.caseId)
    expect(text.indexOf('月工资4,800元')).toBeLessThan(text.indexOf('不作为无争议事实'))
    expect(text.indexOf('10月出勤12天')).toBeGreaterThan(text.indexOf('不作为无争议事实'))
  })

  it('ask both sides anew after another wording, and refuse an answer to the former one', async () => {
    const room = await openRoom(centre)
    const { sessions } = centre.as.mediator
    const { id } = await add({ caseId: room.caseId, text: '欠三个月。' })
    const answer = { id, revision: 1, partyId: room.workerId, answer: 'yes' as const }
    await sessions.answerFact(answer)
    expect(await sessions.changeFact({ id, revision: 1, text: '欠三个月零十二天。' })).toEqual({
      revision: 2,
    })
    expect((await room.read()).undisputedFacts).toMatchObject([
      { text: '欠三个月零十二天。', revision: 2, answers: [] },
    ])
    expect(await refusalCode(sessions.answerFact(answer))).toBe('sessions.changedElsewhere')
    expect(await refusalCode(sessions.changeFact({ id, revision: 1, text: '别的' }))).toBe(
      'sessions.changedElsewhere',
    )
    expect(await sessions.changeFact({ id, revision: 1, text: '欠三个月零十二天。' })).toEqual({
      revision: 2,
    })
    const stranger = await openRoom(centre)
    const wrong = { ...answer, revision: 2, partyId: stranger.workerId }
    expect(await refusalCode(sessions.answerFact(wrong))).toBe('parties.notFound')
    await sessions.removeFact({ id })
    expect((await room.read()).undisputedFacts).toEqual([])
    for (const way of [sessions.removeFact({ id }), sessions.answerFact(answer)])
      expect(await refusalCode(way)).toBe('sessions.factNotFound')
  })

  it('never come from a concession, a removed or sealed line, or another case', async () => {
    const [room, other] = [await openRoom(centre), await openRoom(centre)]
    const { id: partId } = await room.begin('separate', room.workerId)
    const lines = [
      { ...entry(room.worker, '划掉的', 1), removed: true },
      { ...entry(room.worker, '让步的', 2), mark: 'concession' as const },
      { ...entry(room.worker, '私下的', 3), partId },
      entry(room.worker, '后来让步的', 4),
    ]
    await room.save(lines)
    const foreign = entry(other.worker, '别的案子的', 1)
    await other.save([foreign])
    const code = (entryId: string) =>
      refusalCode(add({ caseId: room.caseId, entryId, text: '抄下来' }))
    const [removed, concession, sealed, later] = lines.map(({ id }) => id)
    for (const id of [removed, sealed, foreign.id, uuid()])
      expect(await code(id ?? '')).toBe('sessions.entryNotFound')
    expect(await code(concession ?? '')).toBe('sessions.concessionNoFact')
    const wrongSession = { caseId: room.caseId, sessionId: other.id, text: '抄下来' }
    expect(await refusalCode(add(wrongSession))).toBe('sessions.notFound')

    await add({ caseId: room.caseId, entryId: later, text: '后来让步的' })
    expect((await room.read()).undisputedFacts).toHaveLength(1)
    await room.save([{ ...lines[3]!, mark: 'concession' }])
    expect((await room.read()).undisputedFacts).toEqual([])
    expect(await textOf(room.caseId)).not.toContain('后来让步的')
  })

  it('print only when there is one, and for whoever may read what was said', async () => {
    const room = await openRoom(centre)
    const key = { form: 'undisputedFacts' as const, objectId: room.caseId }
    const { mediator, receptionist, otherMediator, head } = centre.as
    expect(await refusalCode(mediator.papers.print({ ...key, copies: 1 }))).toBe('papers.notReady')
    expect(await textOf(room.caseId)).toContain('草稿')
    await add({ caseId: room.caseId, text: '月工资4,800元。' })
    expect(await mediator.papers.print({ ...key, copies: 2 })).toEqual({
      jobId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect((await head.papers.preview(key)).title).toBe('无争议事实记载表')
    for (const client of [receptionist, otherMediator])
      expect(await refusalCode(client.papers.preview(key))).toBe('cases.notReadable')
    expect(
      await refusalCode(otherMediator.sessions.addFact({ caseId: room.caseId, text: '我来写' })),
    ).toBe('cases.notYours')
  })
})
