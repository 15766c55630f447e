import { DomainError } from '#db/domain/errors.ts'
import { codedForms } from '#documents/forms/coded-forms.ts'
import type { Resources } from './resources.ts'

type Shelf = Pick<Resources, 'forms'>

const titles = (shelf: Shelf): ReadonlyMap<string, string> =>
  new Map([...shelf.forms(), ...codedForms].map(({ id, title }) => [id, title]))

/** What a form is called; its id when this version no longer knows it. */
export const formTitles = (shelf: Shelf): ((form: string) => string) => {
  const known = titles(shelf)
  return (form) => known.get(form) ?? form
}

/** @throws DomainError papers.unknownForm */
export const requireForm = (shelf: Shelf, form: string): void => {
  if (!titles(shelf).has(form)) throw new DomainError('papers.unknownForm', { form })
}
