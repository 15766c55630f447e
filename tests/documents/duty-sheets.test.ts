import { describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { lengthWords, stretchWords } from '#documents/duty-words.ts'
import { paperText } from '#documents/paper-text.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { renderHtml } from '#documents/render-html.ts'
import { rotaSheet } from '#documents/rota-sheet.ts'
import { rotaWeeks } from '#documents/rota-weeks.ts'
import { hoursSheet, statementPaper, thanksSheet } from '#documents/service-papers.ts'
import { signInRows, signInSheet } from '#documents/sign-in-sheet.ts'
import { convertDocx, hasPaperTools, pageTexts } from '#tests/support/pdf-text.ts'
import { printHtml } from '#tests/support/print-html.ts'
import { fortnight, seatOf, sheetInput } from './duty-samples.ts'
import { notoFonts, sampleContext } from './samples.ts'

const lineOf = (index: number) => ({
  ...seatOf(index),
  duties: 10 + index,
  minutes: 1800 + index * 37,
  corrected: index % 3,
  noShows: index % 2,
  consultations: 20 * index,
})
const some = (count: number) => Array.from({ length: count }, (_, index) => lineOf(index))
const madeOn = localDate('2026-11-22')
const from = localDate('2026-01-01')

const statement = (more: Partial<Parameters<typeof statementPaper>[0]> = {}) =>
  statementPaper({
    context: sampleContext,
    from,
    to: madeOn,
    madeOn,
    makerName: '林主任',
    line: {
      ...lineOf(3),
      firmFullName: '浙江长风破浪（云溪）联合律师事务所',
    },
    months: [
      { month: '2026-01', duties: 6, minutes: 900 },
      { month: '2026-11', duties: 7, minutes: 1011 },
    ],
    ...more,
  })

describe('the rota on the wall', () => {
  const input = sheetInput(fortnight(14), 14)

  it('has a strip for each week with the open days beside one another', () => {
    const { weeks } = rotaWeeks(input)
    expect(weeks.map(({ heads }) => heads)).toEqual([
      ['', '11.23 周一', '11.24 周二', '11.25 周三', '11.26 周四', '11.27 周五'],
      ['', '11.30 周一', '12.1 周二', '12.2 周三', '12.3 周四', '12.4 周五'],
    ])
    expect(weeks[0]?.rows.map(([head]) => head)).toEqual([
      '上午 一号窗口',
      '上午 二号窗口',
      '下午 一号窗口',
      '下午 二号窗口',
    ])
  })

  it('tells every seat once: who sits there, whose place was taken, and what is empty', () => {
    const cells = rotaWeeks(input).weeks.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1)))
    const words = cells.join('\n')
    const seats = input.shifts.flatMap((shift) => shift.seats)
    for (const name of new Set(seats.map((seat) => seat.name)))
      expect(words.split(name).length - 1, name).toBe(
        seats.filter((seat) => seat.name === name).length,
      )
    const empty = input.shifts.reduce((sum, { demand, seats: of }) => sum + demand - of.length, 0)
    expect(words.split('空缺').length - 1).toBe(empty)
    expect(words.split('替王芳').length - 1).toBe(
      seats.filter(({ insteadOfName }) => insteadOfName === '王芳').length,
    )
  })

  it('says the usual hours once and others where they differ', () => {
    const text = paperText(rotaSheet(input))
    expect(text).toContain('时间：上午 08:30—11:30，下午 14:00—17:00。')
    expect(text.split('07:00—11:30').length - 1).toBe(1)
  })

  it('marks days on which nothing is open and leaves days outside of the stretch blank', () => {
    const shifts = fortnight(14).filter(({ date }) => date !== '2026-11-25')
    const { weeks } = rotaWeeks({ ...input, to: localDate('2026-12-03'), shifts })
    expect(weeks[0]?.rows.map((row) => row[3])).toEqual(['休', '休', '休', '休'])
    expect(weeks[1]?.heads[5]).toBe('')
    expect(weeks[1]?.rows.map((row) => row[5])).toEqual(['', '', '', ''])
  })

  it('prints telephone numbers only where that is set', () => {
    expect(paperText(rotaSheet(input))).toContain('13800000001')
    expect(paperText(rotaSheet({ ...input, withPhones: false }))).not.toContain('13800000001')
  })

  it('says so when nothing is published', () => {
    expect(paperText(rotaSheet({ ...input, shifts: [] }))).toContain('没有已发布的值班')
  })
})

describe('the sign-in sheet', () => {
  it('has a line for every seat, also the empty ones, and prints what was signed', () => {
    const [first, ...rest] = fortnight(14)
    if (!first) throw new Error('no shift')
    const signed = seatOf(0, { signedInAt: '2026-11-23T00:28:59.000Z', visitors: 3, noShow: false })
    const rows = signInRows([{ ...first, seats: [signed] }, ...rest])
    const seats = [first, ...rest].reduce(
      (sum, { demand, seats: of }) => sum + Math.max(demand, of.length),
      0,
    )
    expect(rows).toHaveLength(seats)
    expect(rows[0]).toEqual([
      '11.23 周一',
      '上午',
      '一号窗口',
      '李明',
      '08:28',
      '',
      '',
      '',
      '',
      '3',
      '',
    ])
  })
})

describe('papers of service', () => {
  it('add up in the table of hours', () => {
    const text = paperText(
      hoursSheet({ context: sampleContext, from, to: madeOn, madeOn, lines: some(3) }),
    )
    expect(text).toContain('合计\t33\t91小时51分\t3\t1\t60')
  })

  it('thank in the order of names whoever came, and nobody else', () => {
    const idle = { ...lineOf(1), duties: 0, minutes: 0, consultations: 0 }
    const lines = [lineOf(0), idle, lineOf(2)]
    const text = paperText(thanksSheet({ context: sampleContext, madeOn, lines, year: 2026 }))
    expect(text).toContain('下列 2 位律师')
    expect(text).toContain('1\t李明')
    expect(text).toContain('2\t陈刚')
    expect(text).not.toContain('周敏')
    expect(text).toContain('截至2026年11月22日')
  })

  it('state name, firm, licence, stretch, times and length, month by month', () => {
    const text = paperText(statement())
    expect(text).toContain(
      '兹证明浙江长风破浪（云溪）联合律师事务所欧阳晓兰律师（执业证号 13305200000000003）于2026年1月1日至11月22日在本单位担任志愿律师，值班 13 次，服务时长共 31小时51分，接待法律咨询 60 人次。',
    )
    expect(text).toContain('2026年11月\t7\t16小时51分')
    expect(text).toContain('格式为本单位自拟')
  })

  it('leave out what is not known of somebody', () => {
    const line = { ...lineOf(0), firmFullName: '', licenceNumber: '', consultations: 0 }
    const text = paperText(statement({ line, months: [] }))
    expect(text).toContain('兹证明李明律师于')
    expect(text).not.toContain('执业证号')
    expect(text).not.toContain('人次')
  })
})

describe('words of duty', () => {
  it('say lengths in hours and minutes', () => {
    expect([0, 59, 60, 725].map(lengthWords)).toEqual(['0分', '59分', '1小时', '12小时5分'])
  })
  it('say the year of the last day only where it differs', () => {
    const [a, b] = [localDate('2026-12-28'), localDate('2027-01-10')]
    expect(stretchWords(a, b)).toBe('2026年12月28日至2027年1月10日')
    expect(stretchWords(a, a)).toBe('2026年12月28日')
    expect(stretchWords(a, localDate('2026-12-31'))).toBe('2026年12月28日至12月31日')
  })
})

const tools = process.env.ELECTRON_EXEC_PATH ? await hasPaperTools() : false

describe.skipIf(!tools)('papers of the lawyers in print', () => {
  const papers = [
    { paper: rotaSheet(sheetInput(fortnight(14), 14)), pages: 1 },
    {
      paper: rotaSheet({
        ...sheetInput(fortnight(14), 14),
        context: { ...sampleContext, practice: true },
      }),
      pages: 1,
    },
    { paper: rotaSheet(sheetInput(fortnight(14, 7), 14)), pages: 2 },
    { paper: rotaSheet(sheetInput(fortnight(30), 30)), pages: 2 },
    { paper: signInSheet(sheetInput(fortnight(14), 14)), pages: 4 },
    {
      paper: hoursSheet({ context: sampleContext, from, to: madeOn, madeOn, lines: some(70) }),
      pages: 4,
    },
    {
      paper: thanksSheet({ context: sampleContext, madeOn, lines: some(70), year: 2026 }),
      pages: 4,
    },
    { paper: statement(), pages: 1 },
  ]

  it('take the same pages in print and in Word, a fortnight with its people one', async () => {
    const docx = await Promise.all(papers.map(({ paper }) => renderDocx(paper, notoFonts)))
    const words = await convertDocx(docx)
    const prints = await printHtml(
      papers.map(({ paper }) => ({
        html: renderHtml(paper, notoFonts),
        options: pdfOptions(paper, notoFonts),
      })),
    )
    for (const [index, { paper, pages }] of papers.entries()) {
      const [word, print] = [words[index], prints[index]]
      if (!word || !print) throw new Error('nothing printed')
      const all = { top: 0, bottom: 900 }
      const [ofWord, ofPrint] = [await pageTexts(word, all), await pageTexts(print, all)]
      const name = `${index} ${paper.title}`
      expect(ofPrint.length, name).toBe(pages)
      expect(
        ofWord.map((page) => [...page].toSorted().join('')),
        name,
      ).toEqual(ofPrint.map((page) => [...page].toSorted().join('')))
    }
  }, 120_000)
})
