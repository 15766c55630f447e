import { localDateOf } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { screenOf } from './strokes.ts'

/** What a signature on screen of the n-th party looks like, drawn by that hand. */
export async function screenSignature(
  centre: StaffedCentre,
  agreementId: string,
  party: number,
  hand = party,
) {
  const { parties, sha256 } = await centre.as.mediator.agreements.get({ id: agreementId })
  const signer = parties[party]
  if (!signer || sha256 === undefined) throw new Error('an approved agreement with its parties')
  return {
    capacity: 'party' as const,
    partyId: signer.id,
    signerName: signer.legalRepName ?? signer.name,
    manner: ['screen' as const],
    signedOn: localDateOf(centre.clock.now()),
    screen: screenOf(sha256, hand),
  }
}

/** The n-th party signs on screen; the id of the signature. */
export async function signOnScreen(
  centre: StaffedCentre,
  agreementId: string,
  party: number,
  hand = party,
) {
  const { agreements } = centre.as.mediator
  const signature = await screenSignature(centre, agreementId, party, hand)
  await agreements.sign({ id: agreementId, signatures: [signature] })
  const { signatures } = await agreements.get({ id: agreementId })
  const last = signatures.at(-1)
  if (!last) throw new Error('the signature was not recorded')
  return { signatureId: last.id, signature: last }
}
