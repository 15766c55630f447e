import { readSheet } from 'read-excel-file/node'
import type { SheetCell, SheetRow } from '#db/domain/duty/availability.ts'
import { DomainError } from '#db/domain/errors.ts'

/** Bytes of a sheet that is taken, what it unpacks to, and its rows. */
const largestSheet = 3 * 1024 * 1024
const largestUnpacked = 40 * 1024 * 1024
const mostRows = 3000

export const sheetHeads = ['姓名', '开始日期', '结束日期', '半天', '情况', '说明'] as const
const columnNames: Readonly<Record<keyof SheetRow, readonly string[]>> = {
  name: ['姓名', '律师', '律师姓名'],
  from: ['开始日期', '日期', '开始', '起'],
  to: ['结束日期', '结束', '止'],
  half: ['半天', '时段', '上午下午'],
  kind: ['情况', '类别', '可值情况'],
  words: ['说明', '备注'],
}

/** Bytes that a zip says it holds; undefined when it is none. */
function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > zip.length) return undefined
  const count = zip.readUInt16LE(end + 10)
  let at = zip.readUInt32LE(end + 16)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    total += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return total
}

const cellOf = (cell: unknown): SheetCell => {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number' || typeof cell === 'string') return cell
  return undefined
}
const textOf = (cell: unknown): string => String(cellOf(cell) ?? '')

async function cellsOf(bytes: Buffer): Promise<unknown[][]> {
  try {
    return await readSheet(bytes)
  } catch {
    throw new DomainError('lawyers.badFile')
  }
}

/**
 * The rows of the first sheet with their numbers, below the row with the names of the columns.
 * @throws DomainError lawyers.badFile, lawyers.fileTooBig
 */
export async function readRows(bytes: Buffer): Promise<{ number: number; row: SheetRow }[]> {
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) throw new DomainError('lawyers.badFile')
  if (bytes.length > largestSheet || unpacked > largestUnpacked)
    throw new DomainError('lawyers.fileTooBig')
  const cells = await cellsOf(bytes)
  if (cells.length > mostRows) throw new DomainError('lawyers.fileTooBig')
  const columnOf = (heads: readonly unknown[], column: keyof SheetRow) =>
    heads.findIndex((head) => columnNames[column].includes(textOf(head).replace(/\s/g, '')))
  const headAt = cells
    .slice(0, 10)
    .findIndex((heads) => columnOf(heads, 'name') >= 0 && columnOf(heads, 'from') >= 0)
  const heads = cells[headAt]
  if (!heads) throw new DomainError('lawyers.badFile')
  const at = (row: readonly unknown[], column: keyof SheetRow) => row[columnOf(heads, column)]
  return cells.slice(headAt + 1).map((row, index) => ({
    number: headAt + index + 2,
    row: {
      name: textOf(at(row, 'name')),
      from: cellOf(at(row, 'from')),
      to: cellOf(at(row, 'to')),
      half: textOf(at(row, 'half')),
      kind: textOf(at(row, 'kind')),
      words: textOf(at(row, 'words')),
    },
  }))
}
