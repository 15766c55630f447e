import { DomainError } from '#db/domain/errors.ts'
import type { Core } from '../core.ts'

/** What of a volume is being made; words for each are on the screen. */
export type Step = 'papers' | 'contents' | 'binding' | 'writing'
export type Work = { step: Step; done: number; total: number; cancelled: boolean }

const underWay = new WeakMap<Core, Map<string, Work>>()

const worksOf = (core: Core): Map<string, Work> => {
  const works = underWay.get(core) ?? new Map<string, Work>()
  underWay.set(core, works)
  return works
}

export const workOn = (core: Core, caseId: string): Work | undefined => worksOf(core).get(caseId)

/** One volume of a case at a time. @throws DomainError volumes.busy */
export async function working<T>(
  core: Core,
  caseId: string,
  run: (work: Work) => Promise<T>,
): Promise<T> {
  const works = worksOf(core)
  if (works.has(caseId)) throw new DomainError('volumes.busy')
  const work: Work = { step: 'papers', done: 0, total: 0, cancelled: false }
  works.set(caseId, work)
  try {
    return await run(work)
  } finally {
    works.delete(caseId)
  }
}

/** @throws DomainError volumes.cancelled once somebody has asked for that */
export function goOn(work: Work, step: Step, done: number, total: number): void {
  if (work.cancelled) throw new DomainError('volumes.cancelled')
  Object.assign(work, { step, done, total })
}
