import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSaveQueue, type SaveState, type SendResult } from '../../renderer/lib/save-queue.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

type Sent = { content: string; revision: number; answer: (result: SendResult<string>) => void }

const start = () => {
  const sent: Sent[] = []
  const states: SaveState<string>[] = []
  const queue = createSaveQueue<string, string>({
    revision: 4,
    send: (content, revision) =>
      new Promise((answer) => {
        sent.push({ content, revision, answer })
      }),
    onState: (state) => states.push(state),
    delayMs: 200,
    retryMs: [500],
  })
  return { sent, states, queue }
}
const stored = (revision: number): SendResult<string> => ({ ok: true, revision, savedAt: 'now' })
const settle = () => vi.advanceTimersByTimeAsync(0)

describe('createSaveQueue', () => {
  it('sends the newest content once within the delay of the first change', async () => {
    const { sent, queue } = start()
    queue.put('a')
    await vi.advanceTimersByTimeAsync(150)
    queue.put('b')
    await vi.advanceTimersByTimeAsync(50)
    expect(sent.map(({ content, revision }) => [content, revision])).toEqual([['b', 4]])
  })

  it('keeps one send on the way and sends what came in next with the new revision', async () => {
    const { sent, queue } = start()
    queue.put('a')
    await vi.advanceTimersByTimeAsync(200)
    queue.put('b')
    queue.put('c')
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toHaveLength(1)
    sent[0]?.answer(stored(5))
    await settle()
    expect(sent.map(({ content, revision }) => [content, revision])).toEqual([
      ['a', 4],
      ['c', 5],
    ])
  })

  it('flushes what waits at once and answers when all is stored', async () => {
    const { sent, queue, states } = start()
    queue.put('a')
    const flushed = queue.flush()
    await settle()
    sent[0]?.answer(stored(5))
    expect(await flushed).toBe(true)
    expect([queue.revision(), states.at(-1)]).toEqual([5, { kind: 'saved', at: 'now' }])
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toHaveLength(1)
  })

  it('tries a lost connection again with the newest content', async () => {
    const { sent, queue, states } = start()
    queue.put('a')
    await vi.advanceTimersByTimeAsync(200)
    sent[0]?.answer({ ok: false, retry: true, failure: 'lost' })
    await settle()
    expect(states.at(-1)).toEqual({ kind: 'retrying', failure: 'lost' })
    queue.put('b')
    await vi.advanceTimersByTimeAsync(500)
    expect(sent.map(({ content }) => content)).toEqual(['a', 'b'])
  })

  it('tries the same content again when nothing newer came', async () => {
    const { sent, queue } = start()
    queue.put('a')
    await vi.advanceTimersByTimeAsync(200)
    sent[0]?.answer({ ok: false, retry: true, failure: 'lost' })
    await vi.advanceTimersByTimeAsync(500)
    expect(sent.map(({ content }) => content)).toEqual(['a', 'a'])
  })

  it('stops at a refusal and says that not all is stored', async () => {
    const { sent, queue, states } = start()
    queue.put('a')
    const flushed = queue.flush()
    await settle()
    sent[0]?.answer({ ok: false, retry: false, failure: 'changed' })
    expect(await flushed).toBe(false)
    expect(states.at(-1)).toEqual({ kind: 'stopped', failure: 'changed' })
    queue.put('b')
    await vi.advanceTimersByTimeAsync(5000)
    expect(sent).toHaveLength(1)
    expect(await queue.flush()).toBe(false)
  })
})
