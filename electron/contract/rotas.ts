import { z } from 'zod'
import { half, rotaKeepers, wallTime } from './lawyers.ts'
import { command, nothing, query, task } from './operation.ts'
import { id, instant, line, localDate } from './values.ts'

const touches = ['rotas'] as const
const published = ['rotas', 'duties', 'requests', 'lawyers'] as const
const revision = z.int().min(1)
const seatKey = z.strictObject({ lawyerId: id, shiftId: id })
const seats = z.array(seatKey).max(500)
const origin = z.enum(['solver', 'hand', 'copied', 'swap', 'cover', 'substitute'])

/** `changed`: published, and altered since; people know the published one. */
const state = z.enum(['draft', 'published', 'changed'])
const head = z.object({
  id,
  from: localDate,
  to: localDate,
  state,
  version: z.int(),
  publishedAt: instant.optional(),
  gaps: z.int(),
})

const load = z.object({
  served: z.int(),
  assigned: z.int(),
  expected: z.number(),
  deviation: z.number(),
})
const fairnessRow = z.object({ lawyerId: id, total: load, weekends: load, beforeHolidays: load })
const parts = z.record(z.string(), z.int())
const told = z.object({
  ruleId: z.string(),
  kind: z.string(),
  text: z.string(),
  lawyerIds: z.array(id),
  shiftIds: z.array(id),
})
const boardSeat = z.object({
  shiftId: id,
  lawyerId: id,
  pinned: z.boolean(),
  knowingly: z.boolean(),
  origin,
  /** One sentence: why this person, who else could, what it would cost. */
  reason: z.string(),
  /** The firm has to do with a party booked then; the case is not told. */
  conflict: z.boolean(),
  /** Not yet told to this person. */
  unpublished: z.boolean(),
})
const boardShift = z.object({
  id,
  date: localDate,
  half,
  deskId: id,
  deskName: z.string(),
  startsAt: wallTime,
  endsAt: wallTime,
  demand: z.int(),
  words: z.string(),
  /** Booked cases by number, and what they ask for; the cases are not told. */
  bookings: z.int(),
  needs: z.array(z.string()),
  /** Seats of people whom this editor does not see. */
  hidden: z.int(),
  /** A begun or past half-day is not changed on the board any more. */
  past: z.boolean(),
})
const boardLawyer = z.object({
  id,
  name: z.string(),
  initials: z.string(),
  firmName: z.string().optional(),
  lastServedOn: localDate.optional(),
  inMonth: z.int(),
  fairness: fairnessRow.optional(),
})
const board = head.extend({
  revision: z.int(),
  shifts: z.array(boardShift),
  seats: z.array(boardSeat),
  lawyers: z.array(boardLawyer),
  days: z.array(z.object({ date: localDate, open: z.boolean(), words: z.string() })),
  breaks: z.array(told),
  parts,
  partNames: z.record(z.string(), z.string()),
  total: z.int(),
  /** How the last search ended. */
  solved: z
    .object({ proven: z.boolean(), gap: z.int(), seconds: z.number(), at: instant, total: z.int() })
    .optional(),
  relaxed: z.array(z.object({ id: z.string(), text: z.string() })),
  notices: z.array(z.string()),
  mayMake: z.boolean(),
  /** A rota before this one to copy from. */
  mayCopy: z.boolean(),
})
export type RotaBoard = z.infer<typeof board>

const candidate = z.object({
  lawyerId: id,
  name: z.string(),
  initials: z.string(),
  firmName: z.string().optional(),
  /** Rules that it would break, in words; empty when this person may step in. */
  breaks: z.array(z.string()),
  cost: z.int(),
  /** What the cost is made of, by goal. */
  parts,
  served: z.int(),
  deviation: z.number(),
  lastServedOn: localDate.optional(),
  /** Absence or conflict that may be passed knowingly. */
  mayKnowingly: z.boolean(),
})
export type RotaCandidate = z.infer<typeof candidate>

const outcome = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('solved'),
    proven: z.boolean(),
    gap: z.int(),
    seconds: z.number(),
    revision: z.int(),
    seats: z.int(),
    gaps: z.array(z.object({ shiftId: id, missing: z.int(), text: z.string() })),
    notices: z.array(z.string()),
  }),
  z.object({
    outcome: z.literal('infeasible'),
    seconds: z.number(),
    text: z.string(),
    minimal: z.boolean(),
    clash: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        relax: z.string(),
        /** Setting this one aside is enough. */
        suffices: z.boolean(),
      }),
    ),
    /** All of them set aside make a rota possible. */
    relax: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('unknown'), seconds: z.number(), cancelled: z.boolean() }),
])
export type SolveOutcome = z.infer<typeof outcome>

export const rotas = {
  /** The newest first. */
  list: query({ allow: rotaKeepers, input: nothing, output: z.array(head) }),
  get: query({ allow: rotaKeepers, input: z.strictObject({ id }), output: board }),
  /** A draft with the shifts of the patterns; a stretch that another rota has is refused. */
  create: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ from: localDate, to: localDate }),
    output: z.object({ id, revision: z.int() }),
  }),
  /** Shifts anew from patterns and calendar; seats of shifts that stay are kept. Told what fell away, and how many have other times or another demand. */
  refreshShifts: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision }),
    output: z.object({
      revision: z.int(),
      added: z.int(),
      removed: z.int(),
      kept: z.int(),
      changed: z.int(),
    }),
  }),
  /** Only a draft that was never published. */
  remove: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision }),
    output: nothing,
  }),
  /** Who sat there a fortnight (or the stretch's own weeks) before, into the empty seats; pins and seats are kept. */
  copyLast: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({ id, revision }),
    output: z.object({ revision: z.int(), copied: z.int(), leftOut: z.int() }),
  }),
  /** What it takes away and adds, nothing else: whom this editor does not see stays. */
  move: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({
      id,
      revision,
      out: seats,
      /** `origin` of a seat that undo puts back; without it the seat is put by hand. */
      into: z.array(seatKey.extend({ origin: origin.optional() })).max(500),
      knowingly: z.boolean(),
    }),
    output: z.object({ revision: z.int() }),
  }),
  pin: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({
      id,
      revision,
      seat: seatKey,
      pinned: z.boolean(),
      knowingly: z.boolean(),
    }),
    output: z.object({ revision: z.int() }),
  }),
  setShift: command({
    allow: ['head'],
    touches,
    input: z
      .strictObject({
        id,
        revision,
        shiftId: id,
        demand: z.int().min(0).max(50),
        startsAt: wallTime,
        endsAt: wallTime,
        words: line(100),
      })
      .refine(({ startsAt, endsAt }) => startsAt < endsAt, { error: 'order', path: ['endsAt'] }),
    output: z.object({ revision: z.int() }),
  }),
  /** Rules set aside for this rota, by id; [] sets none aside. */
  relax: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision, relaxed: z.array(z.string().max(200)).max(50) }),
    output: z.object({ revision: z.int() }),
  }),
  /** What a move would break and mend, and how fairness would move. */
  whatIf: query({
    allow: rotaKeepers,
    input: z.strictObject({ id, out: seats, into: seats }),
    output: z.object({
      broken: z.array(told),
      mended: z.array(told),
      cost: z.int(),
      parts,
      fairness: z.array(z.object({ lawyerId: id, before: fairnessRow, after: fairnessRow })),
      /** Each in one line for a bubble beside the mouse. */
      words: z.array(z.string()),
    }),
  }),
  /** Who could sit there, the fairest and fittest first; those whom a rule keeps away last. */
  candidates: query({
    allow: rotaKeepers,
    input: z.strictObject({ id, shiftId: id, insteadOf: id.optional() }),
    output: z.array(candidate),
  }),
  /** Long; see `solving`. Pins stay; `gaps` keeps all that stands. */
  solve: task({
    allow: ['head'],
    touches,
    input: z.strictObject({
      id,
      revision,
      mode: z.enum(['all', 'gaps']),
      seed: z.int().min(0).max(2_147_483_647),
    }),
    output: outcome,
  }),
  solving: task({
    allow: ['head'],
    touches: [],
    input: z.strictObject({ id }),
    output: z.object({
      running: z.boolean(),
      seconds: z.number(),
      limit: z.int(),
      best: z.number().optional(),
      bound: z.number().optional(),
    }),
  }),
  /** Ends the search with the best rota so far. */
  stopSolving: task({
    allow: ['head'],
    touches: [],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  /** Who would be told what, what is empty, and what is broken. */
  beforePublish: query({
    allow: ['head'],
    input: z.strictObject({ id }),
    output: z.object({
      told: z.array(
        z.object({
          lawyerId: id,
          name: z.string(),
          phone: z.string(),
          added: z.array(z.object({ date: localDate, half })),
          removed: z.array(z.object({ date: localDate, half })),
          changed: z.array(z.object({ date: localDate, half })),
        }),
      ),
      gaps: z.array(z.object({ date: localDate, half, deskName: z.string(), missing: z.int() })),
      breaks: z.array(told),
    }),
  }),
  publish: command({
    allow: ['head'],
    touches: published,
    input: z.strictObject({ id, revision, words: line(200) }),
    output: z.object({ version: z.int(), revision: z.int(), notices: z.int() }),
  }),
}
