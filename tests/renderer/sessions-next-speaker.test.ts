import { describe, expect, it } from 'vitest'
import { nextSpeaker, type Speaker } from '../../renderer/features/sessions/next-speaker.ts'

const table: readonly Speaker[] = [
  { id: 'M', capacity: 'mediator' },
  { id: 'A', capacity: 'party' },
  { id: 'B', capacity: 'party' },
  { id: 'R', capacity: 'representative' },
  { id: 'H', capacity: 'helper' },
]
const after = (history: string, speakers = table) => nextSpeaker([...history], speakers)

describe('nextSpeaker', () => {
  it.each([
    ['', 'M', 'the mediator opens'],
    ['M', 'A', 'the first side answers the mediator'],
    ['A', 'M', 'the mediator answers a lone line of a side'],
    ['H', 'M', 'the mediator answers a lone line of a helper'],
    ['MA', 'M', 'mediator and side alternate'],
    ['MAM', 'A', 'mediator and side alternate, the other way round'],
    ['MAMB', 'M', 'the side changed over: the mediator goes on'],
    ['MAMBM', 'B', 'the mediator alternates with the side that spoke last'],
    ['MAB', 'A', 'two sides alternate without the mediator'],
    ['MABA', 'B', 'two sides alternate, the other way round'],
    ['MAA', 'A', 'who spoke twice running goes on'],
    ['MAAM', 'A', 'after two running, the alternation starts again'],
    ['MR', 'M', 'a representative alternates like a side'],
    ['MH', 'M', 'a helper alternates like a side'],
  ])('after "%s" gives the line to %s: %s', (history, expected) => {
    expect(after(history)).toBe(expected)
  })

  it('passes over lines of people who are not at the table', () => {
    expect(after('MXA')).toBe('M')
    expect(after('X')).toBe('M')
  })

  it('takes a representative for the first side when no party is there', () => {
    const speakers = table.filter((speaker) => speaker.capacity !== 'party')
    expect(after('M', speakers)).toBe('R')
  })

  it('lets the first at the table open when there is no mediator', () => {
    expect(after('', table.slice(1))).toBe('A')
  })

  it('refuses an empty table', () => {
    expect(() => nextSpeaker([], [])).toThrow(RangeError)
  })
})
