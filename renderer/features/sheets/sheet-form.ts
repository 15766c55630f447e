import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import type { OutputOf } from '../../lib/ask.ts'

export type SheetRecord = OutputOf<'sheets.get'>
export type SheetQuestion = SheetRecord['questions'][number]
export type SheetList = SheetRecord['lists'][number]

export type SheetRow = { key: string; cells: Record<string, string> }

/** Every blank as it stands on the screen, whether the record filled it or somebody. */
export type SheetForm = {
  fields: Record<string, string>
  lists: Record<string, SheetRow[]>
}

/** As many as the contract takes. */
export const maxRows = 500

export const toSheetForm = (
  { questions, lists }: SheetRecord,
  words: SheetWords,
  newKey: () => string,
): SheetForm => ({
  fields: Object.fromEntries(
    questions.map(({ name, value = '' }) => [name, words.fields[name] ?? value]),
  ),
  lists: Object.fromEntries(
    lists.map(({ name, rows }) => [
      name,
      (words.lists[name] ?? rows).map((cells) => ({ key: newKey(), cells: { ...cells } })),
    ]),
  ),
})

/** Cells with words in them, in the order of the columns. */
const filledCells = ({ columns }: SheetList, cells: Record<string, string>) =>
  Object.fromEntries(
    columns.flatMap(({ name }) => {
      const text = cells[name] ?? ''
      return text.trim() === '' ? [] : [[name, text] as const]
    }),
  )

/** Rows that hold anything: an empty one is only room to write. */
const filledRows = (list: SheetList, rows: readonly Record<string, string>[]) =>
  rows.map((cells) => filledCells(list, cells)).filter((cells) => Object.keys(cells).length > 0)

const rowsOf = (form: SheetForm, list: SheetList) =>
  filledRows(
    list,
    (form.lists[list.name] ?? []).map(({ cells }) => cells),
  )

export const isOwnField = (form: SheetForm, { name, value = '' }: SheetQuestion): boolean =>
  (form.fields[name] ?? '') !== value

export const isOwnList = (form: SheetForm, list: SheetList): boolean =>
  JSON.stringify(rowsOf(form, list)) !== JSON.stringify(filledRows(list, list.rows))

/** What differs from the record; what the form no longer asks stays as it was kept. */
export const toWords = (form: SheetForm, record: SheetRecord, kept: SheetWords): SheetWords => {
  const asked = new Set([...record.questions, ...record.lists].map(({ name }) => name))
  const unasked = <T>(all: Record<string, T>): [string, T][] =>
    Object.entries(all).filter(([name]) => !asked.has(name))
  return {
    fields: Object.fromEntries([
      ...unasked(kept.fields),
      ...record.questions
        .filter((question) => isOwnField(form, question))
        .map(({ name }) => [name, form.fields[name] ?? ''] as const),
    ]),
    lists: Object.fromEntries([
      ...unasked(kept.lists),
      ...record.lists
        .filter((list) => isOwnList(form, list))
        .map((list) => [list.name, rowsOf(form, list)] as const),
    ]),
  }
}

const mergePart = <T>(
  base: Record<string, T>,
  mine: Record<string, T>,
  theirs: Record<string, T>,
): Record<string, T> => {
  const same = (a: T | undefined, b: T | undefined): boolean =>
    JSON.stringify(a) === JSON.stringify(b)
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const kept = same(mine[name], base[name]) ? theirs[name] : mine[name]
      return kept === undefined ? [] : [[name, kept] as const]
    }),
  )
}

/** What I changed since `base` laid over what was stored by somebody else: nothing that anybody typed is lost. */
export const mergeWords = (base: SheetWords, mine: SheetWords, theirs: SheetWords): SheetWords => ({
  fields: mergePart(base.fields, mine.fields, theirs.fields),
  lists: mergePart(base.lists, mine.lists, theirs.lists),
})
