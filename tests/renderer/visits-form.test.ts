import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import {
  daysFields,
  daysTexts,
  parseDays,
  settingsOf,
  settingsProblems,
} from '../../renderer/features/visits/settings-form.ts'
import { beginRelapse } from '../../renderer/features/visits/relapse-form.ts'
import {
  beginVisit,
  visitProblems,
  visitWish,
  withPhrase,
  type VisitForm,
} from '../../renderer/features/visits/visit-form.ts'

const now = '2026-11-22T03:15:04.123Z'
const parties = [
  { id: 'p-1', name: '张三' },
  { id: 'p-2', name: '云溪镇晨光童装厂' },
]
const form = (part: Partial<VisitForm> = {}): VisitForm => ({
  ...beginVisit(parties, '吴调解', now),
  satisfaction: 'satisfied',
  recurrence: 'none',
  ...part,
})

describe('visitWish', () => {
  it('sends the day and the time of China as an instant, of the visit that was planned', () => {
    const wish = visitWish('c-1', { id: 'v-1', revision: 3 }, form({ clock: '9：05' }), now)
    expect(wish).toMatchObject({
      caseId: 'c-1',
      id: 'v-1',
      revision: 3,
      doneAt: '2026-11-22T01:05:00.000Z',
      partyId: 'p-1',
      visitedName: '张三',
    })
  })

  it('sends nothing while something is wrong, and says what beside its field', () => {
    const empty = beginVisit(parties, '', now)
    expect(visitWish('c-1', undefined, empty, now)).toBeUndefined()
    expect(Object.keys(visitProblems(empty, now)).toSorted()).toEqual([
      'recurrence',
      'satisfaction',
      'visitorName',
    ])
    expect(visitProblems(form({ day: undefined, clock: '25:00' }), now)).toEqual({
      day: '请写回访的日期',
      clock: '请写时间，比如 9:30',
    })
  })

  it('takes no time that has not come, up to the minute', () => {
    expect(visitProblems(form({ clock: '11:15' }), now)).toEqual({})
    expect(visitProblems(form({ clock: '11:16' }), now)).toEqual({ clock: '这个时间还没有到' })
    expect(visitProblems(form({ day: localDate('2026-11-23') }), now)).toHaveProperty('clock')
  })

  it('wants words for a danger or a relapse, and sends none without', () => {
    expect(visitProblems(form({ recurrence: 'hidden' }), now)).toHaveProperty('recurrenceWords')
    const calm = form({ recurrence: 'none', recurrenceWords: '写错了' })
    expect(visitWish('c-1', undefined, calm, now)?.recurrenceWords).toBe('')
  })

  it('leaves the party out for somebody else', () => {
    const wish = visitWish(
      'c-1',
      undefined,
      form({ partyId: undefined, visitedName: '村干部' }),
      now,
    )
    expect(wish).not.toHaveProperty('partyId')
    expect(wish).toMatchObject({ revision: 0, visitedName: '村干部' })
  })
})

describe('withPhrase', () => {
  it('puts a sentence behind what stands there, once', () => {
    expect(withPhrase('', '没有诉讼')).toBe('没有诉讼。')
    expect(withPhrase('付了三千', '付了一部分')).toBe('付了三千。付了一部分。')
    expect(withPhrase('付了三千。', '付了一部分')).toBe('付了三千。付了一部分。')
    expect(withPhrase('付了一部分。', '付了一部分')).toBe('付了一部分。')
  })
})

describe('the settings of visits', () => {
  const most = { most: 365, count: 3 }

  it.each([
    ['', []],
    ['30', [30]],
    ['7、30、90', [7, 30, 90]],
    ['７天，30日, 90', [7, 30, 90]],
    ['0', [0]],
    ['三天', '只写天数，用顿号隔开，比如 7、30、90'],
    ['-3', '只写天数，用顿号隔开，比如 7、30、90'],
    ['366', '最多写 365 天'],
    ['1、2、3、4', '最多写 3 个'],
  ])('read %s', (text, days) => {
    expect(parseDays(text, most)).toEqual(days)
  })

  it('come back as they were stored, and are not stored while one is wrong', () => {
    const stored = {
      beforeDue: [3],
      afterDue: [1],
      afterClosing: { low: [], normal: [30], high: [7, 30, 90] },
    }
    const texts = daysTexts(stored)
    expect(texts.high).toBe('7、30、90')
    expect(settingsOf(texts)).toEqual(stored)
    expect(settingsOf({ ...texts, low: '很久' })).toBeUndefined()
    expect(Object.keys(settingsProblems({ ...texts, low: '很久' }))).toEqual(['low'])
    expect(daysFields.map(({ key }) => key).toSorted()).toEqual(Object.keys(texts).toSorted())
  })
})

describe('beginRelapse', () => {
  it('begins with where it was mediated before and what the visit found', () => {
    expect(beginRelapse('（2026）织人调字第12号', {}).narrative).toBe(
      '本纠纷曾在（2026）织人调字第12号案中调解。',
    )
    const answers = { recurrenceWords: '又停发工资' } as NonNullable<
      Parameters<typeof beginRelapse>[1]['answers']
    >
    expect(beginRelapse('第12号', { answers })).toEqual({
      narrative: '本纠纷曾在第12号案中调解，现再次发生：又停发工资',
      claim: '',
    })
  })
})

describe('a begun visit', () => {
  it('says the same after it lay in the store as text', () => {
    const begun = beginVisit(parties, '吴调解', now)
    const kept = JSON.parse(JSON.stringify(begun)) as VisitForm
    expect(kept).toEqual(begun)
    expect(visitProblems(kept, now)).toEqual(visitProblems(begun, now))
  })
})
