import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { seatId, weeksOf, type Slot } from '../../renderer/features/rota/board-grid.ts'
import {
  changeWords,
  deviationWords,
  slotLabel,
  solvedWords,
  stretchWords,
} from '../../renderer/features/rota/board-words.ts'
import { costWords } from '../../renderer/features/rota/candidate-words.ts'
import { planDrop } from '../../renderer/features/rota/drag-plan.ts'
import { brokenSeats, findingsOf } from '../../renderer/features/rota/findings.ts'
import { matches } from '../../renderer/features/rota/find-people.ts'
import { nextStretch } from '../../renderer/features/rota/next-stretch.ts'
import { peopleToTell, type DutyNotice } from '../../renderer/features/rota/notice-words.ts'
import { readCount, readTime } from '../../renderer/features/rota/shift-form.ts'
import { filledWords, searchWords } from '../../renderer/features/rota/solve-words.ts'
import { boardOf, monday, seatOf, shiftOf } from './rota-board-data.ts'

const shift = shiftOf(0, { demand: 2 })
const [first, second] = [seatOf('li', shift), seatOf('zhou', shiftOf(1))]
const cell = (slots: readonly Slot[], part = {}) => ({ shift: { ...shift, ...part }, slots })
const person = (id: string, name: string) => ({ id, name, initials: '', inMonth: 0 })
const empty: Slot = { kind: 'empty' }

describe('planDrop', () => {
  const nobody = new Set<string>()
  const from = { lawyerId: 'li', shiftId: shift.id, pinned: false }
  const other = { ...cell([{ kind: 'seat', seat: second }]), shift: shiftOf(1) }
  const onOther = { kind: 'slot', cell: other, slot: { kind: 'seat', seat: second } } as const

  it('puts a name from the list into a gap, and in the place of who sits there', () => {
    expect(
      planDrop({ lawyerId: 'li' }, { kind: 'slot', cell: cell([empty]), slot: empty }, nobody),
    ).toEqual({ out: [], into: [{ lawyerId: 'li', shiftId: shift.id }] })
    expect(planDrop({ lawyerId: 'li' }, onOther, nobody)).toEqual({
      out: [{ lawyerId: 'zhou', shiftId: second.shiftId }],
      into: [{ lawyerId: 'li', shiftId: second.shiftId }],
    })
  })

  it('lets two change places when a seat is carried onto another', () => {
    expect(planDrop({ lawyerId: 'li', from }, onOther, nobody)).toEqual({
      out: [
        { lawyerId: 'li', shiftId: shift.id },
        { lawyerId: 'zhou', shiftId: second.shiftId },
      ],
      into: [
        { lawyerId: 'li', shiftId: second.shiftId },
        { lawyerId: 'zhou', shiftId: shift.id },
      ],
    })
  })

  it('takes a seat off the board that is carried back to the list', () => {
    expect(planDrop({ lawyerId: 'li', from }, { kind: 'off' }, nobody)).toEqual({
      out: [{ lawyerId: 'li', shiftId: shift.id }],
      into: [],
    })
  })

  it('never moves what is pinned, past, hidden, or would sit twice', () => {
    const refused = (carried: Parameters<typeof planDrop>[0], on: Parameters<typeof planDrop>[1]) =>
      'not' in planDrop(carried, on, new Set([seatId({ lawyerId: 'he', shiftId: shift.id })]))
    const gap = { kind: 'slot', cell: cell([empty]), slot: empty } as const
    expect(refused({ lawyerId: 'li', from: { ...from, pinned: true } }, gap)).toBe(true)
    expect(refused({ lawyerId: 'li' }, { ...gap, cell: cell([empty], { past: true }) })).toBe(true)
    expect(refused({ lawyerId: 'li' }, { ...gap, slot: { kind: 'hidden' } })).toBe(true)
    expect(refused({ lawyerId: 'li' }, { ...gap, slot: { kind: 'none' } })).toBe(true)
    expect(refused({ lawyerId: 'he' }, gap)).toBe(true)
    const pinned = { kind: 'seat', seat: { ...second, pinned: true } } as const
    expect(refused({ lawyerId: 'li' }, { ...onOther, slot: pinned })).toBe(true)
    const back = { kind: 'seat', seat: { ...second, lawyerId: 'he' } } as const
    expect(refused({ lawyerId: 'li', from }, { ...onOther, slot: back })).toBe(true)
    expect(refused({ lawyerId: 'li' }, gap)).toBe(false)
  })
})

describe('slotLabel', () => {
  it('says day, half-day, desk, name and every mark, and of a hidden seat no name', () => {
    const marked = { ...first, pinned: true, conflict: true }
    expect(
      slotLabel(cell([]), { kind: 'seat', seat: marked }, () => '李明', { isBroken: true }),
    ).toBe('11月23日周一上午窗口 李明，固定，利益冲突，不合规则')
    expect(slotLabel(cell([]), { kind: 'hidden' }, () => '李明')).toBe(
      '11月23日周一上午窗口 已由主任安排',
    )
  })
})

describe('findingsOf', () => {
  const lawyers = [{ id: 'li', name: '李明', initials: 'LM', inMonth: 0 }]
  const rest = {
    ruleId: 'rest:li',
    kind: 'rest',
    text: '李明两次值班之间至少隔 1 天',
    lawyerIds: ['li'],
    shiftIds: [shift.id],
  }
  const weeks = weeksOf(boardOf(1, [shift], [{ ...first, conflict: true }]))

  it('names gaps, broken rules and conflicts, each with its place; a case is never told', () => {
    const found = findingsOf({ breaks: [rest, { ...rest, kind: 'demand' }], lawyers }, weeks)
    expect(found.gaps).toEqual([
      {
        key: shift.id,
        text: '11月23日周一上午窗口 缺 1 人',
        place: { shiftId: shift.id, slot: 1 },
      },
    ])
    expect(found.breaks.map(({ text, place }) => [text, place?.slot])).toEqual([[rest.text, 0]])
    expect(found.conflicts.map(({ text }) => text)).toEqual([
      '11月23日周一上午窗口 李明：所在律所与当天预约有利益关系',
    ])
  })

  it('leaves what is over alone', () => {
    const over = weeksOf(boardOf(1, [{ ...shift, past: true }]))
    expect(findingsOf({ breaks: [], lawyers }, over)).toMatchObject({ gaps: [], conflicts: [] })
  })

  it('marks just the seats that a break names', () => {
    expect([...brokenSeats({ breaks: [rest], seats: [first, second] })]).toEqual([seatId(first)])
  })
})

describe('nextStretch', () => {
  const today = localDate('2026-11-25')
  it('is the fortnight after the last rota', () => {
    const last = { from: localDate('2026-11-23'), to: localDate('2026-12-06') }
    expect(nextStretch([last], today)).toEqual({ from: '2026-12-07', to: '2026-12-20' })
  })
  it('begins on this Monday, or on the next one at the end of the week, when all others are over', () => {
    const old = { from: localDate('2026-01-05'), to: localDate('2026-01-18') }
    expect(nextStretch([old], today).from).toBe('2026-11-23')
    expect(nextStretch([], localDate('2026-11-27')).from).toBe('2026-11-30')
  })
})

describe('words', () => {
  it('tell a stretch without what is plain', () => {
    const today = localDate('2026-11-25')
    expect(stretchWords(monday, localDate('2026-12-06'), today)).toBe('11月23日—12月6日')
    expect(stretchWords(localDate('2026-12-07'), localDate('2026-12-20'), today)).toBe(
      '12月7日—20日',
    )
    expect(stretchWords(localDate('2026-12-21'), localDate('2027-01-03'), today)).toBe(
      '12月21日—2027年1月3日',
    )
    expect(stretchWords(localDate('2025-12-01'), localDate('2025-12-14'), today)).toBe(
      '2025年12月1日—14日',
    )
  })
  it('tell the distance from the fair share, and nothing of less than a tenth', () => {
    expect([1.24, -0.8, 0.04, -0.04].map(deviationWords)).toEqual([
      '多 1.2',
      '少 0.8',
      '正好',
      '正好',
    ])
  })
  it('tell a person all that changed', () => {
    const days = [{ date: monday, half: 'morning' as const }]
    expect(changeWords({ added: days, removed: [], changed: days })).toBe(
      '新增 1 班：11月23日周一上午；改时间 1 班：11月23日周一上午',
    )
  })
  it('say of a search that it is proven, or how much better it could be', () => {
    expect(solvedWords({ proven: true, gap: 0, seconds: 0.2 })).toContain('用时不到 1 秒')
    expect(solvedWords({ proven: false, gap: 12, seconds: 60 })).toContain(
      '再好 12 分（用时 60 秒）',
    )
    const running = { running: true, seconds: 1, limit: 60 }
    expect(searchWords(running)).toBe('还没有找到排法。')
    expect(searchWords({ ...running, best: 100, bound: 88 })).toContain('再好 12 分')
  })
  it('tell how somebody fits against who sits there, in a gap against the best, and why', () => {
    const names = { fairTotal: '总班次公平', wishes: '意愿' }
    const able = [
      { lawyerId: 'a', breaks: [], cost: -1000, parts: { gaps: -1000, fairTotal: 0, wishes: 0 } },
      { lawyerId: 'b', breaks: [], cost: -953, parts: { gaps: -1000, fairTotal: 7, wishes: 40 } },
      {
        lawyerId: 'c',
        breaks: ['x'],
        cost: -1100,
        parts: { gaps: -1100, fairTotal: 0, wishes: 0 },
      },
    ]
    expect([...costWords(able, false, names)]).toEqual([
      ['a', { text: '✓ 最合适', isGood: true }],
      ['b', { text: '不如第一位（多 47 分）', main: '主要差在意愿', isGood: false }],
    ])
    const one = (cost: number) =>
      costWords([{ lawyerId: 'a', breaks: [], cost, parts: { fairTotal: cost } }], true, names).get(
        'a',
      )
    expect(one(13)).toMatchObject({ text: '不如现在（多 13 分）', isGood: false })
    expect(one(-13)).toMatchObject({ text: '比现在合适（少 13 分）', main: '主要好在总班次公平' })
    expect(one(0)).toEqual({ text: '和现在一样合适', isGood: true })
  })
  it('tell who fills how many places', () => {
    const board = {
      seats: [first, second],
      lawyers: [person('li', '李明'), person('zhou', '周敏')],
    }
    expect(filledWords(board, new Set([seatId(first)]))).toBe('排上 1 个位子：周敏 1 班。')
    expect(filledWords(board, new Set([first, second].map(seatId)))).toBe('没有新排上的位子。')
  })
})

describe('matches', () => {
  const person = { name: '欧阳文博', initials: 'OYWB', firmName: '知微所' }
  it('finds by name, by initials in any case and width, and by firm', () => {
    for (const typed of ['欧阳', '文博', 'oy', 'ＯＹ', ' o y ', '知微', ''])
      expect(matches(person, typed), typed).toBe(true)
    expect(matches(person, 'wb')).toBe(false)
  })
})

describe('peopleToTell', () => {
  const notice = (id: string, part: Partial<DutyNotice>): DutyNotice => ({
    id,
    lawyerId: 'li',
    lawyerName: '李明',
    phone: '1',
    kind: 'added',
    duty: {
      dutyId: id,
      shiftId: id,
      date: monday,
      half: 'morning',
      startsAt: '09:00',
      endsAt: '12:00',
      deskName: '窗口',
      place: '',
      state: 'planned',
    },
    cause: 'publish',
    publishedAt: '2026-11-22T01:00:00.000Z',
    ...part,
  })

  it('is one line a person, with what is not told yet', () => {
    const told = {
      toldAt: '2026-11-22T02:00:00.000Z',
      channel: 'phone',
      toldByName: '沈主任',
    } as const
    const [li, zhou] = peopleToTell([
      notice('1', told),
      notice('2', { kind: 'removed' }),
      notice('3', { lawyerId: 'zhou', lawyerName: '周敏', ...told }),
    ])
    expect(li).toMatchObject({ untold: ['2'], words: '取消 1 班：11月23日周一上午' })
    expect(zhou).toMatchObject({ untold: [], told: { channel: 'phone', by: '沈主任' } })
  })
})

describe('readTime and readCount', () => {
  it('read what people write', () => {
    expect(['9', '9:00', '0900', '９：３０', '9点半', '14点'].map(readTime)).toEqual([
      '09:00',
      '09:00',
      '09:00',
      '09:30',
      '09:30',
      '14:00',
    ])
    expect(['24:00', '9:60', '', '上午'].map(readTime)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(['0', '３', '51', '-1', 'x'].map(readCount)).toEqual([
      0,
      3,
      undefined,
      undefined,
      undefined,
    ])
  })
})
