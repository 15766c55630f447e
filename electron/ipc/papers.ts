import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { papers as contract, PaperForm } from '#contract/papers.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { fontChains, paperFonts } from '#documents/paper-fonts.ts'
import type { Paper } from '#documents/paper.ts'
import { blankPaper, casePaper, type CasePaper } from './case-papers.ts'
import type { Handlers, TaskContext } from './context.ts'
import { formHeads, formShelf } from './form-shelf.ts'
import { enqueue, requirePrinters } from './print-queue.ts'
import { askingOf } from './volume/asking.ts'
import { inTurn } from './volume/in-turn.ts'
import { noteOutput } from './volume/note-output.ts'
import { printablePdf, type Printable } from './volume/printable.ts'
import { paperDocx } from './volume/render-paper.ts'
import { unprintableIn } from './volume/unprintable.ts'
import { writeOut } from './volume/volume-files.ts'

type Key = { form: PaperForm; objectId: string }
type Channel = 'pdf' | 'docx'

const makePaper = (context: TaskContext, { form, objectId }: Key): Promise<CasePaper> =>
  context.read((db) => casePaper(askingOf(context, db), form, objectId))

/** Only a text that no longer changes prints; a saved draft is marked as one. */
function requireFinal({ isFinal }: CasePaper) {
  if (!isFinal) throw new DomainError('papers.notReady')
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** A form to be filled by hand: nothing of it is kept, so no page bears a code. */
async function makeBlank(context: TaskContext, form: PaperForm): Promise<CasePaper> {
  const paper = await context.read((db) => blankPaper(askingOf(context, db), form))
  return { paper, caseId: '', isFinal: false }
}

const printable = (context: TaskContext, key: Key, made: CasePaper): Promise<Printable> =>
  printablePdf(context.core, context, key, made)

async function previewed(context: TaskContext, key: Key, made: CasePaper) {
  const { pdf, pages } = await printable(context, key, made)
  return {
    base64: base64(pdf),
    title: made.paper.title,
    pages,
    unprintable: await unprintableIn(context.core, made),
    approximate: made.template !== undefined,
  }
}

/** Where the file goes, asked before it is made; undefined when the person thought better of it. */
const chooseFile = ({ core }: TaskContext, paper: Paper, channel: Channel) =>
  core.host.chooseSaveFile({
    title: channel === 'pdf' ? '存为 PDF' : '存为 Word',
    defaultName: `${paper.fileName}.${channel}`,
    extension: channel,
  })

/** Blanks have no object. */
const blankKey = (form: PaperForm): Key => ({ form, objectId: uuid() })

export const papers: Handlers<typeof contract> = {
  forms: ({ db, resources, now }) => formHeads(db, formShelf(resources), localDateOf(now)),

  async preview(context, key) {
    return previewed(context, key, await makePaper(context, key))
  },
  async print(context, { copies, printer, sides, ...key }) {
    const made = await makePaper(context, key)
    requireFinal(made)
    return inTurn(context.core, made.caseId, async () => {
      const version = await printable(context, key, made)
      await requirePrinters(context, [{ form: key.form, printer }])
      // First the version, then the paper: a code must never be out of the house and unknown in it.
      await noteOutput(context, { key, made, version, channel: 'printer', copies })
      const jobId = await enqueue(context, {
        title: made.paper.fileName,
        caseId: made.caseId,
        ...key,
        copies,
        pages: version.pages,
        printer,
        sides,
        pdf: version.pdf,
      })
      return { jobId }
    })
  },
  async save(context, { channel, ...key }) {
    const made = await makePaper(context, key)
    const file = await chooseFile(context, made.paper, channel)
    if (file === undefined) return {}
    return inTurn(context.core, made.caseId, async () => {
      const version = channel === 'pdf' ? await printable(context, key, made) : undefined
      writeOut(file, version?.pdf ?? (await paperDocx(context.core, made)))
      await noteOutput(context, { key, made, version, channel, copies: 1 })
      return { saved: basename(file) }
    })
  },

  async previewBlank(context, { form }) {
    return previewed(context, blankKey(form), await makeBlank(context, form))
  },
  async printBlank(context, { form, copies, printer, sides }) {
    const made = await makeBlank(context, form)
    const key = blankKey(form)
    const { pdf, pages } = await printable(context, key, made)
    const title = made.paper.fileName
    const jobId = await enqueue(context, { title, ...key, copies, pages, printer, sides, pdf })
    return { jobId }
  },
  async saveBlank(context, { form, channel }) {
    const made = await makeBlank(context, form)
    const file = await chooseFile(context, made.paper, channel)
    if (file === undefined) return {}
    writeOut(
      file,
      channel === 'pdf'
        ? (await printable(context, blankKey(form), made)).pdf
        : await paperDocx(context.core, made),
    )
    return { saved: basename(file) }
  },

  async fonts({ core }) {
    const installed = await core.host.installedFonts()
    const fonts = paperFonts(installed)
    const known = new Set(installed.map((name) => name.trim().toLowerCase()))
    const uses = (['body', 'heading', 'title'] as const).map((use) => ({
      use,
      family: fonts[use],
      wished: fontChains[use][0],
      installed: known.has(fonts[use].toLowerCase()),
    }))
    return { uses }
  },
}
