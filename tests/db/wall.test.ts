import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { wallOver } from '#db/store/wall.ts'
import { openedStore, unlock } from './store-fixture.ts'

const wall = wallOver(randomBytes(32))
const words = '他私下说最多给两万'
const key = wall.newKey('part/one')
const seal = () => wall.seal(key, 'part/one', 'entry/1', words)

/** Every way of turning one bit of a base64 text. */
const alterations = (sealed: string): string[] => {
  const bytes = Buffer.from(sealed, 'base64')
  return Array.from(bytes, (byte, at) => {
    const changed = Buffer.from(bytes)
    changed[at] = byte ^ 1
    return changed.toString('base64')
  })
}

describe('wallOver', () => {
  it('opens what it sealed, any words', () => {
    for (const text of [words, '', '\u0000', '😀'.repeat(5000)])
      expect(
        wall.open(key, 'part/one', 'entry/1', wall.seal(key, 'part/one', 'entry/1', text)),
      ).toBe(text)
  })

  it('never writes the words, and never the same twice', () => {
    const [one, other] = [seal(), seal()]
    expect(one).not.toBe(other)
    for (const sealed of [one, other])
      expect(Buffer.from(sealed, 'base64').includes(Buffer.from(words, 'utf8'))).toBe(false)
    expect(wall.newKey('part/one')).not.toBe(key)
  })

  it('opens nothing that was moved to another row, part or kind', () => {
    const sealed = seal()
    expect(() => wall.open(key, 'part/one', 'entry/2', sealed)).toThrow()
    expect(() => wall.open(key, 'part/two', 'entry/1', sealed)).toThrow()
    expect(() => wall.open(key, 'notes/one', 'entry/1', sealed)).toThrow()
    const other = wall.newKey('part/two')
    expect(() => wall.open(other, 'part/two', 'entry/1', sealed)).toThrow()
  })

  it('opens nothing of which one bit was altered, and no altered key', () => {
    const sealed = seal()
    for (const altered of alterations(sealed))
      expect(() => wall.open(key, 'part/one', 'entry/1', altered)).toThrow()
    for (const altered of alterations(key))
      expect(() => wall.open(altered, 'part/one', 'entry/1', sealed)).toThrow()
    const short = Buffer.from(sealed, 'base64').subarray(0, 20).toString('base64')
    for (const cut of ['', 'AAAA', short])
      expect(() => wall.open(key, 'part/one', 'entry/1', cut)).toThrow()
  })

  it('opens nothing of another store', () => {
    const stranger = wallOver(randomBytes(32))
    expect(() => stranger.open(key, 'part/one', 'entry/1', seal())).toThrow()
  })
})

describe('the wall of a store', () => {
  it('opens what was sealed before the store was closed', async () => {
    const made = await openedStore()
    const wrapped = made.store.wall.newKey('part/one')
    const sealed = made.store.wall.seal(wrapped, 'part/one', 'entry/1', words)
    await made.store.close()
    const again = await unlock(made)
    expect(again.wall.open(wrapped, 'part/one', 'entry/1', sealed)).toBe(words)
    const other = await openedStore()
    expect(() => other.store.wall.open(wrapped, 'part/one', 'entry/1', sealed)).toThrow()
  })

  it('opens nothing any more once the store is closed', async () => {
    const { store } = await openedStore()
    const wrapped = store.wall.newKey('part/one')
    const sealed = store.wall.seal(wrapped, 'part/one', 'entry/1', words)
    await store.close()
    expect(() => store.wall.open(wrapped, 'part/one', 'entry/1', sealed)).toThrow()
  })
})
