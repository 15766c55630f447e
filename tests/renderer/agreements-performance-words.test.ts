import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import type { AgreementForm } from '../../renderer/features/agreements/agreement-form.ts'
import {
  performanceWords,
  withPerformanceWords,
} from '../../renderer/features/agreements/performance-words.ts'
import { readableText } from '#db/domain/readable-text.ts'

const parties = [
  { id: 'p2', name: '某某公司', role: 'respondent' as const, kind: 'organisation' as const },
]
const form = (method: string, dates: (string | undefined)[]): AgreementForm => ({
  facts: '',
  issues: '',
  responsibilities: '',
  clauses: [
    {
      id: 'c1',
      kind: 'payment',
      text: '',
      payment: {
        payerId: 'p2',
        payeeId: 'p1',
        method,
        account: '',
        instalments: dates.map((date, index) => ({
          key: String(index),
          dueOn: date === undefined ? undefined : localDate(date),
        })),
      },
    },
  ],
  performanceManner: '照旧',
  performanceDeadline: '',
  performancePlace: ' ',
  copies: 3,
})

describe('performanceWords', () => {
  it('tells manner, last day and place of a transfer in instalments', () => {
    expect(performanceWords(form('bankTransfer', ['2027-02-28', '2026-12-31']), parties)).toEqual({
      performanceManner: '某某公司以银行转账方式分2期付清。',
      performanceDeadline: '2027年2月28日前（含当日）履行完毕。',
      performancePlace: '款项付至收款人的收款账户。',
    })
  })

  it('takes cash to the mediating body', () => {
    expect(performanceWords(form('cash', ['2026-12-31']), parties)).toMatchObject({
      performanceManner: '某某公司以现金方式一次付清。',
      performancePlace: '主持调解的调解组织所在地。',
    })
  })

  it('offers nothing while no date is known', () => {
    expect(performanceWords(form('cash', [undefined]), parties)).toBeUndefined()
  })
})

describe('withPerformanceWords', () => {
  it('fills what is blank and leaves what was typed', () => {
    const current = form('cash', ['2026-12-31'])
    const words = performanceWords(current, parties)
    if (!words) throw new Error('no offer')
    expect(withPerformanceWords(current, words)).toEqual({ ...words, performanceManner: '照旧' })
  })
})

describe('readableText', () => {
  it('gives characters for the radicals of a PDF and leaves the rest', () => {
    expect(readableText('⼈⺠调解协议书（第 1 ⻚）⽀付⼯资１')).toBe(
      '人民调解协议书（第 1 页）支付工资１',
    )
  })
})
