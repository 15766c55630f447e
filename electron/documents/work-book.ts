import writeSheets from 'write-excel-file/node'
import { cleanText } from './paper.ts'

export type BookCell = string | number
export type BookSheet = {
  name: string
  heads: readonly string[]
  /** Of a column in characters. */
  widths: readonly number[]
  rows: readonly (readonly BookCell[])[]
}

const font = { fontSize: 12, alignVertical: 'center' } as const

/**
 * A cell never reckons: what begins with an equals sign or the like stays text, also when somebody edits it.
 */
const cellOf = (value: BookCell) =>
  typeof value === 'number'
    ? { ...font, type: Number, value }
    : { ...font, type: String, value: cleanText(value), format: '@', wrap: true }

const headOf = (text: string) =>
  ({ ...font, type: String, value: text, fontWeight: 'bold', align: 'center' }) as const

/** Names of sheets that Excel takes: 31 characters, none of those that it refuses. */
const sheetName = (name: string): string =>
  [...name.replaceAll(/[\\/*?:[\]]/gu, ' ')].slice(0, 31).join('')

/** An .xlsx file with a head that stays where it is. */
export const workBook = (sheets: readonly BookSheet[]): Promise<Buffer> =>
  writeSheets(
    sheets.map(({ name, heads, widths, rows }) => ({
      sheet: sheetName(name),
      orientation: 'landscape' as const,
      stickyRowsCount: 1,
      columns: widths.map((width) => ({ width })),
      data: [heads.map(headOf), ...rows.map((row) => row.map(cellOf))],
    })),
    { fontFamily: '宋体' },
  ).toBuffer()
