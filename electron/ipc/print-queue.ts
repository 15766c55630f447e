import { v7 as uuid } from 'uuid'
import { isStale } from '#db/domain/printing/job.ts'
import { pickPrinter } from '#db/domain/printing/pick-printer.ts'
import { sidesFor, type PrintingSettings, type Sides } from '#db/domain/printing/settings.ts'
import { listRunningJobs } from '#db/queries/print-jobs.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { endPrintJob, insertPrintJob } from '#db/services/print-jobs.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { TaskContext } from './context.ts'
import type { Core } from './core.ts'
import { newQueue, workOff, writeState, type Queue, type Run } from './print-lane.ts'

const queues = new WeakMap<Store, Queue>()

function queueOf(store: Store): Queue {
  const queue = queues.get(store) ?? newQueue()
  queues.set(store, queue)
  return queue
}

/** Which printer and which sides for which kind of paper. */
export const printingSettings = (db: Reader): Promise<PrintingSettings> =>
  getSetting(db, 'printing')

export type PaperToPrint = {
  title: string
  caseId?: string
  form: string
  objectId: string
  copies: number
  pages: number
  /** What is set for this kind of paper unless given. */
  printer?: string | undefined
  sides?: Sides | undefined
  pdf: Uint8Array
}

type Wish = Pick<PaperToPrint, 'form' | 'printer'>

/**
 * Before anything of a stack is noted or handed out: half a stack would be printed twice.
 * @throws DomainError printing.noPrinter, printing.unknownPrinter
 */
export async function requirePrinters(
  context: TaskContext,
  papers: readonly Wish[],
): Promise<void> {
  const settings = await context.read(printingSettings)
  const printers = await context.core.host.printers()
  for (const { form, printer } of papers) pickPrinter(printers, { settings, form, asked: printer })
}

/**
 * Keeps a paper in the store until it is printed, and answers the job's id at once.
 * @throws DomainError printing.noPrinter, printing.unknownPrinter
 */
export async function enqueue(context: TaskContext, paper: PaperToPrint): Promise<string> {
  const { core } = context
  const actor = context.actor()
  const settings = await context.read(printingSettings)
  const printers = await core.host.printers()
  const printer = pickPrinter(printers, { settings, form: paper.form, asked: paper.printer })
  const id = uuid()
  await context.write({ kind: 'printjob', id }, (tx) =>
    insertPrintJob(tx, {
      id,
      title: paper.title,
      caseId: paper.caseId,
      form: paper.form,
      objectId: paper.objectId,
      copies: paper.copies,
      pages: Math.max(paper.pages, 1),
      printer: printer.name,
      sides: sidesFor(settings, paper, printer.duplex !== false),
      pdf: paper.pdf,
      askedBy: actor.userId,
      askedAt: core.clock.now(),
    }),
  )
  wakeQueue(core)
  return id
}

/** A job came or was put back: it is handed out now and not at the next beat. */
export function wakeQueue(core: Core): void {
  if (!core.store) return
  queueOf(core.store).wakes += 1
  void advanceQueue(core)
}

/** Hands out what waits and asks the system about what it has; answers when nothing can be done at this moment. */
export async function advanceQueue(core: Core): Promise<void> {
  const { store } = core
  if (!store) return
  const queue = queueOf(store)
  if (queue.ended || queue.doneWakes === queue.wakes) return
  try {
    await advance({ core, store, queue })
  } catch (error) {
    // A store that was closed meanwhile is no trouble: its jobs wait there.
    if (queue.ended || !store.connection.isOpen) return
    core.log('error', 'printing.trouble', {
      thrown: error instanceof Error ? error.name : typeof error,
    })
  }
}

async function advance(run: Run): Promise<void> {
  const { store, queue } = run
  const { wakes } = queue
  if (!queue.takenUp) {
    queue.takenUp = true
    await takeUp(run)
  }
  const jobs = await listRunningJobs(store.db)
  if (jobs.length === 0) queue.doneWakes = wakes
  const printers = new Set(jobs.map(({ printer }) => printer))
  await Promise.all(
    [...printers].map((printer) => {
      const lane = queue.lanes.get(printer) ?? workOff(run, printer)
      queue.lanes.set(printer, lane)
      return lane
    }),
  )
}

/** What an earlier run left waiting is not printed long after it was asked for. */
async function takeUp(run: Run): Promise<void> {
  const now = run.core.clock.now()
  for (const job of await listRunningJobs(run.store.db))
    if (isStale(job.state, Date.parse(now) - Date.parse(job.asked_at)))
      await writeState(run, (tx) =>
        endPrintJob(tx, job.id, { state: 'failed', trouble: 'waitedLong' }, now),
      )
}

const patienceMs = 3000

/** Waits, though not for long, until nothing is being handed to a printer. */
export async function handingOutEnded(store: Store): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([Promise.allSettled(queueOf(store).lanes.values()), patience])
  clearTimeout(timer)
}

/** Before the store is closed: what is being handed out is noted, if the printer answers in time. */
export async function printingEnded(store: Store): Promise<void> {
  queueOf(store).ended = true
  await handingOutEnded(store)
}
