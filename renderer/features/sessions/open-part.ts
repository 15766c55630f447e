import type { SessionPart } from '#contract/sessions.ts'
import type { NotebookPart } from './notebook-line.ts'

export type PartStart = { kind: 'joint' } | { kind: 'separate'; partyId: string }

/** The part that runs; undefined when the record has none. */
export const openPartOf = (parts: readonly SessionPart[]): SessionPart | undefined =>
  parts.toSorted((a, b) => a.position - b.position).findLast((part) => part.endedAt === undefined)

/** @param mayOpenWall without it nothing is written during a separate talk */
export const notebookPart = (part: SessionPart | undefined, mayOpenWall: boolean): NotebookPart => {
  if (part?.kind === 'pause') return { kind: 'closed' }
  if (part?.kind !== 'separate') return { kind: 'joint' }
  return mayOpenWall ? { kind: 'separate', partId: part.id } : { kind: 'closed' }
}

/** What goes on after a break: what was broken off. */
export const afterBreak = (parts: readonly SessionPart[]): PartStart => {
  const before = parts
    .toSorted((a, b) => a.position - b.position)
    .findLast((part) => part.kind !== 'pause')
  return before?.kind === 'separate' && before.partyId !== undefined
    ? { kind: 'separate', partyId: before.partyId }
    : { kind: 'joint' }
}

const lengthMs = (part: SessionPart, now: string): number =>
  Math.max(0, Date.parse(part.endedAt ?? now) - Date.parse(part.startedAt))

/** How long this part lasts, and how long was talked in all; breaks are no talk. In ms. */
export const partTimes = (
  parts: readonly SessionPart[],
  now: string,
): { partMs: number; totalMs: number } => {
  const open = openPartOf(parts)
  return {
    partMs: open ? lengthMs(open, now) : 0,
    totalMs: parts
      .filter((part) => part.kind !== 'pause')
      .reduce((sum, part) => sum + lengthMs(part, now), 0),
  }
}

/** 00:41:20 */
export const clockOf = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
