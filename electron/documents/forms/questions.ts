import { isComputed } from './computed-fields.ts'
import { ordinalName, type FieldKind, type Item } from './fields.ts'
import { valueText } from './fill-text.ts'
import type { Condition, FormBlock, FormCell, FormDefinition } from './form-definition.ts'
import {
  emptyScope,
  fieldKind,
  fieldValue,
  halves,
  listItems,
  listShape,
  nestedLists,
  within,
  type Scope,
} from './form-scope.ts'
import { keyField } from './own-words.ts'
import { readTags } from './tags.ts'

/** A name that a form speaks of, with the words nearest to it and the loops around it. */
export type Mention = { name: string; label: string; loops: readonly string[] }

export type FormQuestion = { name: string; label: string; kind: FieldKind }
export type FormListQuestion = { name: string; label: string; columns: FormQuestion[] }
export type FormQuestions = { questions: FormQuestion[]; lists: FormListQuestion[] }

type Around = { loops: readonly string[]; heading: string }

const shortName = (name: string): string => halves(name)[1]

const tagsOf = (text: string): string[] => {
  const read = readTags(text)
  return read.fault ? [] : read.parts.flatMap((part) => ('name' in part ? [part.name] : []))
}

/** A label without its tags and the marks that held them. */
const plain = (text: string): string => {
  const read = readTags(text)
  const words = read.fault
    ? []
    : read.parts.flatMap((part) => ('words' in part ? [part.words] : []))
  return words
    .join('')
    .replaceAll('\n', '')
    .replaceAll(/[（(][\s]*[）)]/gu, '')
    .replace(/[：:\s]+$/u, '')
    .trim()
}

const inText = (text: string | undefined, label: string, { loops }: Around): Mention[] => {
  const names = [...new Set(tagsOf(text ?? ''))]
  return names.map((name) => {
    const short = shortName(name)
    if (names.length === 1 || label === '') return { name, label: label || short, loops }
    // 单位和职业 asks two things: 单位, 职业.
    return { name, label: label.includes(short) ? short : `${label}（${short}）`, loops }
  })
}

const inCondition = (
  condition: Condition | undefined,
  label: string,
  { loops }: Around,
): Mention[] => {
  if (condition === undefined) return []
  const { field, is = [] } = typeof condition === 'string' ? { field: condition } : condition
  const own = label === '' ? shortName(field) : label
  return [{ name: field, label: is.length === 0 ? own : `${own}（${is.join('、')}）`, loops }]
}

/** All words that a box to tick waits for in one field make one question. */
const inChoices = (
  choices: NonNullable<FormCell['choices']>,
  label: string,
  around: Around,
  /** What stands before the boxes themselves; a heading far above is not said again. */
  before = label,
): Mention[] => {
  const waited = new Map<string, string[]>()
  for (const { ticked } of choices) {
    if (ticked === undefined || typeof ticked === 'string' || !ticked.is) continue
    waited.set(ticked.field, [...(waited.get(ticked.field) ?? []), ...ticked.is])
  }
  return choices.flatMap(({ text, ticked }) => {
    const field = typeof ticked === 'string' ? ticked : ticked?.field
    const is = field === undefined ? undefined : waited.get(field)
    return [
      ...(is
        ? inCondition({ field: field ?? '', is: [...new Set(is)] }, label, around)
        : inCondition(ticked, before === '' ? plain(text) : `${before}：${plain(text)}`, around)),
      ...inText(text, '', around),
    ]
  })
}

const inBlock = (block: FormBlock, around: Around): Mention[] => {
  const deeper = (each: string | undefined): Around =>
    each === undefined ? around : { ...around, loops: [...around.loops, each] }
  switch (block.kind) {
    case 'title':
      return [...inText(block.letterhead, '', around), ...inText(block.text, '', around)]
    case 'numberLine':
    case 'heading':
    case 'big':
    case 'paragraph':
      return inText(block.text, '', around)
    case 'prose':
      return inText(block.text, plain(block.label ?? '') || around.heading, around)
    case 'choices': {
      const label = plain(block.label ?? '')
      return inChoices(block.choices, label || around.heading, around, label)
    }
    case 'fields':
      return block.rows.flatMap(({ when, cells }) => [
        ...cells.flatMap((cell) => [
          ...inText(cell.label, '', around),
          ...inText(cell.value, plain(cell.label), around),
          ...inChoices(cell.choices ?? [], plain(cell.label), around),
        ]),
        ...inCondition(when, '', around),
      ])
    case 'table':
      return [
        ...block.rows.flatMap(({ each, when, cells }) => [
          ...cells.flatMap((text, column) =>
            inText(text, plain(block.columns[column]?.header ?? ''), deeper(each)),
          ),
          ...inCondition(when, '', around),
        ]),
        ...(block.sum ?? []).flatMap(({ text }) => inText(text, '', around)),
      ]
    case 'signatures':
      return [
        ...inBlocks(block.lead, around),
        ...(block.parties ?? []).flatMap(({ each, role, name }) => [
          ...inText(role, '', deeper(each)),
          ...inText(name, plain(role), deeper(each)),
        ]),
        ...(block.staff ?? []).flatMap(({ each, label, name, when }) => [
          ...inText(label, '', deeper(each)),
          ...inText(name, plain(label), deeper(each)),
          ...inCondition(when, '', around),
        ]),
        ...inText(block.seal?.date, '', around),
      ]
    case 'together':
    case 'group':
      return inBlocks(block.blocks, around)
    case 'each':
      return inBlocks(block.blocks, deeper(block.each))
    case 'part':
    case 'lines':
    case 'gap':
    case 'pageBreak':
      return []
  }
}

const inBlocks = (blocks: readonly FormBlock[], around: Around): Mention[] => {
  let { heading } = around
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') heading = plain(block.text)
    const here = { ...around, heading }
    return [...inBlock(block, here), ...inCondition(block.when, '', here)]
  })
}

/** Every name that a form prints or looks at, in its order. */
export const mentionsOf = (definition: FormDefinition): Mention[] => [
  ...inText(definition.subject, '', { loops: [], heading: '' }),
  ...inBlocks(definition.blocks, { loops: [], heading: '' }),
]

/** What is told by the settings, made from other words, or only counts. */
const neverAsked = new Set([
  '当事人.有代理人',
  '当事人.代理人名单',
  '案件.当事人名单',
  '案件.当事人姓名',
])
const isAsked = (name: string): boolean => {
  const [group, field] = halves(name)
  return group !== '机构' && field !== ordinalName && !neverAsked.has(name)
}

/** The list that a mention stands in: the loop whose things bear its group's name. */
const listOf = ({ name, loops }: Mention): string | undefined => {
  const [group] = halves(name)
  let scope = emptyScope
  let found: string | undefined
  for (const each of loops) {
    const shape = listShape(scope, each)
    if (!shape) continue
    scope = within(scope, shape)
    if (shape.name === group) found = each
  }
  return found
}

const kindIn = (list: string | undefined, name: string): FieldKind | undefined => {
  if (list === undefined) return fieldKind(emptyScope, name)
  const shape = nestedLists.get(list)?.shape ?? listShape(emptyScope, list)
  return shape?.fields.get(shortName(name))
}

/** One list holds persons and organisations. */
const anyName = '姓名或者名称'
const namesBoth = (first: string, second: string): boolean =>
  [first, second].toSorted().join() === ['名称', '姓名'].toSorted().join()

/** What a form asks: each name once, in the order of the paper, lists with the columns that it prints of them. */
export const questionsOf = (definition: FormDefinition): FormQuestions => {
  const questions = new Map<string, FormQuestion>()
  const lists = new Map<string, Map<string, FormQuestion>>()
  const mentions = mentionsOf(definition)
  for (const mention of mentions) {
    const { name, label } = mention
    const list = listOf(mention)
    const kind = kindIn(list, name)
    if (kind === undefined || !isAsked(name)) continue
    const into = list === undefined ? questions : (lists.get(list) ?? new Map())
    const known = into.get(name)
    if (!known) into.set(name, { name, label, kind })
    else if (namesBoth(known.label, label)) into.set(name, { ...known, label: anyName })
    if (list !== undefined) lists.set(list, into)
  }
  const listNames = new Set(lists.keys())
  return {
    questions: [...questions.values()].filter(({ name }) => !isComputed(name, listNames)),
    lists: [...lists].map(([name, columns]) => ({
      name,
      label: shortName(name),
      columns: [...parentColumn(name), ...columns.values()],
    })),
  }
}

/** Of a list inside a list: to whom the row belongs. */
const parentColumn = (list: string): FormQuestion[] => {
  const parent = nestedLists.get(list)?.parent
  if (!parent) return []
  const field = keyField(parent)
  const kind = parent.fields.get(field) ?? 'text'
  return [{ name: `${parent.name}.${field}`, label: parent.name, kind }]
}

const wordsOf = (item: Item, group: string, columns: readonly FormQuestion[]) =>
  Object.fromEntries(
    columns.flatMap(({ name }) => {
      const value = halves(name)[0] === group ? item.values.get(shortName(name)) : undefined
      return value ? [[name, valueText(value)] as const] : []
    }),
  )

/** The rows of a list as the record fills them, in the words that print. */
export const rowsOf = (
  { name, columns }: FormListQuestion,
  scope: Scope,
): Record<string, string>[] => {
  const nested = nestedLists.get(name)
  if (!nested) {
    const group = listShape(scope, name)?.name ?? ''
    return listItems(scope, name).map((item) => wordsOf(item, group, columns))
  }
  const { parent, shape } = nested
  return parentsOf(scope, parent.name).flatMap((owner) =>
    (owner.lists.get(shortName(name)) ?? []).map((item) => ({
      ...wordsOf(owner, parent.name, columns),
      ...wordsOf(item, shape.name, columns),
    })),
  )
}

/** Things of one group wherever they stand, each once by its name or place. */
const parentsOf = (scope: Scope, group: string): Item[] => {
  const all = [
    ...[...scope.lists].flatMap(([name, items]) =>
      listShape(emptyScope, name)?.name === group ? items : [],
    ),
    ...[...scope.items].flatMap(([owner, item]) =>
      [...item.lists].flatMap(([name, items]) =>
        scope.shapes.get(owner)?.lists.get(name)?.name === group ? items : [],
      ),
    ),
  ]
  const seen = new Map<string, Item>()
  for (const item of all) {
    const key = JSON.stringify([...item.values].filter(([field]) => field !== ordinalName))
    if (!seen.has(key)) seen.set(key, item)
  }
  return [...seen.values()]
}

/** The value of a question as it prints; undefined for a blank. */
export const answerOf = (scope: Scope, { name }: FormQuestion): string | undefined => {
  const value = fieldValue(scope, name)
  return value && valueText(value)
}
