import type { Core } from '../core.ts'

const lasts = new WeakMap<Core, Map<string, Promise<unknown>>>()

/**
 * Papers of a case leave the house one after the other: two that were laid out at once would bear one version and
 * say two things.
 */
export async function inTurn<T>(core: Core, caseId: string, run: () => Promise<T>): Promise<T> {
  const turns = lasts.get(core) ?? new Map<string, Promise<unknown>>()
  lasts.set(core, turns)
  const mine = (turns.get(caseId) ?? Promise.resolve()).then(run, run)
  turns.set(caseId, mine)
  try {
    return await mine
  } finally {
    if (turns.get(caseId) === mine) turns.delete(caseId)
  }
}
