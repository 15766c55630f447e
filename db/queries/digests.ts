import { createHash } from 'node:crypto'
import { canonicalSignatures } from '../domain/agreement/vouched-signatures.ts'
import type { Reader } from '../schema.ts'
import { minutesRecord } from './minutes.ts'

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Digest of all signatures of an agreement as they stand, strokes included. */
export async function signaturesDigest(db: Reader, agreementId: string): Promise<string> {
  const rows = await db
    .selectFrom('signatures as s')
    .leftJoin('signature_strokes as t', 't.signature_id', 's.id')
    .selectAll()
    .where('s.agreement_id', '=', agreementId)
    .execute()
  return sha256Of(canonicalSignatures(rows))
}

/** What the log says of an agreement when a step locks or signs it: its text and its signatures. */
export async function agreementDigests(db: Reader, agreementId: string) {
  const { frozen_sha256 } = await db
    .selectFrom('agreements')
    .select('frozen_sha256')
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return {
    sha256: frozen_sha256 ?? undefined,
    signatures: await signaturesDigest(db, agreementId),
  }
}

/**
 * Digest of what the minutes of an ended session print: head, people, the lines that go into them, result.
 * Undefined while the session is open.
 */
export async function minutesDigest(db: Reader, sessionId: string): Promise<string | undefined> {
  const session = await db
    .selectFrom('sessions as s')
    .innerJoin('cases as c', 'c.id', 's.case_id')
    .selectAll('s')
    .select('c.case_number')
    .where('s.id', '=', sessionId)
    .where('s.status', '=', 'ended')
    .executeTakeFirst()
  if (!session) return undefined
  const attendees = await db
    .selectFrom('attendees')
    .selectAll()
    .where('session_id', '=', sessionId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const { items, concessionsLeftOut } = await minutesRecord(db, sessionId)
  return sha256Of(
    JSON.stringify([
      'tanxin-minutes-v1',
      session.id,
      session.case_number,
      session.ordinal,
      session.place,
      session.is_open,
      session.recorder_name,
      session.started_at,
      session.rights_told_at,
      session.ended_at,
      session.result,
      session.result_note,
      session.frozen,
      attendees.map((each) => [
        each.id,
        each.capacity,
        each.party_id,
        each.name,
        each.note,
        each.helper_kind,
        each.disclosure,
        each.joined_at,
        each.left_at,
      ]),
      items.map((item) =>
        'text' in item ? [item.speaker, item.text] : [item.pausedAt, item.resumedAt ?? null],
      ),
      concessionsLeftOut,
    ]),
  )
}
