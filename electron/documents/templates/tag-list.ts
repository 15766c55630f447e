import type { FieldKind, Item } from '../forms/fields.ts'
import { fillText } from '../forms/fill-text.ts'
import { fieldNames, listShape, scopeOf, within, type Scope } from '../forms/form-scope.ts'
import type { PaperContext } from '../paper-context.ts'
import { sampleContext, sampleData } from './sample-data.ts'
import { listNames, listOf } from './template-names.ts'

export type ListedTag = {
  name: string
  kind: FieldKind | 'list'
  /** The list that must be gone through around it. */
  loop?: string
  /** As it prints with sample data; of a list how many things it has. */
  sample: string
}

/** Everything that any thing of a list has a value for, in one. */
const together = (items: readonly Item[]): Item => ({
  values: new Map(items.toReversed().flatMap(({ values }) => [...values])),
  lists: new Map(
    items
      .flatMap(({ lists }) => [...lists.keys()])
      .map((name) => [name, items.flatMap(({ lists }) => lists.get(name) ?? [])] as const),
  ),
})

const itemsIn = (scope: Scope, list: string): readonly Item[] => {
  const [group = '', inner] = list.split('.')
  return (
    (inner === undefined ? scope.lists.get(group) : scope.items.get(group)?.lists.get(inner)) ?? []
  )
}

/** The scope around a list: of one in another list the scope within that. */
const around = (scope: Scope, list: string): Scope => {
  const [group = '', inner] = list.split('.')
  if (inner === undefined || scope.items.has(group)) return scope
  const outer = listNames.find((each) => listOf(each, [])?.shape.name === group && each !== list)
  return outer === undefined ? scope : scopeIn(scope, outer)
}

const scopeIn = (scope: Scope, list: string): Scope => {
  const outside = around(scope, list)
  const shape = listShape(outside, list)
  return shape ? within(outside, shape, together(itemsIn(outside, list))) : outside
}

const shortest = 60

const clipped = (text: string): string => {
  const line = text.replaceAll(/\s*\n\s*/gu, ' ')
  const letters = Array.from(line)
  return letters.length > shortest ? `${letters.slice(0, shortest).join('')}…` : line
}

/** Every tag that a template may hold, lists with their own tags after them. */
export const listTags = (context: PaperContext = sampleContext): ListedTag[] => {
  const scope = scopeOf(sampleData, context)
  const fields = (loop: string | undefined): ListedTag[] =>
    fieldNames
      .filter((each) => each.loop === loop)
      .map(({ name, kind }) => ({
        name,
        kind,
        ...(loop !== undefined && { loop }),
        sample: clipped(fillText(`{${name}}`, loop === undefined ? scope : scopeIn(scope, loop))),
      }))
  return [
    ...fields(undefined),
    ...listNames.flatMap((name): ListedTag[] => [
      { name, kind: 'list', sample: String(itemsIn(around(scope, name), name).length) },
      ...fields(name),
    ]),
  ]
}
