import { z } from 'zod'
import { command, nothing, query } from './operation.ts'
import { answer, id, instant, line } from './values.ts'

const atTheTable = ['mediator', 'head'] as const
const paperKey = { paper: z.enum(['minutes', 'agreement']), objectId: id }

/** Reading a record or an agreement to the parties, piece by piece, with a yes of each. */
export const readBacks = {
  get: query({
    allow: atTheTable,
    input: z.strictObject(paperKey),
    output: z.object({
      caseId: id,
      title: z.string(),
      /** Digest of exactly these pieces: an answer counts for this text only. */
      sha256: z.string(),
      items: z.array(z.object({ key: z.string(), heading: z.string(), text: z.string() })),
      parties: z.array(z.object({ id, name: z.string(), role: z.string() })),
      /** Last answers to this very text. */
      answers: z.array(
        z.object({ item: z.string(), partyId: id, answer, words: z.string(), at: instant }),
      ),
      /** Every party said yes to every piece. */
      complete: z.boolean(),
    }),
  }),
  answer: command({
    allow: atTheTable,
    touches: ['readBacks', 'agreements', 'cases', 'clocks'],
    input: z.strictObject({
      ...paperKey,
      sha256: z.string().length(64),
      item: line(50),
      partyId: id,
      answer,
      words: line(500),
    }),
    output: nothing,
  }),
}
