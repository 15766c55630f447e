import { z } from 'zod'
import { clauseKinds } from '#db/domain/agreement/content.ts'
import { slotKinds } from '#db/domain/agreement/library/library-clause.ts'
import { command, nothing, query } from './operation.ts'
import { filledLine, id, line, localDate, prose } from './values.ts'

const workers = ['mediator', 'head'] as const

const ownClause = {
  title: filledLine(60),
  typeCodes: z.array(line(30)).max(50),
  kind: z.enum(clauseKinds),
  text: prose(4000).refine((text) => text.trim() !== '', { error: 'blank' }),
  note: line(500),
}

/** Wording to take from: shipped clauses by kind of dispute, a centre's own ones, and phrases. */
export const clauses = {
  list: query({
    allow: workers,
    input: z.strictObject({ typeCode: line(30) }),
    output: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        group: z.string(),
        typeCodes: z.array(z.string()),
        kind: z.enum(clauseKinds),
        text: z.string(),
        slots: z.array(
          z.object({ name: z.string(), kind: z.enum(slotKinds), hint: z.string().optional() }),
        ),
        note: z.string(),
        source: z.string(),
        verified: z.boolean(),
        from: localDate.optional(),
        isOwn: z.boolean(),
        /** Made for the asked kind of dispute, not for every one. */
        fits: z.boolean(),
      }),
    ),
  }),
  add: command({
    allow: workers,
    touches: ['clauses'],
    input: z.strictObject(ownClause),
    output: z.object({ id }),
  }),
  change: command({
    allow: workers,
    touches: ['clauses'],
    input: z.strictObject({ id, ...ownClause }),
    output: nothing,
  }),
  remove: command({
    allow: workers,
    touches: ['clauses'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  phrases: query({
    allow: workers,
    input: nothing,
    output: z.array(z.object({ key: z.string(), group: z.string(), text: z.string() })),
  }),
}
