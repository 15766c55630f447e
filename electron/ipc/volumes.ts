import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { volumes as contract } from '#contract/volumes.ts'
import { mayReadContent } from '#db/domain/access/case-access.ts'
import { getCase } from '#db/services/case-access.ts'
import { safeFileName } from '#documents/paper.ts'
import { pdfBytes } from '#documents/pdf/pdf-pages.ts'
import type { Handlers, TaskContext } from './context.ts'
import type { Core } from './core.ts'
import { enqueue, requirePrinters } from './print-queue.ts'
import { inTurn } from './volume/in-turn.ts'
import { makeVolume, type BoundPart, type Volume } from './volume/make-volume.ts'
import { noteVolume } from './volume/note-output.ts'
import { unprintableIn } from './volume/unprintable.ts'
import { newFolder, partPdf, writeParts, writeVolume } from './volume/volume-files.ts'
import { volumePlan } from './volume/volume-plan.ts'
import { working, workOn, type Work } from './volume/volume-work.ts'

/** @throws DomainError cases.notReadable */
const readable = (context: TaskContext, caseId: string) =>
  context.read((db) => getCase(db, context.actor(), caseId, mayReadContent))

const contentsOf = ({ parts }: Volume) =>
  parts.map(({ entry, title, first, range }) => ({
    form: entry.form,
    objectId: entry.objectId,
    title,
    sheet: first + 1,
    ...(range === undefined ? {} : { pages: range }),
  }))

/** One volume at a time, and no paper of the case meanwhile. */
const leaving = <T>(core: Core, caseId: string, run: (work: Work) => Promise<T>): Promise<T> =>
  working(core, caseId, (work) => inTurn(core, caseId, () => run(work)))

async function saveAsPdf(context: TaskContext, caseId: string) {
  const row = await readable(context, caseId)
  const file = await context.core.host.chooseSaveFile({
    title: '把全卷存为 PDF',
    defaultName: `${safeFileName(`调解卷宗 ${row.case_number} ${row.title}`)}.pdf`,
    extension: 'pdf',
  })
  if (file === undefined) return {}
  await leaving(context.core, caseId, async (work) => {
    const volume = await makeVolume(context, caseId, work)
    await volume.number()
    await writeVolume(volume, file)
    await noteVolume(context, { caseId, parts: volume.parts, channel: 'pdf' })
  })
  return { saved: basename(file) }
}

async function saveAsWord(context: TaskContext, caseId: string) {
  const row = await readable(context, caseId)
  const parent = await context.core.host.chooseFolder({ title: '选择放 Word 文件的文件夹' })
  if (parent === undefined) return {}
  return working(context.core, caseId, async (work) => {
    const volume = await makeVolume(context, caseId, work)
    await volume.number()
    const folder = newFolder(parent, `调解卷宗 ${row.case_number} ${row.title}`)
    try {
      await writeParts(context, volume, { folder, pdf: false, work })
    } catch (error) {
      // Half a set looks like a whole one.
      rmSync(folder, { recursive: true, force: true })
      throw error
    }
    await noteVolume(context, { caseId, parts: volume.parts, channel: 'docx' })
    return { saved: basename(folder) }
  })
}

type Wanted = { form: string; objectId: string; copies: number }
type PrintPart = { part: BoundPart; copies: number; plain: Uint8Array | undefined }

/** The copy for the volume bears its sheet numbers, further copies go to others and bear none. */
async function printParts(
  context: TaskContext,
  caseId: string,
  wanted: readonly Wanted[],
  printer: string | undefined,
): Promise<string[]> {
  return leaving(context.core, caseId, async (work) => {
    const volume = await makeVolume(context, caseId, work)
    const chosen: PrintPart[] = []
    for (const part of volume.parts) {
      const { form, objectId } = part.entry
      const found = wanted.find((each) => each.form === form && each.objectId === objectId)
      if (!found) continue
      const plain = found.copies > 1 ? await partPdf(volume, part) : undefined
      chosen.push({ part, copies: found.copies, plain })
    }
    await volume.number()
    await requirePrinters(
      context,
      chosen.map(({ part }) => ({ form: part.entry.form, printer })),
    )
    const parts = chosen.map(({ part, copies }) => ({ ...part, copies }))
    await noteVolume(context, { caseId, parts, channel: 'printer' })
    const jobIds: string[] = []
    const put = async (part: BoundPart, title: string, copies: number, pdf: Uint8Array) => {
      const { form, objectId } = part.entry
      const pages = part.sheets.length
      const job = { title, caseId, form, objectId, copies, pages, printer, pdf }
      jobIds.push(await enqueue(context, job))
    }
    for (const { part, copies, plain } of chosen) {
      const numbered = part.range === undefined ? part.title : `${part.title} 第${part.range}页`
      await put(part, numbered, 1, await partPdf(volume, part))
      if (plain) await put(part, part.title, copies - 1, plain)
    }
    return jobIds
  })
}

export const volumes: Handlers<typeof contract> = {
  async plan({ db, actor, now, resources }, { caseId }) {
    return { parts: await volumePlan(db, { actor, now, resources }, caseId) }
  },
  preview: (context, { caseId }) =>
    working(context.core, caseId, async (work) => {
      const volume = await makeVolume(context, caseId, work)
      await volume.number()
      const pdf = await pdfBytes(volume.document)
      const papers = volume.parts.flatMap(({ made }) => made ?? [])
      return {
        base64: Buffer.from(pdf).toString('base64'),
        pages: volume.document.getPageCount(),
        contents: contentsOf(volume),
        unprintable: await unprintableIn(context.core, ...papers),
      }
    }),
  async progress(context, { caseId }) {
    await readable(context, caseId)
    const work = workOn(context.core, caseId)
    return work ? { work: { step: work.step, done: work.done, total: work.total } } : {}
  },
  async cancel(context, { caseId }) {
    await readable(context, caseId)
    const work = workOn(context.core, caseId)
    if (work) work.cancelled = true
    return { cancelled: work !== undefined }
  },
  save: (context, { caseId, channel }) =>
    channel === 'pdf' ? saveAsPdf(context, caseId) : saveAsWord(context, caseId),
  async print(context, { caseId, parts, printer }) {
    return { jobIds: await printParts(context, caseId, parts, printer) }
  },
}
