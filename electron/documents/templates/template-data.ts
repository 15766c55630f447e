import { z } from 'zod'
import { noWords, type SheetWords } from '#db/domain/dossier/sheet-words.ts'
import type { Item, Value } from '../forms/fields.ts'
import type { FormData } from '../forms/form-data.ts'
import { scopeOf, type Scope } from '../forms/form-scope.ts'
import { layWords } from '../forms/own-words.ts'
import { makePaper, type PaperContext } from '../paper-context.ts'

const value: z.ZodType<Value> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['text', 'long']), text: z.string() }),
  z.object({ kind: z.literal('date'), date: z.string() }),
  z.object({ kind: z.literal('time'), at: z.string() }),
  z.object({ kind: z.literal('money'), fen: z.int() }),
  z.object({ kind: z.literal('number'), count: z.number() }),
  z.object({ kind: z.literal('flag'), on: z.boolean() }),
]) as unknown as z.ZodType<Value>

type PlainItem = { values: Record<string, Value>; lists: Record<string, PlainItem[]> }

const plainItem: z.ZodType<PlainItem> = z.lazy(() =>
  z.object({
    values: z.record(z.string(), value),
    lists: z.record(z.string(), z.array(plainItem)),
  }),
)

const plainData = z.object({
  mark: z.string(),
  groups: z.record(z.string(), plainItem),
  lists: z.record(z.string(), z.array(plainItem)),
})
/** All that a Word template may print, as plain JSON: equal papers have equal data. */
export type TemplateData = z.infer<typeof plainData>

const plain = ({ values, lists }: Item): PlainItem => ({
  values: Object.fromEntries(values),
  lists: Object.fromEntries([...lists].map(([name, items]) => [name, items.map(plain)])),
})

const item = ({ values, lists }: PlainItem): Item => ({
  values: new Map(Object.entries(values)),
  lists: new Map(Object.entries(lists).map(([name, items]) => [name, items.map(item)])),
})

/** Groups and lists under the names that forms call them by. */
const templateDataOf = ({ items, lists }: Scope, mark: string): TemplateData => ({
  mark,
  groups: Object.fromEntries([...items].map(([name, each]) => [name, plain(each)])),
  lists: Object.fromEntries([...lists].map(([name, all]) => [name, all.map(plain)])),
})

/**
 * The record with what somebody wrote into the sheet laid over it.
 * @throws DomainError sheets.unknownName, sheets.badValue
 */
export const templateData = (
  data: FormData,
  context: PaperContext,
  words: SheetWords = noWords,
): TemplateData => {
  const { mark = '' } = makePaper('', '', '', context, [])
  return templateDataOf(layWords(scopeOf(data, context), words), mark)
}

/** @throws ZodError when the data is none of `templateData`'s */
export const readTemplateData = (
  data: Record<string, unknown>,
  shapes: Scope['shapes'],
): { scope: Scope; mark: string } => {
  const { mark, groups, lists } = plainData.parse(data)
  const named = <T, R>(record: Record<string, T>, make: (each: T) => R) =>
    new Map(Object.entries(record).map(([name, each]) => [name, make(each)]))
  return {
    mark,
    scope: { shapes, items: named(groups, item), lists: named(lists, (all) => all.map(item)) },
  }
}
