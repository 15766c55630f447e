import { addDays, localDate } from '#db/domain/local-date.ts'
import { addLawyer, shiftAt, weekPatterns } from './rota-centre.ts'
import type { StaffedCentre } from './centre.ts'
import { sampleDesk } from './lawyers-desk-inputs.ts'

const monday = localDate('2029-01-08')

/** Every command about a rota once, with a desk and two lawyers of its own. */
export async function tryRotas({ as: { head } }: StaffedCentre) {
  await head.desks.save({
    revision: 0,
    desk: { ...sampleDesk, name: '排班窗口', patterns: weekPatterns(1) },
  })
  const lawyerId = await addLawyer(head, '许排')
  await addLawyer(head, '何排')
  const { id, revision } = await head.rotas.create({ from: monday, to: addDays(monday, 13) })
  const board = await head.rotas.get({ id })
  const shift = shiftAt(board, '01-09', 'morning')
  const seat = { lawyerId, shiftId: shift.id }
  let at = { id, revision }
  const next = (told: { revision: number }) => {
    at = { id, revision: told.revision }
  }
  next(await head.rotas.move({ ...at, out: [], into: [seat], knowingly: false }))
  next(await head.rotas.pin({ ...at, seat, pinned: true, knowingly: false }))
  const { startsAt, endsAt } = shift
  const times = { startsAt, endsAt, words: '', demand: 2 }
  next(await head.rotas.setShift({ ...at, ...times, shiftId: shift.id }))
  next(await head.rotas.refreshShifts(at))
  next(await head.rotas.relax({ ...at, relaxed: [] }))
  const solved = await head.rotas.solve({ ...at, mode: 'gaps', seed: 1 })
  if (solved.outcome === 'solved') next(solved)
  next(await head.rotas.publish({ ...at, words: '' }))
  const later = await head.rotas.create({
    from: addDays(monday, 14),
    to: addDays(monday, 27),
  })
  const copied = await head.rotas.copyLast(later)
  await head.rotas.remove({ id: later.id, revision: copied.revision })
  return { ...(await head.rotas.get({ id })), copied: copied.copied }
}
