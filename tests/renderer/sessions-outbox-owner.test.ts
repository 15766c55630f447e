import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const sent: { as: string | undefined; texts: string[] }[] = []
/** The core as each person meets it; undefined while nobody is signed in. */
let answers = true

vi.mock('../../renderer/lib/ask.ts', async () => {
  const { signedInHere } = await import('../../renderer/lib/client.ts')
  return {
    call: (_name: string, { entries }: { entries: { text: string }[] }) => {
      if (!answers) return Promise.reject(new Error('no core'))
      sent.push({ as: signedInHere(), texts: entries.map(({ text }) => text) })
      return Promise.resolve({ savedAt: '2026-11-22T03:15:04.123Z' })
    },
  }
})
const { dropLine, noteSignIn } = await import('../../renderer/lib/client.ts')
const { enterOutbox, outboxOf } = await import('../../renderer/features/sessions/session-outbox.ts')

const line = (text: string) => ({
  id: text,
  position: 1,
  attendeeId: 'a',
  text,
  isKeyPoint: false,
  removed: false,
  partId: 'separate',
})

/** Walks into the room as this person; answers how to leave it. */
const enter = (sessionId: string) =>
  enterOutbox(sessionId, outboxOf(sessionId), () => Promise.resolve()).leave

describe('what somebody could not save in a session', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    sent.length = 0
    answers = true
  })
  afterEach(() => vi.useRealTimers())

  it('is neither shown to nor sent by who signs in next, and waits for its writer', async () => {
    noteSignIn('mediator')
    const leave = enter('s1')
    answers = false
    outboxOf('s1').put(line('只跟调解员讲的'))
    await vi.advanceTimersByTimeAsync(1000)
    dropLine()
    leave()
    noteSignIn('head')
    answers = true
    expect(outboxOf('s1').unsaved()).toEqual([])
    const leaveAsHead = enter('s1')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(outboxOf('s1').unsaved()).toEqual([])
    expect(sent).toEqual([])
    leaveAsHead()
    dropLine()
    // Between two people, too: whoever is signed in at the store, the page was not told.
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    noteSignIn('mediator')
    expect(outboxOf('s1').unsaved()).toMatchObject([{ text: '只跟调解员讲的' }])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toEqual([{ as: 'mediator', texts: ['只跟调解员讲的'] }])
    expect(outboxOf('s1').unsaved()).toEqual([])
  })

  it('goes out by itself while its writer stays signed in', async () => {
    noteSignIn('mediator')
    const leave = enter('s2')
    outboxOf('s2').put(line('一句'))
    leave()
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([{ as: 'mediator', texts: ['一句'] }])
  })
})
