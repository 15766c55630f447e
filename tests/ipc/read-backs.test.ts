import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import {
  approvedAgreement,
  assignedCase,
  draftedAgreement,
  entry,
  heldCase,
  openSession,
  wageContent,
} from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

type Paper = 'agreement' | 'minutes'
const readBack = (paper: Paper, objectId: string) =>
  centre.as.mediator.readBacks.get({ paper, objectId })

/** Every party's yes to every piece, but for what is left out. */
async function sayYes(
  paper: Paper,
  objectId: string,
  but: (item: string, party: number) => boolean = () => false,
) {
  const { sha256, items, parties } = await readBack(paper, objectId)
  for (const [index, { id: partyId }] of parties.entries())
    for (const { key: item } of items)
      if (!but(item, index))
        await centre.as.mediator.readBacks.answer({
          paper,
          objectId,
          sha256,
          item,
          partyId,
          answer: 'yes',
          words: '',
        })
}

const timelineOf = async (caseId: string) =>
  (await centre.as.mediator.cases.get({ id: caseId })).timeline.filter(
    ({ kind }) => kind === 'readBackComplete',
  )

describe('readBacks of an agreement', () => {
  it('reads it piece by piece with the instalments spelled out, to every party', async () => {
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const text = await readBack('agreement', id)
    expect(text.items.map(({ heading }) => heading)).toEqual([
      '主要事实',
      '争议事项',
      '各方责任',
      '协议内容第1条',
      '协议内容第2条',
      ...(text.items.length > 8 ? ['协议内容第3条'] : []),
      '履行方式',
      '履行期限',
      '履行地点',
    ])
    expect(text.items[3]?.text).toContain('第3期，2027年2月20日前（含当日）支付人民币')
    expect(text.items[3]?.text).not.toContain('见下表')
    expect(text.parties.map(({ name }) => name)).toEqual(['张三', '云溪镇晨光童装厂'])
    expect(text).toMatchObject({ answers: [], complete: false })
  })

  it('is complete with the last yes of the last party, and the time line says so once', async () => {
    const caseId = await heldCase(centre)
    const { id } = await approvedAgreement(centre, caseId)
    await sayYes('agreement', id, (item, party) => item === 'deadline' && party === 1)
    expect((await readBack('agreement', id)).complete).toBe(false)
    expect(await timelineOf(caseId)).toEqual([])
    await sayYes('agreement', id, (item) => item !== 'deadline')
    expect((await readBack('agreement', id)).complete).toBe(true)
    await sayYes('agreement', id)
    expect(await timelineOf(caseId)).toMatchObject([
      { details: { paper: 'agreement', version: 1 } },
    ])
  })

  it('keeps a no with its words, and the later yes beside it', async () => {
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const { sha256, items, parties } = await readBack('agreement', id)
    const said = {
      paper: 'agreement' as const,
      objectId: id,
      sha256,
      item: items[3]?.key ?? '',
      partyId: parties[1]?.id ?? '',
    }
    await sayYes('agreement', id)
    const { answer } = centre.as.mediator.readBacks
    await answer({ ...said, answer: 'no', words: ' 第三期我说的是三月。 ' })
    const after = await readBack('agreement', id)
    expect(after.complete).toBe(false)
    expect(after.answers).toContainEqual(
      expect.objectContaining({ item: said.item, answer: 'no', words: '第三期我说的是三月。' }),
    )
    await answer({ ...said, answer: 'yes', words: '' })
    const again = await readBack('agreement', id)
    expect(again.complete).toBe(true)
    expect(
      again.answers.filter(({ partyId, item }) => partyId === said.partyId && item === said.item),
    ).toHaveLength(1)
    const kept = centre
      .store()
      .connection.all('SELECT answer FROM read_back_answers WHERE object_id = ? AND item = ?', [
        id,
        said.item,
      ])
    expect(kept.map(({ answer: each }) => each)).toEqual(['yes', 'yes', 'no', 'yes'])
  })

  it('forgets every yes when the text changes, and refuses an answer to the text of before', async () => {
    const { mediator } = centre.as
    const { id, revision } = await draftedAgreement(centre, await heldCase(centre))
    await sayYes('agreement', id)
    const before = await readBack('agreement', id)
    expect(before.complete).toBe(true)
    const { parties, content } = await mediator.agreements.get({ id })
    const changed = { ...wageContent(parties), performancePlace: '云溪镇政府一楼' }
    await mediator.agreements.save({ id, revision, content: changed })
    const now = await readBack('agreement', id)
    expect(now.sha256).not.toBe(before.sha256)
    expect(now).toMatchObject({ answers: [], complete: false })
    const stale = {
      paper: 'agreement' as const,
      objectId: id,
      sha256: before.sha256,
      item: 'facts',
      partyId: parties[0]?.id ?? '',
      answer: 'yes' as const,
      words: '',
    }
    const untouched = wholeStore(centre)
    expect(await refusalCode(mediator.readBacks.answer(stale))).toBe('readBacks.textChanged')
    const fresh = { ...stale, sha256: now.sha256 }
    expect(await refusalCode(mediator.readBacks.answer({ ...fresh, item: 'nothing' }))).toBe(
      'readBacks.itemNotFound',
    )
    expect(
      await refusalCode(mediator.readBacks.answer({ ...fresh, partyId: centre.ids.mediator })),
    ).toBe('readBacks.partyNotFound')
    expect(wholeStore(centre)).toEqual(untouched)
    const back = await mediator.agreements.get({ id })
    await mediator.agreements.save({ id, revision: back.revision, content })
    expect((await readBack('agreement', id)).complete).toBe(true)
  })

  it('is the work of the mediator of the case', async () => {
    const { otherMediator, head, receptionist } = centre.as
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const key = { paper: 'agreement' as const, objectId: id }
    expect(await refusalCode(otherMediator.readBacks.get(key))).toBe('cases.notReadable')
    expect(await refusalCode(receptionist.readBacks.get(key))).toBe('users.notPermitted')
    const { sha256, parties } = await head.readBacks.get(key)
    const said = { ...key, sha256, item: 'facts', partyId: parties[0]?.id ?? '', words: '' }
    expect(await refusalCode(otherMediator.readBacks.answer({ ...said, answer: 'yes' }))).toBe(
      'cases.notYours',
    )
    expect(await refusalCode(head.readBacks.get({ ...key, objectId: centre.ids.head }))).toBe(
      'readBacks.notFound',
    )
  })

  it('is over when a newer version took its place', async () => {
    const { mediator, head } = centre.as
    const { id } = await approvedAgreement(centre, await heldCase(centre))
    const { id: next } = await mediator.agreements.revise({ id })
    const { revision } = await mediator.agreements.get({ id: next })
    await mediator.agreements.submit({ id: next, revision })
    await head.agreements.approve({ id: next, revision })
    const { sha256, parties } = await readBack('agreement', id)
    expect(
      await refusalCode(
        mediator.readBacks.answer({
          paper: 'agreement',
          objectId: id,
          sha256,
          item: 'facts',
          words: '',
          partyId: parties[0]?.id ?? '',
          answer: 'yes',
        }),
      ),
    ).toBe('readBacks.notInForce')
  })
})

describe('readBacks of minutes', () => {
  it('reads what goes into them, in a few pieces, to the parties who are there', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const session = await openSession(centre, caseId)
    const firm = session.speaker('云溪镇晨光童装厂')
    const lines = Array.from({ length: 40 }, (_, index) =>
      entry(index % 2 ? firm : session.worker, `第${index + 1}句，说的是工资和日期。`, index + 1),
    )
    const concession = { ...entry(firm, '最多可以让到两万。', 41), mark: 'concession' as const }
    const gone = { ...entry(firm, '这句收回。', 42), removed: true }
    await mediator.sessions.saveEntries({
      sessionId: session.id,
      entries: [...lines, concession, gone],
    })
    const open = await readBack('minutes', session.id)
    const whole = open.items.map(({ text }) => text).join('\n')
    for (const { text } of lines) expect(whole).toContain(text)
    expect(whole).not.toMatch(/两万|收回/u)
    expect(whole).toContain('张三：第1句')
    expect(open.items.length).toBeGreaterThan(1)
    expect(open.items.length).toBeLessThan(6)
    expect(open.parties).toHaveLength(2)

    await sayYes('minutes', session.id)
    expect((await readBack('minutes', session.id)).complete).toBe(true)
    expect(await timelineOf(caseId)).toMatchObject([{ details: { paper: 'minutes', ordinal: 1 } }])
    await mediator.sessions.end({ sessionId: session.id, result: 'adjourned', resultNote: '' })
    const ended = await readBack('minutes', session.id)
    expect(ended.items.at(-1)).toMatchObject({ key: 'result', heading: '调解结果' })
    expect(ended.complete).toBe(false)
  })

  it('asks only who came', async () => {
    const { mediator } = centre.as
    const caseId = await assignedCase(centre)
    const { partyRecords } = await mediator.cases.get({ id: caseId })
    const came = partyRecords[0]
    const { id } = await mediator.sessions.start({
      caseId,
      place: '一号调解室',
      isOpen: true,
      recorderName: '周窗口',
      attendees: [
        { capacity: 'mediator', name: '吴调解', note: '', consented: true },
        { capacity: 'party', partyId: came?.id ?? '', name: '张三', note: '', consented: true },
      ],
    })
    expect((await readBack('minutes', id)).parties.map(({ name }) => name)).toEqual(['张三'])
    expect((await readBack('minutes', id)).complete).toBe(false)
  })
})
