import { describe, expect, it } from 'vitest'
import { consultations } from '#contract/consultations.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  beginConsultation,
  draftOf,
  formOf,
  problemsOf,
} from '../../renderer/features/consultations/consultation-draft.ts'

const now = '2026-11-22T03:15:04.123Z'
const begun = beginConsultation(now, undefined)
const written = { ...begun, name: '陶小二', category: 'wages' as const }

describe('formOf', () => {
  it('crosses the door at every moment of the writing', () => {
    const save = consultations.save['~orpc'].inputSchema
    const id = '01900000-0000-7000-8000-00000000beef'
    const halves = [
      begun,
      { ...begun, clock: '9', age: '四十' },
      { ...begun, day: undefined, clock: '' },
      { ...begun, phone: '1', name: '陶\u0009小二\n' },
      { ...written, age: '200' },
    ]
    for (const draft of halves) {
      const input = { id, revision: 0, form: formOf(draft, now, now) }
      expect(save?.safeParse(input), JSON.stringify(draft)).toMatchObject({ success: true })
    }
  })

  it('keeps the time before while the typed one is none or has yet to come', () => {
    const before = '2026-11-20T01:00:00.000Z'
    const at = (part: Partial<typeof begun>) => formOf({ ...begun, ...part }, before, now).at
    expect(at({ clock: '9:' })).toBe(before)
    expect(at({ day: undefined })).toBe(before)
    expect(at({ day: localDate('2026-11-23') })).toBe(before)
    expect(at({ clock: '０９３０' })).toBe('2026-11-22T01:30:00.000Z')
    expect(at({ day: localDate('2026-11-21'), clock: '23:10' })).toBe('2026-11-21T15:10:00.000Z')
  })

  it('reads an age as people write it and nothing else', () => {
    const age = (typed: string) => formOf({ ...begun, age: typed }, now, now).age
    expect(['45', '４５', '45岁', ' 45 '].map(age)).toEqual([45, 45, 45, 45])
    expect(['', '四十五', '131', '-1', '4.5'].map(age)).toEqual(Array(5).fill(undefined))
  })

  it('comes back as it was', () => {
    const draft = { ...written, age: '45', clock: '10:05' }
    expect(draftOf(formOf(draft, now, now))).toEqual(draft)
  })
})

describe('problemsOf', () => {
  it('asks for a name, or that it was not given, and for the matter', () => {
    expect(Object.keys(problemsOf(begun, now))).toEqual(['category', 'name'])
    expect(problemsOf(written, now)).toEqual({})
    expect(problemsOf({ ...written, name: ' ', anonymous: true }, now)).toEqual({})
  })

  it('finds a time that has yet to come and an age that nobody has', () => {
    expect(Object.keys(problemsOf({ ...written, clock: '23:00', age: '200' }, now))).toEqual([
      'clock',
      'age',
    ])
    expect(Object.keys(problemsOf({ ...written, day: undefined, clock: '下午' }, now))).toEqual([
      'day',
      'clock',
    ])
  })
})
