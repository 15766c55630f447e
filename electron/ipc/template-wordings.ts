import type { templates as contract } from '#contract/templates.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { ownForms } from '#db/queries/own-forms.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { addOwnForm, removeOwnForm } from '#db/services/own-forms.ts'
import { fillForm } from '#documents/forms/fill-form.ts'
import type { FormDefinition } from '#documents/forms/form-definition.ts'
import { parseForm } from '#documents/forms/load-forms.ts'
import { changeWordings, type WordingChange } from '#documents/templates/change-wordings.ts'
import { sampleData, sampleMark } from '#documents/templates/sample-data.ts'
import { wordingsOf } from '#documents/templates/wordings.ts'
import type { Handlers } from './context.ts'
import { formInForce, formShelf, isCoded } from './form-shelf.ts'
import { formTitles, requireForm } from './form-titles.ts'
import type { Resources } from './resources.ts'
import { chromiumPdf } from './volume/render-paper.ts'

type Names = 'wordings' | 'previewWordings' | 'saveWordings' | 'ownForms' | 'removeOwnForm'

/** The form whose words may be changed, as it holds on a day. */
async function definitionOf(
  resources: Resources,
  db: Reader,
  form: string,
  day: LocalDate,
): Promise<FormDefinition> {
  requireForm(resources, form)
  if (isCoded(form)) throw new DomainError('templates.noTemplate', { what: 'wordings' })
  const definition = await formInForce(db, formShelf(resources), form, day)
  if (!definition) throw new DomainError('papers.unknownForm', { form })
  return definition
}

/** @throws DomainError templates.wordingBroken with what is wrong and where */
function changed(definition: FormDefinition, change: WordingChange, from: LocalDate) {
  const made = changeWordings(definition, change, from)
  if (!made.fault) return made.definition
  const { words, place } = made.fault
  throw new DomainError('templates.wordingBroken', { words, ...(place !== undefined && { place }) })
}

/** The wording editor's part of the slice. */
export const wordingHandlers: Pick<Handlers<typeof contract>, Names> = {
  async wordings({ db, resources, now }, { form }) {
    const definition = await definitionOf(resources, db, form, localDateOf(now))
    const { title, from } = definition
    return { form, title, from, ...wordingsOf(definition) }
  },
  async previewWordings({ core, now, read }, { form, ...change }) {
    const today = localDateOf(now)
    const [definition, body] = await read(
      async (db) =>
        [await definitionOf(core, db, form, today), await getSetting(db, 'body')] as const,
    )
    const context = { body, practice: false, draft: false }
    const paper = fillForm(changed(definition, change, today), sampleData, context)
    const pdf = await chromiumPdf(core, { ...paper, mark: sampleMark })
    return { base64: Buffer.from(pdf).toString('base64') }
  },
  async saveWordings(context, { form, from, ...change }) {
    const { tx, resources, now } = context
    const definition = await definitionOf(resources, tx, form, localDateOf(now))
    const json = JSON.stringify(changed(definition, change, from))
    // As it will be read on every start from now on.
    parseForm(json, form)
    const id = await addOwnForm(context, { form, from, definition: json })
    context.about('ownform', id)
    return { id }
  },
  async ownForms({ db, resources, now }) {
    const today = localDateOf(now)
    const titleOf = formTitles(resources)
    const all = await ownForms(db)
    const shelf = formShelf(resources)
    return Promise.all(
      all.map(async ({ id, form, from, madeByName, madeAt, definition }) => {
        const inForce = await formInForce(db, shelf, form, today)
        return {
          id,
          form,
          formTitle: titleOf(form),
          from,
          madeByName,
          madeAt,
          // Of a form's versions that can be read one begins on a day, and the centre's own goes first.
          inForce: inForce?.from === from && isReadable(definition, form),
        }
      }),
    )
  },
  async removeOwnForm(context, { id }) {
    context.about('ownform', id)
    await removeOwnForm(context, id)
    return {}
  },
}

/** What an older version wrote may be no form of this one any more. */
const isReadable = (definition: string, form: string): boolean => {
  try {
    return parseForm(definition, form).id === form
  } catch {
    return false
  }
}
