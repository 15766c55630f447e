import { z } from 'zod'
import { command, nothing, query } from './operation.ts'
import { answer, fen, id, instant, localDate, offerTerms, prose } from './values.ts'

const offerRecord = offerTerms.extend({
  id,
  ordinal: z.int(),
  /** Whose offer; absent is the mediator's own proposal. */
  partyId: id.optional(),
  replyTo: id.optional(),
  sessionId: id.optional(),
  /** Who alone knows of it until it is released. */
  confidantId: id.optional(),
  madeAt: instant,
  releasedAt: instant.optional(),
  withdrawnAt: instant.optional(),
  answers: z.array(z.object({ partyId: id, answer, at: instant })),
})

/** How a term of the agreed package and its clause in the agreement stand to each other. */
const stepItem = z.object({
  termId: id,
  clauseId: id.optional(),
  state: z.enum([
    'inStep',
    /** The clause was changed by hand. */
    'clauseChanged',
    /** The clause was taken out of the agreement. */
    'clauseMissing',
    /** The clause stands, but its term is no longer agreed. */
    'termGone',
    /** Both were changed. */
    'bothChanged',
  ]),
  /** Fields that differ: payerId, payeeId, totalFen, instalments, text. */
  fields: z.array(z.string()),
})
export const stepRecord = z.object({
  /** Absent when no package is agreed (any more). */
  agreedOfferId: id.optional(),
  items: z.array(stepItem),
})

const mediators = ['mediator', 'head'] as const

/** Everything here is behind the wall: only the mediator of the case may ask. */
export const offers = {
  ledger: query({
    allow: mediators,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      offers: z.array(offerRecord),
      parties: z.array(
        z.object({
          id,
          name: z.string(),
          role: z.string(),
          side: z.enum(['claimant', 'opponent']),
        }),
      ),
      agreedOfferId: id.optional(),
      distances: z.array(
        z.object({
          offerId: id,
          ordinal: z.int(),
          at: instant,
          side: z.enum(['claimant', 'opponent', 'mediator']),
          amountFen: z.int(),
          distanceFen: z.int().optional(),
        }),
      ),
      /** The living agreement of the case, if there is one, and how it keeps step. */
      agreementId: id.optional(),
      step: stepRecord,
    }),
  }),
  /** Said now; in a separate talk (or when said so) only the confidant knows of it until it is released. */
  make: command({
    allow: mediators,
    touches: ['offers', 'agreements'],
    input: z.strictObject({
      id,
      caseId: id,
      sessionId: id.optional(),
      partyId: id.optional(),
      replyTo: id.optional(),
      confidantId: id.optional(),
      terms: offerTerms,
    }),
    output: z.object({ ordinal: z.int() }),
  }),
  answer: command({
    allow: mediators,
    touches: ['offers', 'agreements', 'cases', 'clocks'],
    input: z.strictObject({ offerId: id, partyId: id, answer }),
    output: z.object({ agreed: z.boolean() }),
  }),
  withdraw: command({
    allow: mediators,
    touches: ['offers', 'agreements', 'cases', 'clocks'],
    input: z.strictObject({ offerId: id }),
    output: nothing,
  }),
  /** Told in confidence, may now be told to the other side. */
  release: command({
    allow: mediators,
    touches: ['offers', 'agreements', 'cases', 'clocks'],
    input: z.strictObject({ offerId: id }),
    output: nothing,
  }),
  /** The agreement was changed by hand: its clauses become a new proposal that both sides must answer. */
  proposeFromAgreement: command({
    allow: mediators,
    touches: ['offers', 'agreements'],
    input: z.strictObject({ id, agreementId: id }),
    output: z.object({ ordinal: z.int() }),
  }),
  /** Terms that rules can read out of what was typed; what they cannot read they leave alone. */
  read: query({
    allow: mediators,
    input: z.strictObject({ caseId: id, partyId: id.optional(), text: prose(4000) }),
    output: z.array(
      z.object({
        kind: z.enum(['pay', 'act', 'refrain', 'apologise', 'confirm', 'other']),
        amountFen: fen.optional(),
        payerId: id.optional(),
        payeeId: id.optional(),
        /** Dates that follow from the words, in order. */
        dueOn: z.array(localDate),
        /** The words of a due time that no rule makes a date of. */
        duePhrase: z.string().optional(),
        /** How many equal parts, when said. */
        parts: z.int().optional(),
        isRemainder: z.boolean(),
        text: z.string(),
        span: z.tuple([z.int(), z.int()]),
      }),
    ),
  }),
}
