/** In the order of a talk: tell, ask for consent and will, establish, sum up, close. */
export const phraseGroups = ['inform', 'ask', 'verify', 'sumup', 'close'] as const

export type PhraseGroup = (typeof phraseGroups)[number]

/** A sentence that is said in every talk, put into the record by a short key. */
export type Phrase = {
  /** Two small Latin letters, mostly the initials of its gist: gz for 告知. */
  key: string
  group: PhraseGroup
  text: string
  says: 'mediator'
}

/** The characters to replace, from `from` up to and without `to`. */
export type FoundPhrase = { phrase: Phrase; from: number; to: number }

/** Chinese input methods give 、 or a full-width sign for the key of /; letters may be full-width too. */
const shortcut = /(?<![\p{Script=Latin}\p{Nd}/／、])[/／、]([a-zａ-ｚ]{2})$/iu

/**
 * The phrase whose key was typed after / or 、 at the very end of what stands before the cursor. After a letter
 * or a figure it is no key: 尺码M、XL, 3/kg.
 * @policy Any case, since the caps lock may be on.
 */
export const findPhrase = (typed: string, phrases: readonly Phrase[]): FoundPhrase | undefined => {
  const match = shortcut.exec(typed)
  if (!match) return undefined
  const key = (match[1] ?? '').normalize('NFKC').toLowerCase()
  const phrase = phrases.find((each) => each.key === key)
  return phrase && { phrase, from: match.index, to: typed.length }
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/**
 * Phrases to choose from while typing: those whose key begins so, then those whose words hold it. All for an
 * empty query.
 * @policy A leading / or 、 is not part of the query.
 */
export const matchPhrases = (query: string, phrases: readonly Phrase[]): Phrase[] => {
  const wanted = plain(query).replace(/^[/、]/u, '')
  const byKey = phrases.filter(({ key }) => key.startsWith(wanted))
  return [
    ...byKey,
    ...phrases.filter((phrase) => !byKey.includes(phrase) && plain(phrase.text).includes(wanted)),
  ]
}
