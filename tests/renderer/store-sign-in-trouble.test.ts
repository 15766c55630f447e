import { describe, expect, it } from 'vitest'
import { troubleText, waitOf } from '../../renderer/features/store/sign-in-trouble.ts'

const wrong = (failures: number, waitMs: number) => ({
  code: 'store.wrong-password',
  details: { failures, waitMs },
})
const lockedOut = { code: 'store.locked-out', details: { failures: 4, waitMs: 65_000 } }

describe('troubleText', () => {
  it('says how often it was wrong and how long to wait', () => {
    expect(troubleText(wrong(2, 0), 0)).toBe(
      '密码不对，已经错了 2 次。请看一下大小写和中英文输入，再输一次。',
    )
    expect(troubleText(wrong(4, 5000), 5)).toBe('密码不对，已经错了 4 次。请等 5 秒再试。')
    expect(troubleText(lockedOut, 65)).toBe('错的次数太多，已经错了 4 次。请等 1 分 5 秒再试。')
  })

  it('says when one may try again', () => {
    expect(troubleText(lockedOut, 0)).toContain('现在可以再试了')
    expect(troubleText(wrong(4, 5000), 0)).toContain('现在可以再试了')
  })

  it('tells of a wait that began before this page, and of nothing after it', () => {
    expect(troubleText(undefined, 12)).toBe('错的次数太多，请等 12 秒再试。')
    expect(troubleText(undefined, 0)).toBeUndefined()
  })

  it('counts nothing where the answer does not count', () => {
    expect(troubleText({ code: 'store.locked-out', details: { failures: 0 } }, 9)).not.toContain(
      '次。',
    )
  })

  it('leaves other failures their own words', () => {
    expect(troubleText({ code: 'users.disabled' }, 0)).toContain('停用')
  })
})

describe('waitOf', () => {
  it('is in seconds', () => {
    expect([waitOf(lockedOut), waitOf(wrong(1, 0)), waitOf({ code: 'users.disabled' })]).toEqual([
      65, 0, 0,
    ])
  })
})
