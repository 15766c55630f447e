import { z } from 'zod'
import {
  consultationCategories,
  consultationManners,
  consultationOutcomes,
  consultationSatisfactions,
  identityKinds,
} from '#db/domain/consultation/register.ts'
import { command, query } from './operation.ts'
import { filledLine, id, instant, line, localDate, prose } from './values.ts'

const counsellors = ['lawyer', 'head', 'receptionist', 'mediator'] as const
const keysOf = <K extends string>(table: Readonly<Record<K, string>>) =>
  z.enum(Object.keys(table) as [K, ...K[]])
const category = keysOf(consultationCategories)

/** 法律咨询登记表 (F26); everything but time, manner and category may stay blank. */
const form = z.strictObject({
  at: instant,
  manner: keysOf(consultationManners),
  category,
  lawyerId: id.optional(),
  dutyId: id.optional(),
  name: line(50),
  /** Would not say who they are; noted instead of a name. */
  anonymous: z.boolean(),
  sex: z.enum(['male', 'female']).optional(),
  age: z.int().min(0).max(130).optional(),
  phone: line(30),
  address: line(200),
  workUnit: line(100),
  identities: z.array(keysOf(identityKinds)).max(10),
  otherSide: line(100),
  facts: prose(5000),
  materials: prose(1000),
  answer: prose(5000),
  basis: prose(1000),
  outcome: keysOf(consultationOutcomes).optional(),
  outcomeWords: line(200),
  /** Asks for money under a contract of work, or for an injury at work. */
  legalAidHintShown: z.boolean(),
  signed: z.enum(['signed', 'refused', 'notAsked']),
  satisfaction: keysOf(consultationSatisfactions),
})
export type ConsultationForm = z.infer<typeof form>

const row = z.object({
  id,
  number: z.string(),
  at: instant,
  manner: form.shape.manner,
  category,
  name: z.string(),
  lawyerName: z.string().optional(),
  outcome: form.shape.outcome,
  /** Letters and online questions must be answered by then. */
  answerDueAt: instant.optional(),
  caseId: id.optional(),
  caseNumber: z.string().optional(),
})
export type ConsultationRow = z.infer<typeof row>
const touches = ['consultations', 'duties'] as const

export const consultations = {
  /** A lawyer sees the own ones; staff see all. */
  list: query({
    allow: counsellors,
    input: z.strictObject({
      from: localDate,
      to: localDate,
      text: line(50).optional(),
      lawyerId: id.optional(),
      /** Those that were taken out of the register, instead of the others. */
      removed: z.boolean().optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ rows: z.array(row), total: z.int() }),
  }),
  get: query({
    allow: counsellors,
    input: z.strictObject({ id }),
    output: z.object({
      id,
      number: z.string(),
      revision: z.int(),
      form,
      lawyerName: z.string().optional(),
      caseId: id.optional(),
      caseNumber: z.string().optional(),
      draftId: id.optional(),
      removed: z.boolean(),
      mayEdit: z.boolean(),
      /** 法律援助法 第四十二条第三项: no look at means. */
      legalAid: z.object({ applies: z.boolean(), text: z.string(), source: z.string() }),
    }),
  }),
  /** A new one with `revision` 0 takes its number with the first save; saved while it is typed. */
  save: command({
    allow: counsellors,
    touches,
    input: z.strictObject({ id, revision: z.int().min(0), form }),
    output: z.object({ revision: z.int(), number: z.string() }),
  }),
  remove: command({
    allow: counsellors,
    touches,
    input: z.strictObject({ id, revision: z.int().min(1), words: filledLine(200) }),
    output: z.object({ revision: z.int() }),
  }),
  restore: command({
    allow: counsellors,
    touches,
    input: z.strictObject({ id, revision: z.int().min(1) }),
    output: z.object({ revision: z.int() }),
  }),
  /** The consultations out of which a case grew. */
  ofCase: query({
    allow: ['head', 'receptionist', 'mediator'],
    input: z.strictObject({ caseId: id }),
    output: z.array(row),
  }),
  /** Who may have answered: those on duty that day first; a lawyer only him- or herself. */
  lawyers: query({
    allow: counsellors,
    input: z.strictObject({ date: localDate }),
    output: z.array(z.object({ id, name: z.string(), initials: z.string(), onDuty: z.boolean() })),
  }),
  /** Counters of one lawyer and day. */
  counts: query({
    allow: counsellors,
    input: z.strictObject({ lawyerId: id, date: localDate }),
    output: z.object({
      counts: z.array(z.object({ category, count: z.int() })),
      words: z.string(),
      dutyId: id.optional(),
    }),
  }),
  /** Sets the counters of a lawyer and day, all of them at once. */
  setCounts: command({
    allow: counsellors,
    touches,
    input: z.strictObject({
      lawyerId: id,
      date: localDate,
      counts: z.array(z.strictObject({ category, count: z.int().min(0).max(999) })).max(30),
      words: line(500),
    }),
    output: z.object({ total: z.int() }),
  }),
  /** Begins an intake with what is known; the case is linked when it is registered. */
  handOver: command({
    allow: ['head', 'receptionist', 'mediator'],
    touches: ['consultations', 'intake'],
    input: z.strictObject({ id, revision: z.int().min(1) }),
    output: z.object({ draftId: id }),
  }),
  statistics: query({
    allow: counsellors,
    input: z.strictObject({ from: localDate, to: localDate }),
    output: z.object({
      full: z.int(),
      counted: z.int(),
      byCategory: z.array(z.object({ category, full: z.int(), counted: z.int() })),
      byManner: z.array(z.object({ manner: form.shape.manner, count: z.int() })),
      byOutcome: z.array(z.object({ outcome: keysOf(consultationOutcomes), count: z.int() })),
    }),
  }),
}
