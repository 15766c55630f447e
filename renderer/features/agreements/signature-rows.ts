import type { z } from 'zod'
import type { AgreementRecord, signatureForm } from '#contract/agreements.ts'
import { capacityOf } from '#db/domain/agreement/capacity.ts'
import type { AgreementParty } from '#db/domain/agreement/content.ts'
import {
  effectiveDate,
  missingSignatures,
  reasonsNotToSign,
  type SignatureCapacity,
  type SignatureManner,
} from '#db/domain/agreement/signing.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import type { Reason } from '#db/domain/reason.ts'

export type SignatureForm = z.infer<typeof signatureForm>

/** A place on the paper where somebody signs. */
export type SignatureRow = {
  key: string
  capacity: SignatureCapacity
  partyId?: string
  signerName: string
  /** Without it the paper is not complete; the others sign as well, or instead. */
  required: boolean
  /** What is usual for this signer, for the quick path. */
  usual: SignatureManner[]
}

/** What was written on screen, where, and who watched. */
export type ScreenSigned = NonNullable<SignatureForm['screen']>

export type SignatureDraft = {
  manner: SignatureManner[]
  signedOn: LocalDate | undefined
  screen?: ScreenSigned | undefined
}
export type SignatureDrafts = Readonly<Record<string, SignatureDraft>>

export type StoredSignature = AgreementRecord['signatures'][number]

type Paper = {
  parties: readonly AgreementParty[]
  mediatorName: string
  recorderName: string
  bodyName: string
}

const partyRow = (party: AgreementParty): SignatureRow => {
  const legalRep = party.legalRepName?.trim() ?? ''
  const isOrganisation = party.kind === 'organisation'
  return {
    key: `party ${party.id}`,
    capacity: 'party',
    partyId: party.id,
    signerName: isOrganisation && legalRep !== '' ? legalRep : party.name,
    required: true,
    usual: isOrganisation ? (legalRep === '' ? ['seal'] : ['hand', 'seal']) : ['hand'],
  }
}

const representativeRows = (party: AgreementParty, isMinor: boolean): SignatureRow[] =>
  party.representatives.map(({ name, kind }, index) => ({
    key: `representative ${party.id} ${index}`,
    capacity: 'representative',
    partyId: party.id,
    signerName: name,
    required: isMinor && kind === 'guardian',
    usual: ['hand'],
  }))

/** A minor does not sign: the guardian does (B9). The recorder's name is no condition of effect but belongs on the paper. */
export const rowsOf = (
  { parties, mediatorName, recorderName, bodyName }: Paper,
  on: LocalDate,
): SignatureRow[] => [
  ...parties.flatMap((party) => {
    const isMinor = capacityOf(party, on) === 'minor'
    return [...(isMinor ? [] : [partyRow(party)]), ...representativeRows(party, isMinor)]
  }),
  {
    key: 'mediator',
    capacity: 'mediator',
    signerName: mediatorName,
    required: true,
    usual: ['hand'],
  },
  ...(recorderName.trim() === ''
    ? []
    : [
        {
          key: 'recorder',
          capacity: 'recorder' as const,
          signerName: recorderName,
          required: true,
          usual: ['hand' as const],
        },
      ]),
  { key: 'body', capacity: 'body', signerName: bodyName, required: true, usual: ['seal'] },
]

/** The stored signature that fills a row, if there is one. */
export const storedFor = (
  row: SignatureRow,
  stored: readonly StoredSignature[],
): StoredSignature | undefined =>
  stored.find(
    ({ capacity, partyId, signerName }) =>
      capacity === row.capacity &&
      partyId === row.partyId &&
      (capacity === 'body' || signerName.trim() === row.signerName.trim()),
  )

/** The quick path: everybody who must sign and has not, in the usual manner, on one day. */
export const allOn = (
  rows: readonly SignatureRow[],
  stored: readonly StoredSignature[],
  drafts: SignatureDrafts,
  day: LocalDate,
): SignatureDrafts => ({
  ...drafts,
  ...Object.fromEntries(
    rows
      .filter((row) => row.required && !storedFor(row, stored))
      .filter((row) => (drafts[row.key]?.manner.length ?? 0) === 0)
      .map((row) => [row.key, { manner: row.usual, signedOn: day }]),
  ),
})

export type GivenSignature = { key: string; signature: SignatureForm }

/** The rows with a manner and a date that are not stored yet. */
export const givenOf = (
  rows: readonly SignatureRow[],
  stored: readonly StoredSignature[],
  drafts: SignatureDrafts,
): GivenSignature[] =>
  rows.flatMap((row) => {
    const { manner = [], signedOn, screen } = drafts[row.key] ?? {}
    if (storedFor(row, stored) || manner.length === 0 || signedOn === undefined) return []
    const { key, capacity, partyId, signerName } = row
    return [
      {
        key,
        signature: {
          capacity,
          ...(partyId ? { partyId } : {}),
          signerName,
          manner,
          signedOn,
          ...(screen ? { screen } : {}),
        },
      },
    ]
  })

export type SigningOutlook = {
  /** Findings by row key. */
  reasons: Readonly<Record<string, Reason[]>>
  blocked: boolean
  /** Rows still empty after storing what is given. */
  missing: SignatureRow[]
  /** The day the agreement takes effect once what is given is stored (D2). */
  effectiveOn: LocalDate | undefined
}

/** What storing the given signatures would lead to, by the rules of the store. */
export const outlookOf = (
  paper: Paper,
  rows: readonly SignatureRow[],
  stored: readonly StoredSignature[],
  given: readonly GivenSignature[],
  today: LocalDate,
): SigningOutlook => {
  const { parties } = paper
  const mediators = [{ name: paper.mediatorName }]
  const signatures = given.map(({ signature }) => signature)
  const found = reasonsNotToSign(parties, mediators, signatures, today)
  const all = [...stored, ...signatures]
  const unfilled = missingSignatures(parties, mediators, all)
  const isGiven = (row: SignatureRow): boolean =>
    storedFor(row, stored) !== undefined || given.some(({ key }) => key === row.key)
  return {
    reasons: Object.fromEntries(
      given.map(({ key }, index) => [
        key,
        found.filter(({ path }) => path.split('.')[1] === String(index)),
      ]),
    ),
    blocked: found.some(({ level }) => level === 'block'),
    missing: rows.filter(
      (row) =>
        row.required &&
        (row.capacity === 'recorder'
          ? !isGiven(row)
          : unfilled.some(
              ({ capacity, partyId }) =>
                partyId === row.partyId &&
                (capacity === row.capacity ||
                  (capacity === 'party' && row.capacity === 'representative')),
            )),
    ),
    effectiveOn: effectiveDate(parties, mediators, all),
  }
}
