import type { RotaBoard } from '#contract/rotas.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { seatId } from './board-grid.ts'

/** How good the best rota so far is, against the best that could be. */
export const searchWords = (solving: OutputOf<'rotas.solving'> | undefined): string => {
  const { best, bound } = solving ?? {}
  if (best === undefined) return '还没有找到排法。'
  if (bound === undefined) return '已找到一种排法，正在找更好的。'
  const distance = Math.max(0, Math.round(best - bound))
  return distance === 0
    ? '已找到最好的排法，正在收尾。'
    : `已找到一种排法，最多还能再好 ${distance} 分，正在找更好的。`
}

/** 排上 20 个位子：李明 4 班，… Seats that stood before are not told. */
export const filledWords = (
  { seats, lawyers }: Pick<RotaBoard, 'seats' | 'lawyers'>,
  before: ReadonlySet<string>,
): string => {
  const filled = seats.filter((seat) => !before.has(seatId(seat)))
  if (filled.length === 0) return '没有新排上的位子。'
  const counts = lawyers
    .map(({ id, name }) => ({
      name,
      count: filled.filter(({ lawyerId }) => lawyerId === id).length,
    }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  return `排上 ${filled.length} 个位子：${counts.map(({ name, count }) => `${name} ${count} 班`).join('，')}。`
}
