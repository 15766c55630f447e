import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { at, dutyOn, openDutyCentre } from '#tests/support/duty-centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { type RotaCentre, shiftAt } from '#tests/support/rota-centre.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openDutyCentre()
})
afterEach(() => centre.close())

const lawyerId = (name: string) => centre.lawyerIds[name] ?? ''
const revised = async (day: string, name: string) => {
  const { id, revision } = await dutyOn(centre, day, name)
  return { dutyId: id, revision }
}
const board = async () => {
  const [rota] = await centre.as.head.rotas.list({})
  return centre.as.head.rotas.get({ id: rota?.id ?? '' })
}
const untold = async () =>
  (await centre.as.receptionist.duties.notices({})).filter(({ toldAt }) => toldAt === undefined)
const untoldWords = async (day = '') =>
  (await untold())
    .filter(({ duty: { date } }) => date.endsWith(day))
    .map(({ lawyerName, kind, duty }) => `${duty.date.slice(5)} ${lawyerName} ${kind}`)
    .toSorted()
const tellAll = async () => {
  const ids = (await untold()).map(({ id }) => id)
  await centre.as.receptionist.duties.told({ ids, channel: 'phone' })
}

async function publishSeat(way: 'out' | 'into', name: string, day = '11-24', startsAt?: string) {
  const { head } = centre.as
  const rota = await board()
  const { id } = rota
  const shift = shiftAt(rota, day, 'morning')
  const seats = [{ lawyerId: lawyerId(name), shiftId: shift.id }]
  let { revision } = await head.rotas.move({
    id,
    revision: rota.revision,
    out: way === 'out' ? seats : [],
    into: way === 'into' ? seats : [],
    knowingly: false,
  })
  if (startsAt !== undefined) {
    const { endsAt, demand, words } = shift
    const times = { startsAt, endsAt, demand, words }
    ;({ revision } = await head.rotas.setShift({ id, revision, shiftId: shift.id, ...times }))
  }
  await head.rotas.publish({ id, revision, words: '' })
}

describe('what people must still be told', () => {
  it('is nothing of a duty that came and went before anybody told', async () => {
    await publishSeat('into', '吕四')
    expect(await untoldWords('11-24')).toEqual(['11-24 何三 added', '11-24 吕四 added'])
    await publishSeat('out', '吕四')
    expect(await untoldWords('11-24')).toEqual(['11-24 何三 added'])
    await publishSeat('out', '何三')
    await publishSeat('into', '何三')
    expect(await untoldWords('11-24')).toEqual(['11-24 何三 added'])
  })

  it('is nothing where what was told last stands again, also on the own page', async () => {
    await tellAll()
    await publishSeat('out', '梁一', '11-23')
    expect(await untoldWords()).toEqual(['11-23 梁一 removed'])
    const { lawyer } = centre.as
    expect((await lawyer.duties.mine({})).news).toMatchObject([{ kind: 'removed' }])
    await publishSeat('into', '梁一', '11-23')
    expect(await untoldWords()).toEqual([])
    expect((await lawyer.duties.mine({})).news).toEqual([])
    await publishSeat('out', '梁一', '11-23')
    const [news, ...others] = (await lawyer.duties.mine({})).news
    expect([news?.kind, others]).toEqual(['removed', []])
    await lawyer.duties.seen({ ids: [news?.id ?? ''] })
    expect(await untoldWords()).toEqual([])
    await publishSeat('into', '梁一', '11-23')
    expect(await untoldWords()).toEqual(['11-23 梁一 added'])
  })

  it('is another time, where a duty came back at another', async () => {
    await tellAll()
    await publishSeat('out', '何三')
    await publishSeat('into', '何三', '11-24', '10:00')
    expect(await untoldWords()).toEqual(['11-24 何三 changed'])
  })

  it('is told whole with the last notice, but not what came after it', async () => {
    await tellAll()
    await publishSeat('out', '何三')
    const seen = (await untold()).map(({ id }) => id)
    await publishSeat('into', '何三')
    await centre.as.receptionist.duties.told({ ids: seen, channel: 'phone' })
    expect(await untoldWords()).toEqual(['11-24 何三 added'])
    await publishSeat('out', '何三')
    await publishSeat('into', '何三')
    await tellAll()
    const { db } = centre.store()
    const rows = await db.selectFrom('duty_notices').selectAll().execute()
    expect(rows.filter(({ told_at }) => told_at === null)).toEqual([])
  })

  it('is both sides of a substitute in a running half-day, until that has ended', async () => {
    await tellAll()
    centre.clock.setWall(at('11-23', '10:00'))
    const put = { lawyerId: lawyerId('吕四'), words: '', knowingly: false }
    await centre.as.receptionist.duties.substitute({ ...(await revised('11-23', '梁一')), ...put })
    const both = ['11-23 吕四 added', '11-23 梁一 removed'].toSorted()
    centre.clock.setWall(at('11-23', '11:29'))
    expect(await untoldWords()).toEqual(both)
    centre.clock.setWall(at('11-23', '11:30'))
    expect(await untoldWords()).toEqual([])
  })
})

describe('rotas.move', () => {
  it('puts a seat back with the origin that it had', async () => {
    const { head } = centre.as
    const { id, revision, shifts } = await board()
    const at = { shiftId: shifts[0]?.id ?? '', lawyerId: lawyerId('吕四') }
    const put = { out: [], into: [{ ...at, origin: 'solver' as const }], knowingly: false }
    await head.rotas.move({ id, revision, ...put })
    expect((await board()).seats).toContainEqual(
      expect.objectContaining({ ...at, origin: 'solver' }),
    )
  })
})

describe('a half-day that is over', () => {
  it('says so, and takes no substitute any more', async () => {
    const { receptionist } = centre.as
    const overOn = async () => {
      const { shifts } = await receptionist.duties.day({ date: localDate('2026-11-23') })
      return shifts[0]?.duties[0]?.over
    }
    centre.clock.setWall(at('11-23', '11:29'))
    expect(await overOn()).toBe(false)
    centre.clock.setWall(at('11-23', '11:30'))
    expect(await overOn()).toBe(true)
    const duty = await revised('11-23', '梁一')
    const put = { ...duty, lawyerId: lawyerId('吕四'), words: '', knowingly: false }
    expect(await refusalCode(receptionist.duties.substitutes({ dutyId: duty.dutyId }))).toBe(
      'duties.over',
    )
    expect(await refusalCode(receptionist.duties.substitute(put))).toBe('duties.over')
  })
})

describe('hours of service', () => {
  it('count a half-day only for whoever was there', async () => {
    const { head, lawyer, receptionist } = centre.as
    centre.clock.setWall(at('11-23', '12:00'))
    const stretch = { from: localDate('2026-11-01'), to: localDate('2026-11-30') }
    const counted = async () => {
      const rows = await receptionist.duties.hours(stretch)
      const { month, year } = await lawyer.duties.mine({})
      return [rows.find(({ name }) => name === '梁一'), month, year].map((each) => each?.duties)
    }
    expect(await counted()).toEqual([0, 0, 0])
    const duty = await revised('11-23', '梁一')
    await head.duties.correct({ ...duty, minutes: 150, reason: '忘了签到' })
    expect(await counted()).toEqual([1, 1, 1])
    await head.duties.correct({ ...(await revised('11-23', '梁一')), reason: '没有来' })
    expect(await counted()).toEqual([0, 0, 0])
    const sign = { ...(await revised('11-23', '梁一')), kind: 'in' as const }
    await receptionist.duties.signFor({ ...sign, at: at('11-23', '09:00') })
    expect(await counted()).toEqual([1, 1, 1])
  })
})
