import { hashPin } from '#db/services/lawyer-pin.ts'
import { cheapCost } from '#tests/db/store-fixture.ts'
import type { RotaBoard } from '#contract/rotas.ts'
import type { StaffedCentre } from './centre.ts'
import { newRota, openRotaCentre, type RotaCentre, shiftAt } from './rota-centre.ts'

export const pin = '274913'
export type Seated = readonly [day: string, half: 'morning' | 'afternoon', name: string]

/** The fortnight with these people on it, published. */
export async function publishedWith(
  centre: RotaCentre,
  seated: readonly Seated[],
): Promise<RotaBoard> {
  const { head } = centre.as
  const { id, revision } = await newRota(head)
  const board = await head.rotas.get({ id })
  const into = seated.map(([day, half, name]) => ({
    shiftId: shiftAt(board, day, half).id,
    lawyerId: centre.lawyerIds[name] ?? '',
  }))
  const moved = await head.rotas.move({ id, revision, out: [], into, knowingly: false })
  await head.rotas.publish({ id, revision: moved.revision, words: '' })
  return head.rotas.get({ id })
}

export const usualSeats: readonly Seated[] = [
  ['11-23', 'morning', '梁一'],
  ['11-23', 'afternoon', '许二'],
  ['11-24', 'morning', '何三'],
  ['11-25', 'afternoon', '梁一'],
  ['11-26', 'morning', '许二'],
  ['12-02', 'morning', '何三'],
]

/** A published fortnight; 梁一 has a PIN and signs in as the lawyer of the staff. */
export async function openDutyCentre(): Promise<RotaCentre> {
  const centre = await openRotaCentre()
  await publishedWith(centre, usualSeats)
  // As `lawyers.setPin` keeps it, but cheaper; the next command brings it beside the store.
  await centre
    .store()
    .db.updateTable('lawyers')
    .set({ pin: await hashPin(pin, cheapCost) })
    .where('id', '=', centre.lawyerIds['梁一'] ?? '')
    .execute()
  await linkAccount(centre, '梁一')
  return centre
}

export async function linkAccount({ as: { head }, ids }: StaffedCentre, name: string) {
  const found = (await head.lawyers.list({})).find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not on the register`)
  const { id, revision, initials: _i, firmName: _f, active: _a, hasPin: _p, ...rest } = found
  const { days: _d, served: _s, lastServedOn: _l, ...lawyer } = rest
  await head.lawyers.save({ id, revision, lawyer: { ...lawyer, userId: ids.lawyer } })
}

/** Hours of the wall in Shanghai. */
export const at = (day: string, time: string) =>
  new Date(`2026-${day}T${time}:00.000+08:00`).toISOString()

/** Of a person's duty on a day, as the store has it. */
export async function dutyOn(centre: RotaCentre, day: string, name: string) {
  const row = await centre
    .store()
    .db.selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .selectAll('d')
    .select(['s.date', 's.half'])
    .where('s.date', '=', `2026-${day}`)
    .where('d.lawyer_id', '=', centre.lawyerIds[name] ?? '')
    .executeTakeFirst()
  if (!row) throw new Error(`${name} has no duty on ${day}`)
  return row
}
