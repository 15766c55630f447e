import type { FormHead } from '#contract/papers.ts'

/** Every word of the search stands in the title or the purpose. */
export const matchingForms = <F extends Pick<FormHead, 'title' | 'purpose'>>(
  forms: readonly F[],
  text: string,
): F[] => {
  const words = text.normalize('NFKC').trim().split(/\s+/).filter(Boolean)
  return forms.filter(({ title, purpose }) =>
    words.every((word) => title.includes(word) || purpose.includes(word)),
  )
}
