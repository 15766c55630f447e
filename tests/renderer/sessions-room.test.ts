import { describe, expect, it } from 'vitest'
import type { Attendee, SessionPart, UndisputedFact } from '#contract/sessions.ts'
import { factCandidates, factState } from '../../renderer/features/sessions/fact-state.ts'
import { mergeNotes } from '../../renderer/features/sessions/merge-notes.ts'
import {
  afterBreak,
  clockOf,
  notebookPart,
  openPartOf,
  partTimes,
} from '../../renderer/features/sessions/open-part.ts'
import { railTabs, tabAfter } from '../../renderer/features/sessions/rail-tabs.ts'
import { phraseAt, roomPhrases } from '../../renderer/features/sessions/room-phrases.ts'
import { othersHint, unsavedWords } from '../../renderer/features/sessions/room-words.ts'
import { silenceOf } from '../../renderer/features/sessions/speaking.ts'

const minute = (count: number) => `2026-11-22T02:${String(count).padStart(2, '0')}:00.000Z`
const part = (
  position: number,
  kind: SessionPart['kind'],
  from: number,
  to?: number,
  partyId?: string,
): SessionPart => ({
  id: `p${position}`,
  position,
  kind,
  startedAt: minute(from),
  ...(to === undefined ? {} : { endedAt: minute(to) }),
  ...(partyId === undefined ? {} : { partyId }),
})
const attendee = (id: string, rest: Partial<Attendee> = {}): Attendee => ({
  id,
  position: 1,
  capacity: 'party',
  partyId: id,
  name: id,
  note: '',
  consented: true,
  consentsOf: [],
  ...rest,
})

describe('openPartOf, notebookPart and afterBreak', () => {
  const broken = [part(1, 'joint', 0, 10), part(2, 'separate', 10, 15, 'A'), part(3, 'pause', 15)]

  it('finds the talk that runs, whatever the order', () => {
    expect(openPartOf(broken.toReversed())?.id).toBe('p3')
    expect(openPartOf([part(1, 'joint', 0, 5)])).toBeUndefined()
  })

  it('takes no new line in a break, nor from who may not look behind the wall', () => {
    const alone = part(2, 'separate', 10, undefined, 'A')
    expect(notebookPart(part(3, 'pause', 1), true)).toEqual({ kind: 'closed' })
    expect(notebookPart(alone, false)).toEqual({ kind: 'closed' })
    expect(notebookPart(alone, true)).toEqual({ kind: 'separate', partId: 'p2' })
    expect(notebookPart(undefined, true)).toEqual({ kind: 'joint' })
  })

  it('goes on after a break with what it broke off', () => {
    expect(afterBreak(broken)).toEqual({ kind: 'separate', partyId: 'A' })
    expect(afterBreak([part(1, 'joint', 0, 1), part(2, 'pause', 1)])).toEqual({ kind: 'joint' })
  })

  it('counts breaks as no talk', () => {
    expect(partTimes(broken, minute(20))).toEqual({ partMs: 300_000, totalMs: 900_000 })
    expect(clockOf(2_480_000)).toBe('00:41:20')
    expect(clockOf(-5)).toBe('00:00:00')
  })
})

describe('silenceOf', () => {
  const a = attendee('A')
  const b = attendee('B')
  const helper = attendee('H', { capacity: 'helper', partyId: undefined, consentsOf: ['A'] })
  const table = { attendees: [a, b, helper], parties: [{ id: 'A' }, { id: 'B' }] }

  it('lets a helper speak only once every party agreed (rule B7)', () => {
    expect(silenceOf(helper, table, undefined)).toBe('noConsent')
    expect(silenceOf({ ...helper, consentsOf: ['A', 'B'] }, table, undefined)).toBeUndefined()
  })

  it('leaves only one side in the room during a separate talk', () => {
    const alone = part(2, 'separate', 1, undefined, 'A')
    expect(silenceOf(a, table, alone)).toBeUndefined()
    expect(silenceOf(b, table, alone)).toBe('away')
  })

  it('gives no line to who has left', () => {
    expect(silenceOf({ ...a, leftAt: minute(3) }, table, undefined)).toBe('left')
  })
})

describe('othersHint', () => {
  const record = { attendees: [attendee('A'), attendee('B')], parties: [], parts: [] }

  it('is silent while two alternate, and names the keys of more', () => {
    expect(othersHint(record)).toBeUndefined()
    const three = { ...record, attendees: [...record.attendees, attendee('C')] }
    expect(othersHint(three)).toBe('Alt+1 A　Alt+2 B　Alt+3 C')
  })
})

describe('unsavedWords', () => {
  it('says of copied words which were said behind the wall', () => {
    const line = {
      id: '1',
      position: 1,
      attendeeId: 'A',
      text: '一万',
      isKeyPoint: false,
      removed: false,
    }
    const words = unsavedWords({ attendees: [attendee('A')] }, [
      { ...line, id: '2', position: 2, partId: 'P' },
      line,
    ])
    expect(words).toBe('A：一万\n【单独谈话】A：一万')
  })
})

describe('factState', () => {
  const fact = (revision: number, answers: [string, 'yes' | 'no'][]): UndisputedFact => ({
    id: 'f',
    position: 1,
    text: '漏水',
    revision,
    answers: answers.map(([partyId, answer]) => ({ partyId, answer, at: minute(1) })),
  })

  it('is agreed only when every party said yes to this wording', () => {
    expect(factState(fact(1, [['A', 'yes']]), ['A', 'B'])).toBe('open')
    expect(
      factState(
        fact(1, [
          ['A', 'yes'],
          ['B', 'yes'],
        ]),
        ['A', 'B'],
      ),
    ).toBe('agreed')
    expect(
      factState(
        fact(1, [
          ['A', 'yes'],
          ['B', 'no'],
        ]),
        ['A', 'B'],
      ),
    ).toBe('denied')
    expect(factState(fact(1, []), [])).toBe('open')
  })

  it('is asked anew after another wording', () => {
    expect(factState(fact(2, []), ['A', 'B'])).toBe('askAnew')
  })

  it('offers a marked line until it is in the list', () => {
    const lines = [
      { rowId: '1', attendeeId: 'A', text: '漏水' },
      { rowId: '2', attendeeId: 'A', text: ' ' },
    ]
    expect(factCandidates(lines, []).map((line) => line.rowId)).toEqual(['1'])
    expect(factCandidates(lines, [{ ...fact(1, []), entryId: '1' }])).toEqual([])
  })
})

describe('mergeNotes', () => {
  it('leaves out nothing of either text', () => {
    const merged = mergeNotes('甲处写的', '乙处写的')
    expect(merged).toContain('甲处写的')
    expect(merged).toContain('乙处写的')
    expect(mergeNotes('甲', '甲乙')).toBe('甲乙')
    expect(mergeNotes('甲乙', '甲')).toBe('甲乙')
    expect(mergeNotes('', '乙')).toBe('乙')
  })
})

describe('phraseAt', () => {
  const phrases = roomPhrases([{ key: 'gz', group: 'inform', text: '现在告知' }])

  it.each(['/gz', '好的、gz', '／ＧＺ', '/GZ'])('takes the place of the key in %s', (before) => {
    expect(phraseAt(before, phrases)).toEqual({ text: '现在告知', length: 3 })
  })

  it.each(['gz', '/gzz', '/xx', '/gz ', '尺码M/gz'])('leaves %s alone', (before) => {
    expect(phraseAt(before, phrases)).toBeUndefined()
  })
})

describe('railTabs', () => {
  it('hides what is behind the wall from everybody else', () => {
    const own = railTabs({ mayOpenWall: true, hasOffers: true })
    const others = railTabs({ mayOpenWall: false, hasOffers: true })
    expect(own.map(({ tab }) => tab)).toEqual(['people', 'offers', 'facts', 'notes', 'points'])
    expect(others.map(({ tab }) => tab)).toEqual(['people', 'facts', 'points'])
    expect(tabAfter(others, 'points', 1)).toBe('people')
    expect(tabAfter(others, 'people', -1)).toBe('points')
  })

  it('uses no key that an input method or the text size has', () => {
    const combos = railTabs({ mayOpenWall: true, hasOffers: true }).map(({ combo }) => combo)
    for (const taken of ['Ctrl+5', 'Ctrl+0', 'Ctrl+Space', 'Alt+A'])
      expect(combos).not.toContain(taken)
  })
})
