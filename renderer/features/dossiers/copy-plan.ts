import type { OutputOf } from '../../lib/ask.ts'
import { maxCopies } from '../../lib/parse-copies.ts'
import { paperSheets, type Sides } from '../../lib/print-choice.ts'
import { paperKeyOf } from './paper-words.ts'

type PlanPart = OutputOf<'volumes.plan'>['parts'][number]
type ContentsRow = OutputOf<'volumes.preview'>['contents'][number]

export type CopyRow = {
  key: string
  form: string
  objectId: string
  title: string
  wanted: boolean
  /** Undefined while what is typed is no number of copies. */
  copies: number | undefined
  /** Pages of one copy; undefined while the volume has not been made. */
  pages: number | undefined
}

/** Pages of each part by `paperKeyOf`, from where each begins in the file. */
export const partPages = (
  contents: readonly Pick<ContentsRow, 'form' | 'objectId' | 'sheet'>[],
  pages: number,
): Map<string, number> => {
  const inOrder = contents.toSorted((a, b) => a.sheet - b.sheet)
  const counted = new Map<string, number>()
  for (const [index, row] of inOrder.entries()) {
    const end = inOrder[index + 1]?.sheet ?? pages + 1
    counted.set(paperKeyOf(row), (counted.get(paperKeyOf(row)) ?? 0) + end - row.sheet)
  }
  return counted
}

/** The usual number of each part; a part of which nobody wants a copy stands there unticked. */
export const copyRows = (
  parts: readonly PlanPart[],
  pages: ReadonlyMap<string, number>,
): CopyRow[] =>
  parts.map((part) => ({
    key: paperKeyOf(part),
    form: part.form,
    objectId: part.objectId,
    title: part.title,
    wanted: part.copies > 0,
    copies: part.copies > 0 ? Math.min(part.copies, maxCopies) : 1,
    pages: pages.get(paperKeyOf(part)),
  }))

export type CopyTotals = {
  parts: number
  copies: number
  /** Undefined when the pages of a part are not known. */
  sheets: number | undefined
  /** A ticked part has no number of copies. */
  isWrong: boolean
}

/** @param sidesOf how a part of so many pages is printed */
export const copyTotals = (
  rows: readonly CopyRow[],
  sidesOf: (form: string, pages: number) => Sides,
): CopyTotals => {
  const wanted = rows.filter((row) => row.wanted)
  const sheets = wanted.map(({ form, pages, copies }) =>
    pages === undefined ? undefined : paperSheets(pages, sidesOf(form, pages)) * (copies ?? 0),
  )
  return {
    parts: wanted.length,
    copies: wanted.reduce((sum, { copies }) => sum + (copies ?? 0), 0),
    sheets: sheets.reduce<number | undefined>(
      (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
      0,
    ),
    isWrong: wanted.some(({ copies }) => copies === undefined),
  }
}

/** 12 份文书，共印 20 份，要 46 张纸 */
export const totalsWords = ({ parts, copies, sheets }: CopyTotals): string =>
  parts === 0
    ? '一份也没有选'
    : `${parts} 种文书，共印 ${copies} 份${sheets === undefined ? '' : `，要 ${sheets} 张纸`}`
