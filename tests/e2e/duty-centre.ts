import { addDays, localDateOf } from '#db/domain/local-date.ts'
import { weekOf } from '#db/domain/rota/days.ts'
import type { RotaBoard } from '#contract/rotas.ts'
import type { StaffedCentre } from '#tests/support/centre.ts'
import { sampleDesk } from '#tests/support/lawyers-desk-inputs.ts'
import { linkAccount } from '#tests/support/duty-centre.ts'
import { addLawyer, lawyerNames } from '#tests/support/rota-centre.ts'
import { openCentreWith } from './finished-case.ts'

export const deskName = sampleDesk.name
export const pin = '274913'
/** Signs in as the lawyer of the staff and has the PIN. */
export const linkedName = '梁一'
export const otherName = '许二'

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const
const halves = [
  { half: 'morning', startsAt: '09:00', endsAt: '12:00', demand: 1 },
  { half: 'afternoon', startsAt: '14:00', endsAt: '17:00', demand: 1 },
] as const

const now = Date.now()
/** Monday of the fortnight: the next but one, so that nothing of it has begun. */
export const firstDay = addDays(weekOf(localDateOf(new Date(now).toISOString())), 14)
/** Tuesday of its first week. */
export const today = addDays(firstDay, 1)
/** How far the clocks of the desk are set forward: to Tuesday, ten in the morning. */
export const daysToToday = (Date.parse(`${today}T10:00:00.000+08:00`) - now) / 86_400_000

/**
 * Six lawyers, one desk that is open every day, holidays too, and a published fortnight. 梁一 sits this morning and
 * tomorrow, 许二 this afternoon; nobody has served before.
 */
export const openDutyCentre = (store: string): Promise<void> => openCentreWith(store, prepareDuties)

async function prepareDuties(centre: StaffedCentre) {
  const { head } = centre.as
  const first = firstDay
  await head.desks.save({
    revision: 0,
    desk: {
      ...sampleDesk,
      patterns: weekdays.flatMap((dayKind) => halves.map((each) => ({ dayKind, ...each }))),
    },
  })
  for (let index = 0; index < 28; index += 1)
    await head.desks.setDay({ date: addDays(first, index), open: true, words: '' })
  const ids: Record<string, string> = {}
  for (const name of lawyerNames)
    ids[name] = await addLawyer(head, name, {
      twiceADay: true,
      joinedOn: addDays(first, -400),
      phone: '13800000000',
    })
  await linkAccount(centre, linkedName)
  await head.lawyers.setPin({ id: ids[linkedName] ?? '', pin })
  const rota = await head.rotas.create({ from: first, to: addDays(first, 13) })
  await head.rotas.publish({
    id: rota.id,
    revision: (await seatEverybody(head, rota, ids)).revision,
    words: '',
  })
}

type Head = Parameters<typeof linkAccount>[0]['as']['head']

async function seatEverybody(
  head: Head,
  { id, revision }: { id: string; revision: number },
  ids: Record<string, string>,
) {
  const board: RotaBoard = await head.rotas.get({ id })
  const others = lawyerNames.filter((name) => name !== linkedName)
  const into = board.shifts.map((shift, index) => {
    const isToday = shift.date === today
    const isLinked = (isToday && shift.half === 'morning') || shift.date === addDays(today, 1)
    const name = isLinked ? linkedName : isToday ? otherName : others[index % others.length]
    return { shiftId: shift.id, lawyerId: ids[name ?? ''] ?? '' }
  })
  return head.rotas.move({ id, revision, out: [], into, knowingly: false })
}
