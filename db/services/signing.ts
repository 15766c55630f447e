import { v7 as uuid } from 'uuid'
import { effectiveDate, reasonsNotToSign, type Signature } from '../domain/agreement/signing.ts'
import { reasonsNotToSignOnScreen } from '../domain/agreement/screen-signing.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import { isBlocked } from '../domain/reason.ts'
import { listSignatures } from '../queries/agreements.ts'
import { getAgreement, type FrozenAgreement } from './agreements.ts'
import { applyEvent, recordEvent, type EventDetails, type Happening } from './case-events.ts'
import { requireLiveCase } from './live-case.ts'
import { makeObligations } from './obligations.ts'
import { keepStrokes, shapeOf, type ScreenSigning } from './screen-signatures.ts'
import { StepRefused } from './step-refused.ts'

export type NewSignature = Signature & { screen?: ScreenSigning | undefined }

const isOfParty = ({ capacity }: Signature) => capacity === 'party' || capacity === 'representative'

/**
 * Records how the paper was signed. When no signature is missing the agreement is signed and takes effect.
 * @law 《人民调解法》第二十九条第二款 (D2)
 */
export async function recordSignatures(
  happening: Happening,
  agreementId: string,
  signatures: readonly NewSignature[],
): Promise<LocalDate | undefined> {
  const { tx, actor, now } = happening
  const { row, caseRow } = await getAgreement(happening, agreementId)
  if (row.status !== 'approved' || row.frozen === null || row.frozen_sha256 === null)
    throw new DomainError('agreements.stepNotAllowed', { status: row.status, event: 'sign' })
  requireLiveCase(caseRow, 'sign')
  const frozen = JSON.parse(row.frozen) as FrozenAgreement
  const mediators = [{ name: frozen.mediatorName }]
  const today = localDateOf(now)
  const reasons = [
    ...reasonsNotToSign(frozen.parties, mediators, signatures, today),
    ...reasonsNotToSignOnScreen(signatures, row.frozen_sha256, today),
  ]
  if (isBlocked(reasons)) throw new StepRefused('agreements.signatureInvalid', reasons)
  for (const signature of signatures) {
    const id = uuid()
    await tx
      .insertInto('signatures')
      .values({
        id,
        agreement_id: agreementId,
        capacity: signature.capacity,
        party_id: isOfParty(signature) ? (signature.partyId ?? null) : null,
        signer_name: signature.signerName.trim(),
        manner: JSON.stringify(signature.manner),
        signed_on: signature.signedOn,
        recorded_by: actor.userId,
        recorded_at: now,
      })
      .execute()
    const { screen, signerName } = signature
    if (screen) await keepStrokes(happening, row.case_id, { id, signerName }, screen)
  }
  await recordEvent(happening, row.case_id, 'agreementSignatures', { count: signatures.length })
  const all = await listSignatures(tx, agreementId)
  const effectiveOn = effectiveDate(frozen.parties, mediators, all)
  if (!effectiveOn) return undefined
  await tx
    .updateTable('agreements')
    .set({ status: 'signed', effective_on: effectiveOn, updated_at: now })
    .where('id', '=', agreementId)
    .execute()
  await tx
    .updateTable('agreements')
    .set({ status: 'superseded', updated_at: now })
    .where('case_id', '=', row.case_id)
    .where('version', '<', row.version)
    .where('status', '=', 'signed')
    .execute()
  const details = { effectiveOn, fileNumber: frozen.fileNumber }
  if (caseRow.status === 'agreed')
    await applyEvent(happening, caseRow, { type: 'completeSigning', effectiveOn }, details)
  else await recordEvent(happening, row.case_id, 'agreementSigned', details)
  await makeObligations(happening, agreementId)
  return effectiveOn
}

/** A signature recorded by mistake can go until the agreement is complete. */
export async function removeSignature(
  happening: Happening,
  agreementId: string,
  signatureId: string,
) {
  const { row } = await getAgreement(happening, agreementId)
  if (row.status !== 'approved')
    throw new DomainError('agreements.stepNotAllowed', {
      status: row.status,
      event: 'removeSignature',
    })
  const shape = await shapeOf(happening.tx, signatureId)
  const gone = await happening.tx
    .deleteFrom('signatures')
    .where('id', '=', signatureId)
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()
  if (gone.numDeletedRows === 0n) throw new DomainError('agreements.notFound')
  // Strokes taken back are gone, but not forgotten: used again, they are flagged.
  const details: EventDetails = shape === undefined ? {} : { shapeSha256: shape }
  await recordEvent(happening, row.case_id, 'signatureRemoved', details)
}
