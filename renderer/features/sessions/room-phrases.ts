import type { OutputOf } from '../../lib/ask.ts'
import { findPhrase, phraseGroups, type Phrase } from '#db/domain/session/phrase.ts'

/** As the store gives them; a group that is not known here counts as the last one. */
export const roomPhrases = (given: OutputOf<'clauses.phrases'>): readonly Phrase[] =>
  given.map(({ key, group, text }) => ({
    key,
    group: phraseGroups.find((known) => known === group) ?? 'close',
    text,
    says: 'mediator',
  }))

/**
 * What to put in place of a key that stands right before the cursor.
 * @param before the words of the line up to the cursor
 */
export const phraseAt = (
  before: string,
  phrases: readonly Phrase[],
): { text: string; length: number } | undefined => {
  const found = findPhrase(before, phrases)
  return found && { text: found.phrase.text, length: found.to - found.from }
}
