import type { OutputOf } from '../../lib/ask.ts'

export type Wordings = OutputOf<'templates.wordings'>
export type WordingList = Wordings['lists'][number]

/** What somebody changed and has not yet recorded. Orders hold the places that stay, in their order. */
export type WordingDraft = {
  texts: Record<string, string>
  orders: Record<string, number[]>
  /** First day of the version that it was begun on: of another its places are others. */
  of: string
}

export const emptyDraft = ({ from }: Pick<Wordings, 'from'>): WordingDraft => ({
  texts: {},
  orders: {},
  of: from,
})

/** What can be carried over to another version of the form: words of places that it still has. */
export const carried = (draft: WordingDraft, wordings: Wordings): WordingDraft =>
  draft.of === wordings.from
    ? draft
    : {
        texts: Object.fromEntries(
          Object.entries(draft.texts).filter(([path]) =>
            wordings.texts.some((each) => each.path === path),
          ),
        ),
        orders: {},
        of: wordings.from,
      }

export const isChanged = ({ texts, orders }: WordingDraft): boolean =>
  Object.keys(texts).length + Object.keys(orders).length > 0

/** With one text changed; what is as before is no change. */
export const withText = (draft: WordingDraft, path: string, text: string, was: string) => {
  const { [path]: _, ...texts } = draft.texts
  return { ...draft, texts: text === was ? texts : { ...texts, [path]: text } }
}

const standing = (list: WordingList): number[] => list.items.map(({ place }) => place)

export const orderOf = (draft: WordingDraft, list: WordingList): readonly number[] =>
  draft.orders[list.path] ?? standing(list)

const withOrder = (draft: WordingDraft, list: WordingList, order: number[]): WordingDraft => {
  const { [list.path]: _, ...orders } = draft.orders
  const same = standing(list).join() === order.join()
  return { ...draft, orders: same ? orders : { ...orders, [list.path]: order } }
}

export const moved = (draft: WordingDraft, list: WordingList, place: number, by: -1 | 1) => {
  const order = [...orderOf(draft, list)]
  const at = order.indexOf(place)
  const other = order[at + by]
  if (at === -1 || other === undefined) return draft
  order[at] = other
  order[at + by] = place
  return withOrder(draft, list, order)
}

export const leftOut = (draft: WordingDraft, list: WordingList, place: number) =>
  withOrder(
    draft,
    list,
    orderOf(draft, list).filter((each) => each !== place),
  )

/** Back behind the nearest one before it that still stands. */
export const broughtBack = (draft: WordingDraft, list: WordingList, place: number) => {
  const order = [...orderOf(draft, list)]
  const before = standing(list).slice(0, standing(list).indexOf(place)).toReversed()
  const after = before.find((each) => order.includes(each))
  order.splice(after === undefined ? 0 : order.indexOf(after) + 1, 0, place)
  return withOrder(draft, list, order)
}

const endings: readonly [RegExp, string][] = [
  [/\.rows$/u, '表格的各行'],
  [/\.choices$/u, '各个方框'],
  [/\.staff$/u, '签名的人'],
  [/\.lead$/u, '签名栏前面的字'],
]

/** What a list is called: the thing around it, and what of it. */
export const listTitle = (path: string, lists: readonly WordingList[]): string => {
  if (path === 'blocks') return '整份文书的各段'
  const around = lists
    .flatMap((list) =>
      list.items.map((item) => ({ at: `${list.path}[${item.place}]`, words: item.words })),
    )
    .filter(({ at }) => path.startsWith(`${at}.`))
    .toSorted((a, b) => b.at.length - a.at.length)[0]
  const ending = endings.find(([pattern]) => pattern.test(path))?.[1] ?? '里面的各段'
  return around ? `${around.words} · ${ending}` : ending
}

/** Whether a text stands in something that was left out. */
export const isLeftOut = (
  path: string,
  draft: WordingDraft,
  lists: readonly WordingList[],
): boolean =>
  lists.some((list) => {
    const order = draft.orders[list.path]
    return (
      order !== undefined &&
      list.items.some(
        ({ place }) =>
          !order.includes(place) &&
          (path === `${list.path}[${place}]` || path.startsWith(`${list.path}[${place}].`)),
      )
    )
  })
