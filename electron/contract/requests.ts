import { z } from 'zod'
import { dutyLine } from './duty-line.ts'
import { command, nothing, query } from './operation.ts'
import { id, instant, line, localDate } from './values.ts'

const touches = ['duties', 'rotas', 'requests', 'lawyers'] as const
const revision = z.int().min(1)

export const rotaRequest = z.object({
  id,
  revision: z.int(),
  kind: z.enum(['leave', 'cover', 'swap']),
  state: z.enum(['asked', 'agreed', 'done', 'declined', 'withdrawn']),
  lawyerId: id,
  lawyerName: z.string(),
  duty: dutyLine.optional(),
  partnerId: id.optional(),
  partnerName: z.string().optional(),
  partnerDuty: dutyLine.optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  words: z.string(),
  decidedWords: z.string(),
  createdAt: instant,
  /** Rules that it would break as things stand now, in words. */
  breaks: z.array(z.string()),
  /** The half-day has begun: nothing can be done any more. */
  over: z.boolean(),
  mayAnswer: z.boolean(),
  mayDecide: z.boolean(),
  mayWithdraw: z.boolean(),
})
export type RotaRequest = z.infer<typeof rotaRequest>

export const requests = {
  /** Keepers see all, a lawyer the own ones and those that ask for him or her. */
  list: query({
    allow: ['head', 'receptionist', 'lawyer'],
    input: z.strictObject({ open: z.boolean() }),
    output: z.array(rotaRequest),
  }),
  /** Who could cover this duty and with whom it could be swapped, each checked against every rule. */
  options: query({
    allow: ['head', 'receptionist', 'lawyer'],
    input: z.strictObject({ dutyId: id }),
    output: z.object({
      /** Too late for the lawyer: the head must do it. */
      closed: z.boolean(),
      covers: z.array(
        z.object({
          lawyerId: id,
          name: z.string(),
          firmName: z.string(),
          breaks: z.array(z.string()),
          served: z.int(),
          deviation: z.number(),
        }),
      ),
      swaps: z.array(
        z.object({
          duty: dutyLine,
          lawyerId: id,
          name: z.string(),
          firmName: z.string(),
          breaks: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** Leave takes effect at once and leaves its duties to be covered; cover and swap wait for the partner. */
  ask: command({
    allow: ['lawyer', 'head', 'receptionist'],
    touches,
    input: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('leave'),
        lawyerId: id,
        from: localDate,
        to: localDate,
        words: line(200),
      }),
      z.strictObject({
        kind: z.literal('cover'),
        dutyId: id,
        partnerId: id.optional(),
        words: line(200),
      }),
      z.strictObject({
        kind: z.literal('swap'),
        dutyId: id,
        partnerDutyId: id,
        words: line(200),
      }),
    ]),
    output: z.object({ id, state: rotaRequest.shape.state }),
  }),
  /** The partner's word; a keeper may note it (told by telephone). */
  answer: command({
    allow: ['lawyer', 'head', 'receptionist'],
    touches,
    input: z.strictObject({ id, revision, agree: z.boolean(), words: line(200) }),
    output: z.object({ state: rotaRequest.shape.state }),
  }),
  /** `partnerId`: who takes a cover that named nobody. */
  decide: command({
    allow: ['head'],
    touches,
    input: z.strictObject({
      id,
      revision,
      approve: z.boolean(),
      knowingly: z.boolean(),
      partnerId: id.optional(),
      words: line(200),
    }),
    output: z.object({ state: rotaRequest.shape.state }),
  }),
  withdraw: command({
    allow: ['lawyer', 'head', 'receptionist'],
    touches,
    input: z.strictObject({ id, revision }),
    output: nothing,
  }),
  /** By the head for two others, who both agreed: checked, done and published in one step. */
  swapFor: command({
    allow: ['head'],
    touches,
    input: z.strictObject({
      dutyId: id,
      partnerDutyId: id,
      knowingly: z.boolean(),
      words: line(200),
    }),
    output: z.object({ id }),
  }),
}
