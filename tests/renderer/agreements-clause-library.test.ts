import { describe, expect, it } from 'vitest'
import { fillSlots } from '#db/domain/agreement/library/slots.ts'
import { localDate } from '#db/domain/local-date.ts'
import {
  findClauses,
  groupLabel,
  type LibraryChoice,
} from '../../renderer/features/agreements/clause-choices.ts'
import {
  clauseFromLibrary,
  firstField,
  hasSlots,
  insertAfter,
} from '../../renderer/features/agreements/clause-tasks.ts'
import {
  ownClauseOf,
  typeChoices,
  withoutNames,
} from '../../renderer/features/agreements/own-clause-form.ts'
import {
  knownValues,
  openSlots,
  slotTexts,
  textParts,
} from '../../renderer/features/agreements/slot-values.ts'
import { parties } from './agreements-record.ts'

const choice = (id: string, part: Partial<LibraryChoice> = {}): LibraryChoice => ({
  id,
  title: id,
  group: 'general',
  typeCodes: [],
  kind: 'other',
  text: '',
  slots: [],
  note: '',
  source: '',
  verified: true,
  isOwn: false,
  fits: false,
  ...part,
})

const library = [
  choice('工资分期', { group: 'wages', fits: true, text: '任何一期逾期' }),
  choice('过年钱', { group: 'own', isOwn: true }),
  choice('逾期付款违约金', { text: '每日万分之二', source: '《民法典》第五百八十五条' }),
  choice('送达地址', { note: '逾期送达时' }),
]
const titles = (query: string, shelf?: Parameters<typeof findClauses>[2]) =>
  findClauses(library, query, shelf).map(({ title }) => title)

describe('findClauses', () => {
  it('keeps the order of the library by shelf without a query', () => {
    expect(titles('')).toEqual(['工资分期', '过年钱', '逾期付款违约金', '送达地址'])
  })

  it('puts a title before a word in the text, within a shelf', () => {
    expect(titles('逾期')).toEqual(['工资分期', '逾期付款违约金', '送达地址'])
    expect(titles('逾期', 'general')).toEqual(['逾期付款违约金', '送达地址'])
  })

  it('wants every word, in any order, and finds initials, groups and sources', () => {
    expect(titles('违约金  逾期')).toEqual(['逾期付款违约金'])
    expect(titles('yqfk')).toEqual(['逾期付款违约金'])
    expect(titles('ＹＱＦＫ')).toEqual(['逾期付款违约金'])
    expect(titles('劳动关系')).toEqual(['工资分期'])
    expect(titles('五百八十五')).toEqual(['逾期付款违约金'])
  })

  it('finds nothing where nothing is', () => {
    expect(titles('离婚')).toEqual([])
    expect(titles('逾期', 'own')).toEqual([])
  })
})

describe('groupLabel', () => {
  it('calls every group that is not shipped the centre’s own', () => {
    expect([groupLabel('rent'), groupLabel('own'), groupLabel('toString')]).toEqual([
      '租赁',
      '本中心',
      '本中心',
    ])
  })
})

describe('insertAfter', () => {
  const [a, b] = [
    { id: 'a', kind: 'other' as const, text: '' },
    { id: 'b', kind: 'other' as const, text: '' },
  ]
  const ids = (afterId?: string) =>
    insertAfter([a, b], { id: 'n', kind: 'act', text: '' }, afterId)
      .map(({ id }) => id)
      .join('')

  it('puts a clause behind the one at the cursor, else at the end', () => {
    expect([ids('a'), ids('b'), ids(), ids('gone')]).toEqual(['anb', 'abn', 'abn', 'abn'])
  })
})

describe('clauseFromLibrary', () => {
  it('gives a payment its table, and the cursor goes to the amount', () => {
    const clause = clauseFromLibrary({ kind: 'payment', text: '工资' }, parties, () => 'k')
    expect(clause).toMatchObject({ text: '工资', payment: { payerId: 'p2', payeeId: 'p1' } })
    expect(firstField([clause], 'k')).toBe('clauses.0.payment.totalFen')
    const plain = clauseFromLibrary({ kind: 'act', text: '修好' }, parties, () => 'k')
    expect(plain.payment).toBeUndefined()
    expect(firstField([clause, plain], 'k')).toBe('clauses.0.payment.totalFen')
  })
})

describe('slotTexts', () => {
  const text = '【付款人】于【付款日期】前付【违约金】，按【标准】。'
  const slots = openSlots(text)

  it('makes a name, an amount in words and figures, a day and free words', () => {
    expect(slots.map(({ kind }) => kind)).toEqual(['party', 'date', 'amount', 'text'])
    const words = slotTexts(
      slots,
      {
        付款人: { partyId: 'p2' },
        付款日期: { date: localDate('2026-12-31') },
        违约金: { fen: 50_000 },
        标准: { text: ' 每日万分之二 ' },
      },
      parties,
    )
    expect(fillSlots(text, words)).toBe(
      '晨星童装有限公司于2026年12月31日前付人民币伍佰元整（¥500.00），按每日万分之二。',
    )
  })

  it('leaves what is not filled as a blank in sight', () => {
    const words = slotTexts(slots, { 标准: { text: '  ' }, 付款人: { partyId: 'gone' } }, parties)
    expect(fillSlots(text, words)).toBe(text)
    expect(hasSlots(text)).toBe(true)
  })

  it('keeps kind and hint that the library knows', () => {
    expect(openSlots('【某物】', [{ name: '某物', kind: 'amount', hint: '元' }])).toEqual([
      { name: '某物', kind: 'amount', hint: '元' },
    ])
  })
})

describe('knownValues', () => {
  const slots = openSlots('【付款人】付【收款人】，【见证人】在场。')
  const pays = (payerId: string, payeeId: string) => ({
    payment: { payerId, payeeId, method: '', account: '', instalments: [] },
  })

  it('fills the sides where every payment names the same', () => {
    expect(knownValues(slots, [pays('p2', 'p1'), pays('p2', 'p1'), {}], parties)).toEqual({
      付款人: { partyId: 'p2' },
      收款人: { partyId: 'p1' },
    })
  })

  it('guesses nothing where they differ or there is none', () => {
    expect(knownValues(slots, [pays('p2', 'p1'), pays('p3', 'p1')], parties)).toEqual({
      收款人: { partyId: 'p1' },
    })
    expect(knownValues(slots, [], parties)).toEqual({})
  })
})

describe('knownValues of a labour clause', () => {
  const slots = openSlots('【用人单位】付【劳动者】。')

  it('names the only firm and the only person, and nobody where there are two', () => {
    const known = { 用人单位: { partyId: 'p2' }, 劳动者: { partyId: 'p1' } }
    expect(knownValues(slots, [], parties)).toEqual(known)
    expect(knownValues(slots, [], [...parties, { id: 'p3', kind: 'person' }])).toEqual({
      用人单位: { partyId: 'p2' },
    })
  })
})

describe('textParts', () => {
  it('cuts a text at its slots and loses nothing', () => {
    const text = '【甲】付【乙】。'
    expect(textParts(text)).toEqual([
      { text: '【甲】', slot: true },
      { text: '付', slot: false },
      { text: '【乙】', slot: true },
      { text: '。', slot: false },
    ])
    expect(textParts('【没有另一半').map((part) => part.slot)).toEqual([false])
  })
})

describe('withoutNames', () => {
  it('puts a slot for every name, the longest first', () => {
    const named = [
      {
        ...parties[0],
        id: 'p1',
        role: 'applicant' as const,
        kind: 'person' as const,
        name: '陈志',
      },
      { id: 'p3', role: 'applicant' as const, kind: 'person' as const, name: '陈志强' },
      { id: 'p2', role: 'respondent' as const, kind: 'organisation' as const, name: '晨星' },
      { id: 'p4', role: 'party' as const, kind: 'person' as const, name: ' ' },
    ]
    expect(withoutNames('陈志强和陈志收晨星的钱。', named)).toBe(
      '【申请人二】和【申请人一】收【被申请人】的钱。',
    )
  })
})

describe('ownClauseOf', () => {
  it('keeps kind and words, for the level-1 type of the case', () => {
    expect(ownClauseOf({ kind: 'act', text: '陈志强搬走。' }, parties, '10.02')).toEqual({
      title: '',
      typeCodes: ['10'],
      kind: 'act',
      text: '【申请人】搬走。',
      note: '',
    })
  })
})

describe('typeChoices', () => {
  const codes = (typeCode: string, before?: string[]) =>
    typeChoices(typeCode, before).map((choice) => choice.value)

  it('offers every dispute, this kind, this very one, and what it was for before, none twice', () => {
    expect(codes('10.02')).toEqual(['', '10', '10.02'])
    expect(codes('10')).toEqual(['', '10'])
    expect(codes('')).toEqual([''])
    expect(codes('10.02', ['10'])).toEqual(['', '10', '10.02'])
    expect(codes('10.02', ['03', '04'])).toEqual(['', '10', '10.02', '03 04'])
  })
})
