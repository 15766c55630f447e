import type { SheetWords } from '#db/domain/dossier/sheet-words.ts'
import { DomainError } from '#db/domain/errors.ts'
import { computeAgain } from './computed-fields.ts'
import { ordinalName, type Item, type Shape, type Value } from './fields.ts'
import {
  emptyScope,
  halves,
  listShape,
  nestedLists,
  type NestedList,
  type Scope,
} from './form-scope.ts'
import { typedValue } from './typed-value.ts'

type Typed = Record<string, string>
/** `undefined` for what was emptied. */
type Read = Map<string, Value | undefined>

/** Settings of the house and places in a loop are not for a sheet to say. */
const isFixed = (group: string, field: string) => group === '机构' || field === ordinalName

/** @throws DomainError sheets.unknownName, sheets.badValue; both with the name */
const read = (shape: Shape | undefined, name: string, typed: string): Value | undefined => {
  const [group, field] = halves(name)
  const kind = shape?.fields.get(field)
  if (kind === undefined || isFixed(group, field))
    throw new DomainError('sheets.unknownName', { name })
  const value = typedValue(kind, typed)
  if (value === undefined) throw new DomainError('sheets.badValue', { name, kind })
  return value === 'blank' ? undefined : value
}

const withValues = (item: Item | undefined, read: Read): Item => {
  const values = new Map(item?.values)
  for (const [field, value] of read) {
    if (value === undefined) values.delete(field)
    else values.set(field, value)
  }
  return { values, lists: item?.lists ?? new Map() }
}

/** What tells one thing of a list from the others: its name, else its place. */
export const keyField = (shape: Shape): string =>
  ['姓名', '名称'].find((name) => shape.fields.get(name) === 'text') ?? ordinalName

const keyOf = (item: Item, shape: Shape): string | undefined => {
  const value = item.values.get(keyField(shape))
  if (value?.kind === 'text') return value.text.trim()
  return value?.kind === 'number' ? String(value.count) : undefined
}

const filled = (row: Typed) => Object.values(row).some((typed) => typed.trim() !== '')

/**
 * Rows as they were typed. A row that keeps the name of a thing of the record keeps what it has beside the typed:
 * the agents of a party, its kind.
 */
const typedItems = (shape: Shape, rows: readonly Typed[], known: readonly Item[]): Item[] => {
  const key = keyField(shape)
  return rows.filter(filled).map((row, index) => {
    const values: Read = new Map()
    for (const [name, typed] of Object.entries(row)) {
      const [group, field] = halves(name)
      if (group !== shape.name) throw new DomainError('sheets.unknownName', { name })
      values.set(field, read(shape, name, typed))
    }
    const named = values.get(key)
    const base =
      named?.kind === 'text'
        ? known.find((item) => keyOf(item, shape) === named.text.trim())
        : undefined
    values.set(ordinalName, { kind: 'number', count: index + 1 })
    return withValues(base, values)
  })
}

/** Rows of all parents; each says by its parent's name or place to whom it belongs. */
const rowsByParent = ({ parent }: NestedList, rows: readonly Typed[]) => {
  const column = `${parent.name}.${keyField(parent)}`
  const byParent = new Map<string, Typed[]>()
  for (const row of rows) {
    const { [column]: owner = '', ...rest } = row
    byParent.set(owner.trim(), [...(byParent.get(owner.trim()) ?? []), rest])
  }
  return byParent
}

const withNested = (
  items: readonly Item[],
  listName: string,
  nested: NestedList,
  byParent: ReadonlyMap<string, Typed[]>,
): Item[] =>
  items.map((item) => {
    const rows = byParent.get(keyOf(item, nested.parent) ?? '') ?? []
    const made = typedItems(nested.shape, rows, item.lists.get(listName) ?? [])
    return { ...item, lists: new Map([...item.lists, [listName, made]]) }
  })

/** Every list of a scope that has things of this shape, changed. */
const mapLists = (
  { shapes, items, lists }: Scope,
  wanted: Shape,
  change: (items: readonly Item[]) => Item[],
): Scope => ({
  shapes,
  items: new Map(
    [...items].map(([group, item]) => [
      group,
      {
        ...item,
        lists: new Map(
          [...item.lists].map(([name, all]) => [
            name,
            shapes.get(group)?.lists.get(name)?.name === wanted.name ? change(all) : all,
          ]),
        ),
      },
    ]),
  ),
  lists: new Map(
    [...lists].map(([name, all]) => [
      name,
      listShape(emptyScope, name)?.name === wanted.name ? change(all) : all,
    ]),
  ),
})

const withFields = (scope: Scope, fields: SheetWords['fields']): Scope => {
  const items = new Map(scope.items)
  for (const [name, typed] of Object.entries(fields)) {
    const [group, field] = halves(name)
    const value = read(scope.shapes.get(group), name, typed)
    items.set(group, withValues(items.get(group), new Map([[field, value]])))
  }
  return { ...scope, items }
}

const withList = (scope: Scope, name: string, rows: readonly Typed[]): Scope => {
  const nested = nestedLists.get(name)
  const [group, inner] = halves(name)
  if (nested) {
    const byParent = rowsByParent(nested, rows)
    // Rows without a parent that is there are read all the same: a wrong value must not hide.
    for (const each of byParent.values()) typedItems(nested.shape, each, [])
    return mapLists(scope, nested.parent, (items) => withNested(items, inner, nested, byParent))
  }
  const shape = listShape(scope, name)
  if (!shape) throw new DomainError('sheets.unknownName', { name })
  if (group === '') {
    const known = [...(scope.lists.get(inner) ?? []), ...(scope.lists.get(shape.name) ?? [])]
    return {
      ...scope,
      lists: new Map([...scope.lists, [inner, typedItems(shape, rows, known)]]),
    }
  }
  const owner = scope.items.get(group)
  const made = typedItems(shape, rows, owner?.lists.get(inner) ?? [])
  const item: Item = {
    values: owner?.values ?? new Map(),
    lists: new Map([...(owner?.lists ?? []), [inner, made]]),
  }
  return { ...scope, items: new Map([...scope.items, [group, item]]) }
}

/**
 * What somebody wrote into a form, laid over what the record says; an emptied place is a blank to fill by hand, and
 * typed rows take the place of the record's list.
 * @throws DomainError sheets.unknownName, sheets.badValue; both with the name
 */
export const layWords = (scope: Scope, words: SheetWords): Scope => {
  const entries = Object.entries(words.lists)
  // Lists of things first, then the lists inside those things.
  const ordered = [
    ...entries.filter(([name]) => !nestedLists.has(name)),
    ...entries.filter(([name]) => nestedLists.has(name)),
  ]
  const listed = ordered.reduce((made, [name, rows]) => withList(made, name, rows), scope)
  return withFields(computeAgain(listed, Object.keys(words.lists)), words.fields)
}

/** @throws DomainError as `layWords`, whatever the record says */
export const checkWords = (words: SheetWords): void => {
  layWords(emptyScope, words)
}
