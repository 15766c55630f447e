import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { failureOf, refusal, refusalCode } from '#tests/support/refusal.ts'
import { putDuties } from '#tests/support/rota-rows.ts'
import { sampleInputs } from '#tests/support/sample-inputs.ts'
import { sampleDesk, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'

let centre: StaffedCentre
let head: Client
beforeAll(async () => {
  centre = await openCentre()
  head = centre.as.head
})
afterAll(() => centre.close())

const lawyer = async (name: string, headOnly = false) =>
  (await head.lawyers.save({ revision: 0, lawyer: { ...sampleLawyer, name, headOnly } })).id
const morning = {
  dayKind: '1' as const,
  half: 'morning' as const,
  startsAt: '09:00',
  endsAt: '12:00',
  demand: 1,
}

describe('desks', () => {
  it('stand in the order in which they were made, each with its patterns', async () => {
    await head.desks.save({ revision: 0, desk: sampleDesk })
    const second = await head.desks.save({
      revision: 0,
      desk: { name: ' 二号窗口', place: '二楼', patterns: [] },
    })
    const patterns = [{ ...morning, half: 'afternoon' as const, demand: 2 }, morning]
    await head.desks.save({ ...second, desk: { name: '二号窗口', place: '三楼', patterns } })
    const { desks } = await centre.as.lawyer.desks.all({})
    expect(desks.map(({ name, position }) => `${position} ${name}`)).toEqual([
      '1 综合窗口',
      '2 二号窗口',
    ])
    expect(desks[1]).toMatchObject({ revision: 2, place: '三楼' })
    expect(desks[1]?.patterns).toEqual(patterns.toReversed())
  })

  it('refuse a taken name, a half-day twice, an end before its start, and an old form', async () => {
    const desk = { name: '三号窗口', place: '', patterns: [morning] }
    const { id } = await head.desks.save({ revision: 0, desk })
    expect(await refusalCode(head.desks.save({ revision: 0, desk }))).toBe('desks.nameTaken')
    expect(
      await refusalCode(
        head.desks.save({ id, revision: 1, desk: { ...desk, patterns: [morning, morning] } }),
      ),
    ).toBe('desks.patternTwice')
    const reversed = { ...desk, patterns: [{ ...morning, endsAt: '08:00' }] }
    expect((await failureOf(head.desks.save({ id, revision: 1, desk: reversed }))).code).toBe(
      'BAD_REQUEST',
    )
    await head.desks.save({ id, revision: 1, desk })
    expect(await refusalCode(head.desks.save({ id, revision: 1, desk }))).toBe(
      'desks.changedElsewhere',
    )
    const { desks } = await head.desks.all({})
    expect(desks.find((each) => each.id === id)?.patterns).toEqual([morning])
  })

  it('are not removed while published duties lie ahead', async () => {
    const desk = await head.desks.save({ revision: 0, desk: { ...sampleDesk, name: '旧窗口' } })
    const lawyerId = await lawyer('窗口律师')
    await putDuties(centre, [
      { lawyerId, deskId: desk.id, date: '2026-11-23', half: 'morning' },
      { lawyerId, deskId: desk.id, date: '2026-11-27', half: 'morning' },
    ])
    expect(await refusal(head.desks.remove(desk))).toMatchObject({
      code: 'desks.hasDuties',
      details: { last: '2026-11-27' },
    })
    centre.clock.setWall('2026-11-28T01:00:00.000Z')
    await head.desks.remove(desk)
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
    expect((await head.desks.all({})).desks.some(({ id }) => id === desk.id)).toBe(false)
    expect(await refusalCode(head.desks.remove(desk))).toBe('desks.notFound')
  })
})

describe('opening days', () => {
  it('are opened and closed by hand, and given back to the calendar', async () => {
    const date = localDate('2026-11-30')
    const shiftsOn = async () => {
      const [day] = (await head.desks.days({ from: date, to: date })).days
      return { open: day?.open, words: day?.words, shifts: day?.shifts.length }
    }
    const usual = await shiftsOn()
    expect(usual).toMatchObject({ open: true, words: '' })
    expect(usual.shifts).toBeGreaterThan(0)
    await centre.as.receptionist.desks.setDay({ date, open: true, words: '' })
    await centre.as.receptionist.desks.setDay({ date, open: false, words: '停电' })
    expect(await shiftsOn()).toEqual({ open: false, words: '停电', shifts: 0 })
    expect((await head.desks.all({})).openingDays).toEqual([{ date, open: false, words: '停电' }])
    await head.desks.unsetDay({ date })
    await head.desks.unsetDay({ date })
    expect(await shiftsOn()).toEqual(usual)
  })

  it('say which years have no table of days off', async () => {
    const { days, missingYears } = await head.desks.days({
      from: localDate('2026-12-28'),
      to: localDate('2027-01-04'),
    })
    expect(missingYears).toEqual([2027])
    expect(days).toHaveLength(8)
    const tooLong = head.desks.days({ from: localDate('2026-01-01'), to: localDate('2031-01-01') })
    expect((await failureOf(tooLong)).code).toBe('BAD_REQUEST')
  })

  it('follow the market days that were set', async () => {
    const { settings } = await head.desks.all({})
    expect(settings.marketDays.solarEndings).toEqual([])
    await head.desks.saveSettings({
      ...sampleInputs.desks.saveSettings,
      solveSeconds: 45,
      marketDays: { ...settings.marketDays, solarEndings: [4, 1, 4] },
    })
    const saved = (await centre.as.mediator.desks.all({})).settings
    expect(saved.solveSeconds).toBe(45)
    expect(saved.marketDays.solarEndings).toEqual([1, 4])
    const { days } = await head.desks.days({
      from: localDate('2026-11-23'),
      to: localDate('2026-11-24'),
    })
    expect(days.map(({ words }) => words)).toEqual(['', '集市日'])
  })
})

describe('pairings', () => {
  it('stand once for two people, whoever is named first', async () => {
    const [one, other] = [await lawyer('甲律师'), await lawyer('乙律师')]
    const pairing = { oneId: one, otherId: other, kind: 'apart' as const, note: '' }
    const saved = await head.desks.savePairing(pairing)
    const reversed = { ...pairing, oneId: other, otherId: one, kind: 'together' as const }
    expect(await refusalCode(head.desks.savePairing(reversed))).toBe('desks.pairingExists')
    const same = { ...pairing, otherId: one }
    expect((await failureOf(head.desks.savePairing(same))).code).toBe('BAD_REQUEST')
    const named = (await centre.as.receptionist.desks.all({})).pairings.map((each) =>
      [each.oneName, each.otherName].toSorted().join(),
    )
    expect(named).toEqual(['乙律师,甲律师'])
    await head.desks.removePairing(saved)
    expect(await refusalCode(head.desks.removePairing(saved))).toBe('desks.pairingNotFound')
  })

  it('with somebody whom only the head sees are told to the head alone', async () => {
    const [one, hidden] = [await lawyer('丙律师'), await lawyer('丁律师', true)]
    await head.desks.savePairing({ oneId: one, otherId: hidden, kind: 'together', note: '' })
    expect((await head.desks.all({})).pairings).toHaveLength(1)
    expect((await centre.as.receptionist.desks.all({})).pairings).toEqual([])
    expect((await centre.as.mediator.desks.all({})).pairings).toEqual([])
  })
})
