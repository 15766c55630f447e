import type { LocalDate } from '../../local-date.ts'
import { type Draft, finishDraft, type ReadTerm } from './draft.ts'
import type { SpringFestivals } from './found-date.ts'
import type { ReaderParty } from './people.ts'
import { splitText } from './phrases.ts'
import { readSentence } from './sentence.ts'
import { settleParagraph } from './sums.ts'

export type ReadContext = {
  /** The day on which the words were said. */
  on: LocalDate
  /** Without it 春节前 stays a phrase. */
  springFestivals?: SpringFestivals | undefined
  /** Name of the party whose words these are; with exactly one other party 我 and 你 have names. */
  speaker?: string | undefined
  parties?: readonly ReaderParty[] | undefined
  /** The text is this party's own proposal, so that 要求…, 至少… name terms as well. */
  readDemands?: boolean | undefined
}

/**
 * Terms that rules can read out of what was typed, in the order of the text. Questions, refusals, conditions,
 * debts, the past and sums that are only about so much yield nothing.
 * @policy Issue 3 §2: rules, not guesses; what it cannot read it leaves alone
 */
export const readTerms = (text: string, context: ReadContext): ReadTerm[] => {
  const { on, springFestivals = {}, speaker, parties = [], readDemands = false } = context
  const { compact, sentences } = splitText(text, { on, springFestivals, parties })
  const terms: Draft[] = []
  let paragraph: Draft[] = []
  let isUnread = false
  let firstPhrase = 0
  const finish = () => {
    terms.push(...settleParagraph(paragraph, isUnread))
    ;[paragraph, isUnread] = [[], false]
  }
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.startsParagraph) finish()
    const reading = readSentence(sentence, {
      speaker,
      parties,
      readDemands,
      sentence: index,
      firstPhrase,
    })
    paragraph.push(...reading.drafts)
    isUnread ||= reading.isUnread
    firstPhrase += sentence.phrases.length
  }
  finish()
  return terms
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map((draft) => finishDraft(draft, { text, compact, on }))
}
