import { describe, expect, it } from 'vitest'
import type { RotaRequest } from '#contract/requests.ts'
import { localDate } from '#db/domain/local-date.ts'
import { deskDays } from '../../renderer/features/duties/desk-days.ts'
import { leaveTrouble, shiftsWithin } from '../../renderer/features/duties/leave-trouble.ts'
import { requestsShown, requestWords } from '../../renderer/features/duties/request-words.ts'
import { requestState } from '../../renderer/lib/labels/rota-requests.ts'
import { sortedWays, waysOf } from '../../renderer/features/duties/swap-options.ts'
import { dutyLine } from './duties-lines.ts'

const today = localDate('2026-11-23')
const request = (over: Partial<RotaRequest>): RotaRequest => ({
  id: 'r',
  revision: 1,
  kind: 'swap',
  state: 'asked',
  lawyerId: 'sun',
  lawyerName: '孙律师',
  duty: dutyLine(),
  partnerId: 'li',
  partnerName: '李明',
  partnerDuty: dutyLine({ date: '2026-11-26', half: 'afternoon' }),
  words: '',
  decidedWords: '',
  createdAt: '2026-11-20T01:00:00.000Z',
  breaks: [],
  over: false,
  mayAnswer: false,
  mayDecide: false,
  mayWithdraw: false,
  ...over,
})

describe('requestWords', () => {
  it('reads from the side of the reader', () => {
    const swap = request({})
    expect(requestWords(swap, 'sun', today)).toBe(
      '用 11月24日 周二 上午 换李明的 11月26日 周四 下午',
    )
    expect(requestWords(swap, 'li', today)).toBe(
      '孙律师用 11月24日 周二 上午 换您的 11月26日 周四 下午',
    )
  })

  it('tells whom a cover asks, or that it asks nobody by name', () => {
    const cover = request({ kind: 'cover' })
    expect(requestWords(cover, 'sun', today)).toBe('请李明替 11月24日 周二 上午 的班')
    expect(
      requestWords(
        request({ kind: 'cover', partnerId: undefined, partnerName: undefined }),
        'sun',
        today,
      ),
    ).toBe('请别人替 11月24日 周二 上午 的班')
  })

  it('names one day of leave once', () => {
    const leave = (to: string) =>
      requestWords(
        request({ kind: 'leave', from: localDate('2026-12-01'), to: localDate(to) }),
        'sun',
        today,
      )
    expect([leave('2026-12-01'), leave('2026-12-04')]).toEqual([
      '请假：12月1日',
      '请假：12月1日 至 12月4日',
    ])
  })
})

describe('requestState', () => {
  it('says whose word is missing', () => {
    const word = (over: Partial<RotaRequest>) => requestState(request(over)).word
    expect([
      word({}),
      word({ partnerId: undefined }),
      word({ state: 'agreed' }),
      word({ over: true }),
      word({ state: 'done', over: true }),
      word({ state: 'declined' }),
      word({ state: 'withdrawn' }),
    ]).toEqual(['等对方答复', '等主任找人', '等主任同意', '已过时', '已办成', '没有同意', '已撤回'])
  })
})

describe('requestsShown', () => {
  it('puts what waits first and keeps only the newest of the rest', () => {
    const at = (day: number) => `2026-11-${10 + day}T01:00:00.000Z`
    const all = [
      ...[1, 2, 3].map((day) => request({ id: `done ${day}`, state: 'done', createdAt: at(day) })),
      request({ id: 'waits', createdAt: at(0) }),
      request({ id: 'over', over: true, createdAt: at(4) }),
    ]
    expect(requestsShown(all, 2).map(({ id }) => id)).toEqual(['waits', 'over', 'done 3'])
  })
})

describe('leaveTrouble', () => {
  const day = (text: string) => localDate(text)

  it('asks for the first day, takes one day alone, and refuses a reversed or past stretch', () => {
    expect(leaveTrouble(undefined, undefined, today)).toHaveProperty('from')
    expect(leaveTrouble(day('2026-11-24'), undefined, today)).toBeUndefined()
    expect(leaveTrouble(day('2026-11-26'), day('2026-11-25'), today)).toHaveProperty('to')
    expect(leaveTrouble(day('2026-11-20'), day('2026-11-21'), today)).toHaveProperty('from')
    expect(leaveTrouble(day('2026-11-20'), day('2026-11-24'), today)).toBeUndefined()
  })
})

describe('shiftsWithin', () => {
  it('takes both ends, and only what is planned', () => {
    const duties = [
      dutyLine({ date: '2026-11-30' }),
      dutyLine({ date: '2026-12-01' }),
      dutyLine({ date: '2026-12-02', state: 'cancelled' }),
      dutyLine({ date: '2026-12-04' }),
      dutyLine({ date: '2026-12-05' }),
    ]
    expect(
      shiftsWithin(duties, localDate('2026-12-01'), localDate('2026-12-04')).map(
        ({ date }) => date,
      ),
    ).toEqual(['2026-12-01', '2026-12-04'])
    expect(shiftsWithin(duties, localDate('2026-12-01'), undefined)).toEqual([])
  })
})

describe('deskDays', () => {
  it('offers begun days, the newest first, each once', () => {
    const duties = [
      dutyLine({ date: '2026-11-18' }),
      dutyLine({ date: '2026-11-18', half: 'afternoon' }),
      dutyLine({ date: '2026-11-20', state: 'cancelled' }),
      dutyLine({ date: '2026-11-23', half: 'afternoon' }),
      dutyLine({ date: '2026-11-24' }),
    ]
    expect(deskDays(duties, '2026-11-23T05:00:00.000Z')).toEqual(['2026-11-18'])
    expect(deskDays(duties, '2026-11-23T06:00:00.000Z')).toEqual(['2026-11-23', '2026-11-18'])
  })

  it('begins with today as soon as somebody signed in, before the shift begins', () => {
    const signed = dutyLine({ date: '2026-11-23', signedInAt: '2026-11-23T00:30:00.000Z' })
    const earlier = dutyLine({ date: '2026-11-18' })
    expect(deskDays([signed, earlier], '2026-11-23T00:40:00.000Z')).toEqual([
      '2026-11-23',
      '2026-11-18',
    ])
  })
})

describe('waysOf', () => {
  const options = {
    closed: false,
    covers: [
      { lawyerId: 'zhou', name: '周敏', firmName: '', breaks: [], served: 7, deviation: -1 },
      {
        lawyerId: 'he',
        name: '何静怡',
        firmName: '正衡所',
        breaks: ['一天两班'],
        served: 9,
        deviation: 0,
      },
    ],
    swaps: [
      {
        duty: dutyLine({ dutyId: 'theirs', date: '2026-11-26' }),
        lawyerId: 'li',
        name: '李明',
        firmName: '晨钟所',
        breaks: [],
      },
    ],
  }

  it('begins with swaps and ends with leaving it to the head; each asks for its own', () => {
    const { open, shut } = sortedWays(waysOf('mine', options, today))
    expect(open.map(({ who }) => who)).toEqual(['李明（晨钟所）', '周敏', '不指定'])
    expect(shut.map(({ who, breaks }) => [who, breaks])).toEqual([
      ['何静怡（正衡所）', ['一天两班']],
    ])
    expect(open.map((way) => way.ask('开庭'))).toEqual([
      { kind: 'swap', dutyId: 'mine', partnerDutyId: 'theirs', words: '开庭' },
      { kind: 'cover', dutyId: 'mine', partnerId: 'zhou', words: '开庭' },
      { kind: 'cover', dutyId: 'mine', words: '开庭' },
    ])
  })
})
