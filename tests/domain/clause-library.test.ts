import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadClauseLibrary, parseClauseFile } from '#db/clause-library.ts'
import { checkLibraryClause, type ClauseDraft } from '#db/domain/agreement/library/check-clause.ts'
import { clausesFor, clausesOn, fitsType } from '#db/domain/agreement/library/clauses-for.ts'
import { clauseGroups, type LibraryClause } from '#db/domain/agreement/library/library-clause.ts'
import {
  describeSlots,
  fillSlots,
  guessSlotKind,
  hasUnpairedBracket,
  slotsOf,
} from '#db/domain/agreement/library/slots.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import { forbiddenWording } from '#db/domain/agreement/wording.ts'
import { disputeTypes } from '#db/domain/case/taxonomy.ts'
import { formatChineseDate, localDate } from '#db/domain/local-date.ts'
import { amountInWords } from '#db/domain/money.ts'
import { content, firm, payment, today, worker } from './agreement-fixture.ts'

const folder = fileURLToPath(new URL('../../resources/forms/clauses', import.meta.url))
const library = loadClauseLibrary(folder)

const sample: LibraryClause = {
  id: 'sample-clause',
  title: '样条',
  group: 'wages',
  typeCodes: ['10'],
  kind: 'act',
  text: '【付款人】于【日期】前办结。',
  slots: [
    { name: '付款人', kind: 'party' },
    { name: '日期', kind: 'date' },
  ],
  note: '说明',
  source: { title: '《某法》', article: '第一条', verified: true },
  from: localDate('2021-01-01'),
}

describe('slotsOf', () => {
  it('names each slot once, in the order of first use', () => {
    expect(slotsOf('【付款人】向【收款人】付【金额】，【付款人】另付【违约金】')).toEqual([
      '付款人',
      '收款人',
      '金额',
      '违约金',
    ])
  })

  it('takes no bracket without a partner, a name, or a line of its own for a slot', () => {
    expect(slotsOf('【付款人 向【收款人】付】')).toEqual(['收款人'])
    expect(slotsOf('【】【 】')).toEqual([])
    expect(slotsOf('【付\n款】')).toEqual([])
  })
})

describe('fillSlots', () => {
  it('puts a value in wherever its slot stands', () => {
    expect(fillSlots('【付款人】付款，【付款人】负担费用', { 付款人: '某厂' })).toBe(
      '某厂付款，某厂负担费用',
    )
  })

  it('leaves a slot visible that has no value or a blank one', () => {
    expect(fillSlots('【甲】、【乙】、【constructor】', { 乙: '  ' })).toBe(
      '【甲】、【乙】、【constructor】',
    )
  })

  it('puts values in as they are, whatever signs they hold', () => {
    expect(fillSlots('【甲】和【乙】', { 甲: '【乙】$&', 乙: '某厂' })).toBe('【乙】$&和某厂')
  })

  it('leaves nothing to fill once every slot has a value, and keeps every other sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[^【】\r\n]{0,8}$/u), { minLength: 1 }),
        fc.stringMatching(/^[^【】\s]{1,6}$/u),
        (parts, value) => {
          const text = parts.map((part, index) => `${part}【空${index}】`).join('')
          const values = Object.fromEntries(parts.map((_, index) => [`空${index}`, value]))
          const filled = fillSlots(text, values)
          expect(slotsOf(filled)).toEqual([])
          expect(filled).toBe(parts.map((part) => `${part}${value}`).join(''))
          expect(fillSlots(text, {})).toBe(text)
        },
      ),
    )
  })
})

describe('hasUnpairedBracket', () => {
  it.each(['【付款人', '付款人】', '【【付款人】】', '】付款人【', '【付\n款】'])(
    'finds the fault of %j',
    (text) => {
      expect(hasUnpairedBracket(text)).toBe(true)
    },
  )

  it('finds none in a proper text', () => {
    expect(hasUnpairedBracket('【甲】和【乙】')).toBe(false)
  })
})

describe('describeSlots', () => {
  it.each([
    ['付款人', 'party'],
    ['用人单位', 'party'],
    ['付款日期', 'date'],
    ['尚欠本金', 'amount'],
    ['违约金', 'amount'],
    ['地点', 'text'],
  ] as const)('guesses that %s is a %s', (name, kind) => {
    expect(guessSlotKind(name)).toBe(kind)
  })

  it('keeps what is known of a slot', () => {
    const known = [{ name: '地点', kind: 'date' as const, hint: '写门牌' }]
    expect(describeSlots('【地点】【收款人】', known)).toEqual([
      ...known,
      { name: '收款人', kind: 'party' },
    ])
  })
})

describe('clausesFor', () => {
  const on = localDate('2026-11-22')
  const make = (id: string, typeCodes: string[], from = '2021-01-01'): LibraryClause => ({
    ...sample,
    id,
    typeCodes,
    from: localDate(from),
  })
  const ids = (clauses: readonly LibraryClause[]) => clauses.map(({ id }) => id)

  it('offers the very type first, then its level-1 type, then the general ones, and no other', () => {
    const shelf = [
      make('for-every', []),
      make('for-rent', ['04.04']),
      make('for-labour', ['10', '11']),
      make('for-sewing', ['10.02']),
    ]
    expect(ids(clausesFor('10.02', shelf, on))).toEqual(['for-sewing', 'for-labour', 'for-every'])
    expect(ids(clausesFor('10.01', shelf, on))).toEqual(['for-labour', 'for-every'])
    expect(ids(clausesFor('04.04', shelf, on))).toEqual(['for-rent', 'for-every'])
    expect(ids(clausesFor('18.01', shelf, on))).toEqual(['for-every'])
  })

  it('counts a type that a centre has added to its level-1 type', () => {
    expect(ids(clausesFor('10.57', [make('for-labour', ['10'])], on))).toEqual(['for-labour'])
  })

  it('offers the wording in use on the day', () => {
    const early = make('one-clause', [], '2021-01-01')
    const late = make('one-clause', [], '2027-01-01')
    for (const shelf of [
      [early, late],
      [late, early],
    ]) {
      expect(clausesFor('10.02', shelf, localDate('2026-12-31'))).toEqual([early])
      expect(clausesFor('10.02', shelf, localDate('2027-01-01'))).toEqual([late])
      expect(clausesFor('10.02', shelf, localDate('2020-12-31'))).toEqual([])
    }
  })

  it('tells what was made for the type from what fits every one', () => {
    expect(fitsType(make('a-b', ['10']), '10.02')).toBe(true)
    expect(fitsType(make('a-b', []), '10.02')).toBe(false)
    expect(fitsType(make('a-b', ['04']), '10.02')).toBe(false)
    expect(fitsType(make('a-b', ['10']), '')).toBe(false)
  })
})

describe('checkLibraryClause', () => {
  const codes = (change: Partial<ClauseDraft>) =>
    checkLibraryClause({ ...sample, ...change }).map(
      ({ code, path, level }) => `${level} ${path} ${code}`,
    )

  it('lets a sound clause pass, with or without its slots described', () => {
    expect(codes({})).toEqual([])
    expect(codes({ slots: undefined, group: undefined, typeCodes: undefined })).toEqual([])
  })

  it.each<[string, Partial<ClauseDraft>, string[]]>([
    ['a blank title', { title: ' ' }, ['block title titleBlank']],
    ['a blank text', { text: ' ', slots: [] }, ['block text textBlank']],
    ['an open bracket', { text: '【付款人付款', slots: undefined }, ['block text slotUnpaired']],
    ['a slot without a name', { text: '【 】付款', slots: [] }, ['block text slotNameless']],
    [
      'an unknown kind of slot',
      { text: '【甲】', slots: [{ name: '甲', kind: 'number' }] },
      ['block slots.0.kind slotKindUnknown'],
    ],
    ['a slot that nobody described', { slots: [] }, ['block text slotNotDeclared']],
    [
      'a slot that the text lacks, and one described twice',
      {
        text: '【甲】',
        slots: [
          { name: '甲', kind: 'party' },
          { name: '甲', kind: 'text' },
          { name: '乙', kind: 'party' },
        ],
      },
      ['block slots.1.name slotDoubled', 'block slots.2.name slotNotInText'],
    ],
    ['an unknown group', { group: 'magic' }, ['block group groupUnknown']],
    ['an unknown kind', { kind: 'magic' }, ['block kind kindUnknown']],
    ['a fee (A5)', { text: '双方各付调解费五百元。', slots: [] }, ['block text feeMentioned']],
    [
      'a waiver of social insurance (D12)',
      { text: '劳动者自愿放弃缴纳社会保险费。', slots: [] },
      ['block text socialInsuranceWaiver'],
    ],
    [
      'a waiver of the courts (C16)',
      { text: '付清后，任何一方不得向人民法院起诉。', slots: [] },
      ['warn text rightsBarred'],
    ],
  ])('finds %s', (_, change, found) => {
    expect(codes(change).slice(0, found.length)).toEqual(found)
    expect(codes(change).length).toBeLessThanOrEqual(found.length + 1)
  })

  it.each([
    '本条不妨碍任何一方依法申请仲裁或者提起诉讼。',
    '逾期不付的，收款人可以向人民法院起诉。',
    '调解不收取任何调解费。',
  ])('lets %s pass', (text) => {
    expect(codes({ text, slots: [] })).toEqual([])
  })
})

describe('the shipped library', () => {
  it('holds at least forty-five clauses and some of every group', () => {
    expect(library.length).toBeGreaterThanOrEqual(45)
    expect([...new Set(library.map(({ group }) => group))]).toEqual([...clauseGroups])
  })

  it('offers something of its own for every kind of dispute that the issue names', () => {
    for (const code of ['10.02', '11.08', '04.04', '02.03', '04.01', '01.03', '16.01', '15.01']) {
      expect(library.filter((clause) => fitsType(clause, code)).length, code).toBeGreaterThan(1)
    }
  })

  it('offers the general clauses for every type of the list', () => {
    const general = library.filter(({ group }) => group === 'general').map(({ id }) => id)
    for (const { code } of disputeTypes) {
      const offered = clausesFor(code, library, today).map(({ id }) => id)
      expect(offered.slice(-general.length), code).toEqual(general)
    }
  })

  it.each(library)('$id passes its own check and names its source', (clause) => {
    expect(checkLibraryClause(clause)).toEqual([])
    expect(forbiddenWording(clause.text)).toEqual([])
    expect(clause.source.verified ? clause.source.article : clause.source.title).toMatch(/./)
    expect(clause.slots.map(({ name }) => name)).toEqual(slotsOf(clause.text))
  })

  it('says a figure of law only where the article was read', () => {
    const withFigures = library.filter(({ text }) =>
      /[〇一二三四五六七八九十百\d]+(?:日|天|个月|年|周岁|倍|%)/.test(text),
    )
    expect(withFigures.map(({ id, source }) => `${id} ${source.article}`)).toEqual([
      'wages-severance 第四十六条、第四十七条',
      'wages-no-contract 第八十二条',
      'contract-loan-interest 第二十五条',
      'family-child-support 第一千零六十七条、第一千零八十五条',
      'general-judicial-confirmation 第三十三条',
    ])
    expect(withFigures.filter(({ source }) => !source.verified)).toEqual([])
  })

  it('leaves payer, sum, day and account of a payment to the generated sentence', () => {
    for (const { id, kind, text } of library.filter((clause) => clause.kind === 'payment')) {
      expect(text, id).toMatch(/约定如下：$/)
      expect(`${kind} ${text}`, id).not.toMatch(/账号|付款日期|总额】/)
    }
  })
})

/** A firm and a worker stand in by turns: no clause has the same person on both sides. */
const filled = (clause: LibraryClause): string => {
  let count = 0
  const values = clause.slots.map(({ name, kind }): [string, string] => {
    if (kind === 'party') {
      count += 1
      return [name, count % 2 === 1 ? firm.name : worker.name]
    }
    if (kind === 'amount') return [name, amountInWords(400_000)]
    if (kind === 'date') return [name, formatChineseDate(localDate('2026-12-20'))]
    return [name, name === '账号' ? '6228480000000000000' : '双方确认的内容']
  })
  return fillSlots(clause.text, Object.fromEntries(values))
}

describe('lintAgreement over the shipped library', () => {
  const lead = { id: 'c0', kind: 'payment' as const, text: '', payment }
  const lint = (clause: LibraryClause, text: string) => {
    const [code = '04.01'] = clause.typeCodes
    const facts = { typeCode: code.length === 2 ? `${code}.01` : code, today }
    const added = {
      id: 'c1',
      kind: clause.kind,
      text,
      ...(clause.kind === 'payment' ? { payment } : {}),
    }
    const known = new Set(
      lintAgreement({ ...content, clauses: [lead] }, [worker, firm], facts).map((one) => one.code),
    )
    return lintAgreement({ ...content, clauses: [added] }, [worker, firm], facts)
      .filter((one) => !known.has(one.code))
      .filter(({ level }) => level !== 'info')
      .map((one) => one.code)
  }

  it.each(library)('has nothing against $id once it is filled in', (clause) => {
    expect(lint(clause, filled(clause))).toEqual([])
  })

  it.each(library.filter(({ slots }) => slots.length > 0))(
    'sees the blanks of $id while it is not',
    (clause) => {
      expect(lint(clause, clause.text)).toContain('blankLeft')
    },
  )
})

describe('parseClauseFile', () => {
  const row = {
    id: 'sample-clause',
    title: '样条',
    typeCodes: ['10'],
    kind: 'act',
    text: '【付款人】办结。',
    slots: [{ name: '付款人', kind: 'party' }],
    note: '说明',
    source: { title: '《某法》', article: '第一条', verified: true },
    from: '2021-01-01',
  }
  const file = (change: object) =>
    JSON.stringify({ group: 'wages', checkedOn: '2026-11-22', clauses: [{ ...row, ...change }] })

  it('reads a sound file', () => {
    expect(parseClauseFile(file({}))).toEqual([
      { ...row, group: 'wages', from: localDate('2021-01-01') },
    ])
  })

  it.each<[string, object]>([
    ['a field it does not know', { colour: 'red' }],
    ['a day that is none', { from: '2021-02-30' }],
    ['a kind it does not know', { kind: 'magic' }],
    ['a checked source without an article', { source: { title: '《某法》', verified: true } }],
    ['slots that are not those of the text', { slots: [] }],
    ['a dispute type that is none', { typeCodes: ['42'] }],
    ['a waiver', { text: '【付款人】不缴社会保险费。' }],
    ['an id that is no name', { id: '甲' }],
  ])('refuses %s', (_, change) => {
    expect(() => parseClauseFile(file(change))).toThrow()
  })

  it('refuses an unknown group and a broken file', () => {
    expect(() => parseClauseFile(file({}).replace('"wages"', '"magic"'))).toThrow()
    expect(() => parseClauseFile('{')).toThrow(SyntaxError)
  })
})

describe('loadClauseLibrary', () => {
  const copied = (change: (folder: string) => void) => {
    const copy = mkdtempSync(join(tmpdir(), 'tanxin-clauses-'))
    try {
      cpSync(folder, copy, { recursive: true })
      change(copy)
      return loadClauseLibrary(copy)
    } finally {
      rmSync(copy, { recursive: true })
    }
  }
  const rewrite = (path: string, change: (text: string) => string) => {
    writeFileSync(path, change(readFileSync(path, 'utf8')))
  }

  it('takes a new wording of a clause beside the old one', () => {
    const found = copied((copy) => {
      const path = join(copy, 'rent.json')
      const { clauses, ...rest } = JSON.parse(readFileSync(path, 'utf8'))
      const next = { ...clauses[0], title: '新写法', from: '2027-01-01' }
      writeFileSync(path, JSON.stringify({ ...rest, clauses: [...clauses, next] }))
    })
    expect(found).toHaveLength(library.length + 1)
    expect(clausesOn(found, today)).toHaveLength(library.length)
    expect(clausesOn(found, localDate('2027-01-01')).map(({ title }) => title)).toContain('新写法')
  })

  it('refuses the same wording twice', () => {
    expect(() =>
      copied((copy) => {
        rewrite(join(copy, 'rent.json'), (text) =>
          text.replace('"rent-surrender"', '"rent-termination"'),
        )
      }),
    ).toThrow('stands twice')
  })

  it('refuses a file that holds another group than its name says', () => {
    expect(() =>
      copied((copy) => {
        cpSync(join(copy, 'rent.json'), join(copy, 'other.json'))
      }),
    ).toThrow()
  })
})
