import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fontChains, paperFonts } from '#documents/paper-fonts.ts'
import { cleanText, paragraphsOf, safeFileName } from '#documents/paper.ts'
import { chineseCount } from '#documents/wording.ts'

describe('cleanText', () => {
  it('leaves nothing that a Word file cannot hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        // Control characters are what must be gone
        expect(cleanText(text)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/u)
      }),
    )
    expect(cleanText(`a${String.fromCharCode(0xd800)}b`)).toBe('a\ufffdb')
  })

  it('folds white space as HTML does and keeps the wide space of Chinese', () => {
    expect(cleanText('  a \t b\u00a0c　d ')).toBe('a b c　d')
  })
})

describe('paragraphsOf', () => {
  it('cuts at every kind of line end and drops empty lines and indents', () => {
    expect(paragraphsOf('　　一\r\n\n二\r三\u2028四 ')).toEqual(['一', '二', '三', '四'])
  })
})

describe('safeFileName', () => {
  it('keeps Chinese and drops what file systems refuse', () => {
    expect(safeFileName('协议书 （2026）云人调字第12号: a/b\\c?.')).toBe(
      '协议书 （2026）云人调字第12号 a b c',
    )
    expect(safeFileName('...')).toBe('文书')
  })
})

describe('paperFonts', () => {
  it('takes the first installed family of each chain', () => {
    expect(paperFonts(['SimSun', 'fangsong', '方正小标宋简体', 'SimHei'])).toEqual({
      body: 'FangSong',
      heading: 'SimHei',
      title: '方正小标宋简体',
      titleBold: false,
      headingBold: false,
    })
  })

  it('names the last of the chain when nothing is known', () => {
    expect(paperFonts([]).body).toBe(fontChains.body.at(-1))
  })
})

describe('chineseCount', () => {
  it('writes counts as people say them', () => {
    expect([1, 2, 3, 10, 11, 20, 35, 99].map(chineseCount)).toEqual([
      '一',
      '二',
      '三',
      '十',
      '十一',
      '二十',
      '三十五',
      '九十九',
    ])
  })
})
