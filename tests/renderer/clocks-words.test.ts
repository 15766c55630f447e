import { describe, expect, it } from 'vitest'
import type { CaseClock } from '#contract/clocks.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  lastDayOf,
  rolledWords,
  sortClocks,
  untilWords,
} from '../../renderer/features/clocks/clock-words.ts'
import { changeWords, formatDay, movedWords } from '../../renderer/lib/labels/clocks.ts'

const clock = (more: Partial<CaseClock> = {}): CaseClock => ({
  rule: 'F1',
  ruleId: 'F1',
  name: '共同申请仲裁审查',
  topic: 'review',
  topicName: '仲裁审查',
  length: '15日',
  eventName: '协议生效之日',
  base: localDate('2026-11-20'),
  countedFrom: localDate('2026-11-20'),
  raw: localDate('2026-12-05'),
  rolled: localDate('2026-12-07'),
  rollsOverWeekend: true,
  dueOn: localDate('2026-12-05'),
  remindOn: localDate('2026-12-04'),
  reminders: [],
  missingYears: [],
  pausedDays: 0,
  isPaused: false,
  kind: 'law',
  verified: true,
  source: '',
  state: 'running',
  lines: [],
  mayPause: [],
  interruptible: false,
  ...more,
})

describe('untilWords', () => {
  it('never tells a rolled day as the last one', () => {
    expect(untilWords(clock())).toBe('最后一日 2026年12月5日 星期六')
  })
  it('tells the day that was set by hand', () => {
    const override = { date: localDate('2026-12-20'), reason: '法院通知' }
    expect(lastDayOf(clock({ override }))).toBe('2026-12-20')
    expect(rolledWords(clock({ override }))).toBeUndefined()
  })
  it('says why there is no last day instead of guessing one', () => {
    expect(
      untilWords(
        clock({
          raw: undefined,
          dueOn: undefined,
          rolled: undefined,
          missingYears: [2027],
          notBefore: localDate('2027-01-01'),
        }),
      ),
    ).toBe('2027 年放假安排没有录入，最后一日还算不出来，只知道不早于2027年1月1日')
  })
})

describe('rolledWords', () => {
  it('tells a roll over a weekend as disputed', () => {
    expect(rolledWords(clock())).toContain('有争议，请按早的办')
    expect(rolledWords(clock({ rollsOverWeekend: false }))).toContain('逢法定休假日')
  })
  it('says nothing of a day that is worked, and that an unknown year cannot be judged', () => {
    expect(rolledWords(clock({ rolled: localDate('2026-12-05') }))).toBeUndefined()
    expect(rolledWords(clock({ rolled: undefined, missingYears: [2027] }))).toContain('2027 年')
  })
})

describe('sortClocks', () => {
  it('puts the most urgent first and what is over apart', () => {
    const all = [
      clock({ rule: 'a', state: 'running' }),
      clock({ rule: 'b', state: 'met' }),
      clock({ rule: 'c', state: 'overdue' }),
      clock({ rule: 'd', state: 'paused' }),
      clock({ rule: 'e', state: 'running', raw: localDate('2026-12-01') }),
      clock({ rule: 'f', state: 'missed' }),
    ]
    const { going, over } = sortClocks(all)
    expect(going.map(({ rule }) => rule)).toEqual(['c', 'e', 'a', 'd'])
    expect(over.map(({ rule }) => rule)).toEqual(['b', 'f'])
  })
})

describe('movedWords', () => {
  it('says nothing of a clock that runs as the law has it', () => {
    expect(movedWords(clock(), [])).toEqual([])
  })
  it('tells a pause, an extension, an interruption and a date set by hand', () => {
    expect(movedWords(clock({ isPaused: true, pausedDays: 3 }), [])).toEqual([
      '正在中止计算，最后一日还会往后移',
    ])
    expect(movedWords(clock({ pausedDays: 3 }), [])).toEqual(['中止过 3 天，已经加上'])
    expect(movedWords(clock(), [{ kind: 'extension', untilDay: localDate('2026-12-30') }])).toEqual(
      ['经同意延长到2026年12月30日'],
    )
    expect(movedWords(clock({ countedFrom: localDate('2026-11-25') }), [])).toEqual([
      '2026年11月25日中断，从这一天重新计算',
    ])
    expect(
      movedWords(clock({ override: { date: localDate('2026-12-20'), reason: '法院通知' } }), []),
    ).toEqual(['人工改定为2026年12月20日：法院通知'])
  })
  it('passes over an extension that was taken back', () => {
    const undone = { at: '', byName: '', reason: '' }
    expect(
      movedWords(clock(), [{ kind: 'extension', untilDay: localDate('2026-12-30'), undone }]),
    ).toEqual([])
  })
})

describe('changeWords', () => {
  const onDay = localDate('2026-11-02')
  it('tells a pause that still lasts and one that ended', () => {
    const pause: Parameters<typeof changeWords>[0] = {
      kind: 'pause',
      onDay,
      pauseReason: 'appraisal',
      consents: [],
    }
    expect(changeWords(pause)).toBe('因鉴定中止计算，2026年11月2日起，还没有结束')
    expect(changeWords({ ...pause, untilDay: localDate('2026-11-09') })).toBe(
      '因鉴定中止计算，2026年11月2日到2026年11月9日',
    )
  })
  it('names who agreed to an extension', () => {
    expect(
      changeWords({
        kind: 'extension',
        onDay,
        untilDay: localDate('2026-12-30'),
        consents: ['applicant', 'respondent'],
      }),
    ).toBe('延长到2026年12月30日（2026年11月2日，申请人、被申请人同意）')
  })
})

describe('formatDay', () => {
  it('leaves the year out of this year only', () => {
    expect(formatDay(localDate('2026-12-04'), localDate('2026-11-22'))).toBe('12月4日 周五')
    expect(formatDay(localDate('2027-01-04'), localDate('2026-11-22'))).toBe('2027年1月4日 周一')
  })
})
