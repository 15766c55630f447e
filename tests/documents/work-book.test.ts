import JSZip from 'jszip'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { hoursBook, rotaBook, signInBook, thanksBook } from '#documents/duty-books.ts'
import { workBook, type BookSheet } from '#documents/work-book.ts'
import { fortnight, seatOf, sheetInput } from './duty-samples.ts'

const rowsOf = async (sheets: readonly BookSheet[], sheet: number) =>
  readSheet(await workBook(sheets), sheet + 1)

const partsOf = async (sheets: readonly BookSheet[]) => {
  const zip = await JSZip.loadAsync(await workBook(sheets))
  return Promise.all(Object.values(zip.files).map((file) => file.async('string')))
}

describe('workBook', () => {
  const dangerous = ['=1+1', '+861380000', '-5', '@SUM(A1)', '\t=2', '=HYPERLINK("http://x")']
  const sheet: BookSheet = {
    name: '值班[表]/*?',
    heads: ['姓名', '数'],
    widths: [10, 10],
    rows: dangerous.map((text, index) => [text, index]),
  }

  it('keeps text that looks like a formula as text', async () => {
    const rows = await rowsOf([sheet], 0)
    expect(rows.slice(1).map(([text]) => text)).toEqual(dangerous.map((text) => text.trim()))
    expect((await partsOf([sheet])).some((part) => /<f[ >]/u.test(part))).toBe(false)
  })

  it('keeps numbers as numbers and long numbers in text as they are', async () => {
    const licence = '13305200000000003'
    const rows = await rowsOf([{ ...sheet, rows: [[licence, 90]] }], 0)
    expect(rows[1]).toEqual([licence, 90])
  })

  it('takes names and words that a file cannot hold', async () => {
    const rows = await rowsOf([{ ...sheet, rows: [['李\u0000明\u0007', 1]] }], 0)
    expect(rows[1]?.[0]).toBe('李 明')
  })
})

describe('books of the lawyers', () => {
  const input = sheetInput(fortnight(14), 14)

  it('hold the rota as on the wall and line by line', async () => {
    const wall = await rowsOf(rotaBook(input), 0)
    expect(wall[0]?.slice(1)).toContain('11.23 周一')
    const lines = await rowsOf(rotaBook(input), 1)
    const seats = input.shifts.reduce(
      (sum, { demand, seats: of }) => sum + Math.max(demand, of.length),
      0,
    )
    expect(lines).toHaveLength(seats + 1)
    expect(lines[1]?.slice(0, 8)).toEqual([
      '2026-11-23',
      '周一',
      '上午',
      '08:30',
      '11:30',
      '一号窗口',
      '一楼大厅东侧',
      '周敏',
    ])
    expect(lines[0]).toContain('电话')
    const [, plain] = rotaBook({ ...input, withPhones: false })
    expect(plain?.heads).not.toContain('电话')
    expect(plain?.rows.every((row) => row.length === plain.heads.length)).toBe(true)
  })

  it('hold signs, hours and thanks with numbers that add up', async () => {
    const line = {
      ...seatOf(0),
      duties: 3,
      minutes: 545,
      corrected: 1,
      noShows: 0,
      consultations: 7,
    }
    const hours = await rowsOf(hoursBook([line]), 0)
    expect(hours[1]).toEqual(['李明', '云溪所', 3, 545, 9.08, 1, 0, 7])
    const thanks = await rowsOf(thanksBook([line, { ...line, duties: 0, consultations: 0 }]), 0)
    expect(thanks).toHaveLength(2)
    for (const sheet of [...rotaBook(input), ...signInBook(input), ...hoursBook([line])])
      for (const row of sheet.rows.filter(({ length }) => length > 0))
        expect(row.length, sheet.name).toBe(sheet.heads.length)
  })
})
