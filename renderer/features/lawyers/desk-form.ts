import type { OutputOf } from '../../lib/ask.ts'
import { dayNames, dayRuns, halves, halfWords } from './day-words.ts'
import { parseTime } from '../../lib/parse-time.ts'
import { wholeNumber } from './whole-number.ts'

export type Desk = OutputOf<'desks.all'>['desks'][number]
type Pattern = Desk['patterns'][number]
type DayKind = Pattern['dayKind']
type Half = Pattern['half']

export type CellDraft = { people: string; startsAt: string; endsAt: string }
/** By day and half: '1 morning'. No people: closed then. */
export type DeskDraft = { name: string; place: string; cells: Record<string, CellDraft> }

export const dayKinds = ['1', '2', '3', '4', '5', '6', '7', 'market'] as const
export const dayKindName = (kind: DayKind): string =>
  kind === 'market' ? '集市日' : (dayNames[Number(kind) - 1] ?? '')

const cellKey = (kind: DayKind, half: Half): string => `${kind} ${half}`

const usual: Record<Half, { startsAt: string; endsAt: string }> = {
  morning: { startsAt: '09:00', endsAt: '12:00' },
  afternoon: { startsAt: '14:00', endsAt: '17:00' },
}

/** A new desk is open from Monday to Friday with one person. */
export const deskDraftOf = (desk: Desk | undefined): DeskDraft => ({
  name: desk?.name ?? '',
  place: desk?.place ?? '',
  cells: Object.fromEntries(
    dayKinds.flatMap((kind) =>
      halves.map((half) => {
        const found = desk?.patterns.find((one) => one.dayKind === kind && one.half === half)
        const first = desk ? '' : Number(kind) <= 5 ? '1' : ''
        // Times of another day of this half stand ready for a day that is not open yet.
        const sibling = desk?.patterns.find((one) => one.half === half)
        const { startsAt, endsAt } = found ?? sibling ?? usual[half]
        return [
          cellKey(kind, half),
          { people: found ? String(found.demand) : first, startsAt, endsAt },
        ]
      }),
    ),
  ),
})

export const cellOf = (draft: DeskDraft, kind: DayKind, half: Half): CellDraft =>
  draft.cells[cellKey(kind, half)] ?? { people: '', ...usual[half] }

export const withCell = (
  draft: DeskDraft,
  kind: DayKind,
  half: Half,
  part: Partial<CellDraft>,
): DeskDraft => ({
  ...draft,
  cells: { ...draft.cells, [cellKey(kind, half)]: { ...cellOf(draft, kind, half), ...part } },
})

/** 周二到周五 as on 周一. */
export const likeMonday = (draft: DeskDraft): DeskDraft =>
  (['2', '3', '4', '5'] as const).reduce(
    (done, kind) =>
      halves.reduce((next, half) => withCell(next, kind, half, cellOf(draft, '1', half)), done),
    draft,
  )

/** What is wrong in one cell. */
export const cellProblem = ({ people, startsAt, endsAt }: CellDraft): string | undefined => {
  if (people.trim() === '') return undefined
  if (wholeNumber(people, 0, 50) === undefined) return '人数写 0 到 50'
  const [from, to] = [parseTime(startsAt), parseTime(endsAt)]
  if (from === undefined || to === undefined) return '时间写成 09:00'
  return from < to ? undefined : '结束要晚于开始'
}

/** In words, the first three at most. */
export const deskProblems = (draft: DeskDraft): { name?: string; cells?: string } => {
  const wrong = dayKinds.flatMap((kind) =>
    halves.flatMap((half) => {
      const words = cellProblem(cellOf(draft, kind, half))
      return words ? [`${dayKindName(kind)}${halfWords[half]}：${words}`] : []
    }),
  )
  return {
    ...(draft.name.trim() === '' ? { name: '请写窗口的名称' } : {}),
    ...(wrong.length > 0 ? { cells: wrong.slice(0, 3).join('；') } : {}),
  }
}

/** What is stored; undefined while something is wrong. A written 0 is a pattern that is closed (a market day without lawyers). */
export const deskOf = (
  draft: DeskDraft,
): { name: string; place: string; patterns: Pattern[] } | undefined => {
  if (Object.keys(deskProblems(draft)).length > 0) return undefined
  return {
    name: draft.name.trim(),
    place: draft.place.trim(),
    patterns: dayKinds.flatMap((dayKind) =>
      halves.flatMap((half) => {
        const cell = cellOf(draft, dayKind, half)
        const demand = wholeNumber(cell.people, 0, 50)
        const startsAt = parseTime(cell.startsAt)
        const endsAt = parseTime(cell.endsAt)
        return demand === undefined || !startsAt || !endsAt
          ? []
          : [{ dayKind, half, startsAt, endsAt, demand }]
      }),
    ),
  }
}

const kindRuns = (kinds: readonly DayKind[]): string =>
  [
    dayRuns(kinds.filter((kind) => kind !== 'market').map(Number)),
    kinds.includes('market') ? '集市日' : '',
  ]
    .filter(Boolean)
    .join('、')

/** 周一至周五 上午 09:00–12:00 1 人; one line for all days that are alike. */
export const patternLines = (patterns: readonly Pattern[]): string[] => {
  const lines = new Map<string, DayKind[]>()
  for (const half of halves)
    for (const kind of dayKinds) {
      const found = patterns.find((one) => one.dayKind === kind && one.half === half)
      if (!found || (found.demand === 0 && kind !== 'market')) continue
      const words =
        found.demand === 0
          ? `${halfWords[half]}不排律师`
          : `${halfWords[half]} ${found.startsAt}–${found.endsAt} ${found.demand} 人`
      lines.set(words, [...(lines.get(words) ?? []), kind])
    }
  return [...lines].map(([words, kinds]) => `${kindRuns(kinds)} ${words}`)
}
