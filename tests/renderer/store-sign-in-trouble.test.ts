import { describe, expect, it } from 'vitest'
import { timesWrong, troubleText, waitOf } from '../../renderer/features/store/sign-in-trouble.ts'

const wrong = { code: 'store.wrong-password' }
const lockedOut = { code: 'store.locked-out', details: { waitMs: 5000 } }

describe('timesWrong', () => {
  it('counts wrong passwords, and nothing else', () => {
    expect([timesWrong(wrong, 0), timesWrong(wrong, 2), timesWrong(lockedOut, 2)]).toEqual([
      1, 3, 2,
    ])
  })

  it('believes the count of the answer', () => {
    expect(timesWrong({ ...wrong, details: { failures: 6 } }, 1)).toBe(6)
  })
})

describe('troubleText', () => {
  it('says how often it was wrong and how long to wait', () => {
    expect(troubleText(wrong, 2, 0)).toContain('已经错了 2 次')
    expect(troubleText(wrong, 4, 5)).toContain('请等 5 秒')
    expect(troubleText(lockedOut, 4, 65)).toContain('请等 1 分 5 秒')
  })

  it('says when one may try again', () => {
    expect(troubleText(lockedOut, 4, 0)).toContain('现在可以再试了')
  })

  it('leaves other failures their own words', () => {
    expect(troubleText({ code: 'users.disabled' }, 0, 0)).toContain('停用')
  })
})

describe('waitOf', () => {
  it('is in seconds', () => {
    expect([waitOf(lockedOut), waitOf(wrong)]).toEqual([5, 0])
  })
})
