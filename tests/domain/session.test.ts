import { describe, expect, it } from 'vitest'
import { missingConsents, needsConsent, presentParties } from '#db/domain/session/consent.ts'
import { recessesOf } from '#db/domain/session/recesses.ts'
import { goesIntoMinutes, type PartKind } from '#db/domain/session/room.ts'

const party = (partyId: string, leftAt?: string) => ({
  capacity: 'party' as const,
  partyId,
  leftAt,
  consentsOf: [],
})
const expert = (...consentsOf: string[]) => ({ capacity: 'helper' as const, consentsOf })

describe('needsConsent', () => {
  it('asks for helpers and lawyers only', () => {
    const capacities = ['mediator', 'party', 'representative', 'helper', 'lawyer'] as const
    expect(capacities.filter(needsConsent)).toEqual(['helper', 'lawyer'])
  })
})

describe('presentParties', () => {
  it('are those who sit there, themselves or through somebody, and have not gone', () => {
    const table = [
      party('a'),
      party('b', '2026-11-22T03:00:00.000Z'),
      { capacity: 'representative' as const, partyId: 'c', consentsOf: [] },
    ]
    expect(presentParties(table, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c'])
  })

  it('are all of the case when nobody is put down for a party', () => {
    expect(presentParties([{ ...party('a'), partyId: undefined }], ['a', 'b'])).toEqual(['a', 'b'])
    const forOne = [{ capacity: 'lawyer' as const, partyId: 'a', consentsOf: [] }]
    expect(presentParties(forOne, ['a', 'b'])).toEqual(['a', 'b'])
  })
})

describe('missingConsents', () => {
  it('names every present party that has not agreed to somebody called in', () => {
    const table = [party('a'), party('b')]
    expect(missingConsents(expert('a'), table, ['a', 'b'])).toEqual(['b'])
    expect(missingConsents(expert('a', 'b'), table, ['a', 'b'])).toEqual([])
    expect(missingConsents(expert('a'), [party('a')], ['a', 'b'])).toEqual([])
  })

  it('asks nobody about a party or the mediator', () => {
    expect(missingConsents(party('a'), [party('a'), party('b')], ['a', 'b'])).toEqual([])
  })
})

describe('recessesOf', () => {
  const parts = (...kinds: PartKind[]) =>
    kinds.map((kind, index) => ({ kind, startedAt: `2026-11-22T0${index}:00:00.000Z` }))
  const at = (hour: number) => `2026-11-22T0${hour}:00:00.000Z`

  it('tells breaks of the joint talk', () => {
    expect(recessesOf(parts('joint', 'pause', 'joint', 'pause'))).toEqual([
      { pausedAt: at(1), resumedAt: at(2) },
      { pausedAt: at(3) },
    ])
  })

  it('tells nothing of a separate talk, neither alone nor beside a break', () => {
    expect(recessesOf(parts('joint', 'separate', 'joint'))).toEqual([])
    expect(recessesOf(parts('joint', 'pause', 'separate', 'pause', 'joint'))).toEqual([
      { pausedAt: at(1), resumedAt: at(4) },
    ])
    expect(recessesOf(parts('joint', 'separate', 'pause', 'separate'))).toEqual([
      { pausedAt: at(2) },
    ])
  })
})

describe('goesIntoMinutes', () => {
  it('takes what was said and stands, and never a concession', () => {
    const line = { text: '数目认。', removed: false }
    expect(goesIntoMinutes(line)).toBe(true)
    for (const mark of ['undisputedFact', 'evidence', 'disagreement'] as const)
      expect(goesIntoMinutes({ ...line, mark })).toBe(true)
    expect(goesIntoMinutes({ ...line, mark: 'concession' })).toBe(false)
    expect(goesIntoMinutes({ ...line, removed: true })).toBe(false)
    expect(goesIntoMinutes({ ...line, text: ' \n' })).toBe(false)
  })
})
