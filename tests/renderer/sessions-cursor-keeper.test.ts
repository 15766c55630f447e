import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCursorKeeper, type Cursor } from '../../renderer/features/sessions/cursor-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const setUp = () => {
  const sent: Cursor[] = []
  const keeper = createCursorKeeper({
    send: (cursor) => {
      sent.push(cursor)
      return Promise.resolve()
    },
  })
  return { sent, keeper }
}

describe('createCursorKeeper', () => {
  it('sends the last place within 300 ms, however long the cursor goes on moving', async () => {
    const { sent, keeper } = setUp()
    for (let caret = 1; caret <= 20; caret += 1) {
      keeper.move({ entryId: 'a', caret })
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(sent.length).toBeGreaterThanOrEqual(3)
    await vi.advanceTimersByTimeAsync(300)
    expect(sent.at(-1)).toEqual({ entryId: 'a', caret: 20 })
  })

  it('sends nothing while the cursor stands still', async () => {
    const { sent, keeper } = setUp()
    keeper.move({ entryId: 'a', caret: 1 })
    await vi.advanceTimersByTimeAsync(300)
    keeper.move({ entryId: 'a', caret: 1 })
    await vi.advanceTimersByTimeAsync(300)
    expect(sent).toHaveLength(1)
  })

  it('lets lines on their way take the place along instead', async () => {
    const { sent, keeper } = setUp()
    keeper.move({ entryId: 'a', caret: 3 })
    expect(keeper.take()).toEqual({ entryId: 'a', caret: 3 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([])
  })

  it('is silent once the room is left', async () => {
    const { sent, keeper } = setUp()
    keeper.move({ entryId: 'a', caret: 3 })
    keeper.stop()
    keeper.move({ entryId: 'a', caret: 4 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(sent).toEqual([])
  })

  it('goes on after a place could not be sent', async () => {
    const tried: number[] = []
    const keeper = createCursorKeeper({
      send: ({ caret }) => {
        tried.push(caret)
        return Promise.reject(new Error('no line'))
      },
    })
    keeper.move({ entryId: 'a', caret: 1 })
    await vi.advanceTimersByTimeAsync(300)
    keeper.move({ entryId: 'a', caret: 2 })
    await vi.advanceTimersByTimeAsync(300)
    expect(tried).toEqual([1, 2])
  })
})
