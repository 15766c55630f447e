import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCentre, password, staff, type StaffedCentre } from '#tests/support/centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { assignedCase, openSession } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
const opus = 'audio/webm;codecs=opus'
const base64 = (text: string) => Buffer.from(text).toString('base64')

async function room() {
  const caseId = await assignedCase(centre)
  const { id: sessionId } = await openSession(centre, caseId)
  const { parties } = await centre.as.mediator.sessions.get({ id: sessionId })
  return { caseId, sessionId, parties: parties.map(({ id }) => id) }
}

beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

describe('recordings', () => {
  it('are off until the head allows them', async () => {
    const { sessionId, parties } = await room()
    const { mediator, head } = centre.as
    const form = { sessionId, mediaType: opus, consentsOf: parties }
    expect(await refusalCode(mediator.recordings.start(form))).toBe('recordings.notAllowed')
    await head.recordings.saveSettings({ allowed: true, keepDays: 30 })
    expect((await mediator.recordings.start(form)).id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('begin only when every party present has consented', async () => {
    const { sessionId, parties } = await room()
    const { mediator } = centre.as
    for (const consentsOf of [[], parties.slice(1)])
      expect(
        await refusalCode(mediator.recordings.start({ sessionId, mediaType: opus, consentsOf })),
      ).toBe('recordings.consentMissing')
  })

  it('give back the slices in order, each once', async () => {
    const { sessionId, parties } = await room()
    const { mediator } = centre.as
    const { id: recordingId } = await mediator.recordings.start({
      sessionId,
      mediaType: opus,
      consentsOf: parties,
    })
    const slice = (position: number, text: string) =>
      mediator.recordings.addSlice({
        recordingId,
        position,
        startedMs: position * 5000,
        base64: base64(text),
      })
    await slice(1, 'second ')
    await slice(0, 'first ')
    await slice(1, 'second again')
    await slice(2, 'third')
    await mediator.recordings.stop({ recordingId })
    const sound = await mediator.recordings.sound({ recordingId })
    expect(sound.mediaType).toBe(opus)
    expect(Buffer.from(sound.base64, 'base64').toString()).toBe('first second third')
    expect(await mediator.recordings.list({ sessionId })).toMatchObject([
      { slices: 3, keepUntil: '2026-12-22' },
    ])
  })

  it('take nothing that was said in a separate talk', async () => {
    const { sessionId, parties } = await room()
    const { mediator } = centre.as
    const { id: recordingId } = await mediator.recordings.start({
      sessionId,
      mediaType: opus,
      consentsOf: parties,
    })
    centre.clock.pass(10_000)
    await mediator.sessions.beginPart({ sessionId, kind: 'separate', partyId: parties[0] })
    expect(await mediator.recordings.list({ sessionId })).toMatchObject([
      { endedAt: centre.clock.now() },
    ])
    const slice = (startedMs: number) =>
      mediator.recordings.addSlice({
        recordingId,
        position: Math.floor(startedMs / 1000),
        startedMs,
        base64: base64('sound'),
      })
    await slice(9000)
    expect(await refusalCode(slice(10_000))).toBe('recordings.separateTalk')
    expect(
      await refusalCode(
        mediator.recordings.start({ sessionId, mediaType: opus, consentsOf: parties }),
      ),
    ).toBe('recordings.separateTalk')
  })

  it('are heard by nobody outside the case', async () => {
    const { sessionId, parties } = await room()
    const { id: recordingId } = await centre.as.mediator.recordings.start({
      sessionId,
      mediaType: opus,
      consentsOf: parties,
    })
    for (const client of [centre.as.otherMediator])
      for (const call of [
        client.recordings.sound({ recordingId }),
        client.recordings.list({ sessionId }),
        client.recordings.stop({ recordingId }),
      ])
        expect(await refusalCode(call)).toMatch(/^cases\./)
  })

  it('refuse what is no sound and what goes on for ever', async () => {
    const { sessionId, parties } = await room()
    const { mediator } = centre.as
    expect(
      await refusalCode(
        mediator.recordings.start({ sessionId, mediaType: 'video/webm', consentsOf: parties }),
      ),
    ).toBe('recordings.kindUnknown')
    const { id: recordingId } = await mediator.recordings.start({
      sessionId,
      mediaType: opus,
      consentsOf: parties,
    })
    expect(
      await refusalCode(
        mediator.recordings.addSlice({
          recordingId,
          position: 7200,
          startedMs: 0,
          base64: base64('x'),
        }),
      ),
    ).toBe('recordings.tooLong')
    expect(await refusalCode(mediator.recordings.purge({ recordingId }))).toBe(
      'recordings.alreadyRunning',
    )
  })

  it('go when their days are over, and the fact of them stays', async () => {
    const { sessionId, parties } = await room()
    const { mediator } = centre.as
    const { id: recordingId } = await mediator.recordings.start({
      sessionId,
      mediaType: opus,
      consentsOf: parties,
    })
    await mediator.recordings.addSlice({
      recordingId,
      position: 0,
      startedMs: 0,
      base64: base64('sound'),
    })
    await mediator.recordings.stop({ recordingId })
    centre.clock.pass(31 * 24 * 3_600_000)
    const later = await centre.signIn(staff.mediator, password)
    expect(await later.recordings.list({ sessionId })).toMatchObject([{ slices: 0 }])
    const [kept] = await later.recordings.list({ sessionId })
    expect(kept?.purgedAt).toBeDefined()
    expect(await refusalCode(later.recordings.sound({ recordingId }))).toBe('recordings.notFound')
  })
})
