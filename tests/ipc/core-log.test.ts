import { describe, expect, it } from 'vitest'
import { placeOf } from '../../electron/core/log.ts'

describe('placeOf', () => {
  it('names the frame and no line of the message', () => {
    const error = new Error('第一行\n张三欠款\n    at 张三 (账本:1:1)')
    const place = placeOf(error)
    expect(place).toMatch(/core-log\.test\.ts:\d+:\d+/)
    expect(place).not.toContain('张三')
    expect(place).not.toContain('/')
  })
})
