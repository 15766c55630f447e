import { z } from 'zod'
import { attitudes, otherBodies, scopeDoubts } from '#db/domain/case/intake.ts'
import type { NextStepCode } from '#db/domain/case/next-step.ts'
import { terminationReasons } from '#db/domain/case/status.ts'
import { caseWorkers, command, nothing, query } from './operation.ts'
import {
  agreementStatus,
  caseStatus,
  deadline,
  fen,
  id,
  instant,
  line,
  localDate,
  party,
  partyForm,
  prose,
  reason,
  role,
} from './values.ts'

const caseSummary = z.object({
  id,
  caseNumber: z.string(),
  title: z.string(),
  status: caseStatus,
  typeCode: z.string(),
  sourceCode: z.string(),
  parties: z.string(),
  amountFen: fen.optional(),
  appliedAt: instant,
  acceptedOn: localDate.optional(),
  mediatorId: id.optional(),
  mediatorName: z.string().optional(),
  agreementNumber: z.string().optional(),
  nextStep: z.object({
    code: z.custom<NextStepCode>((value) => typeof value === 'string'),
    ruleId: z.string().optional(),
    dueOn: localDate.optional(),
    by: role.optional(),
  }),
  deadline: deadline.optional(),
})
export type CaseSummary = z.infer<typeof caseSummary>

/** The moves a person makes by hand; the others follow from sessions and agreements. */
export const caseMoves = [
  'requestSupplement',
  'supplement',
  'accept',
  'reject',
  'takeOn',
  'handBack',
  'suspend',
  'resume',
  'refuseSigning',
  'terminate',
  'withdraw',
  'extend',
  'performFully',
  'startFollowUp',
  'completeFollowUp',
  'skipFollowUp',
  'reopen',
] as const
export type CaseMove = (typeof caseMoves)[number]

const timelineItem = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  kind: z.string(),
  fromStatus: caseStatus.optional(),
  toStatus: caseStatus.optional(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type TimelineItem = z.infer<typeof timelineItem>

export const attachment = z.object({
  id,
  kind: z.enum(['signedScan', 'evidence', 'identity', 'other']),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  agreementId: id.optional(),
  addedByName: z.string(),
  addedAt: instant,
})

const caseRecord = caseSummary.extend({
  place: z.string(),
  narrative: z.string(),
  claim: z.string(),
  peopleCount: z.int(),
  otherBody: z.enum(otherBodies),
  otherBodyName: z.string(),
  otherBodyRefers: z.boolean(),
  otherSide: z.enum(attitudes),
  scopeDoubts: z.array(z.enum(scopeDoubts)),
  createdByName: z.string(),
  partyRecords: z.array(party),
  timeline: z.array(timelineItem),
  sessions: z.array(
    z.object({
      id,
      ordinal: z.int(),
      status: z.enum(['open', 'ended']),
      mediatorName: z.string(),
      startedAt: instant,
      endedAt: instant.optional(),
      result: z.enum(['agreed', 'notAgreed', 'adjourned']).optional(),
      entryCount: z.int(),
    }),
  ),
  agreements: z.array(
    z.object({
      id,
      version: z.int(),
      status: agreementStatus,
      fileNumber: z.string().optional(),
      effectiveOn: localDate.optional(),
    }),
  ),
  attachments: z.array(attachment),
  deadlines: z.array(deadline),
  acceptanceReasons: z.array(reason),
  /** Events that the state machine and this actor's role allow now. */
  moves: z.array(z.enum(caseMoves)),
  mayAssign: z.boolean(),
  mayEditParties: z.boolean(),
  mayMediate: z.boolean(),
  /** False for a reader who may see the registration but not the content. */
  contentVisible: z.boolean(),
})
export type CaseRecord = z.infer<typeof caseRecord>

export const cases = {
  /** Newest first, keyset paged; `text` matches names, numbers and titles. */
  list: query({
    allow: caseWorkers,
    input: z.strictObject({
      view: z.enum(['open', 'mine', 'closed', 'all']),
      text: line(50).optional(),
      status: caseStatus.optional(),
      after: z.string().max(100).optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.object({ items: z.array(caseSummary), next: z.string().optional() }),
  }),
  /** The board of today: what waits for this person. */
  today: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({
      toAssign: z.array(caseSummary),
      toTake: z.array(caseSummary),
      inHand: z.array(caseSummary),
      toReview: z.int(),
      toSign: z.array(caseSummary),
      dueSoon: z.array(caseSummary),
      openSessions: z.array(
        z.object({ sessionId: id, caseId: id, title: z.string(), startedAt: instant }),
      ),
    }),
  }),
  get: query({ allow: caseWorkers, input: z.strictObject({ id }), output: caseRecord }),
  mediators: query({
    allow: caseWorkers,
    input: nothing,
    output: z.array(z.object({ id, name: z.string(), openCases: z.int() })),
  }),
  updateParties: command({
    allow: caseWorkers,
    touches: ['cases', 'clocks', 'agreements'],
    input: z.strictObject({ caseId: id, parties: z.array(partyForm).min(1).max(200) }),
    output: nothing,
  }),
  assign: command({
    allow: ['receptionist', 'head', 'mediator'],
    touches: ['cases', 'clocks'],
    input: z.strictObject({ caseId: id, mediatorId: id }),
    output: nothing,
  }),
  /** The simple moves of the state machine; a reason is asked where the paper wants one. */
  move: command({
    allow: caseWorkers,
    touches: ['cases', 'visits', 'clocks'],
    input: z.strictObject({
      caseId: id,
      event: z.enum(caseMoves),
      reason: line(500).optional(),
      /** With `accept`: what the other side answered meanwhile (A4). */
      otherSide: z.enum(attitudes).optional(),
      /** With `terminate`: the court list's reason, and that the remedies were told (C11, C12). */
      terminationReason: z.enum(terminationReasons).optional(),
      remediesTold: z.boolean().optional(),
      /** With `extend`: the last day, and that both sides agree to it (C2). */
      until: localDate.optional(),
      bothConsent: z.boolean().optional(),
    }),
    output: z.object({ status: caseStatus }),
  }),
  addNote: command({
    allow: caseWorkers,
    touches: ['cases', 'clocks'],
    input: z.strictObject({
      caseId: id,
      kind: z.enum(['phone', 'visit', 'note']),
      text: prose(4000).refine((t) => t.trim() !== '', { error: 'blank' }),
    }),
    output: nothing,
  }),
}
