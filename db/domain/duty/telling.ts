import { hasBegun } from './half-day.ts'
import { isOver, type ServedDuty } from './hours.ts'

/** @policy A change is told until its half-day is over, or until whoever it concerns has come */
export const isStillToTell = (duty: ServedDuty, now: string): boolean =>
  !isOver(duty, now) && (duty.state === 'cancelled' || duty.signedInAt === undefined)

type Notice = {
  kind: 'added' | 'removed' | 'changed'
  publishedAt: string
  toldAt: string | undefined
}

/**
 * What to tell of one duty, from its notices in the order in which they were published. A notice that somebody was
 * told of says by itself all that came before it.
 * @policy Only the difference between what the person was told last and what stands; but whoever is taken off a
 * half-day that runs is told so, also who was never told of it, since he or she may be on the way
 */
export const stillToTell = <T extends Notice>(
  duty: ServedDuty,
  notices: readonly T[],
): T | undefined => {
  const isTold = ({ toldAt }: Notice) => toldAt !== undefined
  const told = notices.findLast(isTold)
  const waiting = notices.slice(notices.findLastIndex(isTold) + 1)
  const last = waiting.at(-1)
  if (!last) return undefined
  // Of a duty that was published while it ran nobody had to be told.
  const wasThere = told ? told.kind !== 'removed' : notices[0]?.kind !== 'added'
  const isThere = last.kind !== 'removed'
  if (!isThere)
    return wasThere || hasBegun(duty, last.publishedAt) ? { ...last, kind: 'removed' } : undefined
  if (!wasThere) return { ...last, kind: 'added' }
  return waiting.some(({ kind }) => kind === 'changed') ? { ...last, kind: 'changed' } : undefined
}
