import { v7 as uuid } from 'uuid'
import {
  reasonsNotToTransition,
  transition,
  type CaseEvent,
  type CaseStatus,
} from '../domain/case/status.ts'
import type { Actor } from '../domain/access/case-access.ts'
import type { HolidayYear } from '../domain/deadline/period.ts'
import type { Tx } from '../schema.ts'
import { StepRefused } from './step-refused.ts'

export type Happening = {
  tx: Tx
  actor: Actor
  now: string
  /** The tables of days off, where whoever asks has them; without them weekends only are known to be off. */
  resources?: { readonly calendar: readonly HolidayYear[] }
}
export const calendarOf = ({ resources }: Happening): readonly HolidayYear[] =>
  resources?.calendar ?? []

export type EventDetails = Record<string, string | number | boolean>

/** Something that happened to the case, on its time line for ever. */
export async function recordEvent(
  { tx, actor, now }: Happening,
  caseId: string,
  kind: string,
  details: EventDetails = {},
  statuses: { from?: CaseStatus; to?: CaseStatus } = {},
) {
  await tx
    .insertInto('case_events')
    .values({
      id: uuid(),
      case_id: caseId,
      at: now,
      actor_id: actor.userId,
      kind,
      from_status: statuses.from ?? null,
      to_status: statuses.to ?? null,
      details: JSON.stringify(details),
    })
    .execute()
}

/**
 * Moves the case by the state machine and writes the step on its time line.
 * @throws StepRefused with every reason
 */
export async function applyEvent(
  happening: Happening,
  row: { id: string; status: CaseStatus },
  event: CaseEvent,
  details: EventDetails = {},
): Promise<CaseStatus> {
  const outcome = transition(row.status, event)
  if (!outcome.ok)
    throw new StepRefused('cases.stepNotAllowed', reasonsNotToTransition(row.status, event))
  await happening.tx
    .updateTable('cases')
    .set({ status: outcome.to, updated_at: happening.now })
    .where('id', '=', row.id)
    .execute()
  await recordEvent(happening, row.id, event.type, details, { from: row.status, to: outcome.to })
  return outcome.to
}
