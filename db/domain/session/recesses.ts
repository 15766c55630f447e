import type { PartKind } from './room.ts'

/** UTC instants; without `resumedAt` the joint talk did not go on. */
export type Recess = { pausedAt: string; resumedAt?: string }

/**
 * The breaks that both sides know of. A separate talk is not among them, neither by itself nor by its times: a
 * break lasts until the joint talk goes on, whatever lay between.
 * @policy Issue 3 §1: nothing of a separate talk in the minutes
 */
export const recessesOf = (parts: readonly { kind: PartKind; startedAt: string }[]): Recess[] => {
  const recesses: Recess[] = []
  let pausedAt: string | undefined
  for (const part of parts) {
    if (part.kind === 'pause') pausedAt ??= part.startedAt
    if (part.kind !== 'joint' || pausedAt === undefined) continue
    recesses.push({ pausedAt, resumedAt: part.startedAt })
    pausedAt = undefined
  }
  return pausedAt === undefined ? recesses : [...recesses, { pausedAt }]
}
