import { z } from 'zod'
import { caseWorkers, command, nothing, query } from './operation.ts'
import { filledLine, id, instant, line, localDate, prose } from './values.ts'

export const risks = ['low', 'normal', 'high'] as const
export const satisfactions = ['very', 'satisfied', 'neutral', 'dissatisfied', 'notSaid'] as const
export const recurrences = ['none', 'hidden', 'escalated'] as const
export const visitManners = ['phone', 'visit', 'office', 'message'] as const

const answers = {
  manner: z.enum(visitManners),
  partyId: id.optional(),
  visitedName: filledLine(100),
  visitorName: filledLine(50),
  performance: prose(1000),
  satisfaction: z.enum(satisfactions),
  laterSuit: prose(500),
  mistakes: prose(500),
  recurrence: z.enum(recurrences),
  recurrenceWords: prose(500),
  measures: prose(1000),
}

const visit = z.object({
  id,
  plannedOn: localDate,
  cause: z.enum(['beforeDue', 'afterDue', 'afterClosing', 'byHand']),
  obligationTitle: z.string().optional(),
  state: z.enum(['planned', 'done', 'skipped']),
  doneAt: instant.optional(),
  /** Of a visit that was made. */
  answers: z.object(answers).partial().optional(),
  skippedReason: z.string().optional(),
  revision: z.int(),
  /** Its paper is `f13` of this object. */
  sheetId: id.optional(),
  /** The new case that grew out of it. */
  laterCase: z.object({ caseId: id, caseNumber: z.string() }).optional(),
})
export type Visit = z.infer<typeof visit>

const plan = z.strictObject({
  /** Days before and after each due date. */
  beforeDue: z.array(z.int().min(0).max(60)).max(5),
  afterDue: z.array(z.int().min(0).max(60)).max(5),
  /** Days after closing, by risk. */
  afterClosing: z.strictObject({
    low: z.array(z.int().min(0).max(365)).max(10),
    normal: z.array(z.int().min(0).max(365)).max(10),
    high: z.array(z.int().min(0).max(365)).max(10),
  }),
})
export type VisitPlan = z.infer<typeof plan>

const touches = ['visits', 'cases', 'clocks', 'sheets', 'dossiers', 'papers'] as const

export const visits = {
  ofCase: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      risk: z.enum(risks),
      riskWords: z.string(),
      riskProposed: z.object({ risk: z.enum(risks), why: z.array(z.string()) }),
      visits: z.array(visit),
      earlierCase: z.object({ caseId: id, caseNumber: z.string(), title: z.string() }).optional(),
      laterCases: z.array(z.object({ caseId: id, caseNumber: z.string(), title: z.string() })),
      mayEdit: z.boolean(),
    }),
  }),
  setRisk: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ caseId: id, risk: z.enum(risks), words: line(200) }),
    output: nothing,
  }),
  plan: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ caseId: id, plannedOn: localDate }),
    output: z.object({ id }),
  }),
  move: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, revision: z.int().min(1), plannedOn: localDate }),
    output: z.object({ revision: z.int() }),
  }),
  /** Writes down a visit: a planned one, or (without `id`) one that nobody planned. */
  record: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      id: id.optional(),
      revision: z.int().min(0),
      doneAt: instant,
      ...answers,
    }),
    output: z.object({ id, revision: z.int(), sheetId: id }),
  }),
  skip: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, revision: z.int().min(1), reason: filledLine(200) }),
    output: nothing,
  }),
  /** The quarrel broke out again: a new case with the same parties, linked to the old one. */
  reopenAsNew: command({
    allow: caseWorkers,
    touches: ['visits', 'cases', 'clocks'],
    input: z.strictObject({
      visitId: id,
      narrative: prose(20_000).refine((text) => text.trim() !== '', { error: 'blank' }),
      claim: prose(5000),
    }),
    output: z.object({ caseId: id, caseNumber: z.string() }),
  }),
  settings: query({ allow: 'signedIn', input: nothing, output: plan }),
  saveSettings: command({
    allow: ['head'],
    touches: ['visits', 'clocks'],
    input: plan,
    output: nothing,
  }),
}
