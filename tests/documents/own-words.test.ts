import { describe, expect, it } from 'vitest'
import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { DomainError } from '#db/domain/errors.ts'
import { capitalAmount, formatYuan } from '#db/domain/money.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormData } from '#documents/forms/form-data.ts'
import { fieldNames, scopeOf } from '#documents/forms/form-scope.ts'
import { checkWords } from '#documents/forms/own-words.ts'
import { questionsOf, rowsOf, answerOf } from '#documents/forms/questions.ts'
import { typedValue } from '#documents/forms/typed-value.ts'
import { paperText } from '#documents/paper-text.ts'
import { allForms, fullData } from './form-samples.ts'
import { sampleContext } from './samples.ts'

const formOf = (id: string) => {
  const form = allForms.find((each) => each.id === id)
  if (!form) throw new RangeError(id)
  return form
}
const words = (fields: SheetWords['fields'], lists: SheetWords['lists'] = {}): SheetWords => ({
  fields,
  lists,
})
const textOf = (id: string, own: SheetWords, data: FormData = fullData) =>
  paperText(fillForm(formOf(id), data, sampleContext, own))

/** Code and details of what was refused. */
const refused = (own: SheetWords) => {
  try {
    checkWords(own)
    return undefined
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, ...error.details }
    throw error
  }
}

describe('typedValue', () => {
  it('reads the words that forms print and the usual other spellings', () => {
    for (const text of ['2026年11月22日', '2026-11-22', '2026.11.22', '20261122', '2026/11/22'])
      expect(typedValue('date', text), text).toEqual({ kind: 'date', date: '2026-11-22' })
    for (const text of ['2026年11月22日 09:30', '2026-11-22 9:30', '2026年11月22日9时30分'])
      expect(typedValue('time', text), text).toEqual({
        kind: 'time',
        at: '2026-11-22T01:30:00.000Z',
      })
    expect(typedValue('time', '2026-11-22 00:10')).toMatchObject({ at: '2026-11-21T16:10:00.000Z' })
    for (const text of ['17,048.28', '１７０４８．２８', '¥17,048.28元'])
      expect(typedValue('money', text), text).toEqual({ kind: 'money', fen: 1_704_828 })
    expect(typedValue('number', '１２')).toEqual({ kind: 'number', count: 12 })
    expect(typedValue('flag', '是')).toEqual({ kind: 'flag', on: true })
  })

  it('leaves a blank for an empty text of every kind', () => {
    for (const kind of ['text', 'long', 'date', 'time', 'money', 'number', 'flag'] as const)
      expect(typedValue(kind, ' \u3000'), kind).toBe('blank')
  })

  it('reads back all that it prints of a money up to the largest', () => {
    for (const fen of [0, 1, 4_080_000, 99_999_999_999_999])
      expect(typedValue('money', formatYuan(fen))).toEqual({ kind: 'money', fen })
  })

  it('does not guess at what is no such value', () => {
    expect(typedValue('date', '2026-02-30')).toBeUndefined()
    expect(typedValue('date', '0026-01-01')).toBeUndefined()
    expect(typedValue('time', '2026-11-22')).toBeUndefined()
    expect(typedValue('time', '2026-11-22 24:00')).toBeUndefined()
    expect(typedValue('money', '一万')).toBeUndefined()
    expect(typedValue('money', '1.005')).toBeUndefined()
    expect(typedValue('number', '1.5')).toBeUndefined()
    expect(typedValue('flag', '也许')).toBeUndefined()
    expect(typedValue('text', '长'.repeat(301))).toBeUndefined()
  })
})

describe('words of a sheet', () => {
  it('stand over what the record says, kind by kind', () => {
    const text = textOf(
      'f13',
      words({
        '回访.被访人': '𠮷野',
        '回访.时间': '2027-03-01 09:05',
        '回访.满意度': '满意',
        '回访.履行情况': '第一行\n第二行',
        '文书.日期': '2027年3月2日',
      }),
    )
    for (const each of ['𠮷野', '2027年3月1日 09:05', '满意', '第一行', '2027年3月2日'])
      expect(text).toContain(each)
  })

  it('leave a blank where they are empty', () => {
    const own = textOf('f12', words({ '收款.金额': '' }))
    expect(own).toContain('人民币＿＿＿')
    expect(own).not.toMatch(/收到.*¥\d/u)
  })

  it('print an amount in figures and capitals of one number', () => {
    const own = textOf('f12', words({ '收款.金额': '999999999999.99' }))
    expect(own).toContain(`人民币${capitalAmount(99_999_999_999_999)}（¥999,999,999,999.99）`)
  })

  it('replace a list by the typed rows, without the empty ones', () => {
    const text = textOf(
      'f07',
      words(
        { '调查.被调查人': '陈一' },
        {
          '调查.问答': [
            { '问答.发言人': '问', '问答.内容': '几点下班？' },
            { '问答.发言人': '', '问答.内容': ' ' },
            { '问答.发言人': '答', '问答.内容': '晚上九点。' },
          ],
        },
      ),
    )
    expect(text).toContain('问：几点下班？')
    expect(text).toContain('答：晚上九点。')
    expect(text).not.toContain('张三10月出勤多少天')
    expect(text.match(/问：|答：/gu)).toHaveLength(2)
  })

  it('keep the sum of a roster true to its rows, and unsaid while one is missing', () => {
    const row = (name: string, amount: string) => ({ '职工.姓名': name, '职工.金额': amount })
    const rows = [row('甲某', '100.10'), row('乙某', '999,999,999.90')]
    const text = textOf('f22-roster', words({}, { '劳动.职工': rows }))
    expect(text).toContain('1,000,000,100.00')
    expect(text).toContain(capitalAmount(100_000_010_000))
    const open = textOf('f22-roster', words({}, { '劳动.职工': [...rows, row('丙某', '')] }))
    expect(open).not.toContain('1,000,000,100.00')
    expect(open).not.toContain('0.00\n')
  })

  it('give an agent what the power of attorney asks, to the right principal', () => {
    const text = textOf(
      'f06',
      words(
        {},
        {
          '当事人.代理人': [
            {
              '当事人.姓名': '云溪镇晨光童装有限公司',
              '代理人.姓名': '王五',
              '代理人.执业证号': '00000000000000001',
              '代理人.特别授权': '是',
              '代理人.可签署': '是',
            },
          ],
        },
      ),
    )
    expect(text).toContain('00000000000000001')
    expect(text).toContain('■特别授权')
    expect(text).toContain('■参加调解并签署')
    // What was not typed stays as the record has it, of the agent with that name.
    expect(text).toContain('公司职员')
  })

  it('leave a party that keeps its name its agents and its kind', () => {
    const text = textOf(
      'f30-termination',
      words({}, { 当事人: [{ '当事人.姓名': '云溪镇晨光童装有限公司' }] }),
    )
    expect(text).not.toContain('张三')
    expect(text).toContain('王五')
  })

  it('are refused with the name where there is no such place or they cannot be read', () => {
    expect(refused(words({ '回访.满意': '好' }))).toEqual({
      code: 'sheets.unknownName',
      name: '回访.满意',
    })
    expect(refused(words({ '机构.名称': '别的中心' }))).toMatchObject({ name: '机构.名称' })
    expect(refused(words({ '回访.序号': '3' }))).toMatchObject({ code: 'sheets.unknownName' })
    expect(refused(words({ '收款.金额': '很多' }))).toEqual({
      code: 'sheets.badValue',
      name: '收款.金额',
      kind: 'money',
    })
    expect(refused(words({}, { 没有: [] }))).toMatchObject({ name: '没有' })
    const rows = [{ '证据.名称': '合同', '证据.提供日期': '昨天' }]
    expect(refused(words({}, { 证据: rows }))).toMatchObject({
      code: 'sheets.badValue',
      name: '证据.提供日期',
    })
    expect(refused(words({}, { 证据: [{ '当事人.姓名': '甲' }] }))).toMatchObject({
      code: 'sheets.unknownName',
    })
    const agents = [{ '当事人.姓名': '无此人', '代理人.年龄': '老' }]
    expect(refused(words({}, { '当事人.代理人': agents }))).toMatchObject({
      name: '代理人.年龄',
    })
  })
})

describe('questionsOf', () => {
  it('asks of every form each name once, with a label and a kind that is known', () => {
    const known = new Set(fieldNames.map(({ name }) => name))
    for (const form of allForms) {
      const { questions, lists } = questionsOf(form)
      const names = questions.map(({ name }) => name)
      expect(new Set(names).size, form.id).toBe(names.length)
      for (const each of [...questions, ...lists.flatMap(({ columns }) => columns)]) {
        expect(each.label, `${form.id} ${each.name}`).toMatch(/^[^{}]+$/u)
        expect(known.has(each.name), each.name).toBe(true)
      }
    }
  })

  it('puts the words nearest to a blank before it, in the order of the paper', () => {
    const { questions, lists } = questionsOf(formOf('f13'))
    expect(questions.slice(0, 5)).toEqual([
      { name: '回访.被访人', label: expect.stringContaining('当事人'), kind: 'text' },
      { name: '协议.编号', label: expect.any(String), kind: 'text' },
      { name: '回访.事由', label: expect.any(String), kind: 'text' },
      { name: '回访.时间', label: expect.any(String), kind: 'time' },
      { name: '回访.方式', label: '回访方式', kind: 'text' },
    ])
    expect(lists).toEqual([])
    const boxes = questionsOf(formOf('f07')).questions.filter(({ kind }) => kind === 'flag')
    expect(boxes.map(({ label }) => label)).toEqual([
      '以上记录已由被调查人阅读，与所述相符',
      '以上记录已向被调查人宣读，与所述相符',
    ])
  })

  it('says which words tick a box', () => {
    const reason = questionsOf(formOf('f18')).questions.find(({ name }) => name === '终止.原因')
    expect(reason?.label).toContain('未达成协议、')
  })

  it('asks rows of a list, and of a list in a list to whom they belong', () => {
    const { lists } = questionsOf(formOf('f06'))
    const agents = lists.find(({ name }) => name === '当事人.代理人')
    expect(agents?.columns.slice(0, 2).map(({ name }) => name)).toEqual([
      '当事人.姓名',
      '代理人.姓名',
    ])
    const talk = questionsOf(formOf('f07')).lists.find(({ name }) => name === '调查.问答')
    expect(talk?.columns.map(({ name }) => name)).toEqual(['问答.发言人', '问答.内容'])
  })

  it('never asks what the settings say or what a sum makes', () => {
    for (const form of allForms) {
      const { questions, lists } = questionsOf(form)
      const names = [...questions, ...lists.flatMap(({ columns }) => columns)].map(
        ({ name }) => name,
      )
      expect(
        names.filter((name) => /^机构\.|\.序号$/u.test(name) && !name.startsWith('条款.')),
        form.id,
      ).toEqual([])
    }
    const roster = questionsOf(formOf('f22-roster')).questions.map(({ name }) => name)
    expect(roster).not.toContain('劳动.金额合计')
  })

  it('gives answers that can be typed back without changing the paper', () => {
    for (const form of allForms) {
      const scope = scopeOf(fullData, sampleContext)
      const { questions, lists } = questionsOf(form)
      const own = words(
        Object.fromEntries(
          questions.map((question) => [question.name, answerOf(scope, question) ?? '']),
        ),
        Object.fromEntries(lists.map((list) => [list.name, rowsOf(list, scope)])),
      )
      const plain = paperText(fillForm(form, fullData, sampleContext))
      expect(paperText(fillForm(form, fullData, sampleContext, own)), form.id).toBe(plain)
    }
  })
})
