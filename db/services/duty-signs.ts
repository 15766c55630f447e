import type { Actor } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { type SignKind, signTrouble } from '../domain/duty/sign.ts'
import { type DutyRecord, findDuty } from '../queries/duties.ts'
import type { Row, Tx } from '../schema.ts'

type Signing = {
  /** The same however often it is taken in. */
  id: string
  duty: DutyRecord | undefined
  lawyerId: string
  kind: SignKind
  at: string
  source: Row<'duty_signs'>['source']
  /** The duty takes it: it may be signed so. */
  stands: boolean
  doubted: boolean
}

/** @throws DomainError duties.notFound */
export async function getDuty(db: Tx, id: string): Promise<DutyRecord> {
  const duty = await findDuty(db, id)
  if (!duty) throw new DomainError('duties.notFound')
  return duty
}

/**
 * Writes a sign down, and on its duty too where the duty may be signed so. A doubted one stands beside the duty, never
 * on it: whoever came is for the window to say.
 */
export async function writeSign(
  { tx, actor, now }: { tx: Tx; actor: Actor; now: string },
  { id, duty, lawyerId, kind, at, source, stands, doubted }: Signing,
): Promise<void> {
  await tx
    .insertInto('duty_signs')
    .values({
      id,
      duty_id: duty?.id ?? null,
      lawyer_id: lawyerId,
      kind,
      at,
      source,
      doubted: doubted ? 1 : 0,
      recorded_by: actor.userId,
      recorded_at: now,
    })
    .execute()
  if (doubted || !duty || !stands) return
  await tx
    .updateTable('duties')
    .set({
      ...(kind === 'in'
        ? { signed_in_at: at, no_show: 0, no_show_words: '' }
        : { signed_out_at: at }),
      revision: duty.revision + 1,
      updated_at: now,
    })
    .where('id', '=', duty.id)
    .execute()
}

/** By the person, whose PIN was right. @throws DomainError */
export async function signDuty(
  happening: { tx: Tx; actor: Actor; now: string },
  signing: { id: string; dutyId: string; lawyerId: string; kind: SignKind; at: string },
): Promise<void> {
  const duty = await getDuty(happening.tx, signing.dutyId)
  if (duty.lawyerId !== signing.lawyerId) throw new DomainError('duties.notFound')
  const trouble = signTrouble(duty, signing.kind, signing.at)
  if (trouble) throw new DomainError(trouble)
  await writeSign(happening, { ...signing, duty, source: 'pin', stands: true, doubted: false })
}
