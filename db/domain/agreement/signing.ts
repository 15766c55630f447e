import { compareDates, type LocalDate } from '../local-date.ts'
import type { Reason } from '../reason.ts'
import { capacityOf, mayAgentSign } from './capacity.ts'
import type { AgreementParty } from './content.ts'

export const signatureCapacities = [
  'party',
  'representative',
  'mediator',
  'recorder',
  'body',
] as const

export type SignatureCapacity = (typeof signatureCapacities)[number]

export const signatureManners = ['hand', 'seal', 'fingerprint', 'screen'] as const

export type SignatureManner = (typeof signatureManners)[number]

export type Signature = {
  /** Whose side it stands for; set for `party` and `representative`. */
  partyId?: string
  signerName: string
  capacity: SignatureCapacity
  manner: SignatureManner[]
  signedOn: LocalDate
}

export type MediatorName = { name: string }

export type MissingSignature = {
  capacity: 'party' | 'mediator' | 'body'
  partyId?: string
  name: string
}

export type SigningCode =
  | 'mannerRequired'
  | 'partyUnknown'
  | 'signerNotTheParty'
  | 'agentNotAuthorised'
  | 'guardianMustSign'
  | 'mediatorUnknown'
  | 'mediatorMustSignByHand'
  | 'bodyMustSeal'
  | 'organisationWithoutSeal'
  | 'signedInFuture'
  | 'screenStrokesMissing'
  | 'screenMannerMissing'
  | 'screenNotToday'
  | 'bodyNotByScreen'
  | 'witnessIsSigner'
  | 'changedText'

export type SigningReason = Reason<SigningCode>

const sameName = (a: string, b: string): boolean => a.trim() !== '' && a.trim() === b.trim()

const partyProblem = (
  party: AgreementParty,
  signature: Signature,
): { ruleId: string; code: SigningCode } | undefined => {
  const isLegalRep = sameName(party.legalRepName ?? '', signature.signerName)
  if (signature.capacity === 'representative') {
    return isLegalRep || mayAgentSign(party, signature.signerName)
      ? undefined
      : { ruleId: 'B8', code: 'agentNotAuthorised' }
  }
  if (!sameName(party.name, signature.signerName) && !isLegalRep) {
    return { ruleId: 'D2', code: 'signerNotTheParty' }
  }
  return capacityOf(party, signature.signedOn) === 'minor'
    ? { ruleId: 'B9', code: 'guardianMustSign' }
    : undefined
}

const problemsOf = (
  signature: Signature,
  parties: readonly AgreementParty[],
  mediators: readonly MediatorName[],
): { ruleId: string; level?: 'warn'; code: SigningCode }[] => {
  const { capacity, manner } = signature
  if (manner.length === 0) return [{ ruleId: 'D2', code: 'mannerRequired' }]
  switch (capacity) {
    case 'recorder':
      return []
    case 'body':
      return manner.includes('seal') ? [] : [{ ruleId: 'D2', code: 'bodyMustSeal' }]
    case 'mediator':
      if (!mediators.some(({ name }) => sameName(name, signature.signerName))) {
        return [{ ruleId: 'D2', code: 'mediatorUnknown' }]
      }
      return manner.includes('hand') || manner.includes('screen')
        ? []
        : [{ ruleId: 'D2', code: 'mediatorMustSignByHand' }]
    case 'party':
    case 'representative': {
      const party = parties.find(({ id }) => id === signature.partyId)
      if (!party) return [{ ruleId: 'D2', code: 'partyUnknown' }]
      const problem = partyProblem(party, signature)
      if (problem) return [problem]
      const isUnsealed = party.kind === 'organisation' && !manner.includes('seal')
      return isUnsealed ? [{ ruleId: 'D2', level: 'warn', code: 'organisationWithoutSeal' }] : []
    }
  }
}

/**
 * What is wrong with the signatures given; those still missing are `missingSignatures`.
 * @law 《人民调解法》第二十九条;《民事诉讼法》第六十二条;《民法典》第十九条 (D2, B8, B9)
 */
export const reasonsNotToSign = (
  parties: readonly AgreementParty[],
  mediators: readonly MediatorName[],
  signatures: readonly Signature[],
  today?: LocalDate,
): SigningReason[] =>
  signatures.flatMap((signature, index) => [
    ...problemsOf(signature, parties, mediators).map(({ ruleId, level, code }): SigningReason => ({
      ruleId,
      level: level ?? 'block',
      path: `signatures.${index}`,
      code,
      details: { signerName: signature.signerName },
    })),
    ...(today !== undefined && signature.signedOn > today
      ? [
          {
            ruleId: 'D2',
            level: 'block',
            path: `signatures.${index}.signedOn`,
            code: 'signedInFuture',
          } as const,
        ]
      : []),
  ])

type Slot = MissingSignature & { fits: (signature: Signature) => boolean }

const slots = (parties: readonly AgreementParty[], mediators: readonly MediatorName[]): Slot[] => [
  ...parties.map((party): Slot => ({
    capacity: 'party',
    partyId: party.id,
    name: party.name,
    fits: ({ capacity, partyId }) =>
      partyId === party.id && (capacity === 'party' || capacity === 'representative'),
  })),
  ...(mediators.length > 0 ? mediators : [{ name: '' }]).map(({ name }): Slot => ({
    capacity: 'mediator',
    name,
    fits: ({ capacity, signerName }) => capacity === 'mediator' && sameName(signerName, name),
  })),
  { capacity: 'body', name: '', fits: ({ capacity }) => capacity === 'body' },
]

const filledOn = (
  slot: Slot,
  parties: readonly AgreementParty[],
  mediators: readonly MediatorName[],
  signatures: readonly Signature[],
): LocalDate | undefined =>
  signatures
    .filter(
      (signature) =>
        slot.fits(signature) &&
        problemsOf(signature, parties, mediators).every(({ level }) => level === 'warn'),
    )
    .map(({ signedOn }) => signedOn)
    .toSorted(compareDates)[0]

/**
 * Who must still sign: every party (signature, seal or fingerprint), every mediator, the body's seal.
 * A signature that `reasonsNotToSign` blocks does not count.
 * @law 《人民调解法》第二十九条第二款 (D2)
 */
export const missingSignatures = (
  parties: readonly AgreementParty[],
  mediators: readonly MediatorName[],
  signatures: readonly Signature[],
): MissingSignature[] =>
  slots(parties, mediators)
    .filter((slot) => filledOn(slot, parties, mediators, signatures) === undefined)
    .map(({ capacity, partyId, name }) => ({
      capacity,
      ...(partyId === undefined ? {} : { partyId }),
      name,
    }))

/**
 * The day the last required signature was given; undefined until all are there. It starts the 30-day clock.
 * @law 《人民调解法》第二十九条第二款 (D2)
 */
export const effectiveDate = (
  parties: readonly AgreementParty[],
  mediators: readonly MediatorName[],
  signatures: readonly Signature[],
): LocalDate | undefined => {
  if (parties.length === 0) return undefined
  const dates = slots(parties, mediators).map((slot) =>
    filledOn(slot, parties, mediators, signatures),
  )
  const given = dates.filter((date) => date !== undefined)
  return given.length === dates.length ? given.toSorted(compareDates).at(-1) : undefined
}
