/** A text of a form cut into its words and the names that are filled in. */
export type ShownPart = { words: string } | { tag: string }

const chip = (inner: string): string => inner.trim().replace('|', '·')

/** Words as they stand, tags as short names: 案件.名称 */
export const shownParts = (text: string): ShownPart[] =>
  text
    .split(/(\{[^{}]+\})/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}')
        ? { tag: chip(part.slice(1, -1)) }
        : { words: part },
    )

/** On one line without braces, for lists. */
export const plainWords = (text: string): string =>
  shownParts(text)
    .map((part) => ('tag' in part ? `〔${part.tag}〕` : part.words))
    .join('')
