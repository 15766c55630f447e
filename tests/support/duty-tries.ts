import type { localDate } from '#db/domain/local-date.ts'
import { localDateOf, addDays } from '#db/domain/local-date.ts'
import type { StaffedCentre } from './centre.ts'
import { sampleDesk, sampleLawyer } from './lawyers-desk-inputs.ts'

/** A wide open desk far ahead, with the lawyers 甲, 乙 and 丙 on three days, published. */
async function published(centre: StaffedCentre, first: ReturnType<typeof localDate>) {
  const { head } = centre.as
  const days = [0, 1, 2].map((offset) => addDays(first, offset))
  const patterns = (['1', '2', '3', '4', '5', '6', '7'] as const).map((dayKind) => ({
    dayKind,
    half: 'morning' as const,
    startsAt: '09:00',
    endsAt: '12:00',
    demand: 1,
  }))
  const desk = await head.desks.save({
    revision: 0,
    desk: { ...sampleDesk, name: '试排窗口', patterns },
  })
  for (const date of days) await head.desks.setDay({ date, open: true, words: '' })
  const lawyerIds: string[] = []
  for (const name of ['甲律师', '乙律师', '丙律师'])
    lawyerIds.push((await head.lawyers.save({ revision: 0, lawyer: { ...sampleLawyer, name } })).id)
  const { id, revision } = await head.rotas.create({ from: first, to: addDays(first, 2) })
  const { shifts } = await head.rotas.get({ id })
  const into = days.map((date, index) => ({
    shiftId: shifts.find((shift) => shift.date === date && shift.deskId === desk.id)?.id ?? '',
    lawyerId: lawyerIds[index] ?? '',
  }))
  const moved = await head.rotas.move({ id, revision, out: [], into, knowingly: false })
  await head.rotas.publish({ id, revision: moved.revision, words: '' })
  const duties = await centre.store().db.selectFrom('duties').selectAll().execute()
  const dutyIds = into.map((seat) => duties.find((row) => row.shift_id === seat.shiftId)?.id ?? '')
  return { days, lawyerIds, dutyIds }
}

/** Every command about duties and requests once; leaves the clock where it was. */
export async function tryDuties(centre: StaffedCentre) {
  const { head, receptionist, lawyer } = centre.as
  const before = centre.clock.now()
  const { days, lawyerIds, dutyIds } = await published(centre, addDays(localDateOf(before), 3))
  const [day = '', dutyId = '', partnerDutyId = ''] = [days[0], dutyIds[0], dutyIds[1]]
  const [one = '', , third = ''] = lawyerIds
  const revisionOf = async (id: string) =>
    (
      await centre
        .store()
        .db.selectFrom('duties')
        .select('revision')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).revision
  const asked = await receptionist.requests.ask({ kind: 'swap', dutyId, partnerDutyId, words: '' })
  await receptionist.requests.answer({ id: asked.id, revision: 1, agree: true, words: '' })
  const decision = { id: asked.id, revision: 2, words: '', knowingly: false }
  await head.requests.decide({ ...decision, approve: false })
  const again = await head.requests.ask({ kind: 'cover', dutyId, words: '' })
  await head.requests.withdraw({ id: again.id, revision: 1 })
  await head.requests.swapFor({ dutyId, partnerDutyId, knowingly: false, words: '' })
  await head.requests.swapFor({
    knowingly: false,
    words: '',
    dutyId: (await head.duties.mine({ lawyerId: one })).next?.dutyId ?? '',
    partnerDutyId: (await head.duties.mine({ lawyerId: lawyerIds[1] ?? '' })).next?.dutyId ?? '',
  })
  const [notice] = await receptionist.duties.notices({})
  await receptionist.duties.told({ ids: [notice?.id ?? ''], channel: 'phone' })
  centre.clock.setWall(`${day}T02:00:00.000Z`)
  const missed = { dutyId, revision: await revisionOf(dutyId), words: '' }
  await receptionist.duties.noShow({ ...missed, noShow: true })
  const signed = { dutyId, revision: missed.revision + 1, kind: 'in' as const }
  await receptionist.duties.signFor({ ...signed, at: `${day}T01:00:00.000Z` })
  const corrected = { dutyId, revision: missed.revision + 2, reason: '忘了签退' }
  await head.duties.correct({ ...corrected, minutes: 180 })
  const put = { lawyerId: third, knowingly: true, words: '' }
  await receptionist.duties.substitute({
    ...put,
    dutyId: partnerDutyId,
    revision: await revisionOf(partnerDutyId),
  })
  const found = (await head.lawyers.list({})).find(({ id }) => id === one)
  if (!found) throw new Error('甲律师 is not on the register')
  await head.lawyers.save({
    id: one,
    revision: found.revision,
    lawyer: {
      ...sampleLawyer,
      name: found.name,
      userId: centre.ids.lawyer,
    },
  })
  await lawyer.duties.seen({ ids: [notice?.id ?? ''] })
  centre.clock.setWall(before)
  return { dutyId, lawyerIds }
}
