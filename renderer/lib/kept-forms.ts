import type { InputOf } from './ask.ts'
import { useKeptDraft } from './kept-draft.ts'

/** Forms begun in one case, each by the name of what it is about. */
export type KeptForms<T> = Readonly<Record<string, T>>

/** One form put in or taken out, the others untouched; undefined when none is left: the draft then goes. */
export const withForm = <T>(
  forms: KeptForms<T>,
  name: string,
  form: T | undefined,
): KeptForms<T> | undefined => {
  const others = Object.entries(forms).filter(([other]) => other !== name)
  const next = form === undefined ? others : [...others, [name, form] as const]
  return next.length === 0 ? undefined : Object.fromEntries(next)
}

const none = {}

/**
 * Several forms of one kind begun in a case, kept in the store like one draft.
 * @param caseId undefined for somebody who may not write there
 */
export const useKeptForms = <T>(
  kind: InputOf<'drafts.get'>['kind'],
  caseId: string | undefined,
): {
  forms: KeptForms<T>
  isLoaded: boolean
  keep: (name: string, form: T | undefined) => void
} => {
  const { draft, isLoaded, keep } = useKeptDraft<KeptForms<T>>(kind, caseId)
  const forms = draft ?? none
  return { forms, isLoaded, keep: (name, form) => keep(withForm(forms, name, form)) }
}
