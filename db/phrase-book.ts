import { z } from 'zod'
import { type Phrase, phraseGroups } from './domain/session/phrase.ts'

const phrase = z.strictObject({
  key: z.string().regex(/^[a-z]{2}$/),
  group: z.enum(phraseGroups),
  text: z.string().refine((text) => text !== '' && text === text.trim() && !/[\r\n]/u.test(text)),
  says: z.literal('mediator'),
})

const phraseBook = z.strictObject({
  phrases: z
    .array(phrase)
    .min(1)
    .refine((list) => new Set(list.map(({ key }) => key)).size === list.length, {
      error: 'a key stands for one phrase',
    }),
})

/**
 * Reads `resources/forms/phrases.json`.
 * @throws ZodError or SyntaxError when it is no such book.
 */
export const parsePhraseBook = (json: string): Phrase[] =>
  phraseBook.parse(JSON.parse(json)).phrases
