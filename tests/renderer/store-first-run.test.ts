import { describe, expect, it } from 'vitest'
import { bodySettings } from '#contract/values.ts'
import {
  bodyOf,
  emptyFirstRun,
  exampleNumber,
  firstRunErrors,
} from '../../renderer/features/store/first-run.ts'
import { emptyPassword, passwordErrors } from '../../renderer/features/store/new-password.ts'
import { isTypedBack, plainKey } from '../../renderer/features/store/recovery-key.ts'
import { shortNameError } from '../../renderer/lib/short-name.ts'

const filled = {
  fullName: ' 织里镇人民调解委员会 ',
  shortName: '织人调',
  committeeKind: 'town',
  practice: false,
} as const

describe('exampleNumber', () => {
  it('shows the number that papers will carry', () => {
    expect([exampleNumber(2026, '织人调'), exampleNumber(2026, '  ')]).toEqual([
      '（2026）织人调字第1号',
      '（2026）织人调字第1号',
    ])
  })
})

describe('shortNameError', () => {
  it('refuses what the numbering adds by itself', () => {
    const wrong = ['', ' ', '（2026）织人调', '织人调字第', '织人调1', '织人调１', '2026年']
    expect(wrong.filter((text) => shortNameError(text) === undefined)).toEqual([])
    expect(['织人调', '杭西调'].map(shortNameError)).toEqual([undefined, undefined])
  })
})

describe('firstRunErrors', () => {
  it('asks for name, short name and kind', () => {
    expect(Object.keys(firstRunErrors(emptyFirstRun))).toEqual([
      'fullName',
      'shortName',
      'committeeKind',
    ])
    expect(firstRunErrors(filled)).toEqual({})
  })
})

describe('bodyOf', () => {
  it('makes settings that the contract takes', () => {
    const body = bodyOf(filled, 'town')
    expect(bodySettings.safeParse(body).success).toBe(true)
    expect(body.sealName).toBe('织里镇人民调解委员会')
  })
})

describe('passwordErrors', () => {
  it('wants eight characters and the same ones twice', () => {
    const keys = (first: string, second: string) => Object.keys(passwordErrors({ first, second }))
    expect(keys('', '')).toEqual(['first'])
    expect(keys('1234567', '1234567')).toEqual(['first'])
    expect(keys('12345678', '')).toEqual(['second'])
    expect(keys('12345678', '12345679')).toEqual(['second'])
    expect(keys('春眠不觉晓处处闻', '春眠不觉晓处处闻')).toEqual([])
    expect(passwordErrors(emptyPassword).first).toBeDefined()
  })
})

describe('isTypedBack', () => {
  const key = 'AB1CD-EF2GH-JK3MN-PQ4RS-TV5WX-YZ6AB-CD70E'

  it('takes the last two groups however they are typed', () => {
    const typed = ['YZ6AB-CD70E', 'yz6ab cd70e', 'ＹＺ６ＡＢＣＤ７０Ｅ', 'YZ6AB—CD7OE']
    expect(typed.filter((text) => !isTypedBack(key, text))).toEqual([])
  })

  it('refuses anything else', () => {
    const typed = ['', 'CD70E', 'YZ6AB-CD71E', key]
    expect(typed.filter((text) => isTypedBack(key, text))).toEqual([])
    expect(isTypedBack('', '')).toBe(false)
  })

  it('reads O as 0 and I and L as 1, as the printed key does', () => {
    expect(plainKey('o-i l')).toBe('011')
  })
})
