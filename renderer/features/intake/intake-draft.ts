import { z } from 'zod'
import {
  attitudes,
  otherBodies,
  reasonsNotToAccept,
  scopeDoubts,
  type IntakeReason,
} from '#db/domain/case/intake.ts'
import type { IntakeForm } from '#contract/intake.ts'
import { newParty, partyDraftSchema, toPartyForm, type PartyDraft } from '../../lib/party-draft.ts'

const text = z.string().catch('')

/** The window's page as typed; a kept draft that cannot be read in a place is empty there. */
const intakeDraftSchema = z.object({
  sourceCode: z.string().catch('S10'),
  typeCode: text,
  parties: z.array(partyDraftSchema).catch([]),
  place: text,
  narrative: text,
  claim: text,
  amountFen: z.int().min(0).optional().catch(undefined),
  peopleCount: z.string().catch('2'),
  otherBody: z.enum(otherBodies).catch('none'),
  otherBodyName: text,
  otherBodyRefers: z.boolean().catch(false),
  otherSide: z.enum(attitudes).catch('notAsked'),
  scopeDoubts: z.array(z.enum(scopeDoubts)).catch([]),
})
export type IntakeDraft = z.infer<typeof intakeDraftSchema>

/** @policy A walk-in at the window with one applicant and one respondent. */
export const newIntake = (): IntakeDraft =>
  intakeDraftSchema.parse({ parties: [newParty('applicant'), newParty('respondent')] })

export const readIntake = (stored: unknown): IntakeDraft => {
  const draft = intakeDraftSchema.safeParse(stored)
  if (!draft.success) return newIntake()
  return draft.data.parties.length > 0
    ? draft.data
    : { ...draft.data, parties: newIntake().parties }
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** As the store keeps it: fields without a value are left out. */
export const storedIntake = (draft: IntakeDraft): Record<string, Json> =>
  JSON.parse(JSON.stringify(draft)) as Record<string, Json>

/** The keys of rows are made anew for each page and do not count. */
const comparable = (draft: IntakeDraft): string =>
  JSON.stringify(draft, (key, value: unknown) => (key === 'key' ? undefined : value))

/** Nothing was typed: there is nothing to keep. */
export const isUntouched = (draft: IntakeDraft): boolean =>
  comparable(draft) === comparable(newIntake())

/** Undefined when it is not a whole number from 1 to 100,000. */
export const peopleCountOf = (draft: IntakeDraft): number | undefined => {
  const digits = draft.peopleCount.normalize('NFKC').trim()
  const count = /^\d{1,6}$/.test(digits) ? Number(digits) : undefined
  return count !== undefined && count >= 1 && count <= 100_000 ? count : undefined
}

/** What the law says to accepting it as it now stands; shown while it is typed. */
export const acceptanceFindings = (draft: IntakeDraft): IntakeReason[] =>
  reasonsNotToAccept({ ...draft, facts: draft.narrative })

/** What crosses the door on 登记. */
export const toIntakeForm = (draft: IntakeDraft): IntakeForm => ({
  sourceCode: draft.sourceCode,
  typeCode: draft.typeCode,
  parties: draft.parties.map((party: PartyDraft) => toPartyForm({ ...party, id: undefined })),
  place: draft.place.trim(),
  narrative: draft.narrative.trim(),
  claim: draft.claim.trim(),
  ...(draft.amountFen === undefined ? {} : { amountFen: draft.amountFen }),
  peopleCount: peopleCountOf(draft) ?? 1,
  otherBody: draft.otherBody,
  otherBodyName: draft.otherBody === 'none' ? '' : draft.otherBodyName.trim(),
  otherBodyRefers: draft.otherBody !== 'none' && draft.otherBodyRefers,
  otherSide: draft.otherSide,
  scopeDoubts: draft.scopeDoubts,
})
