import { describe, expect, it, vi } from 'vitest'
import { createDraftKeeper } from '../../renderer/lib/kept-draft.ts'

const doors = () => {
  const sent: (string | undefined)[] = []
  let failures = 0
  return {
    sent,
    failNext(times: number) {
      failures = times
    },
    async keep(text: string) {
      if (failures > 0) {
        failures -= 1
        throw new Error('line lost')
      }
      sent.push(text)
    },
    async drop() {
      sent.push(undefined)
    },
  }
}

describe('createDraftKeeper', () => {
  it('sends the newest text soon after the first change, and typing on never puts it off', async () => {
    vi.useFakeTimers()
    try {
      const door = doors()
      const keeper = createDraftKeeper(door, 200)
      for (const text of ['一', '一万', '一万二']) {
        keeper.put(text)
        await vi.advanceTimersByTimeAsync(90)
      }
      expect(door.sent).toEqual(['一万二'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('drops what was recorded', async () => {
    const door = doors()
    const keeper = createDraftKeeper(door, 1)
    keeper.put('方案')
    await keeper.flush()
    keeper.put(undefined)
    await keeper.flush()
    expect(door.sent).toEqual(['方案', undefined])
  })

  it('keeps what could not be sent for the next try, and never sends an older text over a newer one', async () => {
    const door = doors()
    const keeper = createDraftKeeper(door, 1_000_000)
    door.failNext(1)
    keeper.put('先写的')
    await expect(keeper.flush()).rejects.toThrow('line lost')
    expect(door.sent).toEqual([])
    await keeper.flush()
    expect(door.sent).toEqual(['先写的'])
    door.failNext(1)
    keeper.put('后写的')
    const failing = keeper.flush().catch(() => undefined)
    keeper.put('最后写的')
    await failing
    await keeper.flush()
    expect(door.sent).toEqual(['先写的', '最后写的'])
  })
})
