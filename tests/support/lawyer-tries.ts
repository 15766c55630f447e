import { localDate } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { sampleInputs } from './sample-inputs.ts'
import { sampleDesk, sampleFirm, sampleLawyer } from './lawyers-desk-inputs.ts'
import { assignedCase } from './wage-case.ts'

/** Every command about firms, lawyers and desks once, and those of a booking. */
export async function tryLawyers(centre: StaffedCentre) {
  const { head, receptionist } = centre.as
  const firm = await head.firms.save({ revision: 0, firm: sampleFirm })
  const interest = await head.firms.saveInterest({
    revision: 0,
    interest: { ...sampleInputs.firms.saveInterest.interest, firmId: firm.id },
  })
  await head.firms.removeInterest(interest)
  await head.firms.remove(firm)
  const one = await head.lawyers.save({ revision: 0, lawyer: sampleLawyer })
  const other = await head.lawyers.save({
    revision: 0,
    lawyer: { ...sampleLawyer, name: '许律师' },
  })
  await head.lawyers.setPin({ id: one.id, pin: '274913' })
  const day = await receptionist.lawyers.addDay({
    lawyerId: one.id,
    day: {
      kind: 'leave',
      fromOn: localDate('2030-01-07'),
      toOn: localDate('2030-01-08'),
      words: '',
    },
  })
  await receptionist.lawyers.removeDay({ id: day.id })
  const desk = await head.desks.save({ revision: 0, desk: sampleDesk })
  const date = localDate('2030-01-07')
  await receptionist.desks.setDay({ date, open: true, words: '' })
  await receptionist.desks.unsetDay({ date })
  const pairing = await head.desks.savePairing({
    oneId: one.id,
    otherId: other.id,
    kind: 'apart',
    note: '',
  })
  await head.desks.removePairing(pairing)
  await head.desks.saveSettings(sampleInputs.desks.saveSettings)
  const caseId = await assignedCase(centre)
  const booking = await receptionist.bookings.save({
    revision: 0,
    caseId,
    booking: { ...sampleInputs.bookings.save.booking, date, deskId: desk.id },
  })
  await receptionist.bookings.cancel({ ...booking, words: '改期' })
  await head.desks.remove(desk)
  return { lawyerId: one.id, otherId: other.id }
}
