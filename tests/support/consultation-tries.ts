import { v7 as uuid } from 'uuid'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { sampleConsultation, sampleLawyer } from './lawyers-desk-inputs.ts'

/** Every command of the register once; what is then left of it. */
export async function tryConsultations(centre: StaffedCentre) {
  const { head, receptionist } = centre.as
  const today = localDateOf(centre.clock.now())
  const form = { ...sampleConsultation, at: centre.clock.now(), otherSide: '某某公司' }
  const id = uuid()
  await receptionist.consultations.save({ id, revision: 0, form })
  await receptionist.consultations.remove({ id, revision: 1, words: '重复登记' })
  await receptionist.consultations.restore({ id, revision: 2 })
  const { draftId } = await receptionist.consultations.handOver({ id, revision: 3 })
  const lawyer = { ...sampleLawyer, name: '计数律师', joinedOn: localDate('2020-01-01') }
  const made = await head.lawyers.save({ revision: 0, lawyer })
  const counts = [{ category: 'wages' as const, count: 2 }]
  await receptionist.consultations.setCounts({ lawyerId: made.id, date: today, counts, words: '' })
  await receptionist.intake.discardDraft({ id: draftId })
  return receptionist.consultations.get({ id })
}
