import type { sheets as contract } from '#contract/sheets.ts'
import { mayEditRegistration, mayMediate } from '#db/domain/access/case-access.ts'
import { noWords } from '#db/domain/dossier/sheet-words.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import { accessOf } from '#db/services/case-access.ts'
import { addSheet, saveSheet, setSheetRemoved, type WritableForm } from '#db/services/sheets.ts'
import type { FormDefinition } from '#documents/forms/form-definition.ts'
import { scopeOf } from '#documents/forms/form-scope.ts'
import { checkWords } from '#documents/forms/own-words.ts'
import { answerOf, questionsOf, rowsOf } from '#documents/forms/questions.ts'
import type { CommandContext, Handlers, QueryContext } from './context.ts'
import { isRegistrationForm } from './form-data/registration-forms.ts'
import { formOfCase } from './form-papers.ts'
import { formInForce, formShelf, isAddable, isCoded, suitsCase } from './form-shelf.ts'

type Key = { form: string; objectId: string }

/** Papers of the registration are written by whoever may correct it; all others by the mediator and the head. */
const mayWrite = (form: string): WritableForm['may'] =>
  isRegistrationForm(form)
    ? (actor, access) => mayEditRegistration(actor, access) || mayMediate(actor, access)
    : mayMediate

async function definitionOf(
  { tx, resources, now }: CommandContext,
  form: string,
): Promise<FormDefinition> {
  const found = isCoded(form)
    ? undefined
    : await formInForce(tx, formShelf(resources), form, localDateOf(now))
  if (!found) throw new DomainError('papers.unknownForm', { form })
  return found
}

const writable = ({ id, title }: FormDefinition): WritableForm => ({
  id,
  title,
  may: mayWrite(id),
})

async function get({ db, actor, now, resources }: QueryContext, { form, objectId }: Key) {
  const asking = { db, actor, now, forms: formShelf(resources), law: resources }
  const { row, definition, sheet, data, context } = await formOfCase(asking, form, objectId)
  const scope = scopeOf(data, context)
  const { questions, lists } = questionsOf(definition)
  return {
    caseId: row.id,
    form,
    title: definition.title,
    questions: questions.map((question) => {
      const value = answerOf(scope, question)
      return value === undefined ? question : { ...question, value }
    }),
    lists: lists.map((list) => ({ ...list, rows: rowsOf(list, scope) })),
    words: sheet?.words ?? { ...noWords },
    revision: sheet?.revision ?? 0,
    removed: sheet?.removed ?? false,
    mayEdit: row.status !== 'archived' && mayWrite(form)(actor, accessOf(row)),
  }
}

async function setRemoved(context: CommandContext, { form, objectId }: Key, removed: boolean) {
  context.about(form, objectId)
  const definition = await definitionOf(context, form)
  if (!isAddable(definition)) throw new DomainError('sheets.notAddable', { form })
  await setSheetRemoved(context, writable(definition), objectId, removed)
  return {}
}

export const sheets: Handlers<typeof contract> = {
  get,
  async add(context, { caseId, form }) {
    const definition = await definitionOf(context, form)
    const row = await findCaseRow(context.tx, caseId)
    if (row && !suitsCase(definition, row.type_code))
      throw new DomainError('sheets.notAddable', { form })
    const objectId = await addSheet(context, caseId, writable(definition))
    context.about(form, objectId)
    return { objectId }
  },
  async save(context, { form, objectId, words, revision }) {
    context.about(form, objectId)
    const definition = await definitionOf(context, form)
    checkWords(words)
    return { revision: await saveSheet(context, writable(definition), objectId, words, revision) }
  },
  remove: (context, key) => setRemoved(context, key, true),
  restore: (context, key) => setRemoved(context, key, false),
}
