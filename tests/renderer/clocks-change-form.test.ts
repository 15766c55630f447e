import { describe, expect, it } from 'vitest'
import type { CaseClock } from '#contract/clocks.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  continuedForm,
  emptyForm,
  faultsIn,
  inputOf,
  kindsFor,
  withKind,
  type ChangeForm,
} from '../../renderer/features/clocks/change-form.ts'

const today = localDate('2026-11-23')
type Movable = Parameters<typeof kindsFor>[0]
const clock = (more: Partial<CaseClock> = {}): Movable => ({
  mayPause: ['appraisal'],
  extensionNeeds: ['applicant', 'respondent'],
  interruptible: false,
  isPaused: false,
  raw: localDate('2026-12-22'),
  base: localDate('2026-11-22'),
  ...more,
})
const form = (more: Partial<ChangeForm>): ChangeForm => ({ ...emptyForm(clock(), today), ...more })

describe('kindsFor', () => {
  it('offers only what the rule allows, and always a date set by hand', () => {
    expect(kindsFor(clock())).toEqual(['extension', 'pause', 'override'])
    expect(
      kindsFor(clock({ mayPause: [], extensionNeeds: undefined, interruptible: true })),
    ).toEqual(['interruption', 'override'])
    expect(kindsFor(clock({ mayPause: [], extensionNeeds: undefined }))).toEqual(['override'])
  })
  it('does not pause a clock that stands', () => {
    expect(kindsFor(clock({ isPaused: true }))).not.toContain('pause')
  })
})

describe('withKind', () => {
  it('keeps the words and forgets a day that means another thing', () => {
    const begun = form({ words: '双方同意', onDay: localDate('2026-11-20') })
    expect(withKind(begun, 'pause', today)).toMatchObject({
      words: '双方同意',
      onDay: '2026-11-20',
    })
    expect(withKind(begun, 'override', today)).toMatchObject({
      words: '双方同意',
      onDay: undefined,
    })
    expect(withKind(withKind(begun, 'override', today), 'pause', today).onDay).toBe(today)
  })
})

describe('continuedForm', () => {
  it('goes on with what was begun, also after it lay in the store as text', () => {
    const begun = form({ kind: 'pause', words: '鉴定', onDay: localDate('2026-11-20') })
    const kept = JSON.parse(JSON.stringify(begun)) as ChangeForm
    expect(continuedForm(clock(), kept, today)).toEqual(begun)
    expect(continuedForm(clock(), undefined, today)).toEqual(emptyForm(clock(), today))
  })
  it('keeps the words where the clock no longer allows what was begun', () => {
    const begun = form({ kind: 'pause', words: '鉴定' })
    const stopped = clock({ isPaused: true, extensionNeeds: undefined })
    expect(continuedForm(stopped, begun, today)).toMatchObject({ kind: 'override', words: '鉴定' })
  })
})

describe('faultsIn', () => {
  const of = (more: Partial<ChangeForm>) => faultsIn(form(more), clock(), today)
  it('extends only with the consent of all that the rule names, and names who is missing', () => {
    const until = { kind: 'extension', untilDay: localDate('2026-12-30') } as const
    expect(of({ ...until, consents: ['applicant'] }).consents).toContain('被申请人')
    expect(of({ ...until, consents: ['applicant', 'respondent'] })).toEqual({})
  })
  it('extends only beyond the last day that stands', () => {
    expect(of({ kind: 'extension', untilDay: localDate('2026-12-22') }).untilDay).toContain(
      '2026年12月22日',
    )
    expect(of({ kind: 'extension' }).untilDay).toBe('请写延长到哪一天')
  })
  it('pauses with an open end, but never backwards', () => {
    expect(of({ kind: 'pause', onDay: today })).toEqual({})
    expect(of({ kind: 'pause', onDay: today, untilDay: localDate('2026-11-20') }).untilDay).toBe(
      '结束的日期不能早于开始的日期',
    )
    expect(of({ kind: 'pause', pauseReason: undefined }).pauseReason).toBe('请选因为什么中止')
  })
  it('sets a date by hand only with its reason and not before the first day', () => {
    expect(of({ kind: 'override', onDay: localDate('2026-12-01') }).words).toBe('请写改定的理由')
    expect(of({ kind: 'override', onDay: localDate('2026-11-01'), words: '法院通知' })).toEqual({
      onDay: '不能早于起算日2026年11月22日',
    })
    expect(of({ kind: 'override', onDay: localDate('2027-03-01'), words: '法院通知' })).toEqual({})
  })
  it('takes no interruption that has not happened yet, and wants its cause', () => {
    const faults = of({ kind: 'interruption', onDay: localDate('2026-11-30') })
    expect(faults.onDay).toContain('还没有到')
    expect(faults.words).toBe('请写因为什么中断')
  })
})

describe('inputOf', () => {
  it('sends only what belongs to the kind', () => {
    const full = form({
      untilDay: localDate('2026-12-30'),
      consents: ['applicant', 'respondent'],
      words: ' 双方同意 ',
      onDay: today,
    })
    expect(inputOf('c', 'C2', { ...full, kind: 'extension' })).toEqual({
      caseId: 'c',
      rule: 'C2',
      kind: 'extension',
      onDay: today,
      untilDay: '2026-12-30',
      consents: ['applicant', 'respondent'],
      words: '双方同意',
    })
    expect(inputOf('c', 'C2', { ...full, kind: 'override' })).toEqual({
      caseId: 'c',
      rule: 'C2',
      kind: 'override',
      onDay: today,
      consents: [],
      words: '双方同意',
    })
    expect(inputOf('c', 'C2', { ...full, kind: 'pause' })).toMatchObject({
      pauseReason: 'appraisal',
      consents: [],
    })
  })
  it('is nothing without its day', () => {
    expect(inputOf('c', 'C2', form({ onDay: undefined }))).toBeUndefined()
  })
})
