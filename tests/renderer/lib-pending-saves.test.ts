import { describe, expect, it } from 'vitest'
import { addPendingSave, savePending } from '../../renderer/lib/pending-saves.ts'

describe('savePending', () => {
  it('waits for every screen that has something to save', async () => {
    const saved: string[] = []
    const remove = ['notes', 'agreement'].map((name) =>
      addPendingSave(async () => {
        await Promise.resolve()
        saved.push(name)
      }),
    )
    expect(await savePending()).toBe(true)
    expect(saved).toEqual(['notes', 'agreement'])
    for (const stop of remove) stop()
    await savePending()
    expect(saved).toHaveLength(2)
  })

  it('says when one of them could not, and still asks the others', async () => {
    let asked = 0
    const remove = [
      addPendingSave(() => Promise.reject(new Error('no line'))),
      addPendingSave(async () => {
        asked += 1
      }),
    ]
    expect(await savePending()).toBe(false)
    expect(asked).toBe(1)
    for (const stop of remove) stop()
  })
})
