import { z } from 'zod'
import { command, nothing, query, task } from './operation.ts'
import { filledLine, id, line, localDate } from './values.ts'

export const half = z.enum(['morning', 'afternoon'])
/** HH:MM */
export const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'time' })
/** Those who keep the rota; the head alone makes, publishes and decides. */
export const rotaKeepers = ['head', 'receptionist'] as const

const touches = ['firms', 'lawyers', 'rotas', 'duties', 'bookings'] as const
const revision = z.int().min(0)

const firmForm = z.strictObject({
  name: filledLine(100),
  shortName: filledLine(20),
  phone: line(50),
  address: line(200),
  note: line(500),
  agreementFrom: localDate.optional(),
  agreementTo: localDate.optional(),
})
const interestForm = z.strictObject({
  firmId: id,
  side: z.enum(['for', 'against']),
  name: filledLine(100),
  identityNumber: line(30),
  fromOn: localDate.optional(),
  toOn: localDate.optional(),
  note: line(200),
})
const firm = firmForm.extend({
  id,
  revision: z.int(),
  lawyers: z.int(),
  /** On today: in force, not yet, over, or without dates. */
  agreement: z.enum(['inForce', 'notYet', 'over', 'unknown']),
  interests: z.array(interestForm.extend({ id, revision: z.int() })),
})
export type Firm = z.infer<typeof firm>

export const firms = {
  list: query({ allow: rotaKeepers, input: nothing, output: z.array(firm) }),
  /** Without `id` a new one. */
  save: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id: id.optional(), revision, firm: firmForm }),
    output: z.object({ id, revision: z.int() }),
  }),
  /** Refused while lawyers of it are with the centre. */
  remove: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision }),
    output: nothing,
  }),
  saveInterest: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id: id.optional(), revision, interest: interestForm }),
    output: z.object({ id, revision: z.int() }),
  }),
  removeInterest: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision }),
    output: nothing,
  }),
}

const weekly = z.array(z.strictObject({ weekday: z.int().min(1).max(7), half })).max(14)
const lawyerForm = z.strictObject({
  name: filledLine(30),
  /** The account by which this person signs in. */
  userId: id.optional(),
  firmId: id.optional(),
  licenceNumber: line(40),
  fields: z.array(filledLine(30)).max(20),
  languages: z.array(filledLine(30)).max(20),
  phone: line(30),
  contactHours: line(100),
  joinedOn: localDate,
  leftOn: localDate.optional(),
  sharePercent: z.int().min(5).max(300),
  /** Half-days of the week that suit; absent: all. */
  weekly: weekly.optional(),
  perWeek: z.int().min(0).max(14).optional(),
  perMonth: z.int().min(0).max(62).optional(),
  restDays: z.int().min(0).max(30),
  twiceADay: z.boolean(),
  /** Only the head sees this person on the rota. */
  headOnly: z.boolean(),
  note: line(500),
})
export type LawyerForm = z.infer<typeof lawyerForm>

const dayKind = z.enum(['available', 'unavailable', 'leave', 'want', 'avoid'])
const dayForm = z.strictObject({
  kind: dayKind,
  fromOn: localDate,
  toOn: localDate,
  half: half.optional(),
  words: line(200),
})
const lawyerDay = dayForm.extend({
  id,
  source: z.enum(['hand', 'self', 'xlsx', 'ics']),
})
const lawyer = lawyerForm.extend({
  id,
  revision: z.int(),
  initials: z.string(),
  firmName: z.string().optional(),
  active: z.boolean(),
  hasPin: z.boolean(),
  /** Days from a month ago on. */
  days: z.array(lawyerDay),
  /** Duties of the last 365 days, and the last one. */
  served: z.int(),
  lastServedOn: localDate.optional(),
})
export type Lawyer = z.infer<typeof lawyer>

const importedLine = z.object({
  /** Row of the sheet or name of the event. */
  where: z.string(),
  lawyerId: id.optional(),
  lawyerName: z.string(),
  day: dayForm.optional(),
  /** Why the line is left out. */
  trouble: z
    .enum(['unknownName', 'sameName', 'noDate', 'badDate', 'badKind', 'badHalf', 'repeats', 'past'])
    .optional(),
  /** Takes the place of one that an earlier file brought. */
  replaces: z.boolean(),
})
export type ImportedLine = z.infer<typeof importedLine>

/** A published duty that a change of days falls on: it stays until somebody else is put in. */
const hitDuty = z.object({ dutyId: id, date: localDate, half })
export type HitDuty = z.infer<typeof hitDuty>

export const lawyers = {
  /** The head sees everybody, other keepers all but `headOnly`; a lawyer only him- or herself. */
  list: query({
    allow: ['head', 'receptionist', 'lawyer'],
    input: nothing,
    output: z.array(lawyer),
  }),
  /** Answers the duties that are planned on and after the day of leaving. */
  save: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id: id.optional(), revision, lawyer: lawyerForm }),
    output: z.object({ id, revision: z.int(), duties: z.array(hitDuty) }),
  }),
  /** Six digits, for signing in and out at the desk; by the head, or by the lawyer for him- or herself. */
  setPin: command({
    allow: ['head', 'lawyer'],
    touches: ['lawyers', 'duties'],
    input: z.strictObject({ id, pin: z.string().regex(/^\d{6}$/u, { error: 'pin' }) }),
    output: nothing,
  }),
  /** A lawyer for him- or herself, a keeper for all; answers the duties that it falls on. */
  addDay: command({
    allow: ['head', 'receptionist', 'lawyer'],
    touches,
    input: z.strictObject({ lawyerId: id, day: dayForm }),
    output: z.object({ id, duties: z.array(hitDuty) }),
  }),
  removeDay: command({
    allow: ['head', 'receptionist', 'lawyer'],
    touches,
    input: z.strictObject({ id }),
    output: nothing,
  }),
  /** An empty sheet with the names of the lawyers, to be filled in. */
  saveTemplate: task({
    allow: rotaKeepers,
    touches: [],
    input: nothing,
    output: z.object({ saved: z.string().optional() }),
  }),
  /** Asks for an .xlsx (many lawyers) or .ics (of `lawyerId`) and reads it; nothing is written yet. */
  readAvailability: task({
    allow: ['head', 'receptionist', 'lawyer'],
    touches: [],
    input: z.strictObject({ lawyerId: id.optional() }),
    output: z.object({
      file: z
        .object({ handle: z.string(), name: z.string(), lines: z.array(importedLine) })
        .optional(),
    }),
  }),
  /** Writes the good lines of a file that was read; those of an earlier file with the same keys give way. */
  importAvailability: task({
    allow: ['head', 'receptionist', 'lawyer'],
    touches,
    input: z.strictObject({ handle: z.string().max(100), lawyerId: id.optional() }),
    output: z.object({
      written: z.int(),
      replaced: z.int(),
      leftOut: z.int(),
      /** Duties that the absences in it fall on. */
      duties: z.array(hitDuty.extend({ lawyerName: z.string() })),
    }),
  }),
}
