import { v7 as uuid } from 'uuid'
import type { HalfDay } from '#db/domain/rota/problem.ts'
import type { StaffedCentre } from './centre.ts'

export type PublishedDuty = {
  lawyerId: string
  deskId: string
  date: string
  half: HalfDay
  noShow?: boolean
}

/** A published rota as rows, without the board: one shift and one duty each. */
export async function putDuties(centre: StaffedCentre, duties: readonly PublishedDuty[]) {
  const { db } = centre.store()
  const at = centre.clock.now()
  const days = duties.map(({ date }) => date).toSorted()
  const rotaId = uuid()
  await db
    .insertInto('rotas')
    .values({
      id: rotaId,
      from_on: days[0] ?? '2026-01-01',
      to_on: days.at(-1) ?? '2026-01-01',
      solved: null,
      relaxed: '[]',
      revision: 1,
      created_by: centre.ids.head,
      created_at: at,
      updated_at: at,
    })
    .execute()
  const ids: string[] = []
  for (const duty of duties) {
    const shiftId = uuid()
    const dutyId = uuid()
    const isMorning = duty.half === 'morning'
    await db
      .insertInto('shifts')
      .values({
        id: shiftId,
        rota_id: rotaId,
        desk_id: duty.deskId,
        date: duty.date,
        half: duty.half,
        starts_at: isMorning ? '09:00' : '14:00',
        ends_at: isMorning ? '12:00' : '17:00',
        demand: 1,
        words: '',
      })
      .execute()
    await db
      .insertInto('duties')
      .values({
        id: dutyId,
        shift_id: shiftId,
        lawyer_id: duty.lawyerId,
        starts_at: isMorning ? '09:00' : '14:00',
        ends_at: isMorning ? '12:00' : '17:00',
        state: 'planned',
        instead_of: null,
        sequence: 0,
        signed_in_at: null,
        signed_out_at: null,
        corrected_minutes: null,
        corrected_reason: '',
        corrected_by: null,
        no_show: duty.noShow === true ? 1 : 0,
        no_show_words: '',
        revision: 1,
        published_at: at,
        updated_at: at,
      })
      .execute()
    ids.push(dutyId)
  }
  return ids
}
