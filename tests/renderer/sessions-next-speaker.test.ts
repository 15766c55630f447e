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

  const named: readonly Speaker[] = [
    { id: 'M', capacity: 'mediator', name: '吴美兰', title: '调解员' },
    { id: 'A', capacity: 'party', name: '陈志强', title: '申请人' },
    { id: 'B', capacity: 'party', name: '李秀英', title: '被申请人' },
    { id: 'H', capacity: 'helper', name: '老王', title: '协助人' },
  ]
  const asked = (history: string, words: string) => nextSpeaker([...history], named, words)

  it.each([
    ['MAM', '李秀英，您认不认？', 'B', 'by name, though another spoke last'],
    ['MAM', '请被申请人说说。', 'B', 'by title, which names no 申请人'],
    ['MBM', '请申请人说说。', 'A', 'by title'],
    ['M', '老王，您看见了吗？', 'H', 'a helper by name in the first line'],
  ])('after "%s" and "%s" it is %s: whom the mediator addresses %s', (history, words, expected) => {
    expect(asked(history, words)).toBe(expected)
  })

  it('asks nobody in particular when two are named', () => {
    expect(asked('MAM', '陈志强、李秀英，你们两家住了几年？')).toBe('A')
  })

  it('gives a question of the mediator to the one asked last, also after two lines of the mediator', () => {
    expect(asked('MBMM', '还有别的吗？')).toBe('B')
    expect(asked('MAHM', '几点看见的？')).toBe('H')
  })

  it('passes no question of a party on by what it says', () => {
    expect(asked('MA', '李秀英什么时候修？')).toBe('M')
  })

  it('lets a mediator who only goes on telling go on', () => {
    expect(asked('MAMM', '调解不收费。')).toBe('M')
  })
})
