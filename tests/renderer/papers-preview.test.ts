import { describe, expect, it } from 'vitest'
import { createTurns } from '../../renderer/lib/paper-preview.ts'

describe('createTurns', () => {
  it('works once at a time, and once more for all that was asked meanwhile', async () => {
    const ends: (() => void)[] = []
    let begun = 0
    const turns = createTurns(() => {
      begun += 1
      return new Promise<void>((resolve) => ends.push(resolve))
    })
    const all = turns()
    for (let asked = 0; asked < 5; asked += 1) void turns()
    expect(begun).toBe(1)
    ends[0]?.()
    await expect.poll(() => begun).toBe(2)
    ends[1]?.()
    await all
    expect(begun).toBe(2)
    void turns()
    expect(begun).toBe(3)
  })
})
