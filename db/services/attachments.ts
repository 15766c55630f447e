import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import {
  mayEditRegistration,
  mayMediate,
  mayReadContent,
  type Actor,
  type CaseAccess,
} from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { Reader, Row } from '../schema.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'

/** A scan of some pages; a film does not belong in the store. */
export const largestAttachment = 20 * 1024 * 1024
const chunkSize = 1024 * 1024

/** Told by the first bytes, not by the file's name. */
const signatures: readonly { mediaType: string; bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
]

export const mediaTypeOf = (bytes: Uint8Array): string | undefined =>
  signatures.find((known) => known.bytes.every((byte, index) => bytes[index] === byte))?.mediaType

export type NewAttachment = {
  caseId: string
  agreementId?: string | undefined
  kind: Row<'attachments'>['kind']
  name: string
  bytes: Uint8Array
}

/** @policy Files come from whoever works on the case: at the window before there is a mediator, then from the mediator. */
export const mayAddFiles = (actor: Actor, access: CaseAccess): boolean =>
  mayMediate(actor, access) || mayEditRegistration(actor, access)

/** Keeps the file in the store itself: one encryption, one backup, one transaction with its time line. */
export async function addAttachment(
  happening: Happening,
  attachment: NewAttachment,
): Promise<string> {
  await getCase(happening.tx, happening.actor, attachment.caseId, mayAddFiles, 'cases.notYours')
  const id = await keepAttachment(happening, attachment)
  await recordEvent(happening, attachment.caseId, 'attachmentAdded', {
    attachmentKind: attachment.kind,
    name: attachment.name,
  })
  return id
}

/** The file alone: whether the actor may add it, and what the time line says, is the caller's. */
export async function keepAttachment(
  { tx, actor, now }: Happening,
  attachment: NewAttachment,
): Promise<string> {
  const { bytes } = attachment
  if (bytes.length > largestAttachment)
    throw new DomainError('papers.attachmentTooLarge', {
      name: attachment.name,
      limit: largestAttachment,
    })
  const mediaType = mediaTypeOf(bytes)
  if (!mediaType) throw new DomainError('papers.attachmentKind', { name: attachment.name })
  if (attachment.agreementId !== undefined) {
    const agreement = await tx
      .selectFrom('agreements')
      .select('id')
      .where('id', '=', attachment.agreementId)
      .where('case_id', '=', attachment.caseId)
      .executeTakeFirst()
    if (!agreement) throw new DomainError('agreements.notFound')
  }
  const id = uuid()
  await tx
    .insertInto('attachments')
    .values({
      id,
      case_id: attachment.caseId,
      agreement_id: attachment.agreementId ?? null,
      kind: attachment.kind,
      name: attachment.name.slice(0, 200),
      media_type: mediaType,
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      added_by: actor.userId,
      added_at: now,
    })
    .execute()
  for (let from = 0; from < bytes.length; from += chunkSize)
    await tx
      .insertInto('attachment_chunks')
      .values({
        attachment_id: id,
        position: from / chunkSize,
        bytes: bytes.subarray(from, from + chunkSize),
      })
      .execute()
  return id
}

/** The file as it was added. @throws DomainError when it is not this actor's to see */
export async function readAttachment(db: Reader, actor: Actor, attachmentId: string) {
  const row = await db
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new DomainError('papers.notFound')
  await getCase(db, actor, row.case_id, mayReadContent)
  const chunks = await db
    .selectFrom('attachment_chunks')
    .select('bytes')
    .where('attachment_id', '=', attachmentId)
    .orderBy('position')
    .execute()
  return { row, bytes: Buffer.concat(chunks.map(({ bytes }) => bytes)) }
}
