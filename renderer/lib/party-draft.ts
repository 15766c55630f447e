import { z } from 'zod'
import { checkCreditCode } from '#db/domain/credit-code.ts'
import { checkIdNumber } from '#db/domain/id-number.ts'
import { parseLocalDate, type LocalDate } from '#db/domain/local-date.ts'
import {
  authorities,
  partyKinds,
  partyRoles,
  representativeKinds,
  sexes,
  type PartyKind,
  type PartyRole,
} from '#db/domain/party.ts'
import { checkPhone } from '#db/domain/phone.ts'
import type { Party, PartyForm } from '#contract/values.ts'

const text = z.string().catch('')
const newKey = (): string => crypto.randomUUID()

const representativeDraft = z.object({
  key: z.string().catch(newKey),
  kind: z.enum(representativeKinds).catch('agent'),
  name: text,
  idNumber: text,
  phone: text,
  relation: text,
  authority: z.enum(authorities).optional().catch(undefined),
})

/** A party as typed: whatever cannot be read in a kept draft becomes empty, nothing is thrown. */
export const partyDraftSchema = z.object({
  key: z.string().catch(newKey),
  id: z.string().optional().catch(undefined),
  kind: z.enum(partyKinds).catch('person'),
  role: z.enum(partyRoles).catch('party'),
  name: text,
  sex: z.enum(sexes).optional().catch(undefined),
  ethnicity: text,
  birthDate: text,
  idNumber: text,
  creditCode: text,
  phone: text,
  address: text,
  occupation: text,
  workUnit: text,
  legalRepName: text,
  legalRepTitle: text,
  representatives: z.array(representativeDraft).catch([]),
})

export type RepresentativeDraft = z.infer<typeof representativeDraft>
export type PartyDraft = z.infer<typeof partyDraftSchema>

export const newParty = (role: PartyRole, kind: PartyKind = 'person'): PartyDraft =>
  partyDraftSchema.parse({ role, kind })

export const newRepresentative = (kind: RepresentativeDraft['kind']): RepresentativeDraft =>
  representativeDraft.parse({ kind })

/** A registered party back into the form, under its own id. */
export const partyDraftOf = (party: Party): PartyDraft =>
  partyDraftSchema.parse({ ...party, key: party.id })

/** The person's own data of an earlier case; role and place in the present case stay. */
export const takeOverParty = (draft: PartyDraft, known: Party): PartyDraft => ({
  ...partyDraftOf(known),
  key: draft.key,
  id: draft.id,
  role: draft.role,
  representatives: draft.representatives,
})

/** Fills sex and birthday from a valid ID number. */
export const withIdNumber = (draft: PartyDraft, idNumber: string): PartyDraft => {
  const check = checkIdNumber(idNumber)
  if (!check.ok) return { ...draft, idNumber }
  return { ...draft, idNumber, sex: check.sex, birthDate: check.birthDate }
}

const filled = (value: string): string | undefined => value.trim() || undefined
const dateIn = (value: string): LocalDate | undefined => parseLocalDate(value)

const withoutEmpty = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T

/** What crosses the door: trimmed, in the stored form, empty fields left out. */
export const toPartyForm = (draft: PartyDraft): PartyForm => {
  const isPerson = draft.kind === 'person'
  const idNumber = checkIdNumber(draft.idNumber)
  const creditCode = checkCreditCode(draft.creditCode)
  return withoutEmpty<PartyForm>({
    id: draft.id,
    kind: draft.kind,
    role: draft.role,
    name: draft.name.trim(),
    sex: isPerson ? draft.sex : undefined,
    ethnicity: isPerson ? filled(draft.ethnicity) : undefined,
    birthDate: isPerson ? dateIn(draft.birthDate) : undefined,
    idNumber: isPerson ? (idNumber.ok ? idNumber.value : filled(draft.idNumber)) : undefined,
    creditCode: isPerson ? undefined : creditCode.ok ? creditCode.value : filled(draft.creditCode),
    phone: phoneIn(draft.phone),
    address: filled(draft.address),
    occupation: isPerson ? filled(draft.occupation) : undefined,
    workUnit: isPerson ? filled(draft.workUnit) : undefined,
    legalRepName: isPerson ? undefined : filled(draft.legalRepName),
    legalRepTitle: isPerson ? undefined : filled(draft.legalRepTitle),
    representatives: draft.representatives.map((one) =>
      withoutEmpty<PartyForm['representatives'][number]>({
        kind: one.kind,
        name: one.name.trim(),
        idNumber: idNumberIn(one.idNumber),
        phone: phoneIn(one.phone),
        relation: filled(one.relation),
        authority: one.kind === 'agent' ? one.authority : undefined,
      }),
    ),
  })
}

const phoneIn = (value: string): string | undefined => {
  const check = checkPhone(value)
  return check.ok ? check.value : filled(value)
}
const idNumberIn = (value: string): string | undefined => {
  const check = checkIdNumber(value)
  return check.ok ? check.value : filled(value)
}
