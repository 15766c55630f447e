import { basename } from 'node:path'
import type { rotaPapers as contract, RotaPaper } from '#contract/rota-papers.ts'
import { DomainError } from '#db/domain/errors.ts'
import { pdfBytes } from '#documents/pdf/pdf-pages.ts'
import { workBook } from '#documents/work-book.ts'
import type { Handlers, TaskContext } from './context.ts'
import { formShelf } from './form-shelf.ts'
import { enqueue, requirePrinters } from './print-queue.ts'
import { makeRotaPaper, type MadeRotaPaper } from './rota-paper/make-paper.ts'
import { paperDocx, renderPaper } from './volume/render-paper.ts'
import { unprintableIn } from './volume/unprintable.ts'
import { writeOut } from './volume/volume-files.ts'

type Channel = 'pdf' | 'docx' | 'xlsx'

const make = (context: TaskContext, of: RotaPaper): Promise<MadeRotaPaper> => {
  const { core, now } = context
  const forms = formShelf(core)
  return context.read((db) => makeRotaPaper({ db, actor: context.actor(), now, forms }, of))
}

/** @throws DomainError papers.noOffice */
async function pdfOf({ core }: TaskContext, made: MadeRotaPaper) {
  const rendered = await renderPaper(core, made)
  if (!rendered) throw new DomainError('papers.noOffice')
  return { pdf: await pdfBytes(rendered.file), pages: rendered.pages }
}

const dialogTitles: Readonly<Record<Channel, string>> = {
  pdf: '存为 PDF',
  docx: '存为 Word',
  xlsx: '存为 Excel',
}

async function fileOf(context: TaskContext, made: MadeRotaPaper, channel: Channel) {
  if (channel === 'pdf') return (await pdfOf(context, made)).pdf
  if (channel === 'docx') return paperDocx(context.core, made)
  return workBook(made.book ?? [])
}

export const rotaPapers: Handlers<typeof contract> = {
  async preview(context, { of }) {
    const made = await make(context, of)
    const { pdf, pages } = await pdfOf(context, made)
    return {
      base64: Buffer.from(pdf).toString('base64'),
      title: made.paper.title,
      pages,
      unprintable: await unprintableIn(context.core, made),
    }
  },
  async print(context, { of, copies, printer, sides }) {
    const made = await make(context, of)
    const form = made.paper.formId
    await requirePrinters(context, [{ form, printer }])
    const { pdf, pages } = await pdfOf(context, made)
    const { objectId, paper } = made
    const title = paper.fileName
    return {
      jobId: await enqueue(context, {
        title,
        form,
        objectId,
        copies,
        pages,
        printer,
        sides,
        pdf,
      }),
    }
  },
  async save(context, { of, channel }) {
    const made = await make(context, of)
    const { fileName, formId } = made.paper
    if (channel === 'xlsx' && !made.book)
      throw new DomainError('papers.unknownForm', { form: formId })
    const file = await context.core.host.chooseSaveFile({
      title: dialogTitles[channel],
      defaultName: `${fileName}.${channel}`,
      extension: channel,
    })
    if (file === undefined) return {}
    writeOut(file, await fileOf(context, made, channel))
    // Names, numbers and what people came for leave the store: the log says who took them out.
    await context.write({ kind: formId, id: made.objectId }, () => Promise.resolve())
    return { saved: basename(file) }
  },
}
