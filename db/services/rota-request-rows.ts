import { v7 as uuid } from 'uuid'
import type { RequestRecord } from '../queries/rota-requests.ts'
import type { Row } from '../schema.ts'
import type { RotaHappening } from './rota-seats.ts'

type NewRequest = Pick<Row<'rota_requests'>, 'kind' | 'lawyer_id' | 'state'> &
  Partial<Pick<Row<'rota_requests'>, 'duty_id' | 'partner_id' | 'partner_duty_id'>> &
  Partial<Pick<Row<'rota_requests'>, 'from_on' | 'to_on' | 'words'>>

/** A request that is done when it is made was answered and decided by whoever made it. */
export async function insertRequest(
  happening: RotaHappening,
  request: NewRequest,
): Promise<string> {
  const { tx, actor, now } = happening
  const id = uuid()
  const isDone = request.state === 'done'
  const isAnswered = isDone && request.partner_id !== undefined
  await tx
    .insertInto('rota_requests')
    .values({
      duty_id: null,
      partner_id: null,
      partner_duty_id: null,
      from_on: null,
      to_on: null,
      words: '',
      decided_words: '',
      ...request,
      id,
      partner_answered_at: isAnswered ? now : null,
      partner_answered_by: isAnswered ? actor.userId : null,
      decided_at: isDone ? now : null,
      decided_by: isDone ? actor.userId : null,
      by_staff: actor.role === 'lawyer' ? 0 : 1,
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return id
}

type Changed = Partial<
  Pick<
    Row<'rota_requests'>,
    | 'state'
    | 'partner_id'
    | 'partner_answered_at'
    | 'partner_answered_by'
    | 'decided_at'
    | 'decided_by'
    | 'decided_words'
  >
>
export async function updateRequest(
  { tx, now }: RotaHappening,
  request: RequestRecord,
  set: Changed,
) {
  await tx
    .updateTable('rota_requests')
    .set({ ...set, revision: request.revision + 1, updated_at: now })
    .where('id', '=', request.id)
    .execute()
}
