import { describe, expect, it, vi } from 'vitest'
import { keepDaysOf } from '../../renderer/features/recordings/recording-settings.tsx'
import { createSliceQueue } from '../../renderer/features/recordings/slice-queue.ts'
import { anchorsOf, lengthWords } from '../../renderer/features/recordings/sound-clock.ts'

const slice = (position: number) => ({ position, startedMs: position * 5000, bytes: new Blob() })

describe('createSliceQueue', () => {
  it('keeps the order and tries again until a slice is in the store', async () => {
    const sent: number[] = []
    let refusals = 2
    const queue = createSliceQueue({
      async send({ position }) {
        if (position === 1 && refusals > 0) {
          refusals -= 1
          throw new Error('line lost')
        }
        sent.push(position)
      },
      isLasting: () => false,
      onChange: () => undefined,
      retryMs: 1,
    })
    for (const position of [0, 1, 2]) queue.put(slice(position))
    await queue.drained()
    expect(sent).toEqual([0, 1, 2])
  })

  it('tells what the store refuses and goes on with the next', async () => {
    const sent: number[] = []
    const states = vi.fn<(state: { waiting: number; failure: unknown }) => void>()
    const queue = createSliceQueue({
      async send({ position }) {
        if (position === 0) throw new Error('refused')
        sent.push(position)
      },
      isLasting: () => true,
      onChange: states,
      retryMs: 1,
    })
    queue.put(slice(0))
    queue.put(slice(1))
    await queue.drained()
    expect(sent).toEqual([1])
    expect(states.mock.calls.some(([state]) => state.failure instanceof Error)).toBe(true)
    expect(states.mock.lastCall?.[0]).toEqual({ waiting: 0, failure: undefined })
  })
})

describe('anchorsOf', () => {
  it('gives each line of the recording its place in the sound', () => {
    const at = (time: string) => `2026-11-22T01:${time}.000Z`
    const line = (id: string, time: string) => ({ id, text: id, createdAt: at(time) })
    expect(
      anchorsOf({ startedAt: at('10:00'), durationMs: 60_000 }, [
        line('after', '11:01'),
        line('second', '10:30'),
        line('first', '10:05'),
        line('before', '09:59'),
      ]),
    ).toEqual([
      { entryId: 'first', text: 'first', atMs: 5000 },
      { entryId: 'second', text: 'second', atMs: 30_000 },
    ])
  })
})

describe('lengthWords', () => {
  it('counts minutes, and hours only when there are some', () => {
    expect(lengthWords(0)).toBe('00:00')
    expect(lengthWords(95_400)).toBe('01:35')
    expect(lengthWords(3_725_000)).toBe('1:02:05')
  })
})

describe('keepDaysOf', () => {
  it('takes whole days, also in full-width figures, or nothing', () => {
    expect(keepDaysOf('')).toEqual({})
    expect(keepDaysOf(' ９０ ')).toEqual({ keepDays: 90 })
    for (const wrong of ['0', '-1', '1.5', '三十', '3651'])
      expect(keepDaysOf(wrong)).toBeUndefined()
  })
})
