import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { checkPin, hashPin } from '#db/services/lawyer-pin.ts'
import { initialsOf } from '#db/services/lawyers.ts'
import { cheapCost } from '#tests/db/store-fixture.ts'
import { openCentre, type Client, type StaffedCentre } from '#tests/support/centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { putDuties } from '#tests/support/rota-rows.ts'
import { sampleDesk, sampleFirm, sampleLawyer } from '#tests/support/lawyers-desk-inputs.ts'
import { firmCreditCode, workerIdNumber } from '#tests/support/wage-case.ts'

let centre: StaffedCentre
let head: Client
beforeAll(async () => {
  centre = await openCentre()
  head = centre.as.head
})
afterAll(() => centre.close())

/** The clock stands on Sunday 22 November 2026. */
const today = localDate('2026-11-22')
type LawyerForm = Parameters<Client['lawyers']['save']>[0]['lawyer']
let made = 0
const names = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']
async function newLawyer(changes: Partial<LawyerForm> = {}) {
  const name = changes.name ?? `律师${names[made++] ?? made}`
  const { id } = await head.lawyers.save({
    revision: 0,
    lawyer: { ...sampleLawyer, ...changes, name },
  })
  return id
}
const lawyerOf = async (id: string, client = head) =>
  (await client.lawyers.list({})).find((lawyer) => lawyer.id === id)
const leave = (from: string, to = from) => ({
  kind: 'leave' as const,
  fromOn: localDate(from),
  toOn: localDate(to),
  words: '',
})

describe('firms', () => {
  it('are saved, changed once at a time and shown with their agreement of today', async () => {
    const { id } = await head.firms.save({ revision: 0, firm: sampleFirm })
    const firm = { ...sampleFirm, agreementTo: localDate('2026-06-30'), note: '待续签' }
    await head.firms.save({ id, revision: 1, firm })
    expect(await refusalCode(head.firms.save({ id, revision: 1, firm }))).toBe(
      'firms.changedElsewhere',
    )
    const listed = (await head.firms.list({})).find((each) => each.id === id)
    expect(listed).toMatchObject({ revision: 2, agreement: 'over', note: '待续签', lawyers: 0 })
    expect(
      await refusalCode(
        head.firms.save({ revision: 0, firm: { ...sampleFirm, name: ' 某某律师事务所' } }),
      ),
    ).toBe('firms.nameTaken')
    expect(
      await refusalCode(
        head.firms.save({
          id,
          revision: 2,
          firm: { ...firm, agreementFrom: localDate('2026-07-01') },
        }),
      ),
    ).toBe('firms.datesReversed')
  })

  it('are kept while a lawyer of theirs is with the centre, and then go', async () => {
    const { id } = await head.firms.save({ revision: 0, firm: { ...sampleFirm, name: '去所' } })
    const lawyerId = await newLawyer({ firmId: id })
    expect((await head.firms.list({})).find((each) => each.id === id)?.lawyers).toBe(1)
    expect(await refusal(head.firms.remove({ id, revision: 1 }))).toMatchObject({
      code: 'firms.hasLawyers',
      details: { count: 1 },
    })
    const lawyer = { ...sampleLawyer, name: '去所律师', firmId: id, leftOn: today }
    await head.lawyers.save({ id: lawyerId, revision: 1, lawyer })
    await head.firms.remove({ id, revision: 1 })
    expect((await head.firms.list({})).some((each) => each.id === id)).toBe(false)
    expect((await lawyerOf(lawyerId))?.firmName).toBe('去所')
    expect(await refusalCode(newLawyer({ firmId: id }))).toBe('firms.notFound')
  })

  it('take numbers of persons and organisations that are right, and none others', async () => {
    const { id: firmId } = await head.firms.save({
      revision: 0,
      firm: { ...sampleFirm, name: '证号所' },
    })
    const interest = { firmId, side: 'for' as const, name: '张三', note: '' }
    const saved = await head.firms.saveInterest({
      revision: 0,
      interest: { ...interest, identityNumber: ` ${workerIdNumber} ` },
    })
    await head.firms.saveInterest({
      revision: 0,
      interest: { ...interest, name: '晨光厂', identityNumber: firmCreditCode.toLowerCase() },
    })
    expect(
      await refusalCode(
        head.firms.saveInterest({ revision: 0, interest: { ...interest, identityNumber: '123' } }),
      ),
    ).toBe('firms.badIdentity')
    const kept = async () =>
      (await head.firms.list({}))
        .find((each) => each.id === firmId)
        ?.interests.map(({ identityNumber }) => identityNumber)
    expect(new Set(await kept())).toEqual(new Set([workerIdNumber, firmCreditCode]))
    await head.firms.removeInterest(saved)
    expect(await kept()).toEqual([firmCreditCode])
    expect(await refusalCode(head.firms.removeInterest(saved))).toBe('firms.notFound')
  })
})

describe('lawyers', () => {
  it('keep what was typed, tidied, with the initials of the name', async () => {
    const id = await newLawyer({
      name: '单雄信',
      fields: [' 劳动争议', '劳动争议', ''].filter((each) => each !== ''),
      phone: '+86 154 0000 0001',
      weekly: [
        { weekday: 2, half: 'afternoon' },
        { weekday: 2, half: 'morning' },
        { weekday: 2, half: 'morning' },
      ],
      perWeek: 2,
    })
    expect(await lawyerOf(id)).toMatchObject({
      initials: 'sxx',
      fields: ['劳动争议'],
      phone: '15400000001',
      weekly: [
        { weekday: 2, half: 'morning' },
        { weekday: 2, half: 'afternoon' },
      ],
      perWeek: 2,
      active: true,
      hasPin: false,
      served: 0,
    })
    expect((await lawyerOf(id))?.perMonth).toBeUndefined()
  })

  it('have one name each among those who are there, and one account', async () => {
    const id = await newLawyer({ name: '李明', userId: centre.ids.lawyer })
    expect(await refusalCode(newLawyer({ name: '李 明' }))).toBe('lawyers.nameTaken')
    expect(await refusalCode(newLawyer({ userId: centre.ids.lawyer }))).toBe('lawyers.accountTaken')
    expect(await refusalCode(newLawyer({ userId: centre.ids.mediator }))).toBe(
      'lawyers.accountNotLawyer',
    )
    const left = { ...sampleLawyer, name: '李明', leftOn: today }
    await head.lawyers.save({ id, revision: 1, lawyer: left })
    expect((await lawyerOf(id))?.active).toBe(false)
    await newLawyer({ name: '李明', userId: centre.ids.lawyer })
  })

  it('refuse a wrong telephone, leaving before joining, and a form that is out of date', async () => {
    expect(await refusalCode(newLawyer({ phone: '12' }))).toBe('lawyers.invalidPhone')
    expect(await refusalCode(newLawyer({ leftOn: localDate('2026-01-04') }))).toBe(
      'lawyers.leftTooEarly',
    )
    const id = await newLawyer()
    const lawyer = { ...sampleLawyer, name: '改过的' }
    await head.lawyers.save({ id, revision: 1, lawyer })
    expect(await refusalCode(head.lawyers.save({ id, revision: 1, lawyer }))).toBe(
      'lawyers.changedElsewhere',
    )
  })

  it('are shown to those who may see them', async () => {
    const hidden = await newLawyer({ headOnly: true, note: '只给主任看' })
    expect(await lawyerOf(hidden)).toMatchObject({ headOnly: true })
    expect(await lawyerOf(hidden, centre.as.receptionist)).toBeUndefined()
    const own = await centre.as.lawyer.lawyers.list({})
    expect(own.map(({ name }) => name)).toEqual(['李明'])
    expect(own.map(({ note }) => note)).toEqual([''])
    expect(
      await refusalCode(
        centre.as.receptionist.lawyers.addDay({ lawyerId: hidden, day: leave('2026-12-01') }),
      ),
    ).toBe('lawyers.notFound')
  })

  it('tell the duties that are planned from the day of leaving on', async () => {
    const id = await newLawyer()
    const { id: deskId } = await head.desks.save({
      revision: 0,
      desk: { ...sampleDesk, name: '离任窗口' },
    })
    const duty = { lawyerId: id, deskId, half: 'morning' as const }
    const [, onTheDay] = await putDuties(centre, [
      { ...duty, date: '2026-12-01' },
      { ...duty, date: '2026-12-02' },
    ])
    const lawyer = { ...sampleLawyer, name: '要走的' }
    const stays = await head.lawyers.save({ id, revision: 1, lawyer })
    expect(stays.duties).toEqual([])
    const leftOn = localDate('2026-12-02')
    const leaves = await head.lawyers.save({ id, revision: 2, lawyer: { ...lawyer, leftOn } })
    expect(leaves.duties).toEqual([{ dutyId: onTheDay, date: leftOn, half: 'morning' }])
  })

  it('count the duties of the last year that were served', async () => {
    const id = await newLawyer()
    const { id: deskId } = await head.desks.save({
      revision: 0,
      desk: { ...sampleDesk, name: '计数窗口' },
    })
    const duty = { lawyerId: id, deskId, half: 'morning' as const }
    await putDuties(centre, [
      { ...duty, date: '2025-11-21' },
      { ...duty, date: '2025-11-22' },
      { ...duty, date: '2026-11-18' },
      { ...duty, date: '2026-11-19', noShow: true },
      { ...duty, date: '2026-11-23' },
    ])
    expect(await lawyerOf(id)).toMatchObject({ served: 2, lastServedOn: '2026-11-18' })
  })
})

describe('a PIN', () => {
  it('is set by the head or its owner, never told, and not easily guessed', async () => {
    const id = await newLawyer()
    expect(await refusalCode(head.lawyers.setPin({ id, pin: '123456' }))).toBe('lawyers.weakPin')
    expect(await refusalCode(centre.as.lawyer.lawyers.setPin({ id, pin: '274913' }))).toBe(
      'lawyers.notYours',
    )
    await head.lawyers.setPin({ id, pin: '274913' })
    const listed = await lawyerOf(id)
    expect(listed?.hasPin).toBe(true)
    expect(JSON.stringify(listed)).not.toMatch(/hash|salt|274913/u)
    const [own] = await centre.as.lawyer.lawyers.list({})
    await centre.as.lawyer.lawyers.setPin({ id: own?.id ?? '', pin: '603182' })
    expect((await centre.as.lawyer.lawyers.list({}))[0]?.hasPin).toBe(true)
  })

  it('fits its own hash only, each time another one', async () => {
    const stored = await hashPin('274913', cheapCost)
    expect(await checkPin('274913', stored)).toBe(true)
    expect(await checkPin('２７４９１３', stored)).toBe(true)
    expect(await checkPin('274914', stored)).toBe(false)
    expect(await hashPin('274913', cheapCost)).not.toBe(stored)
    for (const broken of ['', '{}', 'null', stored.replace(/"hash":"../u, '"hash":"')])
      expect(await checkPin('274913', broken)).toBe(false)
  })
})

describe('days of a lawyer', () => {
  it('are noted once, answer the duties they fall on, and are taken back', async () => {
    const id = await newLawyer()
    const { id: deskId } = await head.desks.save({
      revision: 0,
      desk: { ...sampleDesk, name: '请假窗口' },
    })
    const duty = { lawyerId: id, deskId }
    const [, wanted] = await putDuties(centre, [
      { ...duty, date: '2026-12-01', half: 'morning' },
      { ...duty, date: '2026-12-02', half: 'morning' },
      { ...duty, date: '2026-12-02', half: 'afternoon' },
    ])
    const day = { ...leave('2026-12-02', '2026-12-04'), half: 'morning' as const }
    const added = await centre.as.receptionist.lawyers.addDay({ lawyerId: id, day })
    expect(added.duties).toEqual([{ dutyId: wanted, date: '2026-12-02', half: 'morning' }])
    const again = await centre.as.receptionist.lawyers.addDay({ lawyerId: id, day })
    expect(again.id).toBe(added.id)
    expect((await lawyerOf(id))?.days).toEqual([{ ...day, id: added.id, source: 'hand' }])
    const wish = { ...leave('2026-12-02'), kind: 'avoid' as const }
    expect((await head.lawyers.addDay({ lawyerId: id, day: wish })).duties).toEqual([])
    await centre.as.receptionist.lawyers.removeDay({ id: added.id })
    expect((await lawyerOf(id))?.days.map(({ kind }) => kind)).toEqual(['avoid'])
    expect(await refusalCode(head.lawyers.removeDay({ id: added.id }))).toBe('lawyers.dayNotFound')
  })

  it('are not written into the past, nor backwards', async () => {
    const lawyerId = await newLawyer()
    const add = (from: string, to?: string) =>
      head.lawyers.addDay({ lawyerId, day: leave(from, to) })
    expect(await refusalCode(add('2026-11-20', '2026-11-21'))).toBe('lawyers.past')
    expect(await refusalCode(add('2026-12-02', '2026-12-01'))).toBe('lawyers.datesReversed')
    const begun = await add('2026-11-20', '2026-11-22')
    centre.clock.setWall('2026-11-23T03:00:00.000Z')
    expect(await refusalCode(head.lawyers.removeDay({ id: begun.id }))).toBe('lawyers.past')
    centre.clock.setWall('2026-11-22T03:15:04.123Z')
  })

  it('of others are not for a lawyer', async () => {
    const other = await newLawyer()
    const { lawyer } = centre.as
    expect(
      await refusalCode(lawyer.lawyers.addDay({ lawyerId: other, day: leave('2026-12-01') })),
    ).toBe('lawyers.notYours')
    const [own] = await lawyer.lawyers.list({})
    const day = leave(addDays(today, 30))
    const { id } = await lawyer.lawyers.addDay({ lawyerId: own?.id ?? '', day })
    expect((await lawyer.lawyers.list({}))[0]?.days).toMatchObject([{ id, source: 'self' }])
    const theirs = await head.lawyers.addDay({ lawyerId: other, day })
    expect(await refusalCode(lawyer.lawyers.removeDay({ id: theirs.id }))).toBe('lawyers.notYours')
    await lawyer.lawyers.removeDay({ id })
  })
})

describe('initialsOf', () => {
  it('reads the surname as a surname and leaves out what is no letter', () => {
    expect(initialsOf('曾小满')).toBe('zxm')
    expect(initialsOf('欧阳修')).toBe('oyx')
    expect(initialsOf('李明（城东）')).toBe('lmcd')
    expect(initialsOf('Anna Li')).toBe('annali')
  })
})
