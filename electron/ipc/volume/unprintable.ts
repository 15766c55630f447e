import { codeText, markText, paperText } from '#documents/paper-text.ts'
import type { Core } from '../core.ts'
import type { Made } from './render-paper.ts'

export type Unprintable = { character: string; codePoint: string }

/** Texts anywhere in a value. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

const textOf = ({ paper, template }: Made): string =>
  template
    ? wordsIn(template.data).join('')
    : `${paperText(paper)}${markText(paper)}${codeText(paper)}${paper.footNote ?? ''}`

/** Characters of these papers that this machine cannot print, each once: found before they are missing on paper. */
export async function unprintableIn(core: Core, ...papers: Made[]): Promise<Unprintable[]> {
  const characters = new Set(papers.flatMap((made) => [...textOf(made)]))
  for (const white of ['\n', '\t', ' ', '\u3000']) characters.delete(white)
  const missing = await core.host.missingGlyphs([...characters].join(''))
  return missing.map((character) => ({
    character,
    codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  }))
}
