import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrase, matchPhrases, type Phrase, phraseGroups } from '#db/domain/session/phrase.ts'
import { parsePhraseBook } from '#db/phrase-book.ts'

const json = readFileSync(new URL('../../resources/forms/phrases.json', import.meta.url), 'utf8')
const book = parsePhraseBook(json)
const gz = book.find(({ key }) => key === 'gz')

describe('the shipped phrase book', () => {
  it('holds at least twenty-five phrases and some of every group, in the order of a talk', () => {
    expect(book.length).toBeGreaterThanOrEqual(25)
    expect([...new Set(book.map(({ group }) => group))]).toEqual([...phraseGroups])
  })

  it('knows 告知, 征询 and 核实 by their initials', () => {
    const group = (key: string) => book.find((phrase) => phrase.key === key)?.group
    expect([group('gz'), group('zx'), group('hs')]).toEqual(['inform', 'ask', 'verify'])
  })

  it('uses no key that is a size, a unit or the like of everyday writing', () => {
    const everyday = 'xs xl kg mg cm mm km ml qq wx id ok up no pk pc tv cd ai it'.split(' ')
    expect(book.filter(({ key }) => everyday.includes(key))).toEqual([])
  })

  it.each(book)('/$key is a sentence to go on from or to end with', ({ text }) => {
    expect(text).toMatch(/[。？：]$/)
    expect(text).not.toMatch(/[【】a-zA-Z]/)
  })
})

describe('findPhrase', () => {
  it.each([
    ['/gz', 0],
    ['、gz', 0],
    ['／ｇｚ', 0],
    ['/GZ', 0],
    ['好的。/gz', 3],
    ['双方到场 、gz', 5],
    ['第一行\n/gz', 4],
    ['先做双方的工作、gz', 7],
  ])('finds the key in %j and tells which characters to replace', (typed, from) => {
    expect(findPhrase(typed, book)).toEqual({ phrase: gz, from, to: typed.length })
  })

  it.each([
    'gz',
    '/g',
    '/gzz',
    '/gz ',
    '/gz\n',
    '/gz后面还有字',
    '//gz',
    'A/gz',
    '尺码M、gz',
    '3/gz',
    'https://gz',
    '/qx',
    '',
  ])('finds nothing in %j', (typed) => {
    expect(findPhrase(typed, book)).toBeUndefined()
  })

  it('counts places as the text field does, also after signs of two units', () => {
    const typed = '𠮷/gz'
    expect(findPhrase(typed, book)).toMatchObject({ from: 2, to: 5 })
  })

  it('finds every phrase by its key, after any line', () => {
    fc.assert(
      fc.property(fc.constantFrom(...book), fc.string(), (phrase, line) => {
        const typed = `${line}\n/${phrase.key}`
        expect(findPhrase(typed, book)).toEqual({
          phrase,
          from: line.length + 1,
          to: typed.length,
        })
      }),
    )
  })
})

describe('matchPhrases', () => {
  const keys = (query: string) => matchPhrases(query, book).map(({ key }) => key)

  it('gives all of them in their order for an empty query', () => {
    expect(matchPhrases('', book)).toEqual(book)
    expect(matchPhrases(' / ', book)).toEqual(book)
  })

  it('puts those whose key begins so before those whose words hold it', () => {
    expect(
      keys('g')
        .slice(0, 2)
        .every((key) => key.startsWith('g')),
    ).toBe(true)
    expect(keys('/gz')).toEqual(['gz'])
    expect(keys('、GZ')).toEqual(['gz'])
  })

  it('finds a phrase by its words, each once', () => {
    expect(keys('司法确认')).toEqual(['fl'])
    for (const query of ['双方', 'z', '调解']) {
      expect(new Set(keys(query)).size).toBe(keys(query).length)
    }
    expect(keys('没有这样的话')).toEqual([])
  })
})

describe('parsePhraseBook', () => {
  const one: Phrase = { key: 'gz', group: 'inform', text: '现在告知。', says: 'mediator' }
  const file = (...phrases: object[]) => JSON.stringify({ phrases })

  it('reads a sound book', () => {
    expect(parsePhraseBook(file(one))).toEqual([one])
  })

  it.each<[string, object[]]>([
    ['one key twice', [one, { ...one, text: '另一句。' }]],
    ['a key of three letters', [{ ...one, key: 'gzz' }]],
    ['a key in capitals', [{ ...one, key: 'GZ' }]],
    ['an unknown group', [{ ...one, group: 'magic' }]],
    ['a blank text', [{ ...one, text: '' }]],
    ['a text of two lines', [{ ...one, text: '一\n二' }]],
    ['another speaker', [{ ...one, says: 'party' }]],
    ['no phrase at all', []],
  ])('refuses %s', (_, phrases) => {
    expect(() => parsePhraseBook(file(...phrases))).toThrow()
  })
})
