import { capacityOf, mayAgentSign } from '../agreement/capacity.ts'
import type { AgreementParty } from '../agreement/content.ts'
import type { DossierPaper, PaperCapacity, PaperSignature } from './dossier.ts'
import { type Facts, filled, type Found } from './facts.ts'
import { likeness, normalName } from './look-alike.ts'
import type { FormEntry, SignerRole } from './pack.ts'

type Slot = {
  role: PaperCapacity
  name: string
  party?: AgreementParty
  fits: (signature: PaperSignature) => boolean
}

const isGiven = ({ manner }: PaperSignature): boolean => manner.length > 0

const resembles = (written: string, right: string): boolean =>
  likeness(written, right) !== 'different'

const speaksFor = ({ capacity, partyId, name }: PaperSignature, party: AgreementParty): boolean => {
  if (capacity !== 'party' && capacity !== 'representative') return false
  if (partyId !== undefined) return partyId === party.id
  return [party.name, party.legalRepName, ...party.representatives.map((one) => one.name)].some(
    (known) => filled(known) && resembles(name, known),
  )
}

const ofParties = (parties: readonly AgreementParty[]): Slot[] =>
  parties.map((party) => ({
    role: 'party',
    name: party.name,
    party,
    fits: (signature) => speaksFor(signature, party),
  }))

const ofNames = (role: PaperCapacity, names: readonly string[]): Slot[] =>
  names.map((name) => ({
    role,
    name,
    fits: (signature) => signature.capacity === role && resembles(signature.name, name),
  }))

const ofPost = (role: PaperCapacity): Slot[] => [
  { role, name: '', fits: (signature) => signature.capacity === role },
]

const applicantsOf = (parties: readonly AgreementParty[]): readonly AgreementParty[] => {
  const asking = parties.filter(({ role }) => role === 'applicant' || role === 'coApplicant')
  return asking.length > 0 ? asking : parties.slice(0, 1)
}

const slotsOf = (role: SignerRole, paper: DossierPaper, facts: Facts): Slot[] => {
  const { parties, mediators } = facts.dossier
  const concerned = parties.filter(({ id }) => paper.concerns?.includes(id) ?? true)
  switch (role) {
    case 'everyParty':
      return ofParties(concerned)
    case 'applicants':
      return ofParties(applicantsOf(concerned))
    case 'mediators':
      return mediators.length > 0
        ? ofNames(
            'mediator',
            mediators.map(({ name }) => name),
          )
        : ofPost('mediator')
    case 'helpers':
      return ofNames('helper', paper.helpers ?? [])
    default:
      return ofPost(role)
  }
}

/** Papers whose pack says who signs; a list is signed by nobody, its sheets are. */
const signable = (facts: Facts): { paper: DossierPaper; wants: FormEntry }[] => {
  const sheets = facts.dossier.papers.filter(
    ({ formId, partOf, superseded }) => formId === 'f08' && partOf !== undefined && !superseded,
  )
  return [...facts.papers, ...sheets].flatMap((paper) => {
    const wants = paper.listed === undefined ? facts.wants(paper) : undefined
    return wants && paper.isFinal ? [{ paper, wants }] : []
  })
}

const lookAt = (facts: Facts, paper: DossierPaper, wants: FormEntry): Found[] => {
  const slots = wants.signers.flatMap((role) => slotsOf(role, paper, facts))
  return slots.flatMap(({ role, name, party, fits }): Found[] => {
    const own = paper.signedBy.filter((signature) => fits(signature) && isGiven(signature))
    const key = party?.id ?? (name === '' ? role : `${role}.${name}`)
    const at = { paper, path: `papers.${paper.id}.signers.${key}` }
    const details = { role, name }
    if (own.length === 0) {
      return [{ ...at, rule: 'V3-signatures', code: 'signatureMissing', details }]
    }
    const has = (manner: PaperSignature['manner'][number]) =>
      own.some((signature) => signature.manner.includes(manner))
    if (party?.kind === 'organisation') {
      return wants.organisationSeal && !has('seal')
        ? [{ ...at, rule: 'V3-organisation-seal', code: 'organisationSealMissing', details }]
        : []
    }
    return party && wants.fingerprint && !has('fingerprint')
      ? [{ ...at, rule: 'V3-fingerprints', code: 'fingerprintMissing', details }]
      : []
  })
}

const sealOf = (facts: Facts, paper: DossierPaper, { seal }: FormEntry): Found[] => {
  const path = `papers.${paper.id}.seal`
  const { sealName } = facts.dossier.body
  const seals = paper.signedBy.filter(
    ({ capacity, manner }) => capacity === 'body' && manner.includes('seal'),
  )
  if (seals.length === 0) {
    return seal
      ? [{ rule: 'V3-seal', code: 'sealMissing', paper, path, details: { right: sealName } }]
      : []
  }
  const isOther = ({ name }: PaperSignature) =>
    filled(name) && filled(sealName) && normalName(name) !== normalName(sealName)
  const other = seals.find(isOther)
  if (!other || !seals.every(isOther)) return []
  const details = { written: other.name, right: sealName }
  return [{ rule: 'V3-seal', code: 'sealDiffers', paper, path, details }]
}

/**
 * Everybody whom the form wants has signed, with fingerprint or seal where it wants them.
 * @law 《人民调解法》第二十九条第二款 (D2); the other forms as forms.md §2 has them
 */
export const missingSignatures = (facts: Facts): Found[] =>
  signable(facts).flatMap(({ paper, wants }) => [
    ...lookAt(facts, paper, wants),
    ...sealOf(facts, paper, wants),
  ])

/**
 * Minutes and enquiries were read by or to those who sign; a closed session says so.
 * @law 《人民调解工作若干规定》第三十五条 (C9);《人民调解法》第二十三条第三项 (C10)
 */
export const missingNotes = (facts: Facts): Found[] =>
  facts.papers.flatMap((paper): Found[] => [
    ...(paper.readBack !== true && facts.wants(paper)?.readBack === true && paper.isFinal
      ? [
          {
            rule: 'V3-read-back',
            code: 'readBackMissing',
            paper,
            path: `papers.${paper.id}.readBack`,
          } as const,
        ]
      : []),
    ...(paper.closed === true && paper.notesClosed !== true
      ? [
          {
            rule: 'V3-closed-session',
            code: 'closedNotNoted',
            paper,
            path: `papers.${paper.id}.notesClosed`,
          } as const,
        ]
      : []),
  ])

const signerFault = (
  paper: DossierPaper,
  signature: PaperSignature,
  index: number,
  party: AgreementParty,
): Found[] => {
  if (signature.capacity !== 'representative' || !filled(signature.name)) return []
  const names = party.representatives.filter(({ name }) => resembles(signature.name, name))
  const isLegalRep = filled(party.legalRepName) && resembles(signature.name, party.legalRepName)
  if (isLegalRep || names.some(({ name }) => mayAgentSign(party, name))) return []
  return [
    {
      rule: 'V5-authority',
      code: 'signerNotAuthorised',
      paper,
      path: `papers.${paper.id}.signedBy.${index}`,
      details: { signer: signature.name, party: party.name, isAgent: names.length > 0 },
    },
  ]
}

const guardianFault = (paper: DossierPaper, party: AgreementParty, facts: Facts): Found[] => {
  const day = paper.date ?? facts.concludedOn ?? facts.today
  if (capacityOf(party, day) !== 'minor') return []
  const own = paper.signedBy.filter((one) => isGiven(one) && speaksFor(one, party))
  const guardians = party.representatives.filter(({ kind }) => kind === 'guardian')
  const signed = own.some(({ capacity, name }) =>
    guardians.some((one) => capacity === 'representative' && resembles(name, one.name)),
  )
  if (own.length === 0 || signed) return []
  return [
    {
      rule: 'V5-guardian',
      code: 'guardianNotSigned',
      paper,
      path: `papers.${paper.id}.signers.${party.id}`,
      details: { party: party.name },
    },
  ]
}

/**
 * Who signs the agreement for somebody else may do so: a guardian for a minor, an agent with special authority.
 * @law 《民法典》第十九条、第二十三条 (B9);《民事诉讼法》第六十二条 by analogy (B8)
 */
export const unauthorisedSigners = (facts: Facts): Found[] => {
  const paper = facts.agreement
  if (paper?.formId !== 'f10') return []
  return [
    ...paper.signedBy.flatMap((signature, index) => {
      const party = facts.dossier.parties.find(({ id }) => id === signature.partyId)
      return party ? signerFault(paper, signature, index, party) : []
    }),
    ...facts.dossier.parties.flatMap((party) => guardianFault(paper, party, facts)),
  ]
}
