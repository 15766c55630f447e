import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgreementContent } from '#db/domain/agreement/content.ts'
import { localDate } from '#db/domain/local-date.ts'
import { agreementItems, spokenClause } from '#db/domain/read-back/agreement-items.ts'
import { canonicalItems, isReadBackComplete, lastAnswers } from '#db/domain/read-back/items.ts'
import { minutesItems } from '#db/domain/read-back/minutes-items.ts'

const parties = [
  { id: 'a', name: '张三' },
  { id: 'b', name: '李四' },
]
const payment = (count: number) => ({
  id: 'pay',
  kind: 'payment' as const,
  text: '双方确认欠付工资，',
  payment: {
    payerId: 'b',
    payeeId: 'a',
    totalFen: 600_000 * count,
    method: 'cash',
    instalments: Array.from({ length: count }, (_, index) => ({
      dueOn: localDate(`2027-0${index + 1}-20`),
      amountFen: 600_000,
    })),
  },
})
const content: AgreementContent = {
  facts: '张三在李四处做工。',
  issues: '工资。',
  responsibilities: ' ',
  clauses: [payment(2), { id: 'c', kind: 'other', text: '双方再无争议。' }],
  performanceManner: '现金',
  performanceDeadline: '2027年2月20日前',
  performancePlace: '',
  copies: 3,
}

describe('agreementItems', () => {
  it('goes through the agreement in the order of the paper and leaves out what is empty', () => {
    expect(agreementItems(content, parties).map(({ key, heading }) => [key, heading])).toEqual([
      ['facts', '主要事实'],
      ['issues', '争议事项'],
      ['clause:pay', '协议内容第1条'],
      ['clause:c', '协议内容第2条'],
      ['manner', '履行方式'],
      ['deadline', '履行期限'],
    ])
  })

  it('tells every piece by a key of its own, whatever the clauses', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 30 }), (ids) => {
        const clauses = ids.map((id) => ({ id, kind: 'other' as const, text: '甲' }))
        const keys = agreementItems({ ...content, clauses }, parties).map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys.every((key) => key.length <= 50)).toBe(true)
      }),
    )
  })
})

describe('spokenClause', () => {
  it('says the instalments that the paper shows in a table', () => {
    expect(spokenClause(payment(2), parties)).toBe(
      '双方确认欠付工资，李四分2期支付张三人民币壹万贰仟元整（¥12,000.00），支付方式：现金。' +
        '第1期，2027年1月20日前（含当日）支付人民币陆仟元整（¥6,000.00）；' +
        '第2期，2027年2月20日前（含当日）支付人民币陆仟元整（¥6,000.00）。',
    )
  })

  it('reads a single payment and other clauses as they print', () => {
    expect(spokenClause(payment(1), parties)).toBe(
      '双方确认欠付工资，李四于2027年1月20日前（含当日）一次性支付张三人民币陆仟元整（¥6,000.00），支付方式：现金。',
    )
    expect(spokenClause({ id: 'c', kind: 'other', text: ' 再无争议。 ' }, parties)).toBe(
      '再无争议。',
    )
  })
})

describe('minutesItems', () => {
  const line = fc.record({
    speaker: fc.constantFrom('', '张三', '李四'),
    text: fc.string({ minLength: 1, maxLength: 700 }).filter((text) => text.trim() !== ''),
  })

  it('loses no line, cuts none, and makes no piece longer than it must be', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 60 }), (lines) => {
        const items = minutesItems(lines, '')
        const spoken = lines.map(({ speaker, text }) =>
          speaker === '' ? text.trim() : `${speaker}：${text.trim()}`,
        )
        expect(items.map(({ text }) => text).join('\n')).toBe(spoken.join('\n'))
        for (const { text } of items) expect(text.length <= 300 || spoken.includes(text)).toBe(true)
        for (const [index, { text }] of items.entries()) {
          const next = spoken.find((each) => items[index + 1]?.text.startsWith(each))
          if (next !== undefined) expect(text.length + 1 + next.length).toBeGreaterThan(300)
        }
      }),
    )
  })

  it('makes some thirty stops of an hour of talk', () => {
    const hour = Array.from({ length: 300 }, (_, index) => ({
      speaker: index % 2 ? '张三' : '李四',
      text: '这句话大约有二十多个字，一个小时里说三百句差不多。',
    }))
    const items = minutesItems(hour, '经调解达成协议。')
    expect(items.length).toBeGreaterThan(20)
    expect(items.length).toBeLessThan(45)
    expect(items[0]?.heading).toBe(`记录第1段，共${items.length - 1}段`)
    expect(items.at(-1)).toEqual({
      key: 'result',
      heading: '调解结果',
      text: '经调解达成协议。',
    })
  })
})

describe('isReadBackComplete', () => {
  const items = [{ key: 'x' }, { key: 'y' }]
  const said = (partyId: string, item: string, answer: 'yes' | 'no' = 'yes') => ({
    partyId,
    item,
    answer,
  })
  const all = [said('a', 'x'), said('a', 'y'), said('b', 'x'), said('b', 'y')]

  it('asks for the yes of every party to every piece', () => {
    expect(isReadBackComplete(items, parties, all)).toBe(true)
    for (const index of all.keys())
      expect(isReadBackComplete(items, parties, all.toSpliced(index, 1))).toBe(false)
    expect(isReadBackComplete([], parties, all)).toBe(false)
    expect(isReadBackComplete(items, [], all)).toBe(false)
  })

  it('goes by the last word of a party, either way', () => {
    expect(isReadBackComplete(items, parties, [...all, said('a', 'y', 'no')])).toBe(false)
    expect(
      isReadBackComplete(items, parties, [said('a', 'y', 'no'), ...all, said('b', 'x', 'yes')]),
    ).toBe(true)
    expect(lastAnswers([...all, said('a', 'x', 'no')])).toEqual([
      ...all.slice(1),
      said('a', 'x', 'no'),
    ])
  })
})

describe('canonicalItems', () => {
  it('is another text for any other piece, order or paper', () => {
    const items = [
      { key: 'a', heading: '甲', text: '一' },
      { key: 'b', heading: '乙', text: '二' },
    ]
    const texts = [
      canonicalItems('agreement', items),
      canonicalItems('minutes', items),
      canonicalItems('agreement', items.toReversed()),
      canonicalItems('agreement', [{ key: 'a', heading: '甲', text: '一b' }]),
      canonicalItems(
        'agreement',
        items.map((item) => ({ ...item, text: `${item.text} ` })),
      ),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})
