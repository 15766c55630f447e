import { v7 as uuid } from 'uuid'
import type { printing as contract } from '#contract/printing.ts'
import { DomainError } from '#db/domain/errors.ts'
import { isOpenJob, mayChangeJob } from '#db/domain/printing/job.ts'
import {
  findPrintJob,
  isPrintJobTheirs,
  listPaperOutputs,
  listPrintJobs,
  type OpenJob,
} from '#db/queries/print-jobs.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { endPrintJob, requeuePrintJob } from '#db/services/print-jobs.ts'
import { paperFonts } from '#documents/paper-fonts.ts'
import { pdfOptions } from '#documents/pdf-options.ts'
import { renderHtml } from '#documents/render-html.ts'
import { rareCharacters, testPage, testPageSides } from '#documents/test-page.ts'
import type { Handlers, TaskContext } from './context.ts'
import { enqueue, handingOutEnded, printingSettings, wakeQueue } from './print-queue.ts'

/** @throws DomainError printing.notFound, printing.notYours, printing.alreadyEnded */
async function changeable(context: TaskContext, jobId: string): Promise<OpenJob> {
  const job = await context.read((db) => findPrintJob(db, jobId))
  if (!job) throw new DomainError('printing.notFound')
  const actor = context.actor()
  const isTheirs = await context.read((db) => isPrintJobTheirs(db, actor, jobId))
  if (!isTheirs || !mayChangeJob(actor, job.asked_by)) throw new DomainError('printing.notYours')
  if (!isOpenJob(job.state)) throw new DomainError('printing.alreadyEnded')
  return job
}

const backTries = 5
const backPauseMs = 300

/**
 * Takes a job back from the system's queue, so that it does not come out twice.
 * @throws DomainError printing.alreadyEnded when it came out, printing.busy when the system does not let go of it
 */
async function takeBack({ core }: TaskContext, job: OpenJob): Promise<void> {
  if (job.state !== 'sent' || job.system_job === null) return
  await core.host.cancelSystemJob(job.printer, job.system_job)
  for (let left = backTries; left > 0; left -= 1) {
    const { state } = await core.host.systemJob(job.printer, job.system_job)
    if (state === 'printed') throw new DomainError('printing.alreadyEnded')
    if (state !== 'waiting') return
    await new Promise((resolve) => setTimeout(resolve, backPauseMs))
  }
  throw new DomainError('printing.busy')
}

export const printing: Handlers<typeof contract> = {
  printers(context) {
    context.actor()
    return context.core.host.printers()
  },
  settings: ({ db }) => printingSettings(db),
  async saveSettings(context, settings) {
    context.about('settings', 'printing')
    await putSetting(context.tx, 'printing', settings, context.now)
    return {}
  },
  queue: ({ db, actor }, filter) => listPrintJobs(db, actor, filter),
  async retry(context, { jobId, printer }) {
    const { core } = context
    await changeable(context, jobId)
    if (core.store) await handingOutEnded(core.store)
    const job = await changeable(context, jobId)
    if (job.state === 'sent' && job.system_job === null) throw new DomainError('printing.busy')
    const target = printer ?? job.printer
    const known = await core.host.printers()
    if (!known.some(({ name }) => name === target))
      throw new DomainError('printing.unknownPrinter', { printer: target })
    await takeBack(context, job)
    await context.write({ kind: 'printjob', id: jobId }, (tx) => requeuePrintJob(tx, job, target))
    wakeQueue(core)
    return {}
  },
  /** A job that is just being handed out is taken back as soon as the system has named it. */
  async cancel(context, { jobId }) {
    const job = await changeable(context, jobId)
    await takeBack(context, job)
    await context.write({ kind: 'printjob', id: jobId }, (tx) =>
      endPrintJob(tx, jobId, { state: 'cancelled' }, context.core.clock.now()),
    )
    wakeQueue(context.core)
    return {}
  },
  async testPage(context, { printer, sides }) {
    const { host } = context.core
    context.actor()
    const fonts = paperFonts(await host.installedFonts())
    const chosen = (await host.printers()).find(({ name }) => name === printer)
    if (!chosen) throw new DomainError('printing.unknownPrinter', { printer })
    const paper = testPage({
      context: {
        body: await context.read((db) => getSetting(db, 'body')),
        practice: await context.read((db) => getSetting(db, 'practice')),
        draft: false,
      },
      printer: chosen.label,
      sides,
      fonts,
      missing: await host.missingGlyphs(rareCharacters),
      at: context.now,
    })
    const pdf = await host.renderPdf({
      html: renderHtml(paper, fonts),
      options: pdfOptions(paper, fonts),
      title: paper.fileName,
    })
    const jobId = await enqueue(context, {
      title: paper.title,
      form: 'testPage',
      objectId: uuid(),
      copies: 1,
      pages: testPageSides,
      printer,
      sides,
      pdf,
    })
    return { jobId }
  },
  log: ({ db, actor }, filter) => listPaperOutputs(db, actor, filter),
}
