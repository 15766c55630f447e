import { describe, expect, it } from 'vitest'
import type { CaseSummary } from '#contract/cases.ts'
import {
  blocksFor,
  blockTitle,
  casesOf,
  mayBegin,
  talkAhead,
  type Board,
} from '../../renderer/features/cases/today-blocks.ts'
import { minutesBetween } from '../../renderer/features/cases/minutes-between.ts'

const one = (id: string): CaseSummary => ({
  id,
  caseNumber: `MT-2026-${id}`,
  title: id,
  status: 'mediating',
  typeCode: '02.03',
  sourceCode: 'S10',
  parties: '',
  appliedAt: '2026-11-22T01:00:00.000Z',
  nextStep: { code: 'holdSession' },
})
const empty: Board = {
  toAssign: [],
  toTake: [],
  inHand: [],
  toReview: 0,
  toSign: [],
  dueSoon: [],
  openSessions: [],
}

describe('blocksFor', () => {
  it('shows nothing on a free day', () => {
    expect(blocksFor('mediator', empty, 0)).toEqual([])
  })
  it('puts what waits for approval before everything else of the head', () => {
    const board: Board = { ...empty, toReview: 2, toAssign: [one('a')], inHand: [one('b')] }
    expect(blocksFor('head', board, 1)).toEqual(['toReview', 'toAssign', 'inHand', 'drafts'])
  })
  it('puts unfinished registrations first at the window', () => {
    expect(blocksFor('receptionist', { ...empty, toAssign: [one('a')] }, 1)).toEqual([
      'drafts',
      'toAssign',
    ])
  })
  it('puts an open session before everything else of a mediator', () => {
    const session = { sessionId: 's', caseId: 'c', title: '', startedAt: '' }
    const board: Board = { ...empty, toTake: [one('a')], openSessions: [session] }
    expect(blocksFor('mediator', board, 0)).toEqual(['openSessions', 'toTake'])
  })
  it('drops the block of cases in hand when all of them stand in a more urgent one', () => {
    const board: Board = { ...empty, inHand: [one('a')], toSign: [one('a')] }
    expect(blocksFor('mediator', board, 0)).toEqual(['toSign'])
  })
  it('leaves what has its day to the morning list beside it', () => {
    expect(blocksFor('mediator', { ...empty, dueSoon: [one('a')] }, 0)).toEqual([])
  })
})

describe('casesOf', () => {
  it('lists a case in hand once', () => {
    const board: Board = { ...empty, inHand: [one('a'), one('b')], toTake: [one('a')] }
    expect(casesOf(board, 'inHand').map(({ id }) => id)).toEqual(['b'])
  })
  it('puts the cases in hand first that run out of time', () => {
    const board: Board = { ...empty, inHand: [one('a'), one('b'), one('c')], dueSoon: [one('c')] }
    expect(casesOf(board, 'inHand').map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  })
})

describe('blockTitle', () => {
  it('is a sentence with the number of cases', () => {
    expect(blockTitle('toReview', 3, 'head')).toBe('3 份协议等您审批')
  })
  it('speaks to the mediator of his own cases and to others of the mediators’', () => {
    expect(blockTitle('toTake', 1, 'mediator')).toBe('1 件分派给您，等您接收')
    expect(blockTitle('toTake', 1, 'head')).toBe('1 件等调解员接收')
  })
})

describe('minutesBetween', () => {
  it('rounds to whole minutes and never goes below none', () => {
    expect(minutesBetween('2026-11-22T01:00:00.000Z', '2026-11-22T01:57:40.000Z')).toBe(58)
    expect(minutesBetween('2026-11-22T01:00:00.000Z', '2026-11-22T00:59:00.000Z')).toBe(0)
  })
})

describe('mayBegin', () => {
  it('lets a mediator sit down with a case of their own that is due to be talked about', () => {
    expect(mayBegin({ ...one('a'), mediatorId: 'me' }, 'me')).toBe(true)
    expect(mayBegin({ ...one('a'), mediatorId: 'other' }, 'me')).toBe(false)
    expect(
      mayBegin({ ...one('a'), mediatorId: 'me', nextStep: { code: 'draftAgreement' } }, 'me'),
    ).toBe(false)
  })
})

describe('talkAhead', () => {
  const mine = { ...one('b'), mediatorId: 'me' }
  it('is the talk that goes on', () => {
    const session = { sessionId: 's', caseId: 'c', title: '', startedAt: '' }
    expect(talkAhead({ ...empty, openSessions: [session], inHand: [mine] }, 'me')).toBe('s')
  })
  it('is the first case on the board that is due to be talked about', () => {
    const board = { ...empty, inHand: [one('a'), mine, { ...mine, id: 'c' }] }
    expect(talkAhead(board, 'me')).toBe('b')
    expect(talkAhead({ ...board, dueSoon: [{ ...mine, id: 'c' }] }, 'me')).toBe('c')
    expect(talkAhead({ ...board, toSign: [mine] }, 'me')).toBe('c')
    expect(talkAhead({ ...empty, inHand: [one('a')] }, 'me')).toBeUndefined()
  })
})
