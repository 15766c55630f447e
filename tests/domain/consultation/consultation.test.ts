import { describe, expect, it } from 'vitest'
import { answerDueAt } from '#db/domain/consultation/answer-due.ts'
import { hasLegalAidWithoutMeansTest, isLegalAidMatter } from '#db/domain/consultation/legal-aid.ts'
import { consultationNumber } from '#db/domain/consultation/number.ts'
import { consultationCategories } from '#db/domain/consultation/register.ts'
import { disputeTypeOf, isOrganisationName } from '#db/domain/consultation/to-intake.ts'
import { findDisputeType } from '#db/domain/case/taxonomy.ts'
import { localDate } from '#db/domain/local-date.ts'

const calendar = [
  {
    year: 2026,
    holidays: [localDate('2026-10-01'), localDate('2026-10-02'), localDate('2026-10-05')],
    workdays: [localDate('2026-10-10')],
  },
]

describe('answerDueAt', () => {
  it('gives a letter seven working days, with days worked in exchange and without days off', () => {
    const asked = { manner: 'letter', at: '2026-09-30T02:00:00.000Z' } as const
    // 6, 7, 8, 9, 10 (worked), 12 and 13 October
    expect(answerDueAt(asked, calendar)).toBe('2026-10-13T15:59:59.999Z')
  })

  it('counts a letter of the late evening from its day in China', () => {
    const evening = { manner: 'letter', at: '2026-09-29T15:59:00.000Z' } as const
    const night = { manner: 'letter', at: '2026-09-29T16:01:00.000Z' } as const
    expect(answerDueAt(evening, calendar)).toBe('2026-10-12T15:59:59.999Z')
    expect(answerDueAt(night, calendar)).toBe('2026-10-13T15:59:59.999Z')
  })

  it('gives a message from the net twenty-four hours, over the end of a month too', () => {
    const asked = { manner: 'online', at: '2026-10-31T20:15:04.000Z' } as const
    expect(answerDueAt(asked, calendar)).toBe('2026-11-01T20:15:04.000Z')
  })

  it('does not guess a year without a table', () => {
    const asked = { manner: 'letter', at: '2026-12-30T02:00:00.000Z' } as const
    expect(answerDueAt(asked, calendar)).toBeUndefined()
  })

  it('asks nothing more of what is answered, and nothing of a visit', () => {
    const at = '2026-09-30T02:00:00.000Z'
    expect(answerDueAt({ manner: 'letter', at, outcome: 'answered' }, calendar)).toBeUndefined()
    expect(answerDueAt({ manner: 'letter', at, outcome: 'later' }, calendar)).toBeDefined()
    expect(answerDueAt({ manner: 'visit', at }, calendar)).toBeUndefined()
    expect(answerDueAt({ manner: 'phone', at }, calendar)).toBeUndefined()
  })
})

describe('hasLegalAidWithoutMeansTest', () => {
  it('holds for migrant workers who claim wages or for an injury at work, and nobody else', () => {
    expect(hasLegalAidWithoutMeansTest('wages', ['migrantWorker'])).toBe(true)
    expect(hasLegalAidWithoutMeansTest('injury', ['womanWorker', 'migrantWorker'])).toBe(true)
    expect(hasLegalAidWithoutMeansTest('wages', ['womanWorker'])).toBe(false)
    expect(hasLegalAidWithoutMeansTest('marriage', ['migrantWorker'])).toBe(false)
    expect(hasLegalAidWithoutMeansTest('traffic', ['migrantWorker'])).toBe(false)
  })

  it('is only ever told where legal aid may be had at all', () => {
    for (const category of Object.keys(consultationCategories) as [
      keyof typeof consultationCategories,
    ])
      if (hasLegalAidWithoutMeansTest(category, ['migrantWorker']))
        expect(isLegalAidMatter(category)).toBe(true)
  })
})

describe('consultationNumber', () => {
  it('has four digits and grows beyond them', () => {
    expect(consultationNumber(2026, 456)).toBe('咨询2026-0456')
    expect(consultationNumber(2026, 12_345)).toBe('咨询2026-12345')
  })
})

describe('disputeTypeOf', () => {
  it('names a type that there is, or none', () => {
    for (const category of Object.keys(
      consultationCategories,
    ) as (keyof typeof consultationCategories)[]) {
      const code = disputeTypeOf(category, [])
      expect(code === '' || findDisputeType(code) !== undefined, category).toBe(true)
    }
  })

  it('tells wages of migrant workers from other wages', () => {
    expect(disputeTypeOf('wages', ['migrantWorker'])).toBe('10')
    expect(findDisputeType(disputeTypeOf('wages', []))?.label).toBe('劳动报酬')
    expect(findDisputeType(disputeTypeOf('injury', ['migrantWorker']))?.label).toBe('工伤待遇')
    expect(findDisputeType(disputeTypeOf('inheritance', []))?.label).toBe('继承分家析产')
    expect(findDisputeType(disputeTypeOf('loan', []))?.label).toBe('民间借贷')
  })
})

describe('isOrganisationName', () => {
  it('takes a firm for a firm and a person for a person', () => {
    expect(['某某服饰有限公司', '织里童装厂', '晟舟村委会'].every(isOrganisationName)).toBe(true)
    expect(['张厂', '欧阳建中', '李小店', '', '刘大行'].some(isOrganisationName)).toBe(false)
  })
})
