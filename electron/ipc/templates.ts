import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { templates as contract } from '#contract/templates.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { getSetting } from '#db/queries/settings.ts'
import { findTemplate, listTemplates, templatesOn } from '#db/queries/templates.ts'
import type { Reader } from '#db/schema.ts'
import { addTemplate, removeTemplate } from '#db/services/templates.ts'
import { formOn } from '#documents/forms/load-forms.ts'
import type { PaperContext } from '#documents/paper-context.ts'
import { renderDocx } from '#documents/render-docx.ts'
import { checkTemplate } from '#documents/templates/check-template.ts'
import { fillTemplate } from '#documents/templates/fill-template.ts'
import { sampleData, sampleMark } from '#documents/templates/sample-data.ts'
import { startPaper } from '#documents/templates/start-template.ts'
import { listTags } from '#documents/templates/tag-list.ts'
import { templateData } from '#documents/templates/template-data.ts'
import { largestTemplate } from '#documents/templates/word-file.ts'
import type { Handlers, TaskContext } from './context.ts'
import { formInForce, formShelf, isCoded, mayHaveTemplate } from './form-shelf.ts'
import { formTitles, requireForm } from './form-titles.ts'
import { wordingHandlers } from './template-wordings.ts'
import { fontsOf } from './volume/render-paper.ts'
import { writeOut } from './volume/volume-files.ts'

/** The centre itself about people that do not exist. */
const contextOf = async (db: Reader): Promise<PaperContext> => ({
  body: await getSetting(db, 'body'),
  practice: false,
  draft: false,
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** @throws DomainError templates.noTemplate for papers that always print as the house sets them */
function requireReplaceable(context: Pick<TaskContext, 'core'>, form: string) {
  requireForm(context.core, form)
  if (!mayHaveTemplate(form)) throw new DomainError('templates.noTemplate', { what: 'template' })
}

/** What was picked earlier in this run. @throws DomainError templates.notPicked when it is gone */
async function readPicked({ core }: TaskContext, handle: string): Promise<Buffer> {
  const file = core.pickedFiles.get(handle)
  if (file === undefined) throw new DomainError('templates.notPicked')
  try {
    const { size } = await stat(file)
    // One byte too many tells that it is too large without reading it all.
    return size > largestTemplate ? Buffer.alloc(largestTemplate + 1) : await readFile(file)
  } catch {
    throw new DomainError('templates.notPicked')
  }
}

export const templates: Handlers<typeof contract> = {
  ...wordingHandlers,
  async list({ db, now, resources }) {
    const inForce = await templatesOn(db, localDateOf(now))
    const titleOf = formTitles(resources)
    return (await listTemplates(db)).map((template) => ({
      ...template,
      formTitle: titleOf(template.form),
      inForce: inForce.get(template.form)?.id === template.id,
    }))
  },
  async tags({ db }) {
    return listTags(await contextOf(db))
  },
  async check(context, { form }) {
    requireReplaceable(context, form)
    const { core } = context
    const [file] = await core.host.chooseOpenFiles({
      title: '选择做好的 Word 文件',
      extensions: ['docx', 'doc'],
      many: false,
    })
    if (file === undefined) return {}
    const handle = uuid()
    core.pickedFiles.set(handle, file)
    const bytes = await readPicked(context, handle)
    const { faults, tags, sample } = checkTemplate(bytes, await context.read(contextOf))
    return {
      picked: {
        handle,
        name: basename(file),
        faults,
        tags,
        ...(sample && { sample: base64(sample) }),
      },
    }
  },
  async add(context, { handle, form, name, from }) {
    requireReplaceable(context, form)
    const bytes = await readPicked(context, handle)
    const { faults } = checkTemplate(bytes, await context.read(contextOf))
    if (faults.length > 0) throw new DomainError('templates.hasFaults', { count: faults.length })
    const object = { kind: 'template', id: handle }
    const id = await context.write(object, async (tx) => {
      const happening = { tx, actor: context.actor(), now: context.core.clock.now() }
      object.id = await addTemplate(happening, { form, name, from, bytes })
      return object.id
    })
    context.core.pickedFiles.delete(handle)
    return { id }
  },
  async remove(context, { id }) {
    context.about('template', id)
    await removeTemplate(context, id)
    return {}
  },
  async sample({ db }, { id }) {
    const template = await findTemplate(db, id)
    if (!template) throw new DomainError('templates.notFound')
    const data = { ...templateData(sampleData, await contextOf(db)), mark: sampleMark }
    return { base64: base64(fillTemplate(template.bytes, data)), name: template.name }
  },
  async saveStart(context, { form }) {
    requireForm(context.core, form)
    const { core } = context
    const today = localDateOf(context.now)
    const definition = isCoded(form)
      ? formOn(core.forms(), form, today)
      : await context.read((db) => formInForce(db, formShelf(core), form, today))
    if (!definition || !mayHaveTemplate(form))
      throw new DomainError('templates.noTemplate', { what: 'start' })
    const paper = startPaper(definition)
    const file = await core.host.chooseSaveFile({
      title: '存起始文件',
      defaultName: `${paper.fileName}.docx`,
      extension: 'docx',
    })
    if (file === undefined) return {}
    writeOut(file, await renderDocx(paper, await fontsOf(core)))
    return { saved: basename(file) }
  },
}
