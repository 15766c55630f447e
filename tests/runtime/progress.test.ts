import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { step } from '../../electron/runtime/progress.mjs'

const capture = () => {
  const written: string[] = []
  return { written, write: (text: string) => void written.push(text) }
}

describe('step', () => {
  it('says nothing of what takes under a second', async () => {
    const out = capture()
    expect(await step('Quick', () => 7, out)).toBe(7)
    expect(out.written).toEqual([])
  })

  it('names what takes longer, what it reported last, and how long it took', async () => {
    const out = capture()
    await step('Slow', async (report) => (report('40 %'), wait(1600)), out)
    expect(out.written[0]).toMatch(/^Slow … 40 %, 1\.\d s\n$/)
    expect(out.written.at(-1)).toMatch(/^Slow: done in 1\.\d s\n$/)
  })

  it('passes a failure on', async () => {
    await expect(step('Bad', () => Promise.reject(new Error('no')), capture())).rejects.toThrow(
      'no',
    )
  })
})
