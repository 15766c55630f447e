import type { Actor } from '../access/case-access.ts'

export type PrintJobState = 'waiting' | 'sent' | 'printed' | 'failed' | 'cancelled'

/** Failed ones too: their pages are kept until somebody prints or gives them up. */
export const openJobStates = [
  'waiting',
  'sent',
  'failed',
] as const satisfies readonly PrintJobState[]

export const isOpenJob = (state: PrintJobState): boolean =>
  (openJobStates as readonly PrintJobState[]).includes(state)

/** @policy The head and the administrator see every job, the others their own. */
export const seesAllJobs = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'head' || role === 'administrator'

/**
 * Printing again and giving up.
 * @policy Not the administrator, who would have a case paper come out of a printer of their own (I6).
 */
export const mayChangeJob = (actor: Actor, askedBy: string): boolean =>
  actor.role === 'head' || actor.userId === askedBy

/** @policy The administrator reads no names of parties (I6): not even in the title of what is printed. */
export const readsTitles = (actor: Actor, askedBy: string): boolean =>
  actor.role !== 'administrator' || actor.userId === askedBy

const staleMs = 12 * 60 * 60 * 1000

/**
 * Whether a job that an earlier run of the app left waiting is left to a person: it may be from a restored backup, and
 * a paper of yesterday is not expected to come out of a printer when somebody signs in.
 * @param ageMs since it was asked for
 */
export const isStale = (state: PrintJobState, ageMs: number): boolean =>
  state === 'waiting' && ageMs >= staleMs
