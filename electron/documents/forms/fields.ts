import type { LocalDate } from '#db/domain/local-date.ts'
import type { Fen } from '#db/domain/money.ts'

/** What a name in a form stands for. `long` is free text of any length and cannot stand in a narrow cell. */
export type Value =
  | { kind: 'text'; text: string }
  | { kind: 'long'; text: string }
  | { kind: 'date'; date: LocalDate }
  | { kind: 'time'; at: string }
  | { kind: 'money'; fen: Fen }
  | { kind: 'number'; count: number }
  | { kind: 'flag'; on: boolean }

export type FieldKind = Value['kind']

/** Names and kinds of a group and of the lists in it, without any value. */
export type Shape = {
  name: string
  fields: ReadonlyMap<string, FieldKind>
  lists: ReadonlyMap<string, Shape>
  /** What a blank one of them prints all the same: 申请人 before a name to be written. */
  blanks?: ReadonlyMap<string, string>
}

/** One thing of a group with its values; a name without a value is a blank. */
export type Item = {
  values: ReadonlyMap<string, Value>
  lists: ReadonlyMap<string, readonly Item[]>
}

type Field<T> = { kind: FieldKind; read: (from: T) => Value | undefined }

const reader =
  <K extends FieldKind, V>(kind: K, make: (value: V) => Value | undefined) =>
  <T>(read: (from: T) => V | undefined): Field<T> => ({
    kind,
    read: (from) => {
      const value = read(from)
      return value === undefined ? undefined : make(value)
    },
  })

const filled = (kind: 'text' | 'long') => (text: string) =>
  text.trim() === '' ? undefined : { kind, text }

export const text = reader('text', filled('text'))
export const long = reader('long', filled('long'))
export const date = reader('date', (value: LocalDate) => ({ kind: 'date', date: value }))
export const time = reader('time', (at: string) => ({ kind: 'time', at }))
export const money = reader('money', (fen: Fen) => ({ kind: 'money', fen }))
export const count = reader('number', (value: number) => ({ kind: 'number', count: value }))
export const flag = reader('flag', (on: boolean) => ({ kind: 'flag', on }))

/** Names in a row, as text. */
export const names = (list: readonly string[] | undefined): string | undefined => list?.join('、')

export type Group<T> = { shape: Shape; itemOf: (from: T, position?: number) => Item }

type List<T> = { shape: Shape; items: (owner: T) => readonly Item[] | undefined }

/** The number of each thing in its loop, from 1. */
export const ordinalName = '序号'

export const list = <T, E>(
  group: Group<E>,
  read: (owner: T) => readonly E[] | undefined,
): List<T> => ({
  shape: group.shape,
  items: (owner) => read(owner)?.map((each, index) => group.itemOf(each, index + 1)),
})

export const defineGroup = <T>(
  name: string,
  fields: Record<string, Field<T>>,
  lists: Record<string, List<T>> = {},
): Group<T> => ({
  shape: {
    name,
    fields: new Map<string, FieldKind>([
      [ordinalName, 'number'],
      ...Object.entries(fields).map(([key, { kind }]) => [key, kind] as const),
    ]),
    lists: new Map(Object.entries(lists).map(([key, { shape }]) => [key, shape])),
  },
  itemOf: (from, position = 1) => ({
    values: new Map([
      [ordinalName, { kind: 'number', count: position }],
      ...Object.entries(fields).flatMap(([key, { read }]) => {
        const value = read(from)
        return value === undefined ? [] : [[key, value] as const]
      }),
    ]),
    lists: new Map(
      Object.entries(lists).flatMap(([key, { items }]) => {
        const found = items(from)
        return found === undefined ? [] : [[key, found] as const]
      }),
    ),
  }),
})

/** A thing of which nothing is known but its place in the loop. */
export const blankItem = ({ blanks }: Shape, position: number): Item => ({
  values: new Map<string, Value>([
    [ordinalName, { kind: 'number', count: position }],
    ...[...(blanks ?? [])].map(([name, words]) => [name, { kind: 'text', text: words }] as const),
  ]),
  lists: new Map(),
})
