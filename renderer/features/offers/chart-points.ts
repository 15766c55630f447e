import type { DistancePoint } from '#db/domain/offer/ledger.ts'
import type { Fen } from '#db/domain/money.ts'
import { roundYuanWords } from './term-sentence.ts'

type Named = { index: number; ordinal: number; amountFen: Fen }

/** What both sides named, offer after offer; `index` counts the offers that name money. */
export type Chart = {
  count: number
  asked: Named[]
  offered: Named[]
  proposed: Named[]
}

const namedBy = (points: readonly DistancePoint[], side: DistancePoint['side']): Named[] =>
  points.flatMap((point, index) =>
    point.side === side ? [{ index, ordinal: point.ordinal, amountFen: point.amountFen }] : [],
  )

/** Undefined until both sides named money: one line alone shows no distance. */
export const chartOf = (points: readonly DistancePoint[]): Chart | undefined => {
  const asked = namedBy(points, 'claimant')
  const offered = namedBy(points, 'opponent')
  if (asked.length === 0 || offered.length === 0) return undefined
  return { count: points.length, asked, offered, proposed: namedBy(points, 'mediator') }
}

const gapWords = (fen: Fen): string => {
  if (fen === 0) return '金额已经一样'
  return fen > 0 ? `还差 ${roundYuanWords(fen)}` : `出价比要价多 ${roundYuanWords(-fen)}`
}

/** 还差 3,000 元（上次 8,000 元）; the mediator's own proposals move neither side. */
export const distanceWords = (points: readonly DistancePoint[]): string | undefined => {
  const spoken = points.filter(({ side }) => side !== 'mediator')
  const measured = spoken.flatMap(({ distanceFen }) =>
    distanceFen === undefined ? [] : [distanceFen],
  )
  const last = measured.at(-1)
  if (last === undefined) {
    const only = spoken.at(-1)
    if (!only) return undefined
    return only.side === 'claimant'
      ? `申请一方要 ${roundYuanWords(only.amountFen)}，对方还没有出价`
      : `对方出 ${roundYuanWords(only.amountFen)}，申请一方还没有要价`
  }
  const before = measured.at(-2)
  if (before === undefined) return gapWords(last)
  const previous = before > 0 ? roundYuanWords(before) : gapWords(before)
  return `${gapWords(last)}（上次 ${previous}）`
}

export type Box = { width: number; height: number; top: number; bottom: number; right: number }
type Point = { x: number; y: number }

/** The chart in the units of its box. */
export type Drawing = {
  asked: { path: string; dots: Point[]; end: Point; lastFen: Fen }
  offered: { path: string; dots: Point[]; end: Point; lastFen: Fen }
  proposed: Point[]
  gapFen: Fen
  /** Heights of the three labels at the right end, kept apart so that none covers another. */
  labels: { asked: number; gap: number; offered: number }
}

const stepPath = (points: readonly Point[], endX: number): string =>
  points
    .map(({ x, y }, index) => (index === 0 ? `M${x} ${y}` : `H${x}V${y}`))
    .join('')
    .concat(`H${endX}`)

const labelGap = 19

const spread = (asked: number, offered: number, box: Box): Drawing['labels'] => {
  const middle = (asked + offered) / 2
  const half = Math.max(Math.abs(asked - offered) / 2, labelGap)
  const low = box.top + labelGap
  const high = box.height - box.bottom - labelGap
  const centre = Math.min(Math.max(middle, low), Math.max(low, high))
  const sign = asked <= offered ? -1 : 1
  return { asked: centre + sign * half, gap: centre, offered: centre - sign * half }
}

export const drawChart = (chart: Chart, box: Box): Drawing => {
  const all = [...chart.asked, ...chart.offered, ...chart.proposed].map(
    ({ amountFen }) => amountFen,
  )
  const low = Math.min(...all)
  const high = Math.max(...all)
  const tall = box.height - box.top - box.bottom
  const endX = box.width - box.right
  const left = 6
  const round = (value: number): number => Math.round(value * 10) / 10
  const at = ({ index, amountFen }: Named): Point => ({
    x: round(left + ((endX - 14 - left) * index) / Math.max(1, chart.count - 1)),
    y: round(box.top + (high === low ? tall / 2 : (tall * (high - amountFen)) / (high - low))),
  })
  const line = (named: readonly Named[]) => {
    const dots = named.map(at)
    const last = named.at(-1)
    return {
      path: stepPath(dots, endX),
      dots,
      end: { x: endX, y: dots.at(-1)?.y ?? 0 },
      lastFen: last?.amountFen ?? 0,
    }
  }
  const asked = line(chart.asked)
  const offered = line(chart.offered)
  return {
    asked,
    offered,
    proposed: chart.proposed.map(at),
    gapFen: asked.lastFen - offered.lastFen,
    labels: spread(asked.end.y, offered.end.y, box),
  }
}
