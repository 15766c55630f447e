import type { FieldKind, Shape } from '../forms/fields.ts'
import {
  emptyScope,
  fieldKind,
  fieldNames,
  halves,
  listShape,
  rootListNames,
} from '../forms/form-scope.ts'
import { formatsOf } from '../forms/fill-text.ts'
import { nearestName } from '../forms/tags.ts'

/** A list that is being gone through: the last part of its name and what its things are. */
export type Frame = { list: string; shape: Shape }

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** From the innermost; a thing hides those further out that bear the name of its group. */
const open = (frames: readonly Frame[]): Frame[] =>
  frames
    .toReversed()
    .filter(
      ({ shape }, index, all) => all.findIndex((each) => each.shape.name === shape.name) === index,
    )

const byShortName = new Map<string, readonly string[]>()
for (const name of new Set(fieldNames.map((each) => each.name)))
  byShortName.set(lastPart(name), [...(byShortName.get(lastPart(name)) ?? []), name])

/** Whose names may stand alone, and who people mean first. */
const plainGroups = ['案件', '协议', '机构', '文书']

/**
 * What a short name outside of all loops means: a field that one of the main groups has and no other of them, nor a
 * party. Groups that are added later do not change what a kept template says.
 */
const plainField = (name: string): string | undefined => {
  const [only, ...others] = ['当事人', ...plainGroups].filter((group) =>
    byShortName.get(name)?.includes(`${group}.${name}`),
  )
  return only !== undefined && only !== '当事人' && others.length === 0
    ? `${only}.${name}`
    : undefined
}

/**
 * The full name of what a tag names: {当事人.姓名}, {申请人.姓名} in a loop through 申请人, {姓名} in any loop
 * that has it, and outside of all loops as `plainField`.
 */
export const fieldOf = (name: string, frames: readonly Frame[]): string | undefined => {
  const [group, field] = halves(name)
  const frame = open(frames).find(
    ({ list, shape }) =>
      shape.fields.has(field) && (group === '' || group === shape.name || group === list),
  )
  if (frame) return `${frame.shape.name}.${field}`
  if (group !== '') return fieldKind(emptyScope, name) && name
  return frames.length === 0 ? plainField(name) : undefined
}

const listsOf = ({ name, lists }: Shape): string[] =>
  [...lists].flatMap(([inner, shape]) => [`${name}.${inner}`, ...listsOf(shape)])

/** Full names of all lists, those of the root first. */
export const listNames: readonly string[] = [
  ...new Set([
    ...rootListNames,
    ...[...emptyScope.shapes.values()].flatMap(listsOf),
    ...rootListNames.flatMap((name) => {
      const shape = listShape(emptyScope, name)
      return shape ? listsOf(shape) : []
    }),
  ]),
]

/** The full name of a list and what its things are; undefined when there is no such list here. */
export const listOf = (
  name: string,
  frames: readonly Frame[],
): { name: string; shape: Shape } | undefined => {
  const [group, list] = halves(name)
  for (const frame of open(frames)) {
    const inner = frame.shape.lists.get(list)
    const named = group === '' || group === frame.shape.name || group === frame.list
    if (inner && named) return { name: `${frame.shape.name}.${list}`, shape: inner }
  }
  const shape = listShape(emptyScope, name)
  if (shape) return { name, shape }
  const [only, ...others] = group === '' ? rootListsCalled(name) : []
  const found = only !== undefined && others.length === 0 ? listShape(emptyScope, only) : undefined
  return only !== undefined && found ? { name: only, shape: found } : undefined
}

const rootListsCalled = (name: string): string[] =>
  listNames.filter((each) => lastPart(each) === name)

/** A tag cut into its parts: {#案件.难易等级=一般/简单} asks, {#证据|5} leaves five rows, {协议.总金额|大写} writes. */
export type TagBody = { name: string; format?: string; wanted?: string[] }

export const readBody = (body: string): TagBody => {
  const equal = body.indexOf('=')
  if (equal !== -1) {
    const wanted = body.slice(equal + 1).split('/')
    return { name: body.slice(0, equal).trim(), wanted: wanted.map((each) => each.trim()) }
  }
  const bar = body.indexOf('|')
  return bar === -1
    ? { name: body.trim() }
    : { name: body.slice(0, bar).trim(), format: body.slice(bar + 1).trim() }
}

/** @policy Rows that a loop may be asked to leave. */
export const mostRows = 60

/** Least rows of a loop; undefined when the words after its bar are no such number. */
export const rowsOf = (format: string | undefined): number | undefined => {
  if (format === undefined) return 0
  const rows = /^\d{1,2}$/u.test(format) ? Number(format) : 0
  return rows >= 1 && rows <= mostRows ? rows : undefined
}

const kindOf = (name: string, frames: readonly Frame[]): FieldKind | undefined => {
  const full = fieldOf(name, frames)
  return full === undefined ? undefined : fieldNames.find((each) => each.name === full)?.kind
}

/** The format that was meant by one that the field does not know; undefined when it is known. */
export const wrongFormat = (
  { name, format }: TagBody,
  frames: readonly Frame[],
): { meant: string | undefined } | undefined => {
  const kind = kindOf(name, frames)
  if (format === undefined || kind === undefined || formatsOf[kind].includes(format))
    return undefined
  return { meant: nearestName(format, formatsOf[kind]) }
}

const inLoop = (list: string, field: string) => `{#${list}}{${lastPart(field)}}{/${list}}`

const shared = (a: string, b: string) => [...a].some((each) => each !== '.' && b.includes(each))

const nearest = (wrong: string, known: ReadonlyMap<string, string>): string | undefined => {
  const best = nearestName(wrong, known.keys())
  return best === undefined || !shared(wrong, best) ? undefined : known.get(best)
}

/** How a field is written where the tag stands: inside its loop, or with the loop around it. */
const written = (name: string, frames: readonly Frame[]): string => {
  if (fieldOf(name, frames) === name) return `{${name}}`
  const loop = fieldNames.find((each) => each.name === name)?.loop
  return loop === undefined ? `{${name}}` : inLoop(loop, name)
}

const usual = ['当事人', ...plainGroups]
const rank = (name: string): number => {
  const found = usual.indexOf(halves(name)[0])
  return found === -1 ? usual.length : found
}

/** What an unknown name was probably meant to be, as it would be written there. */
export const meantField = (name: string, frames: readonly Frame[]): string | undefined => {
  const [group, field] = halves(name)
  if (group !== '') {
    const looped = listNames.find((each) => lastPart(each) === group)
    const shape = looped === undefined ? undefined : listOf(looped, [])?.shape
    if (looped !== undefined && shape?.fields.has(field)) return inLoop(looped, field)
  }
  const inside = open(frames)
    .flatMap(({ shape }) => [...shape.fields.keys()])
    .filter((each) => name.includes(each) || each.includes(name))
    .map((each) => `{${each}}`)
  const named = fieldNames.some((each) => each.name === name) ? [name] : []
  const same = byShortName.get(name) ?? named
  if (same.length > 0)
    return [
      ...inside,
      ...same.toSorted((a, b) => rank(a) - rank(b)).map((each) => written(each, frames)),
    ]
      .slice(0, 3)
      .join(' 或 ')
  const shorts = open(frames).flatMap(({ shape }) =>
    [...shape.fields.keys()].map((each) => [each, `{${each}}`] as const),
  )
  const fulls = fieldNames.map((each) => [each.name, written(each.name, frames)] as const)
  return nearest(name, new Map([...fulls, ...shorts]))
}

/** As `meantField`, of what opens a loop or a condition with the sign `#` or `^`. */
export const meantList = (
  name: string,
  sign: string,
  frames: readonly Frame[],
): string | undefined => {
  const lists = listNames
    .filter((each) => listOf(each, frames))
    .map((each) => [each, `{${sign}${each}}`] as const)
  const fields = fieldNames
    .filter((each) => fieldOf(each.name, frames) === each.name)
    .map((each) => [each.name, `{${sign}${each.name}}`] as const)
  return nearest(name, new Map([...fields, ...lists]))
}
