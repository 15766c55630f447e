import { localDate, localDateOf } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { tryConsultations } from './consultation-tries.ts'
import { tryDuties } from './duty-tries.ts'
import { tryLawyers } from './lawyer-tries.ts'
import { tryRotas } from './rota-tries.ts'
import { assignedCase } from './wage-case.ts'

/** Every command of the lawyers' desk once, and every query. */
export async function tryLawyersDesk(centre: StaffedCentre) {
  const { head, receptionist } = centre.as
  await tryLawyers(centre)
  const rota = await tryRotas(centre)
  const { dutyId } = await tryDuties(centre)
  await tryConsultations(centre)
  const today = localDateOf(centre.clock.now())
  const stretch = { from: today, to: localDate('2029-12-31') }
  const [seat] = rota.seats
  if (!seat) throw new Error('nobody sits on the rota')
  const { lawyerId, shiftId } = seat
  await head.firms.list({})
  await head.desks.all({})
  await head.desks.days({ from: today, to: today })
  await head.rotas.list({})
  await head.rotas.whatIf({ id: rota.id, out: [{ lawyerId, shiftId }], into: [] })
  await head.rotas.candidates({ id: rota.id, shiftId })
  await head.rotas.beforePublish({ id: rota.id })
  await receptionist.duties.day({ date: today })
  await receptionist.duties.substitutes({ dutyId })
  await head.duties.hours(stretch)
  await head.requests.list({ open: true })
  await head.requests.options({ dutyId })
  const caseId = await assignedCase(centre)
  await head.bookings.ofCase({ caseId })
  await head.bookings.choices({ caseId })
  await head.consultations.ofCase({ caseId })
  await head.consultations.lawyers({ date: today })
  await head.bookings.between(stretch)
  await head.consultations.list({ ...stretch, limit: 10 })
  await head.consultations.counts({ lawyerId, date: today })
  await head.consultations.statistics(stretch)
}
