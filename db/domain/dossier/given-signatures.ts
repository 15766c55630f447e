import { capacityOf } from '../agreement/capacity.ts'
import type { AgreementParty } from '../agreement/content.ts'
import type { LocalDate } from '../local-date.ts'
import type { PaperCapacity, PaperSignature } from './dossier.ts'
import type { FormEntry, SignerRole } from './pack.ts'

/** Who stands behind the posts that sign a paper; blank where the record does not say. */
export type Posts = {
  parties: readonly AgreementParty[]
  /** Ids of those whom the paper is about; all when absent. */
  concerns?: readonly string[] | undefined
  mediators: readonly string[]
  helpers: readonly string[]
  names: Readonly<Partial<Record<PaperCapacity, string>>>
  sealName: string
  day: LocalDate
}

const byHand = (capacity: PaperCapacity, name: string): PaperSignature => ({
  capacity,
  name,
  manner: ['hand'],
})

/** A person signs and puts a fingerprint, a minor through its guardian, an organisation under its seal. */
const ofParty = (party: AgreementParty, day: LocalDate): PaperSignature => {
  const guardian =
    capacityOf(party, day) === 'minor'
      ? party.representatives.find(({ kind }) => kind === 'guardian')
      : undefined
  const organisation = party.kind === 'organisation'
  return {
    capacity: guardian ? 'representative' : 'party',
    name: guardian?.name ?? (organisation ? (party.legalRepName ?? party.name) : party.name),
    partyId: party.id,
    manner: organisation ? ['hand', 'seal'] : ['hand', 'fingerprint'],
  }
}

const ofRole = (role: SignerRole, posts: Posts): PaperSignature[] => {
  const { parties, concerns, mediators, helpers, names, day } = posts
  const meant = parties.filter(({ id }) => concerns?.includes(id) ?? true)
  const asking = meant.filter(({ role: side }) => side === 'applicant' || side === 'coApplicant')
  switch (role) {
    case 'everyParty':
      return meant.map((party) => ofParty(party, day))
    case 'applicants':
      return (asking.length > 0 ? asking : meant.slice(0, 1)).map((party) => ofParty(party, day))
    case 'mediators':
      return (mediators.length > 0 ? mediators : ['']).map((name) => byHand('mediator', name))
    case 'helpers':
      return helpers.map((name) => byHand('helper', name))
    default:
      return [byHand(role, names[role] ?? '')]
  }
}

/**
 * What somebody vouches for who looked at a paper and found every signature and seal on it: all that its form wants,
 * in the manner that the form wants.
 * @policy issue 4 §2: signatures given by hand are known from who looked at the sheet or its scan
 */
export const givenSignatures = (wants: FormEntry | undefined, posts: Posts): PaperSignature[] => {
  if (!wants) return []
  return [
    ...wants.signers.flatMap((role) => ofRole(role, posts)),
    ...(wants.seal
      ? [{ capacity: 'body' as const, name: posts.sealName, manner: ['seal' as const] }]
      : []),
  ]
}

/** Several mediators or helpers are told apart by name; of a post or a party there is one. */
const isSame = (a: PaperSignature, b: PaperSignature): boolean => {
  if (a.partyId !== undefined || b.partyId !== undefined) return a.partyId === b.partyId
  if (a.capacity !== b.capacity) return false
  return a.capacity === 'mediator' || a.capacity === 'helper' ? a.name === b.name : true
}

const withSeal = (one: PaperSignature, given: readonly PaperSignature[]): PaperSignature => {
  const sealed = given.some((other) => isSame(one, other) && other.manner.includes('seal'))
  return sealed && !one.manner.includes('seal') ? { ...one, manner: [...one.manner, 'seal'] } : one
}

/**
 * Signatures that are on record go before those that are only vouched for; a seal that was vouched for is added.
 * @policy see `givenSignatures`
 */
export const withGiven = (
  recorded: readonly PaperSignature[],
  given: readonly PaperSignature[],
): PaperSignature[] => [
  ...recorded.map((one) => withSeal(one, given)),
  ...given.filter((one) => !recorded.some((other) => isSame(one, other))),
]
