import { z } from 'zod'
import type { OfferTerms } from '#db/domain/offer/term.ts'
import type { AgreementContent, AgreementParty, Clause } from '#db/domain/agreement/content.ts'
import { agreementStatuses } from '#db/domain/agreement/status.ts'
import type { Signature } from '#db/domain/agreement/signing.ts'
import { caseStatuses } from '#db/domain/case/status.ts'
import { parseLocalDate, type LocalDate } from '#db/domain/local-date.ts'
import { roles } from '#db/domain/roles.ts'
import { committeeKinds, type BodySettings } from '#db/domain/body-settings.ts'

export const id = z.uuid()
/** f10, f14-persons, undisputedFacts: which forms there are is data, see `papers.forms`. */
export const formId = z.string().regex(/^[a-z][A-Za-z0-9-]{0,39}$/u)
export const instant = z.iso.datetime({ precision: 3 })
export const fen = z.int().min(0)
export const localDate = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, { error: 'date' })
  .transform((text) => text as LocalDate) as unknown as z.ZodType<LocalDate, LocalDate>

/** One line: no line breaks, no control characters, trimmed by the screen on blur. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\u0000-\u001f\u007f]*$/u, { error: 'control' })
export const filledLine = (max: number) =>
  line(max).refine((text) => text.trim() !== '', { error: 'blank' })
export const answer = z.enum(['yes', 'no'])
export const prose = (max = 20_000) => z.string().max(max)

export const role = z.enum(roles)
export const password = z.string().min(8).max(200)

export const caseStatus = z.enum(caseStatuses)
export const agreementStatus = z.enum(agreementStatuses)

export const bodySettings = z.strictObject({
  fullName: filledLine(60),
  shortName: filledLine(12),
  sealName: filledLine(60),
  address: line(100),
  phone: line(30),
  region: line(60),
  letterhead: line(60),
  committeeKind: z.enum(committeeKinds.map((kind) => kind.code)),
}) satisfies z.ZodType<BodySettings>

export const representative = z.strictObject({
  kind: z.enum(['guardian', 'agent', 'legalRepresentative']),
  name: filledLine(30),
  idNumber: line(30).optional(),
  phone: line(30).optional(),
  relation: line(30).optional(),
  authority: z.enum(['general', 'special']).optional(),
})

/** A party as registered; ID numbers, codes and phones are checked by db/domain and refused with the reason. */
export const partyForm = z.strictObject({
  id: id.optional(),
  kind: z.enum(['person', 'organisation']),
  role: z.enum(['applicant', 'respondent', 'thirdParty', 'coApplicant', 'party']),
  name: filledLine(100),
  sex: z.enum(['male', 'female']).optional(),
  ethnicity: line(20).optional(),
  birthDate: localDate.optional(),
  idNumber: line(30).optional(),
  creditCode: line(30).optional(),
  phone: line(30).optional(),
  address: line(200).optional(),
  occupation: line(50).optional(),
  workUnit: line(100).optional(),
  legalRepName: line(30).optional(),
  legalRepTitle: line(30).optional(),
  representatives: z.array(representative).max(5),
})
export type PartyForm = z.infer<typeof partyForm>

export const party = partyForm.extend({ id, age: z.int().optional() })
export type Party = z.infer<typeof party>
null as unknown as Party satisfies AgreementParty

export const instalment = z.strictObject({
  dueOn: localDate,
  amountFen: fen,
  method: line(50).optional(),
})
export const clause = z.strictObject({
  id,
  kind: z.enum(['payment', 'act', 'apology', 'confirm', 'other']),
  text: prose(4000),
  payment: z
    .strictObject({
      payerId: z.string(),
      payeeId: z.string(),
      totalFen: fen,
      method: line(50),
      account: line(200).optional(),
      instalments: z.array(instalment).max(200),
    })
    .optional(),
  /** The term of an agreed package that the clause grew out of. */
  origin: z.strictObject({ offerId: id, termId: id }).optional(),
}) satisfies z.ZodType<Clause>

export const agreementContent = z.strictObject({
  facts: prose(),
  issues: prose(),
  responsibilities: prose(),
  clauses: z.array(clause).max(200),
  performanceManner: prose(2000),
  performanceDeadline: prose(2000),
  performancePlace: prose(2000),
  copies: z.int().min(1).max(99),
}) satisfies z.ZodType<AgreementContent>

export const signature = z.strictObject({
  capacity: z.enum(['party', 'representative', 'mediator', 'recorder', 'body']),
  partyId: id.optional(),
  signerName: filledLine(100),
  manner: z
    .array(z.enum(['hand', 'seal', 'fingerprint', 'screen']))
    .min(1)
    .max(4),
  signedOn: localDate,
}) satisfies z.ZodType<Signature>

const termAmount = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const term = z.discriminatedUnion('kind', [
  z.strictObject({
    id,
    kind: z.literal('pay'),
    payerId: id,
    payeeId: id,
    totalFen: termAmount,
    instalments: z.array(z.strictObject({ dueOn: localDate, amountFen: termAmount })).max(200),
    purpose: line(200),
    method: line(50),
    account: line(200),
  }),
  z.strictObject({
    id,
    kind: z.enum(['act', 'refrain', 'apologise']),
    byId: id,
    text: prose(2000),
    dueOn: localDate.optional(),
  }),
  z.strictObject({
    id,
    kind: z.enum(['confirm', 'other']),
    text: prose(2000),
    on: localDate.optional(),
  }),
])
export const offerTerms = z.strictObject({
  terms: z.array(term).min(1).max(50),
  condition: prose(1000),
  note: prose(1000),
}) satisfies z.ZodType<OfferTerms>

/** A rule that is not met; its words live with the labels of the screen. */
export const reason = z.object({
  ruleId: z.string(),
  level: z.enum(['block', 'warn', 'info']),
  path: z.string(),
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
})
export const deadline = z.object({
  ruleId: z.string(),
  base: localDate,
  raw: localDate,
  rolled: localDate.optional(),
  /** The working day on or before `raw`: when to remind. */
  remindOn: localDate,
  needsCalendar: z.boolean(),
  rollsOverWeekend: z.boolean(),
  source: z.string(),
})
