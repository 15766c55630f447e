import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import {
  type ComputedDeadline,
  computeDeadline,
  type DeadlineInput,
} from '#db/domain/deadline/compute.ts'
import type { Extension, Pause } from '#db/domain/deadline/course.ts'
import { deadlineLines, periodText } from '#db/domain/deadline/deadline-lines.ts'
import { findRule } from '#db/domain/deadline/find-rule.ts'
import { addWorkdays, type HolidayYear } from '#db/domain/deadline/period.ts'
import type { DeadlineRule } from '#db/domain/deadline/rule.ts'
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  parseLocalDate,
  weekday,
  yearOf,
} from '#db/domain/local-date.ts'
import { loadCalendar } from '#db/law.ts'

const law = fileURLToPath(new URL('../../resources/law', import.meta.url))
const rules = loadDeadlineRules(law)
const calendar = loadCalendar(law)

/** A year of which it is known that it has weekends only: a made-up table, for dates that the notice is not out for. */
const bareYear = (year: number): HolidayYear => ({ year, holidays: [], workdays: [] })

const ruleOf = (rule: string, on: LocalDate, region?: string): DeadlineRule => {
  const found = findRule(rules, { rule, on, ...(region ? { region } : {}) })
  if (!found.ok) throw new Error(`${rule}: ${found.fault.code}`)
  return found.rule
}

const answer = (
  rule: string,
  given: Omit<DeadlineInput, 'base'> & { base: string },
  region?: string,
) => {
  const base = localDate(given.base)
  return computeDeadline(ruleOf(rule, base, region), { ...given, base }, calendar)
}

const count = (
  rule: string,
  given: string | (Omit<DeadlineInput, 'base'> & { base: string }),
): ComputedDeadline => {
  const result = answer(rule, typeof given === 'string' ? { base: given } : given)
  if (!result.ok) throw new Error(result.fault.code)
  return result.deadline
}

const fault = (
  rule: string,
  given: Omit<DeadlineInput, 'base'> & { base: string },
  region?: string,
) => {
  const result = answer(rule, given, region)
  return result.ok ? undefined : result.fault
}

const isWork = (day: LocalDate, tables: readonly HolidayYear[] = calendar): boolean => {
  const table = tables.find(({ year }) => year === yearOf(day))
  if (table?.holidays.includes(day)) return false
  return weekday(day) <= 5 || table?.workdays.includes(day) === true
}

const both = ['applicant', 'respondent'] as const
const d = localDate

describe('computeDeadline, vectors of the rule list §L', () => {
  it.each([
    ['E1', '2026-11-22', '2026-12-22', '2026-12-22', '2026-12-22'],
    ['E1', '2026-09-01', '2026-10-01', '2026-10-08', '2026-09-30'],
    ['F1', '2026-11-20', '2026-12-05', '2026-12-07', '2026-12-04'],
    ['C3', '2026-11-22', '2026-12-07', '2026-12-07', '2026-12-07'],
    ['G1', '2025-12-01', '2026-12-01', '2026-12-01', '2026-12-01'],
    ['F14.employer', '2026-11-22', '2026-12-22', '2026-12-22', '2026-12-22'],
  ])('%s from %s: raw %s, rolled %s, reminded on %s', (rule, base, raw, rolled, remindOn) => {
    expect(count(rule, base)).toMatchObject({
      base,
      raw,
      rolled,
      remindOn,
      needsCalendar: false,
      missingYears: [],
    })
  })

  it('F14.worker from 2026-11-22: raw 2027-11-22, and that day itself once the table of 2027 is in', () => {
    expect(count('F14.worker', '2026-11-22')).toMatchObject({
      raw: '2027-11-22',
      rolled: undefined,
      needsCalendar: true,
      missingYears: [2027],
    })
    const later = computeDeadline(
      ruleOf('F14.worker', d('2026-11-22')),
      { base: d('2026-11-22') },
      [...calendar, bareYear(2027)],
    )
    expect(later).toMatchObject({ deadline: { rolled: '2027-11-22', needsCalendar: false } })
  })

  it('E11 from 2026-12-31: raw 2028-12-31, a Sunday, rolled only once both tables are in', () => {
    const last = { base: d('2026-12-31') }
    const rule = ruleOf('E11', last.base)
    expect(count('E11', '2026-12-31')).toMatchObject({
      raw: '2028-12-31',
      rolled: undefined,
      remindOn: '2028-12-29',
      missingYears: [2028],
    })
    expect(computeDeadline(rule, last, [...calendar, bareYear(2028)])).toMatchObject({
      deadline: { rolled: undefined, needsCalendar: true, missingYears: [2029] },
    })
    const newYear = { ...bareYear(2029), holidays: [d('2029-01-01')] }
    expect(computeDeadline(rule, last, [...calendar, bareYear(2028), newYear])).toMatchObject({
      deadline: { rolled: '2029-01-02', needsCalendar: false, missingYears: [] },
    })
  })

  it('does not know 2027 yet and says so, for every kind of period', () => {
    expect(count('E1', '2026-12-20')).toMatchObject({ raw: '2027-01-19', missingYears: [2027] })
    expect(count('C2', '2026-12-15')).toMatchObject({ raw: '2027-01-15', rolled: undefined })
    expect(count('F11', '2026-11-01')).toMatchObject({
      raw: undefined,
      rolled: undefined,
      dueOn: undefined,
      notBefore: '2026-12-31',
      remindOn: '2026-12-31',
      missingYears: [2027],
    })
    expect(calendar.map(({ year }) => year).toSorted()).toEqual([
      2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ])
  })
})

describe('computeDeadline, lengths', () => {
  it('counts working days over holidays and over weekend days that are worked', () => {
    expect(count('C7.answer', '2026-09-30')).toMatchObject({
      raw: '2026-10-10',
      rolled: '2026-10-10',
    })
    expect(count('C7.choose', '2026-09-18').raw).toBe('2026-09-21')
    expect(count('A11', '2026-11-20').raw).toBe('2026-11-25')
  })

  it('ends months and years on the corresponding day or the last of the month', () => {
    expect(count('C2', '2026-01-31').raw).toBe('2026-02-28')
    expect(count('E9.third', '2025-08-31').raw).toBe('2026-02-28')
    expect(count('E11', '2024-02-29').raw).toBe('2026-02-28')
    expect(count('G4', '2022-03-15').raw).toBe('2025-03-15')
  })

  it('counts back from a hearing and does not roll forward', () => {
    expect(count('F9.notice', '2026-10-08')).toMatchObject({
      raw: '2026-10-03',
      rolled: '2026-10-03',
      remindOn: '2026-09-30',
    })
    expect(count('I2.before', '2026-12-31').raw).toBe('2026-12-28')
  })

  it('reminds on the days that the rule names, on working days on or before', () => {
    expect(count('C2', '2026-11-02').reminders).toEqual(['2026-11-25', '2026-11-27', '2026-12-02'])
    expect(count('C3', '2026-11-22').reminders).toEqual(['2026-12-02', '2026-12-04', '2026-12-07'])
    expect(count('E1', '2026-11-22').reminders).toEqual(['2026-12-11', '2026-12-18', '2026-12-22'])
  })

  it('tells the law of the day and whether it was read', () => {
    expect(count('E1', '2026-11-22')).toMatchObject({
      verified: true,
      source: expect.stringContaining('第二百零五条'),
    })
    expect(count('E1', '2023-06-01')).toMatchObject({
      verified: false,
      source: expect.stringContaining('第二百零一条'),
    })
    expect(count('G9', '2015-06-01').raw).toBe('2016-06-01')
    expect(count('G9', '2021-06-01').raw).toBe('2024-06-01')
    expect(count('F1', '2026-11-20').verified).toBe(false)
  })
})

describe('computeDeadline, pauses', () => {
  const appraisal = (from: string, to?: string): Pause => ({
    from: d(from),
    ...(to ? { to: d(to) } : {}),
    reason: 'appraisal',
  })

  it('adds the days of an appraisal, first and last included (C8)', () => {
    expect(
      count('C5', { base: '2026-11-02', pauses: [appraisal('2026-11-10', '2026-11-19')] }),
    ).toMatchObject({
      raw: '2026-12-12',
      pausedDays: 10,
      isPaused: false,
      reminders: ['2026-12-04', '2026-12-09', '2026-12-11'],
    })
  })

  it('counts no day twice, and none before the period began', () => {
    const twice = [appraisal('2026-11-10', '2026-11-15'), appraisal('2026-11-12', '2026-11-19')]
    expect(count('C5', { base: '2026-11-02', pauses: twice }).pausedDays).toBe(10)
    const inside = [appraisal('2026-11-10', '2026-11-19'), appraisal('2026-11-12', '2026-11-14')]
    expect(count('C5', { base: '2026-11-02', pauses: inside }).pausedDays).toBe(10)
    expect(
      count('C5', { base: '2026-11-02', pauses: [appraisal('2026-10-20', '2026-11-04')] })
        .pausedDays,
    ).toBe(2)
  })

  it('takes a second pause that falls into the days the first one added', () => {
    const pauses = [appraisal('2026-12-01', '2026-12-10'), appraisal('2026-12-11', '2026-12-15')]
    expect(count('C5', { base: '2026-11-02', pauses })).toMatchObject({
      raw: '2026-12-17',
      pausedDays: 15,
    })
  })

  it('stands still until today while the pause has no end', () => {
    const given = { base: '2026-11-02', pauses: [appraisal('2026-11-10')] }
    expect(count('C5', { ...given, today: d('2026-11-12') })).toMatchObject({
      raw: '2026-12-05',
      isPaused: true,
    })
    expect(fault('C5', given)?.code).toBe('deadline.pauseOpen')
  })

  it('refuses a pause that the rule does not know, reversed, or outside the period', () => {
    const pauses = [appraisal('2026-11-10', '2026-11-12')]
    expect(fault('C2', { base: '2026-11-02', pauses })?.code).toBe('deadline.notPausable')
    expect(
      fault('C5', { base: '2021-11-02', pauses: [appraisal('2021-11-05', '2021-11-06')] })?.code,
    ).toBe('deadline.notPausable')
    expect(
      fault('C5', { base: '2026-11-02', pauses: [appraisal('2026-11-12', '2026-11-10')] })?.code,
    ).toBe('deadline.pauseReversed')
    expect(
      fault('C5', { base: '2026-11-02', pauses: [appraisal('2026-12-03', '2026-12-09')] })?.code,
    ).toBe('deadline.pauseOutside')
    expect(
      fault('C5', { base: '2026-11-02', pauses: [appraisal('2026-10-03', '2026-11-02')] })?.code,
    ).toBe('deadline.pauseOutside')
  })
})

describe('computeDeadline, extensions', () => {
  const longer = (extension: Partial<Extension>): Extension => ({
    consents: [...both],
    ...extension,
  })

  it('wants every consent that the rule names', () => {
    const by = { unit: 'day', count: 15 } as const
    expect(count('C2', { base: '2026-11-02', extensions: [longer({ by })] }).raw).toBe('2026-12-17')
    expect(
      fault('C2', { base: '2026-11-02', extensions: [longer({ by, consents: ['applicant'] })] }),
    ).toEqual({
      code: 'deadline.consentMissing',
      details: { rule: 'C2', missing: ['respondent'] },
    })
    expect(
      fault('F9.award', { base: '2026-11-02', extensions: [longer({ by })] })?.details,
    ).toMatchObject({
      missing: ['commission'],
    })
  })

  it('lengthens labour mediation in Zhejiang by consent, and not where the law knows no extension', () => {
    const extensions = [longer({ until: d('2026-12-31') })]
    expect(fault('C3', { base: '2026-11-22', extensions })?.code).toBe('deadline.notExtendable')
    expect(answer('C3', { base: '2026-11-22', extensions }, '330502')).toMatchObject({
      deadline: { raw: '2026-12-31', rule: { region: '330000' } },
    })
    expect(fault('E1', { base: '2026-11-22', extensions })?.code).toBe('deadline.notExtendable')
  })

  it('keeps to the longest that the rule allows, agreed in time, and forward', () => {
    const by = (days: number): Partial<Extension> => ({
      by: { unit: 'day', count: days },
      consents: ['commission'],
    })
    expect(count('F9.award', { base: '2026-09-14', extensions: [longer(by(15))] }).raw).toBe(
      '2026-11-13',
    )
    expect(fault('F9.award', { base: '2026-09-14', extensions: [longer(by(16))] })?.code).toBe(
      'deadline.extensionTooLong',
    )
    const base = '2026-11-02'
    const code = (extension: Partial<Extension>) =>
      fault('C2', { base, extensions: [longer(extension)] })?.code
    expect(code({ until: d('2026-12-20'), on: d('2026-12-03') })).toBe('deadline.extendedTooLate')
    expect(code({ until: d('2026-12-20'), on: d('2026-12-02') })).toBeUndefined()
    // The thirty days end on Sunday, 6 December.
    const sunday = {
      base: '2026-11-06',
      extensions: [longer({ until: d('2026-12-20'), on: d('2026-12-07') })],
    }
    expect(fault('C2', sunday)).toBeUndefined()
    expect(code({ until: d('2026-12-01') })).toBe('deadline.extensionBackwards')
    expect(code({})).toBe('deadline.extensionUnclear')
    expect(code({ until: d('2026-12-20'), by: { unit: 'day', count: 3 } })).toBe(
      'deadline.extensionUnclear',
    )
  })

  it('takes a pause inside the longer period', () => {
    const given = {
      base: '2026-11-02',
      extensions: [longer({ by: { unit: 'day', count: 10 } })],
      pauses: [{ from: d('2026-12-05'), to: d('2026-12-07'), reason: 'appraisal' as const }],
    }
    expect(count('C5', given)).toMatchObject({ raw: '2026-12-15', pausedDays: 3 })
  })
})

describe('computeDeadline, interruptions and overrides', () => {
  it('starts limitation anew from a claim made in time, and not from one too late (G1, G4)', () => {
    const claimed = (on: string) => [{ on: d(on), cause: '申请人民调解' }]
    expect(count('G4', { base: '2023-01-10', interruptions: claimed('2025-06-01') })).toMatchObject(
      {
        base: '2023-01-10',
        countedFrom: '2025-06-01',
        raw: '2028-06-01',
      },
    )
    expect(
      count('G1', {
        base: '2025-03-01',
        interruptions: [...claimed('2026-02-01'), ...claimed('2025-12-01')],
      }).raw,
    ).toBe('2027-02-01')
    // 1 March 2026 is a Sunday: the Monday is in time still.
    expect(count('G1', { base: '2025-03-01', interruptions: claimed('2026-03-02') }).raw).toBe(
      '2027-03-02',
    )
    expect(fault('G1', { base: '2025-03-01', interruptions: claimed('2026-03-03') })?.code).toBe(
      'deadline.interruptedOutside',
    )
    expect(fault('G1', { base: '2025-03-01', interruptions: claimed('2025-02-01') })?.code).toBe(
      'deadline.interruptedOutside',
    )
    expect(
      fault('F14.worker', { base: '2026-03-01', interruptions: claimed('2026-04-01') })?.code,
    ).toBe('deadline.notInterruptible')
  })

  it('keeps both counted days beside a day set by a person, and reminds by the earlier', () => {
    const set = (date: string, reason = '法院来函确定') => ({
      base: '2026-09-01',
      override: { date: d(date), reason },
    })
    expect(count('E1', set('2026-10-20'))).toMatchObject({
      raw: '2026-10-01',
      rolled: '2026-10-08',
      dueOn: '2026-10-20',
      remindOn: '2026-09-30',
      override: { reason: '法院来函确定' },
    })
    expect(count('E1', set('2026-09-20'))).toMatchObject({
      dueOn: '2026-09-20',
      remindOn: '2026-09-20',
    })
    expect(fault('E1', set('2026-09-20', '  '))?.code).toBe('deadline.overrideWithoutReason')
    expect(fault('E1', set('2026-08-31'))?.code).toBe('deadline.overrideBeforeBase')
  })
})

describe('deadlineLines', () => {
  const texts = (deadline: ComputedDeadline) => deadlineLines(deadline).map(({ text }) => text)

  it('shows event, counting, roll, reminders and source', () => {
    expect(texts(count('E1', '2026-09-01'))).toEqual([
      '调解协议生效之日：2026年9月1日（星期二），当日不计入。',
      '自次日起算30日，最后一日为2026年10月1日（星期四）。',
      '最后一日为法定休假日，顺延至2026年10月8日（星期四）；提醒和告知当事人仍按2026年10月1日。',
      '提醒日：2026年9月21日、2026年9月28日、2026年9月30日。',
      '依据：《民事诉讼法》第二百零五条、《人民调解法》第三十三条。',
      '2026年放假安排尚未与国务院办公厅通知原件核对。',
      '双方共同提出；过期只能起诉、申请支付令或者公证等。',
    ])
  })

  it('counts nothing where it is to be done at once', () => {
    expect(periodText({ unit: 'day', count: 0 })).toBe('当日')
    const lines = texts(count('F16.wages', '2026-09-15'))
    expect(lines[0]).toMatch(/2026年9月15日（星期二）。$/u)
    expect(lines[1]).toBe('应当在当日办理，最后一日为2026年9月15日（星期二）。')
  })

  it('says what is not known: the weekend, the year, the article', () => {
    const weekend = texts(count('F1', '2026-11-20'))
    expect(weekend).toContainEqual(expect.stringContaining('周末是否属于法定休假日没有定论'))
    expect(weekend).toContain('本条规则尚未与条文原文核对，告知当事人前请先核对。')
    expect(texts(count('E1', '2026-12-20'))).toContainEqual(
      expect.stringContaining('2027年放假安排尚未录入'),
    )
    expect(texts(count('F11', '2026-11-01'))).toContainEqual(
      expect.stringContaining('不早于2026年12月31日'),
    )
    expect(texts(count('I2.closing', '2026-11-01'))).toContain(
      '回访安排（工作设定，不是法律规定）。',
    )
  })
})

describe('computeDeadline, for every rule and every day', () => {
  const known: fc.Arbitrary<LocalDate> = fc
    .integer({ min: 0, max: daysBetween(d('2020-01-01'), d('2026-12-31')) })
    .map((days) => addDays(d('2020-01-01'), days))
  /** The row itself, whatever its years: what is tried here is the counting. */
  const anyRule = fc.constantFrom(...rules)
  const forward = fc.constantFrom(...rules.filter(({ direction }) => direction === 'after'))
  const run = (rule: DeadlineRule, given: DeadlineInput, tables = calendar): ComputedDeadline => {
    const result = computeDeadline(rule, given, tables)
    if (!result.ok) throw new Error(result.fault.code)
    return result.deadline
  }

  it('is never before its base, rolls only forward, and reminds on a working day never after the raw day', () => {
    fc.assert(
      fc.property(forward, known, (rule, base) => {
        const { raw, rolled, remindOn, reminders, notBefore, needsCalendar } = run(rule, { base })
        const end = raw ?? notBefore
        expect(end !== undefined && end >= base).toBe(true)
        if (raw !== undefined && rolled !== undefined) {
          expect(rolled >= raw).toBe(true)
          if (rule.rolls) expect(isWork(rolled)).toBe(true)
        } else expect(needsCalendar).toBe(true)
        expect(reminders.at(-1)).toBe(remindOn)
        for (const day of reminders) {
          expect(end !== undefined && day <= end).toBe(true)
          expect(isWork(day)).toBe(true)
        }
        expect(reminders).toEqual([...new Set(reminders)].toSorted())
        expect(reminders.slice(0, -1).every((day) => day >= base)).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('moves on, or stays, as its base moves on', () => {
    fc.assert(
      fc.property(anyRule, known, fc.integer({ min: 1, max: 40 }), (rule, base, days) => {
        const one = run(rule, { base })
        const other = run(rule, { base: addDays(base, days) })
        if (one.raw !== undefined && other.raw !== undefined)
          expect(other.raw >= one.raw).toBe(true)
        if (one.rolled !== undefined && other.rolled !== undefined)
          expect(other.rolled >= one.rolled).toBe(true)
        // Into a year without a table the end is not known, and the reminder comes early rather than late.
        if (one.raw !== undefined && other.raw !== undefined)
          expect(other.remindOn >= one.remindOn).toBe(true)
      }),
      { numRuns: 1500 },
    )
  })

  it('ends months and years on the corresponding day, or the last of a month that has none', () => {
    const long = rules.filter(({ period: { unit } }) => unit === 'month' || unit === 'year')
    fc.assert(
      fc.property(fc.constantFrom(...long), known, (rule, base) => {
        const { raw } = run(rule, { base })
        if (raw === undefined) throw new Error('no day')
        const months = rule.period.count * (rule.period.unit === 'year' ? 12 : 1)
        const index = yearOf(base) * 12 + Number(base.slice(5, 7)) - 1 + months
        expect(yearOf(raw) * 12 + Number(raw.slice(5, 7)) - 1).toBe(index)
        const corresponding = parseLocalDate(`${raw.slice(0, 8)}${base.slice(8)}`)
        if (corresponding) expect(raw).toBe(corresponding)
        else expect(addDays(raw, 1).slice(8)).toBe('01')
      }),
    )
  })

  it('adds exactly the days of a pause, however it is cut into pieces', () => {
    const pausable = rules.filter(({ pauses }) => pauses.length > 0)
    fc.assert(
      fc.property(
        fc.constantFrom(...pausable),
        known,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 200 }),
        (rule, base, start, length, cut) => {
          const reason = rule.pauses[0]?.reason ?? 'appraisal'
          const from = addDays(base, start)
          const to = addDays(from, length - 1)
          const plain = run(rule, { base }).raw
          const paused = run(rule, { base, pauses: [{ from, to, reason }] })
          if (plain === undefined || paused.raw === undefined) throw new Error('no day')
          expect(daysBetween(plain, paused.raw)).toBe(length)
          expect(paused.pausedDays).toBe(length)
          const middle = addDays(from, Math.min(cut, length) - 1)
          const pieces = [
            { from: middle, to, reason },
            { from, to: middle, reason },
          ]
          expect(run(rule, { base, pauses: pieces }).raw).toBe(paused.raw)
        },
      ),
    )
  })

  it('counts working days as one would on the wall calendar', () => {
    fc.assert(
      fc.property(known, fc.integer({ min: 1, max: 60 }), (base, days) => {
        const counted = addWorkdays(base, days, calendar)
        if (!counted.ok) {
          expect(counted.missingYear).toBe(2027)
          return
        }
        let seen = 0
        for (let day = addDays(base, 1); day <= counted.day; day = addDays(day, 1))
          if (isWork(day)) seen += 1
        expect(seen).toBe(days)
        expect(isWork(counted.day)).toBe(true)
      }),
    )
  })
})
