import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEntryOutbox } from '../../renderer/features/sessions/entry-outbox.ts'

type Item = { id: string; text: string }
type Behaviour =
  | { do: 'answer' | 'refuse'; afterMs: number }
  /** The core has the lines, but its answer is lost. */
  | { do: 'storeAndFail'; afterMs: number }
  | { do: 'hang' }

/** A core whose mood can be set; keeps what reached it and when. */
const createCore = () => {
  const stored = new Map<string, string>()
  const arrivals: { item: Item; at: number }[] = []
  const requests: number[] = []
  let behaviour: Behaviour = { do: 'answer', afterMs: 5 }
  let atWork = 0
  let mostAtWork = 0
  const store = (items: Item[]) => {
    for (const item of items) {
      stored.set(item.id, item.text)
      arrivals.push({ item, at: Date.now() })
    }
  }
  return {
    stored,
    arrivals,
    requests,
    behave(next: Behaviour) {
      behaviour = next
    },
    mostAtWork: () => mostAtWork,
    send(items: Item[]): Promise<{ savedAt: string }> {
      const mood = behaviour
      requests.push(Date.now())
      atWork += 1
      mostAtWork = Math.max(mostAtWork, atWork)
      return new Promise((resolve, reject) => {
        if (mood.do === 'hang') return
        setTimeout(() => {
          atWork -= 1
          if (mood.do !== 'refuse') store(items)
          if (mood.do === 'answer') resolve({ savedAt: new Date().toISOString() })
          else reject(new Error(mood.do))
        }, mood.afterMs)
      })
    },
  }
}

const setUp = (isLasting: (error: unknown) => boolean = () => false) => {
  const core = createCore()
  return { core, outbox: createEntryOutbox<Item>({ send: core.send, isLasting }) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('createEntryOutbox', () => {
  it('sends the newest form of each line in one request', async () => {
    const { core, outbox } = setUp()
    outbox.put({ id: 'a', text: '一' })
    outbox.put({ id: 'b', text: '二' })
    outbox.put({ id: 'a', text: '一百' })
    await vi.advanceTimersByTimeAsync(300)
    expect(core.arrivals.map(({ item }) => item)).toEqual([
      { id: 'a', text: '一百' },
      { id: 'b', text: '二' },
    ])
  })

  it('is not pushed away by typing that never stops', async () => {
    const { core, outbox } = setUp()
    for (let letters = 1; letters <= 40; letters += 1) {
      outbox.put({ id: 'a', text: '字'.repeat(letters) })
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(core.arrivals.length).toBeGreaterThan(8)
  })

  it('has the very first letter after an hour of silence in the store within 300 ms', async () => {
    const { core, outbox } = setUp()
    outbox.put({ id: 'a', text: '一' })
    await vi.advanceTimersByTimeAsync(3_600_000)
    const typedAt = Date.now()
    outbox.put({ id: 'b', text: '二' })
    await vi.advanceTimersByTimeAsync(1000)
    expect((core.arrivals.at(-1)?.at ?? Infinity) - typedAt).toBeLessThanOrEqual(300)
  })

  it('says saved with the time of the answer', async () => {
    const { outbox } = setUp()
    vi.setSystemTime(new Date('2026-11-22T02:32:05.000Z'))
    outbox.put({ id: 'a', text: '一' })
    expect(outbox.state()).toMatchObject({ kind: 'saving', count: 1, slow: false })
    await vi.advanceTimersByTimeAsync(200)
    expect(outbox.state()).toEqual({ kind: 'saved', savedAt: '2026-11-22T02:32:05.155Z' })
  })

  it('flushes at once when asked, and after a request under way', async () => {
    const { core, outbox } = setUp()
    core.behave({ do: 'answer', afterMs: 40 })
    outbox.put({ id: 'a', text: '一' })
    outbox.flush()
    outbox.put({ id: 'a', text: '二' })
    outbox.flush()
    await vi.advanceTimersByTimeAsync(80)
    expect(core.arrivals.map(({ item }) => item.text)).toEqual(['一', '二'])
  })

  it('says what is not saved after a failure, tries again and loses nothing', async () => {
    const { core, outbox } = setUp()
    core.behave({ do: 'refuse', afterMs: 5 })
    outbox.put({ id: 'a', text: '一' })
    await vi.advanceTimersByTimeAsync(200)
    outbox.put({ id: 'b', text: '二' })
    expect(outbox.state()).toMatchObject({ kind: 'failing', count: 2 })
    core.behave({ do: 'answer', afterMs: 5 })
    await vi.advanceTimersByTimeAsync(600)
    expect(outbox.state()).toMatchObject({ kind: 'saved' })
    expect(Object.fromEntries(core.stored)).toEqual({ a: '一', b: '二' })
  })

  it('does not let the old words of a failed request overtake newer ones', async () => {
    const { core, outbox } = setUp()
    core.behave({ do: 'storeAndFail', afterMs: 20 })
    outbox.put({ id: 'a', text: '旧' })
    outbox.flush()
    outbox.put({ id: 'a', text: '新' })
    await vi.advanceTimersByTimeAsync(30)
    core.behave({ do: 'answer', afterMs: 5 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(core.stored.get('a')).toBe('新')
    expect(core.arrivals.map(({ item }) => item.text)).toEqual(['旧', '新'])
  })

  it('waits longer after each failure, at most five seconds', async () => {
    const { core, outbox } = setUp()
    core.behave({ do: 'refuse', afterMs: 1 })
    outbox.put({ id: 'a', text: '一' })
    await vi.advanceTimersByTimeAsync(20_000)
    const gaps = core.requests.slice(1).map((at, index) => at - (core.requests[index] ?? 0) - 1)
    expect(gaps.slice(0, 6)).toEqual([300, 1000, 2000, 5000, 5000, 5000])
  })

  it('stops trying by itself after a lasting refusal, keeps the words and tries when asked', async () => {
    const { core, outbox } = setUp(() => true)
    core.behave({ do: 'refuse', afterMs: 1 })
    outbox.put({ id: 'a', text: '一' })
    await vi.advanceTimersByTimeAsync(60_000)
    outbox.put({ id: 'a', text: '二' })
    await vi.advanceTimersByTimeAsync(60_000)
    expect(outbox.state()).toMatchObject({ kind: 'refused', count: 1 })
    expect(outbox.unsaved()).toEqual([{ id: 'a', text: '二' }])
    core.behave({ do: 'answer', afterMs: 1 })
    outbox.flush()
    await vi.advanceTimersByTimeAsync(10)
    expect(core.stored.get('a')).toBe('二')
  })

  it('counts a request without an answer as failed', async () => {
    const { core, outbox } = setUp()
    core.behave({ do: 'hang' })
    outbox.put({ id: 'a', text: '一' })
    await vi.advanceTimersByTimeAsync(2000)
    expect(outbox.state()).toMatchObject({ kind: 'saving', slow: true })
    core.behave({ do: 'answer', afterMs: 5 })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(core.stored.get('a')).toBe('一')
  })

  it('drains: true once everything is stored, false as soon as a try fails', async () => {
    const { core, outbox } = setUp()
    await expect(outbox.drain()).resolves.toBe(true)
    outbox.put({ id: 'a', text: '一' })
    const drained = outbox.drain()
    outbox.put({ id: 'b', text: '二' })
    await vi.advanceTimersByTimeAsync(400)
    await expect(drained).resolves.toBe(true)
    expect(core.stored.size).toBe(2)
    core.behave({ do: 'refuse', afterMs: 5 })
    outbox.put({ id: 'a', text: '三' })
    const failed = outbox.drain()
    await vi.advanceTimersByTimeAsync(10)
    await expect(failed).resolves.toBe(false)
  })

  it('splits what is too much for one request', async () => {
    const { core, outbox } = setUp()
    for (let line = 0; line < 1201; line += 1) outbox.put({ id: `${line}`, text: '字' })
    await vi.advanceTimersByTimeAsync(300)
    expect(core.stored.size).toBe(1201)
    expect(outbox.state().kind).toBe('saved')
  })

  const id = fc.constantFrom('a', 'b', 'c')
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ id, text: fc.string({ maxLength: 3 }) }) },
    { weight: 6, arbitrary: fc.record({ wait: fc.integer({ min: 0, max: 400 }) }) },
    { weight: 1, arbitrary: fc.record({ flush: fc.constant(true) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        behaviour: fc.oneof(
          fc.record({
            do: fc.constantFrom('answer' as const, 'refuse' as const, 'storeAndFail' as const),
            afterMs: fc.integer({ min: 0, max: 500 }),
          }),
          fc.record({ do: fc.constant('hang' as const) }),
        ),
      }),
    },
  )

  it('brings the last words of every line to the store, whatever fails on the way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { core, outbox } = setUp()
        const written = new Map<string, string>()
        for (const one of steps) {
          if ('wait' in one) await vi.advanceTimersByTimeAsync(one.wait)
          else if ('flush' in one) outbox.flush()
          else if ('behaviour' in one) core.behave(one.behaviour)
          else {
            outbox.put(one)
            written.set(one.id, one.text)
          }
          const unsaved = new Map(outbox.unsaved().map((item) => [item.id, item.text]))
          for (const [lineId, text] of written) {
            expect(unsaved.get(lineId) ?? core.stored.get(lineId)).toBe(text)
          }
        }
        core.behave({ do: 'answer', afterMs: 5 })
        await vi.advanceTimersByTimeAsync(60_000)
        expect(Object.fromEntries(core.stored)).toEqual(Object.fromEntries(written))
        expect(outbox.state().kind).toBe('saved')
      }),
      { numRuns: 300 },
    )
  })

  it('has every change in the store 300 ms after typing while the core answers', async () => {
    const edit = fc.record({
      id,
      waitMs: fc.integer({ min: 0, max: 250 }),
      coreMs: fc.integer({ min: 0, max: 100 }),
      flush: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 60 }), async (edits) => {
        const { core, outbox } = setUp()
        const typed: { item: Item; at: number }[] = []
        for (const [turn, { id: lineId, waitMs, coreMs, flush }] of edits.entries()) {
          core.behave({ do: 'answer', afterMs: coreMs })
          const item = { id: lineId, text: `${turn}` }
          typed.push({ item, at: Date.now() })
          outbox.put(item)
          if (flush) outbox.flush()
          await vi.advanceTimersByTimeAsync(waitMs)
        }
        await vi.advanceTimersByTimeAsync(1000)
        for (const { item, at } of typed) {
          const arrival = core.arrivals.find(
            (one) => one.item.id === item.id && Number(one.item.text) >= Number(item.text),
          )
          expect((arrival?.at ?? Infinity) - at).toBeLessThanOrEqual(300)
        }
        expect(core.mostAtWork()).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })
})
