import { describe, expect, it } from 'vitest'
import type { Firm, Lawyer } from '#contract/lawyers.ts'
import { localDate } from '#db/domain/local-date.ts'
import { dayOf, dayProblems, emptyDay } from '../../renderer/features/lawyers/day-form.ts'
import { dayRange, importSummary, weeklyWords } from '../../renderer/features/lawyers/day-words.ts'
import { findLawyers } from '../../renderer/features/lawyers/find-lawyers.ts'
import {
  firmDraftOf,
  firmProblems,
  interestProblems,
  emptyInterest,
  shortFirmName,
  stretchWords,
} from '../../renderer/features/lawyers/firm-form.ts'
import { draftOf, lawyerOf, lawyerProblems } from '../../renderer/features/lawyers/lawyer-form.ts'
import { wholeNumber } from '../../renderer/features/lawyers/whole-number.ts'

const today = localDate('2026-11-23')
const lawyer: Lawyer = {
  id: '01900000-0000-7000-8000-000000000001',
  revision: 3,
  name: '李明',
  initials: 'lm',
  firmId: '01900000-0000-7000-8000-00000000000f',
  firmName: '浙江某某律师事务所',
  licenceNumber: '',
  fields: ['劳动争议'],
  languages: ['湖州话'],
  phone: '13800001234',
  contactHours: '',
  joinedOn: localDate('2026-01-05'),
  sharePercent: 50,
  weekly: [
    { weekday: 1, half: 'morning' },
    { weekday: 1, half: 'afternoon' },
    { weekday: 3, half: 'afternoon' },
  ],
  perWeek: 2,
  restDays: 1,
  twiceADay: false,
  headOnly: false,
  note: '',
  active: true,
  hasPin: false,
  days: [],
  served: 4,
}

describe('draftOf and lawyerOf', () => {
  it('gives back what was stored when nothing was changed', () => {
    const { id: _id, revision: _r, initials: _i, firmName: _f, ...rest } = lawyer
    const { active: _a, hasPin: _p, days: _d, served: _s, ...form } = rest
    expect(lawyerOf(draftOf(lawyer, today))).toEqual({ ...form, perMonth: undefined })
  })
  it('needs only a name for somebody new, who joins today with a full share', () => {
    const draft = { ...draftOf(undefined, today), name: ' 周敏 ' }
    expect(lawyerOf(draft)).toMatchObject({
      name: '周敏',
      joinedOn: today,
      sharePercent: 100,
      restDays: 0,
      perWeek: undefined,
      weekly: undefined,
    })
    expect(lawyerOf(draftOf(undefined, today))).toBeUndefined()
  })
  it('reads full-width figures with their unit, and refuses what is out of bounds', () => {
    const draft = { ...draftOf(lawyer, today), perWeek: '３班', restDays: '２ 天' }
    expect(lawyerOf(draft)).toMatchObject({ perWeek: 3, restDays: 2 })
    expect(lawyerProblems({ ...draft, perWeek: '15' })).toHaveProperty('perWeek')
    expect(lawyerProblems({ ...draft, sharePercent: '' })).toHaveProperty('sharePercent')
    expect(lawyerProblems({ ...draft, leftOn: localDate('2026-01-04') })).toHaveProperty('leftOn')
    expect(lawyerProblems({ ...draft, fields: '长'.repeat(31) })).toHaveProperty('fields')
    expect(lawyerOf({ ...draft, fields: '工伤，劳动争议 工伤、' })?.fields).toEqual([
      '工伤',
      '劳动争议',
    ])
    expect(lawyerProblems({ ...draft, phone: '1380000' })).toHaveProperty('phone')
  })
})

describe('wholeNumber', () => {
  it('is nothing for signs, decimals and words', () => {
    expect(['-1', '1.5', '三', '', '1e3'].map((text) => wholeNumber(text, 0, 99))).toEqual(
      Array(5).fill(undefined),
    )
  })
})

describe('dayOf', () => {
  it('is one day without a last one, and leave is always of whole days', () => {
    const draft = { ...emptyDay, fromOn: localDate('2026-12-07'), half: 'morning' as const }
    expect(dayOf(draft, today)).toEqual({
      kind: 'leave',
      fromOn: '2026-12-07',
      toOn: '2026-12-07',
      half: undefined,
      words: '',
    })
    expect(dayOf({ ...draft, kind: 'avoid' }, today)?.half).toBe('morning')
  })
  it('refuses no day, a reversed stretch and one that is over; one that reaches today counts', () => {
    expect(dayProblems(emptyDay, today)).toHaveProperty('fromOn')
    const reversed = { ...emptyDay, fromOn: localDate('2026-12-07'), toOn: localDate('2026-12-01') }
    expect(dayProblems(reversed, today)).toHaveProperty('toOn')
    const over = { ...emptyDay, fromOn: localDate('2026-11-20') }
    expect(dayProblems(over, today)).toHaveProperty('fromOn')
    expect(dayProblems({ ...over, toOn: today }, today)).toEqual({})
  })
})

describe('words of days', () => {
  it('say the weekday, the half and the length, and the year when it is another one', () => {
    const fromOn = localDate('2026-12-07')
    expect(dayRange({ fromOn, toOn: fromOn, half: 'afternoon' }, today)).toBe('12-07 周一 下午')
    expect(dayRange({ fromOn, toOn: localDate('2027-01-02') }, today)).toBe(
      '12-07 周一 至 2027-01-02 周六（27 天）',
    )
  })
  it('of the week join both halves', () => {
    expect(weeklyWords(lawyer.weekly)).toBe('周一全天；周三下午')
    const whole = [2, 3, 4, 6].flatMap((weekday) =>
      (['morning', 'afternoon'] as const).map((half) => ({ weekday, half })),
    )
    expect(weeklyWords(whole)).toBe('周二至周四、周六全天')
    expect(weeklyWords([])).toBe('平时不值')
    expect(weeklyWords(undefined)).toBe('都可以')
  })
  it('of an import count good, replaced and left out lines', () => {
    const line = { where: '第 2 行', lawyerName: '李明', replaces: false }
    expect(importSummary([line, { ...line, replaces: true }, { ...line, trouble: 'past' }])).toBe(
      '可写入 2 条，其中 1 条替换上次导入的；1 条写不进，不影响其他行',
    )
  })
})

describe('findLawyers', () => {
  const gone = { ...lawyer, name: '单雄信', initials: 'sxx', active: false }
  it('finds by name, initials, firm, field and the end of the phone number', () => {
    for (const text of ['李', 'LM', 'l', '某某', '劳动', '湖州', '1234'])
      expect(findLawyers([lawyer], { text, left: false }), text).toHaveLength(1)
    for (const text of ['m', '王', '9999'])
      expect(findLawyers([lawyer], { text, left: false }), text).toHaveLength(0)
  })
  it('leaves out who is gone until asked for', () => {
    expect(findLawyers([lawyer, gone], { text: '', left: false })).toEqual([lawyer])
    expect(findLawyers([lawyer, gone], { text: 'sx', left: true })).toEqual([gone])
  })
})

describe('firms', () => {
  it('get a short name from the long one', () => {
    expect(shortFirmName('浙江某某律师事务所')).toBe('某某所')
    expect(shortFirmName('北京市海淀某某（湖州）律师事务所')).toBe('市海淀某某所')
    expect(shortFirmName('')).toBe('')
  })
  it('are asked for both names and dates in order', () => {
    const firm = firmDraftOf(undefined)
    expect(Object.keys(firmProblems(firm))).toEqual(['name', 'shortName'])
    const named = { ...firm, name: '某某律师事务所', shortName: '某某所' }
    expect(firmProblems(named)).toEqual({})
    const reversed = { ...named, agreementFrom: today, agreementTo: localDate('2026-01-01') }
    expect(firmProblems(reversed)).toHaveProperty('agreementTo')
  })
  it('say how long an agreement runs', () => {
    const firm: Pick<Firm, 'agreementFrom' | 'agreementTo'> = { agreementFrom: today }
    expect(stretchWords(firm.agreementFrom, firm.agreementTo)).toBe('2026-11-23 起')
    expect(stretchWords(undefined, undefined)).toBe('')
  })
  it('take an interest with a name alone, but no wrong number', () => {
    expect(interestProblems({ ...emptyInterest, name: '某某公司' })).toEqual({})
    const wrong = { ...emptyInterest, name: '某某公司', identityNumber: '330501199001011234' }
    expect(interestProblems(wrong)).toHaveProperty('identityNumber')
    expect(interestProblems(emptyInterest)).toHaveProperty('name')
  })
})
