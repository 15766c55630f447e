import { listRunningJobs, type OpenJob } from '#db/queries/print-jobs.ts'
import type { Tx } from '#db/schema.ts'
import {
  beginPrintJob,
  endTry,
  noteSystemJob,
  noteTrouble,
  type BegunJob,
  type JobEnd,
} from '#db/services/print-jobs.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Core } from './core.ts'
import type { HandOut, PrintTrouble } from './host.ts'

/** What of the print queue lives in this run and not in the store. */
export type Queue = {
  /** One job at a time on each printer. */
  lanes: Map<string, Promise<void>>
  /** Goes up with each job that comes; as long as it is `doneWakes`, nothing waits. */
  wakes: number
  doneWakes: number
  /** Jobs of an earlier run were looked at. */
  takenUp: boolean
  ended: boolean
  /** How often the system was asked about a job. */
  looks: Map<string, number>
}

export const newQueue = (): Queue => ({
  lanes: new Map(),
  wakes: 1,
  doneWakes: 0,
  takenUp: false,
  ended: false,
  looks: new Map(),
})

export type Run = { core: Core; store: Store; queue: Queue }

/** States of the queue are no record of a case: the log has who asked for the print, not how the printer got on. */
export async function writeState<T>({ store }: Run, fn: (tx: Tx) => Promise<T>): Promise<T> {
  const output = await store.db.transaction().execute(fn)
  store.afterCommit()
  return output
}

/** Works off the jobs of one printer in order, until one is under way or none is left. */
export async function workOff(run: Run, printer: string): Promise<void> {
  const { queue } = run
  try {
    for (;;) {
      const { wakes } = queue
      const job = await nextJob(run, printer)
      if (queue.ended) return
      // A job that came while the store was asked is not left to the next beat.
      const goesOn = job ? await step(run, job) : queue.wakes !== wakes
      if (!goesOn) return
    }
  } finally {
    queue.lanes.delete(printer)
  }
}

async function nextJob({ store }: Run, printer: string): Promise<OpenJob | undefined> {
  const jobs = (await listRunningJobs(store.db)).filter((job) => job.printer === printer)
  return jobs.find(({ state }) => state === 'sent') ?? jobs[0]
}

/** Answers whether the printer may be given the next job. */
async function step(run: Run, job: OpenJob): Promise<boolean> {
  if (job.state === 'sent') return look(run, job)
  const begun = await writeState(run, (tx) => beginPrintJob(tx, job.id))
  if (begun) await handOut(run, begun)
  return true
}

async function handOut(run: Run, job: BegunJob): Promise<void> {
  const { host, clock, log } = run.core
  run.queue.looks.delete(job.id)
  const end = (state: JobEnd) => writeState(run, (tx) => endTry(tx, job, state, clock.now()))
  let outcome: HandOut
  try {
    outcome = await host.handOut({
      pdf: job.pdf ?? new Uint8Array(),
      title: job.title,
      printer: job.printer,
      copies: job.copies,
      sides: job.sides,
    })
  } catch (error) {
    log('error', 'printing.failed', {
      thrown: error instanceof Error ? error.name : typeof error,
    })
    await end({ state: 'failed', trouble: 'unsure' })
    return
  }
  if (!outcome.taken) {
    log('warn', 'printing.refused', { trouble: outcome.trouble })
    await end({ state: 'failed', trouble: outcome.trouble })
    return
  }
  const { systemJob } = outcome
  if (systemJob === undefined) {
    await end({ state: 'printed' })
    return
  }
  const isWanted = await writeState(run, (tx) => noteSystemJob(tx, job, systemJob))
  if (!isWanted) await host.cancelSystemJob(job.printer, systemJob)
}

/** After a minute of waiting for paper the system is asked less often. */
const eagerLooks = 30
const lazyBeat = 10

async function look(run: Run, job: OpenJob): Promise<boolean> {
  const { core, queue } = run
  const endAs = (end: JobEnd) => writeState(run, (tx) => endTry(tx, job, end, core.clock.now()))
  if (job.system_job === null) {
    // The power went while it was handed out: it may lie in the tray.
    await endAs({ state: 'failed', trouble: 'unsure' })
    return true
  }
  const looks = (queue.looks.get(job.id) ?? 0) + 1
  queue.looks.set(job.id, looks)
  if (looks > eagerLooks && looks % lazyBeat !== 0) return false
  const { state, trouble } = await core.host.systemJob(job.printer, job.system_job)
  if (state === 'waiting') {
    if ((trouble ?? null) !== job.trouble)
      await writeState(run, (tx) => noteTrouble(tx, job.id, trouble ?? null))
    return false
  }
  queue.looks.delete(job.id)
  // CUPS keeps a job whose filter failed and may begin it again by itself, beside the one that is printed anew.
  if (state === 'failed') await core.host.cancelSystemJob(job.printer, job.system_job)
  await endAs(endOf(state, trouble))
  return true
}

function endOf(
  state: 'printed' | 'cancelled' | 'failed' | 'unknown',
  trouble: PrintTrouble | undefined,
): JobEnd {
  if (state === 'printed' || state === 'cancelled') return { state }
  return { state: 'failed', trouble: state === 'unknown' ? 'unsure' : (trouble ?? 'failed') }
}
