import type { FormHead } from '#contract/papers.ts'
import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { ownForms } from '#db/queries/own-forms.ts'
import { templatesOn } from '#db/queries/templates.ts'
import type { Reader } from '#db/schema.ts'
import { codedForms } from '#documents/forms/coded-forms.ts'
import type { FormDefinition, FormHead as Head } from '#documents/forms/form-definition.ts'
import { formOn, formsOn, parseForm } from '#documents/forms/load-forms.ts'
import type { Resources } from './resources.ts'

/** Built-in definitions, every version of each; read from disk when it is first called. */
export type FormShelf = () => readonly FormDefinition[]

export const formShelf = (core: Pick<Resources, 'forms'>): FormShelf => core.forms

const codedIds = new Set(codedForms.map(({ id }) => id))

/** Made by code from its own record and not by a definition. */
export const isCoded = (form: string): boolean => codedIds.has(form)

/** The centre's own wordings; one that this version can no longer read gives way to the built-in form. */
async function ownDefinitions(db: Reader, wanted?: string): Promise<FormDefinition[]> {
  return (await ownForms(db)).flatMap(({ form, definition }) => {
    if (wanted !== undefined && form !== wanted) return []
    try {
      const parsed = parseForm(definition, form)
      return parsed.id === form ? [parsed] : []
    } catch {
      return []
    }
  })
}

type InForce = { definition: FormDefinition; own: boolean }

async function inForce(db: Reader, shelf: FormShelf, day: LocalDate): Promise<InForce[]> {
  const own = await ownDefinitions(db)
  // Of two with one date the first holds: the centre's own.
  const forms = formsOn(
    [...own, ...shelf()].filter(({ id }) => !isCoded(id)),
    day,
  )
  return forms.map((definition) => ({ definition, own: own.includes(definition) }))
}

/** The definitions that hold on a day, in order, the centre's own wordings over the built-in ones. */
export const formsInForce = async (
  db: Reader,
  shelf: FormShelf,
  day: LocalDate,
): Promise<FormDefinition[]> => (await inForce(db, shelf, day)).map(({ definition }) => definition)

/** The definition of one form that holds on a day, of a coded form the one to print without a case. */
export const formInForce = async (
  db: Reader,
  shelf: FormShelf,
  form: string,
  day: LocalDate,
): Promise<FormDefinition | undefined> => {
  const own = await ownDefinitions(db, form)
  return formOn([...own, ...shelf()], form, day)
}

/**
 * Papers that are always set by the house's own code: their text is vouched for by its digest, or they are tables of
 * a reckoning that no tag of a Word file can name.
 */
const setByCode = new Set(['f09', 'f10', 'undisputedFacts', 'calc-annex'])

/** Whether the centre's own Word file may take the place of a form. */
export const mayHaveTemplate = (form: string): boolean => !setByCode.has(form)

/** Every case has them once and nobody adds or removes them: cover, contents, back. */
const boards = new Set(['f00', 'f01', 'f16'])

/** Whether a sheet of it may be put into a case by hand and taken out again, whatever the case. */
export const isAddable = ({ id, set }: Pick<Head, 'id' | 'set'>): boolean =>
  set !== 'desk' && !isCoded(id) && !boards.has(id)

/** For labour disputes alone; the payment order is open to every agreement about money. */
const labourOnly = (form: string) =>
  form.startsWith('f22') ||
  form === 'f23' ||
  form === 'arbitration-application' ||
  form.startsWith('f29')

/**
 * Whether a sheet of it may be put into a case of this kind.
 * @law 《劳动争议调解仲裁法》第十四条: a labour agreement is written, so there is no register of an oral one (D6)
 */
export const suitsCase = (head: Pick<Head, 'id' | 'set'>, typeCode: string): boolean =>
  isAddable(head) && (isLabourDispute(typeCode) ? head.id !== 'f11' : !labourOnly(head.id))

/** Every form of the house as the list of forms shows it, in order. */
export async function formHeads(db: Reader, shelf: FormShelf, day: LocalDate): Promise<FormHead[]> {
  const templates = await templatesOn(db, day)
  const heads = [
    ...codedForms.map((head) => ({
      head,
      ownWording: false,
      blank: formOn(shelf(), head.id, day) !== undefined || head.id === 'f04',
    })),
    ...(await inForce(db, shelf, day)).map(({ definition, own }) => ({
      head: definition,
      ownWording: own,
      blank: true,
    })),
  ].toSorted((a, b) => a.head.order - b.head.order)
  return heads.map(({ head, ownWording, blank }) => {
    const template = mayHaveTemplate(head.id) ? templates.get(head.id) : undefined
    return {
      id: head.id,
      title: head.title,
      purpose: head.purpose,
      set: head.set,
      presence: head.presence,
      signers: [...head.signers],
      source: head.source,
      verified: head.verified,
      ...(head.note === undefined ? {} : { note: head.note }),
      from: head.from,
      ownWording,
      ...(template ? { template: { name: template.name, from: template.from } } : {}),
      blank,
      addable: isAddable(head),
    }
  })
}
