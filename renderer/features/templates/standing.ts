import type { Tone } from '../../lib/labels/status.ts'

/** Whether what begins on a day holds today, will hold, or gave way to a later one. */
export const standing = (
  { from, inForce }: { from: string; inForce: boolean },
  today: string,
): { word: string; tone: Tone } => {
  if (inForce) return { word: '在用', tone: 'done' }
  return from > today
    ? { word: '还没到日子', tone: 'waiting' }
    : { word: '已换成新的', tone: 'plain' }
}
