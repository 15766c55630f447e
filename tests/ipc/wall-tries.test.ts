import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Term } from '#db/domain/offer/term.ts'
import { bargain, type Bargain } from '#tests/support/bargain.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { holds } from '#tests/support/leak-search.ts'
import { failureOf, refusal, refusalCode } from '#tests/support/refusal.ts'
import { openRoom, separateTalk } from '#tests/support/separate-talk.ts'
import { approvedAgreement, entry } from '#tests/support/wage-case.ts'
import { wholeStore } from '#tests/support/watched-store.ts'

/** What must come back to nobody, whatever was asked and however. */
const mark = '暗语伍零捌只此一人'
const base64 = (text: string) => Buffer.from(text).toString('base64')
const words = (terms: Term[]) => ({ terms, condition: mark, note: mark })

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

describe('sound of a separate talk', () => {
  const opus = 'audio/webm;codecs=opus'
  /** A recording that ran for ten seconds before a separate talk of one minute. */
  async function recorded() {
    const room = await openRoom(centre)
    const { mediator, head } = centre.as
    await head.recordings.saveSettings({ allowed: true })
    const { id: recordingId } = await mediator.recordings.start({
      sessionId: room.id,
      mediaType: opus,
      consentsOf: [room.workerId, room.firmId],
    })
    centre.clock.pass(10_000)
    await room.begin('separate', room.workerId)
    centre.clock.pass(60_000)
    const slice = (startedMs: number) =>
      mediator.recordings.addSlice({
        recordingId,
        position: Math.floor(startedMs / 1000),
        startedMs,
        base64: base64(mark),
      })
    return { room, recordingId, slice }
  }

  it('is not taken when it comes after the talk has ended', async () => {
    const { room, slice } = await recorded()
    await room.begin('joint')
    centre.clock.pass(5000)
    expect(await refusalCode(slice(20_000))).toBe('recordings.separateTalk')
    expect(await refusalCode(slice(69_000))).toBe('recordings.separateTalk')
    await slice(9000)
    await slice(71_000)
  })

  it('is not taken when it comes after the session, nor after a break', async () => {
    const { room, slice } = await recorded()
    await room.begin('pause')
    expect(await refusalCode(slice(30_000))).toBe('recordings.separateTalk')
    await room.save([entry(room.worker, '双方都听见的。', 1)])
    await centre.as.mediator.sessions.end({
      sessionId: room.id,
      result: 'adjourned',
      resultNote: '',
    })
    expect(await refusalCode(slice(30_000))).toBe('recordings.separateTalk')
  })
})

describe('an offer', () => {
  let deal: Bargain
  beforeEach(async () => {
    deal = await bargain(centre)
  })

  it('recorded beside the room while a separate talk goes on is that talk’s', async () => {
    const { mediator, caseId, sessionId, firm, worker, pay } = deal
    await mediator.sessions.beginPart({ sessionId, kind: 'separate', partyId: firm })
    const make = (partyId?: string) =>
      mediator.offers.make({
        id: uuid(),
        caseId,
        ...(partyId === undefined ? {} : { partyId }),
        terms: { terms: [pay(9000)], condition: '', note: '' },
      })
    await make(firm)
    await make()
    await mediator.sessions.beginPart({ sessionId, kind: 'joint' })
    await make(worker)
    const { offers } = await deal.ledger()
    expect(offers.map(({ confidantId }) => confidantId)).toEqual([firm, firm, undefined])
  })

  it('of another case is answered, released, withdrawn or replied to by nobody', async () => {
    const { otherMediator, head, receptionist } = centre.as
    const { worker, firm, pay } = deal
    const offerId = await deal.make([pay(9000)], {
      partyId: firm,
      confidantId: firm,
      condition: mark,
    })
    const strangers = await bargain(centre)
    const before = wholeStore(centre)
    const refused = await Promise.all([
      ...[otherMediator, head, receptionist].flatMap((client) => [
        refusal(client.offers.answer({ offerId, partyId: firm, answer: 'yes' })),
        refusal(client.offers.release({ offerId })),
        refusal(client.offers.withdraw({ offerId })),
        refusal(client.offers.ledger({ caseId: deal.caseId })),
        refusal(client.offers.read({ caseId: deal.caseId, text: mark })),
        refusal(client.offers.make({ id: offerId, caseId: deal.caseId, terms: words([pay(1)]) })),
      ]),
      // The same mediator, by way of another case of theirs.
      refusal(strangers.make([pay(1)], { replyTo: offerId })),
      refusal(strangers.make([pay(1)], { id: offerId })),
      refusal(strangers.make([pay(1)], { confidantId: worker })),
      refusal(strangers.make([pay(1)], { sessionId: deal.sessionId })),
    ])
    expect(refused.filter((one) => holds(JSON.stringify(one), mark))).toEqual([])
    expect(wholeStore(centre)).toEqual(before)
  })

  it('that one side does not know brings no word of it into what the other reads', async () => {
    const { mediator, caseId, sessionId, worker, firm, pay } = deal
    await deal.make([pay(9000)], { partyId: firm, confidantId: firm, condition: mark, note: mark })
    const shared = await deal.make([pay(17_000)], { partyId: worker, note: mark })
    await deal.yes(shared, firm)
    await mediator.sessions.saveEntries({
      sessionId,
      entries: [
        entry((await mediator.sessions.get({ id: sessionId })).attendees[1]?.id ?? '', '好', 1),
      ],
    })
    await mediator.sessions.end({ sessionId, result: 'agreed', resultNote: '' })
    const { id } = await mediator.agreements.draft({ caseId })
    const { head } = centre.as
    for (const [name, answered] of Object.entries({
      agreement: await head.agreements.get({ id }),
      versions: await head.agreements.versions({ caseId }),
      case: await head.cases.get({ id: caseId }),
      readBack: await head.readBacks.get({ paper: 'agreement', objectId: id }),
      minutes: await head.readBacks.get({ paper: 'minutes', objectId: sessionId }),
    })) {
      expect(holds(JSON.stringify(answered), mark), name).toBe(false)
      expect(JSON.stringify(answered), name).not.toContain('offerId')
    }
  })
})

describe('an offer that is begun and not recorded', () => {
  it('is read, written over and thrown away by its writer alone', async () => {
    const { caseId } = await bargain(centre)
    const { mediator, otherMediator, head, receptionist, lawyer, administrator } = centre.as
    const key = { kind: 'offer' as const, objectId: caseId }
    await mediator.drafts.keep({ ...key, text: mark })
    const before = wholeStore(centre)
    expect(holds(JSON.stringify(before), mark)).toBe(false)
    for (const client of [otherMediator, head, receptionist, lawyer, administrator])
      for (const attempt of [
        client.drafts.get(key),
        client.drafts.keep({ ...key, text: '改' }),
        client.drafts.drop(key),
      ])
        expect(await refusalCode(attempt)).toMatch(/^(?:cases|offers|users)\.not/)
    expect(wholeStore(centre)).toEqual(before)
    expect(await mediator.drafts.get(key)).toEqual({ text: mark })
    await mediator.drafts.drop(key)
    expect(await mediator.drafts.get(key)).toEqual({})
  })
})

describe('whoever held the case before', () => {
  it('opens nothing of it any more, and the successor no notes', async () => {
    const room = await openRoom(centre)
    const { mediator, otherMediator } = centre.as
    const { line } = await separateTalk(room, mark)
    await mediator.sessions.savePrivateNotes({ caseId: room.caseId, revision: 0, text: mark })
    const draft = { kind: 'offer' as const, objectId: room.caseId }
    await mediator.drafts.keep({ ...draft, text: mark })
    // No step of today takes a case from its mediator in mid-session; the wall does not hang on that.
    centre
      .store()
      .connection.run('UPDATE cases SET mediator_id = ? WHERE id = ?', [
        centre.ids.otherMediator,
        room.caseId,
      ])
    const tries = [
      mediator.sessions.get({ id: room.id }),
      mediator.sessions.privateNotes({ caseId: room.caseId }),
      mediator.offers.ledger({ caseId: room.caseId }),
      mediator.drafts.get(draft),
      mediator.sessions.saveEntries({ sessionId: room.id, entries: [line] }),
      mediator.sessions.keepCursor({ sessionId: room.id, cursor: { entryId: line.id, caret: 1 } }),
      mediator.recordings.list({ sessionId: room.id }),
      mediator.readBacks.get({ paper: 'minutes', objectId: room.id }),
    ]
    for (const attempt of tries) {
      const refused = await refusal(attempt)
      expect(refused.code).toMatch(/^(cases|offers|sessions)\.(notYours|notReadable|wallNotYours)/)
      expect(holds(JSON.stringify(refused), mark)).toBe(false)
    }
    expect(await otherMediator.sessions.privateNotes({ caseId: room.caseId })).toEqual({
      text: '',
      revision: 0,
    })
    expect(await otherMediator.drafts.get(draft)).toEqual({})
    expect(await mediator.sessions.whereIWas({})).toEqual({})
  })
})

describe('an input that is refused', () => {
  it('is echoed neither in the answer nor in the log', async () => {
    const { mediator } = centre.as
    const room = await openRoom(centre)
    const { partId } = await separateTalk(room, '先说的')
    const from = centre.log.length
    const broken = [
      mediator.sessions.saveEntries({
        sessionId: room.id,
        entries: [{ ...entry(room.worker, mark, 1), partId, mark: mark as never }],
      }),
      mediator.sessions.saveEntries({
        sessionId: room.id,
        entries: [{ ...entry(room.worker, mark, 1), partId: mark }],
      }),
      mediator.sessions.saveEntries({
        sessionId: room.id,
        entries: [entry(room.worker, mark.repeat(20_000), 1)],
      }),
      mediator.sessions.savePrivateNotes({ caseId: mark, revision: 0, text: mark }),
      mediator.offers.make({
        id: uuid(),
        caseId: room.caseId,
        terms: {
          terms: [{ id: uuid(), kind: mark, text: mark } as never],
          condition: '',
          note: '',
        },
      }),
      mediator.offers.read({ caseId: room.caseId, text: mark, partyId: mark }),
    ]
    for (const attempt of broken) {
      const failure = await failureOf(attempt)
      expect(failure.code).toBe('BAD_REQUEST')
      expect(holds(`${failure.message} ${JSON.stringify(failure.data)}`, mark)).toBe(false)
    }
    expect(holds(JSON.stringify(centre.log.slice(from)), mark)).toBe(false)
  })

  it('tells of a damaged sealed row that there is a defect, and no word of it', async () => {
    const room = await openRoom(centre)
    const { line } = await separateTalk(room, mark)
    const { connection } = centre.store()
    const [row] = connection.all('SELECT sealed FROM sealed_entries WHERE id = ?', [line.id])
    const put = (sealed: unknown) =>
      connection.run('UPDATE sealed_entries SET sealed = ? WHERE id = ?', [sealed, line.id])
    put(`${String(row?.['sealed']).slice(0, -8)}AAAAAAA=`)
    const from = centre.log.length
    const failure = await failureOf(room.read())
    expect(failure.code).toBe('DEFECT')
    const told = JSON.stringify([failure.message, failure.data, centre.log.slice(from)])
    expect(holds(told, mark)).toBe(false)
    put(row?.['sealed'])
    expect((await room.read()).entries).toMatchObject([{ text: mark }])
  })
})

describe('a log line of a defect', () => {
  it('keeps the message out even where it looks like a place in the program', async () => {
    const { mediator } = centre.as
    const room = await openRoom(centre)
    const from = centre.log.length
    const now = vi.spyOn(centre.core.clock, 'now').mockImplementation(() => {
      throw new Error(`no\n    at ${mark}\n    at ${mark} (file:1:1)`)
    })
    const failure = await failureOf(mediator.sessions.get({ id: room.id }))
    now.mockRestore()
    expect(failure.code).toBe('DEFECT')
    expect(centre.log.length).toBeGreaterThan(from)
    expect(holds(JSON.stringify(centre.log.slice(from)), mark)).toBe(false)
  })
})

describe('papers and sealed ids', () => {
  it('an id of a sealed thing opens no paper, no session and no attachment', async () => {
    const room = await openRoom(centre)
    const { partId, line } = await separateTalk(room, mark)
    const { mediator } = centre.as
    for (const id of [partId, line.id])
      for (const attempt of [
        mediator.papers.preview({ form: 'f09', objectId: id }),
        mediator.papers.preview({ form: 'f10', objectId: id }),
        mediator.sessions.get({ id }),
        mediator.readBacks.get({ paper: 'minutes', objectId: id }),
        mediator.agreements.get({ id }),
        mediator.attachments.view({ id }),
        mediator.recordings.sound({ recordingId: id }),
      ])
        expect(await refusalCode(attempt)).toMatch(/[nN]otFound$/)
  })

  it('a concession is in no minutes, no read-back, no key point and no fact', async () => {
    const room = await openRoom(centre)
    const { mediator } = centre.as
    const conceded = {
      ...entry(room.firm, mark, 2),
      isKeyPoint: true,
      mark: 'undisputedFact' as const,
    }
    await room.save([entry(room.worker, '双方都听见的。', 1), conceded])
    await mediator.sessions.addFact({ caseId: room.caseId, entryId: conceded.id, text: mark })
    await room.save([{ ...conceded, mark: 'concession' as never }])
    await mediator.sessions.end({ sessionId: room.id, result: 'agreed', resultNote: '' })
    const { id } = await approvedAgreement(centre, room.caseId)
    for (const client of [mediator, centre.as.head])
      for (const answered of [
        await client.agreements.get({ id }),
        await client.readBacks.get({ paper: 'minutes', objectId: room.id }),
        await client.readBacks.get({ paper: 'agreement', objectId: id }),
        await client.cases.get({ id: room.caseId }),
      ])
        expect(holds(JSON.stringify(answered), mark)).toBe(false)
  })
})
