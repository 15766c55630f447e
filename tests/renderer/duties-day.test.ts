import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  dayWords,
  presenceOf,
  stepsOf,
  type DayDuty,
  type DayShift,
} from '../../renderer/features/duties/presence.ts'
import { proposedMinutes } from '../../renderer/features/duties/proposed-minutes.ts'
import { dutyLine } from './duties-lines.ts'

const at = (clock: string, day = '2026-11-24') =>
  new Date(`${day}T${clock}:00.000+08:00`).toISOString()

const duty = (over: Partial<DayDuty> = {}): DayDuty => ({
  ...dutyLine(),
  lawyerId: 'sun',
  lawyerName: '孙律师',
  firmName: '晨钟所',
  phone: '',
  revision: 1,
  minutes: 0,
  correctedReason: '',
  noShow: false,
  noShowWords: '',
  atRisk: false,
  over: false,
  doubted: false,
  visitors: 0,
  ...over,
})

describe('presenceOf', () => {
  it('says in one word whether somebody is there', () => {
    const word = (over: Partial<DayDuty>, clock = '10:00') => presenceOf(duty(over), at(clock)).word
    expect([
      word({}, '08:30'),
      word({}),
      word({ atRisk: true }),
      word({ signedInAt: at('08:57') }),
      word({ signedInAt: at('08:57'), signedOutAt: at('12:03') }),
      word({ noShow: true, atRisk: true }),
      word({ state: 'cancelled' }),
      word({ date: localDate('2026-11-23'), signedInAt: at('08:57', '2026-11-23') }),
    ]).toEqual([
      '未到时间',
      '没有签到',
      '还没到',
      '在岗 08:57 起',
      '已签退 12:03',
      '没来',
      '已取消',
      '没签退',
    ])
  })
})

describe('stepsOf', () => {
  const steps = (over: Partial<DayDuty>, now: string, isHead = false) =>
    stepsOf(duty(over), now, isHead)

  it('finds a substitute before and after the start, signs and notes an absence only after it', () => {
    expect(steps({}, at('08:00'))).toEqual(['substitute'])
    expect(steps({}, at('09:30'))).toEqual(['signIn', 'substitute', 'noShow'])
  })

  it('signs out whoever is there, and never notes them absent', () => {
    expect(steps({ signedInAt: at('08:57') }, at('09:30'))).toEqual(['signOut'])
    expect(
      steps({ over: true, signedInAt: at('08:57'), signedOutAt: at('12:00') }, at('12:30')),
    ).toEqual([])
  })

  it('takes an absence back', () => {
    expect(steps({ noShow: true }, at('11:00'))).toEqual(['substitute', 'hasCome'])
    expect(steps({ over: true, noShow: true }, at('18:00', '2026-11-25'), true)).toEqual([
      'hasCome',
    ])
  })

  it('offers no substitute for a half-day that is over, and lets the head alone correct', () => {
    const later = at('09:00', '2026-11-26')
    expect(steps({ over: true }, later)).toEqual(['signIn', 'noShow'])
    expect(steps({ over: true }, later, true)).toEqual(['signIn', 'noShow', 'correct'])
  })

  it('does nothing with a shift that was taken back', () => {
    expect(steps({ state: 'cancelled' }, at('09:30'), true)).toEqual([])
  })
})

describe('dayWords', () => {
  const shift = (duties: DayDuty[], missing = 0): DayShift => ({
    shiftId: 's',
    half: 'morning',
    startsAt: '09:00',
    endsAt: '12:00',
    deskId: 'd',
    deskName: '综合窗口',
    missing,
    hidden: 0,
    duties,
  })

  it('counts each person once', () => {
    const words = dayWords(
      [
        shift(
          [
            duty({ signedInAt: at('08:57') }),
            duty({ atRisk: true }),
            duty({ noShow: true, atRisk: true }),
            duty({ state: 'cancelled' }),
          ],
          2,
        ),
        shift([duty({ half: 'afternoon', startsAt: '14:00', date: localDate('2026-11-24') })]),
      ],
      at('09:30'),
    )
    expect(words).toBe('1 人在岗，1 人还没到，1 人未到时间，1 人没来，缺 2 人')
  })

  it('says nothing of a day without anybody', () => {
    expect(dayWords([], at('09:30'))).toBe('')
  })
})

describe('proposedMinutes', () => {
  it('proposes the planned end for a forgotten sign-out, from when somebody came later', () => {
    const minutes = (over: Partial<DayDuty>) => proposedMinutes(duty(over))
    expect([
      minutes({ signedInAt: at('08:57') }),
      minutes({ signedInAt: at('09:30') }),
      minutes({ signedInAt: at('13:00') }),
      minutes({ signedInAt: at('08:57'), signedOutAt: at('11:57'), minutes: 180 }),
      minutes({ signedInAt: at('08:57'), correctedMinutes: 90 }),
      minutes({}),
    ]).toEqual([180, 150, 0, 180, 90, 0])
  })
})
