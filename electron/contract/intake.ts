import { z } from 'zod'
import { attitudes, otherBodies, scopeDoubts } from '#db/domain/case/intake.ts'
import { caseWorkers, command, nothing, query } from './operation.ts'
import { fen, id, instant, line, partyForm, prose, reason } from './values.ts'

/** The registered facts of a dispute. */
export const intakeForm = z.strictObject({
  sourceCode: line(10),
  typeCode: line(10),
  parties: z.array(partyForm).max(200),
  place: line(200),
  narrative: prose(),
  claim: prose(4000),
  amountFen: fen.optional(),
  peopleCount: z.int().min(1).max(100_000),
  /** Has another body accepted this? (A2) */
  otherBody: z.enum(otherBodies),
  otherBodyName: line(60),
  otherBodyRefers: z.boolean(),
  /** What the other side says to mediation (A4). */
  otherSide: z.enum(attitudes),
  scopeDoubts: z.array(z.enum(scopeDoubts)).max(10),
})
export type IntakeForm = z.infer<typeof intakeForm>

/** A draft keeps whatever was typed, valid or not; strings as typed. */
export const intakeDraftForm = z.record(z.string(), z.json())
const draftSummary = z.object({ id, revision: z.int(), updatedAt: instant, title: z.string() })

/** An earlier case that may be the same matter or person. */
const similarCase = z.object({
  caseId: id,
  caseNumber: z.string(),
  title: z.string(),
  status: z.string(),
  appliedAt: instant,
  partyName: z.string(),
  maskedPhone: z.string(),
  matchedBy: z.enum(['name', 'idNumber', 'phone', 'creditCode']),
})

export const intake = {
  drafts: query({ allow: caseWorkers, input: nothing, output: z.array(draftSummary) }),
  draft: query({
    allow: caseWorkers,
    input: z.strictObject({ id }),
    output: draftSummary.extend({ form: intakeDraftForm }),
  }),
  saveDraft: command({
    allow: caseWorkers,
    touches: ['intake'],
    input: z.strictObject({ id, revision: z.int().min(0), form: intakeDraftForm }),
    output: z.object({ revision: z.int(), savedAt: instant }),
  }),
  discardDraft: command({
    allow: caseWorkers,
    touches: ['intake', 'consultations'],
    input: z.strictObject({ id }),
    output: nothing,
  }),
  similar: query({
    allow: caseWorkers,
    input: z.strictObject({
      names: z.array(line(100)).max(20),
      idNumbers: z.array(line(30)).max(20),
      phones: z.array(line(30)).max(20),
    }),
    output: z.array(similarCase),
  }),
  /** Registers the dispute; it is accepted at once when no rule stands against it. */
  submit: command({
    allow: caseWorkers,
    touches: ['intake', 'cases', 'clocks', 'consultations'],
    input: z.strictObject({ draftId: id.optional(), form: intakeForm }),
    output: z.object({
      caseId: id,
      caseNumber: z.string(),
      accepted: z.boolean(),
      reasons: z.array(reason),
    }),
  }),
}
