import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { foldName } from '#db/domain/duty/conflict.ts'
import { localDate } from '#db/domain/local-date.ts'
import type { LawyerForm } from '#contract/lawyers.ts'
import {
  at,
  dutyOn,
  linkAccount,
  openDutyCentre,
  publishedWith,
} from '#tests/support/duty-centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import {
  openRotaCentre,
  type RotaCentre,
  shiftAt,
  weekPatterns,
} from '#tests/support/rota-centre.ts'

let centre: RotaCentre
afterEach(() => centre.close())

const lawyerId = (name: string) => centre.lawyerIds[name] ?? ''
const idOn = async (day: string, name: string) => (await dutyOn(centre, day, name)).id
const revised = async (day: string, name: string) => {
  const { id, revision } = await dutyOn(centre, day, name)
  return { dutyId: id, revision }
}

async function change(name: string, form: Partial<LawyerForm>) {
  const { head } = centre.as
  const found = (await head.lawyers.list({})).find((each) => each.name === name)
  if (!found) throw new Error(`${name} is not on the register`)
  const { id, revision, initials: _i, firmName: _f, active: _a, hasPin: _p, ...rest } = found
  const { days: _d, served: _s, lastServedOn: _l, ...lawyer } = rest
  await head.lawyers.save({ id, revision, lawyer: { ...lawyer, ...form } })
}

const board = async () => {
  const [rota] = await centre.as.head.rotas.list({})
  return centre.as.head.rotas.get({ id: rota?.id ?? '' })
}

describe('a half-day that has begun as people were told', () => {
  beforeEach(async () => {
    centre = await openDutyCentre()
  })
  const setTime = async (half: 'morning' | 'afternoon', day: string, times: [string, string]) => {
    const rota = await board()
    const { id: shiftId, demand, words } = shiftAt(rota, day, half)
    return centre.as.head.rotas.setShift({
      id: rota.id,
      revision: rota.revision,
      shiftId,
      demand,
      words,
      startsAt: times[0],
      endsAt: times[1],
    })
  }

  it('stays as it is, whatever time is being tried on the board', async () => {
    const { head } = centre.as
    centre.clock.setWall(at('11-24', '08:00'))
    await setTime('morning', '11-24', ['10:30', '11:30'])
    centre.clock.setWall(at('11-24', '09:30'))
    const rota = await board()
    const shift = shiftAt(rota, '11-24', 'morning')
    expect(shift.past).toBe(true)
    const { id, revision } = rota
    const out = [{ shiftId: shift.id, lawyerId: lawyerId('何三') }]
    const moved = head.rotas.move({ id, revision, out, into: [], knowingly: false })
    expect(await refusalCode(moved)).toBe('rotas.past')
    expect(await refusalCode(head.rotas.publish({ id, revision, words: '' }))).toBe(
      'rotas.nothingToPublish',
    )
    expect(await dutyOn(centre, '11-24', '何三')).toMatchObject({
      state: 'planned',
      starts_at: '09:00',
    })
  })

  it('has not begun by a time that nobody was told: it can be set right', async () => {
    centre.clock.setWall(at('11-25', '08:00'))
    await setTime('afternoon', '11-25', ['09:00', '11:30'])
    centre.clock.setWall(at('11-25', '10:00'))
    await setTime('afternoon', '11-25', ['14:00', '16:30'])
    expect(shiftAt(await board(), '11-25', 'afternoon').past).toBe(false)
  })

  it('stays when the pattern of its desk now begins later', async () => {
    const { head } = centre.as
    const [desk] = (await head.desks.all({})).desks
    if (!desk) throw new Error('no desk')
    const patterns = weekPatterns(1).map((each) =>
      each.half === 'morning' ? { ...each, startsAt: '10:00' } : each,
    )
    const { id: deskId, revision: deskRevision, name, place } = desk
    await head.desks.save({ id: deskId, revision: deskRevision, desk: { name, place, patterns } })
    centre.clock.setWall(at('11-24', '09:30'))
    const { id, revision } = await board()
    await head.rotas.refreshShifts({ id, revision })
    const after = await board()
    expect(shiftAt(after, '11-24', 'morning').startsAt).toBe('09:00')
    expect(shiftAt(after, '11-25', 'morning').startsAt).toBe('10:00')
  })

  it('is told to whoever comes instead, until it is over', async () => {
    const { receptionist } = centre.as
    centre.clock.setWall(at('11-23', '09:20'))
    const duty = await revised('11-23', '梁一')
    const put = { ...duty, lawyerId: lawyerId('吕四'), words: '', knowingly: false }
    await receptionist.duties.substitute(put)
    const toldNow = async () =>
      (await receptionist.duties.notices({}))
        .filter(({ duty: { date, half } }) => date.endsWith('11-23') && half === 'morning')
        .map(({ lawyerName, kind }) => `${lawyerName} ${kind}`)
    // 梁一 was not told of it, but may be on the way.
    expect((await toldNow()).toSorted()).toEqual(['吕四 added', '梁一 removed'].toSorted())
    const come = { ...(await revised('11-23', '吕四')), kind: 'in' as const }
    await receptionist.duties.signFor({ ...come, at: at('11-23', '09:20') })
    expect(await toldNow()).not.toContain('吕四 added')
    centre.clock.setWall(at('11-23', '11:30'))
    expect(await toldNow()).toEqual([])
  })

  it('keeps corrected minutes: nobody is put in the place of somebody who served', async () => {
    const { head } = centre.as
    centre.clock.setWall(at('11-23', '10:30'))
    const duty = await revised('11-23', '梁一')
    await head.duties.correct({ ...duty, minutes: 60, reason: '忘了签到' })
    const put = { lawyerId: lawyerId('吕四'), words: '', knowingly: false }
    const again = await revised('11-23', '梁一')
    expect(await refusalCode(head.duties.substitute({ ...again, ...put }))).toBe('duties.hasCome')
  })
})

describe('a duty that was taken or given back', () => {
  beforeEach(async () => {
    centre = await openDutyCentre()
  })

  it('is no longer asked about once the head has told people so', async () => {
    const { head, lawyer } = centre.as
    const dutyId = await idOn('11-25', '梁一')
    await lawyer.requests.ask({ kind: 'cover', dutyId, partnerId: lawyerId('吕四'), words: '' })
    const rota = await board()
    const { id } = rota
    const shiftId = shiftAt(rota, '11-25', 'afternoon').id
    const moved = await head.rotas.move({
      id,
      revision: rota.revision,
      out: [{ shiftId, lawyerId: lawyerId('梁一') }],
      into: [],
      knowingly: false,
    })
    await head.rotas.publish({ id, revision: moved.revision, words: '' })
    expect(await head.requests.list({ open: true })).toEqual([])
    const [asked] = await lawyer.requests.list({ open: false })
    expect(asked).toMatchObject({ state: 'withdrawn' })
  })

  it('in time is nothing that somebody did not come to', async () => {
    const { lawyer, receptionist } = centre.as
    const day = localDate('2026-11-25')
    const leave = { kind: 'leave' as const, lawyerId: lawyerId('梁一'), words: '' }
    await lawyer.requests.ask({ ...leave, from: day, to: day })
    centre.clock.setWall(at('11-25', '15:00'))
    const missed = { ...(await revised('11-25', '梁一')), noShow: true, words: '' }
    expect(await refusalCode(receptionist.duties.noShow(missed))).toBe('duties.cancelled')
  })
})

describe('somebody who has left', () => {
  it('does not hide what was asked', async () => {
    centre = await openDutyCentre()
    const { head, lawyer } = centre.as
    const dutyId = await idOn('11-25', '梁一')
    const partnerId = lawyerId('吕四')
    await lawyer.requests.ask({ kind: 'cover', dutyId, partnerId, words: '' })
    await change('吕四', { leftOn: localDate('2026-11-20') })
    const [request] = await head.requests.list({ open: true })
    expect(request?.breaks).toHaveLength(1)
    expect((await lawyer.duties.mine({})).requests).toHaveLength(1)
    const { id = '', revision = 0 } = request ?? {}
    const decision = { id, revision, approve: true, knowingly: true, words: '' }
    expect(await refusalCode(head.requests.decide(decision))).toBe('lawyers.notFound')
  })
})

describe('passing a rule knowingly', () => {
  beforeEach(async () => {
    centre = await openDutyCentre()
  })

  it('is for the head: limits, rest and a second half-day too', async () => {
    const { head, receptionist } = centre.as
    const rota = await board()
    const asked = { id: rota.id, shiftId: shiftAt(rota, '11-23', 'morning').id }
    const ofHead = await head.rotas.candidates(asked)
    // 许二 sits there in the afternoon; the only chair is taken.
    const instead = { ...asked, insteadOf: lawyerId('梁一') }
    const may = async (client: typeof head) =>
      (await client.rotas.candidates(instead)).find(({ name }) => name === '许二')?.mayKnowingly
    expect(await may(head)).toBe(true)
    expect(await may(receptionist)).toBe(false)
    expect(ofHead.every(({ mayKnowingly }) => !mayKnowingly)).toBe(true)
    const duty = await revised('11-23', '梁一')
    const put = { ...duty, lawyerId: lawyerId('许二'), words: '', knowingly: true }
    expect(await refusalCode(receptionist.duties.substitute(put))).toBe('requests.breaksRules')
    await head.duties.substitute(put)
  })

  it('is not what somebody else can put or take on the board', async () => {
    const { head, receptionist } = centre.as
    const rota = await board()
    const { id } = rota
    const shiftId = shiftAt(rota, '11-27', 'morning').id
    const seat = { shiftId, lawyerId: lawyerId('施五') }
    const put = { id, out: [], into: [seat], knowingly: true }
    const mine = await receptionist.rotas.move({ ...put, revision: rota.revision })
    const seatNow = async () => (await board()).seats.find((each) => each.shiftId === shiftId)
    expect(await seatNow()).toMatchObject({ knowingly: false, pinned: false })
    const pin = { id, seat, pinned: true, knowingly: true }
    const known = await head.rotas.pin({ ...pin, revision: mine.revision })
    await receptionist.rotas.pin({ ...pin, revision: known.revision })
    expect(await seatNow()).toMatchObject({ knowingly: true, pinned: true })
  })
})

describe('somebody whom only the head sees', () => {
  beforeEach(async () => {
    centre = await openRotaCentre(2)
    await publishedWith(centre, [
      ['11-25', 'morning', '梁一'],
      ['11-25', 'morning', '何三'],
    ])
    await linkAccount(centre, '梁一')
    await change('何三', { headOnly: true })
    const pair = { oneId: lawyerId('许二'), otherId: lawyerId('何三') }
    await centre.as.head.desks.savePairing({ ...pair, kind: 'apart', note: '' })
  })

  it('is not named by what a cover or a substitute would break', async () => {
    const { head, lawyer, receptionist } = centre.as
    const dutyId = await idOn('11-25', '梁一')
    const own = (await lawyer.requests.options({ dutyId })).covers
    const told = await receptionist.duties.substitutes({ dutyId })
    for (const found of [own, told])
      expect(found.find(({ name }) => name === '许二')?.breaks).toEqual(['与同班人员须分开'])
    const known = (await head.requests.options({ dutyId })).covers
    expect(known.find(({ name }) => name === '许二')?.breaks.join()).toContain('何三')
    const asked = { kind: 'cover' as const, dutyId, partnerId: lawyerId('许二'), words: '' }
    const { details } = await refusal(lawyer.requests.ask(asked))
    expect(JSON.stringify(details)).not.toContain('何三')
    const put = { ...(await revised('11-25', '梁一')), lawyerId: lawyerId('许二'), words: '' }
    const refused = await refusal(receptionist.duties.substitute({ ...put, knowingly: false }))
    expect(JSON.stringify(refused.details)).not.toContain('何三')
  })

  it('is not named on another one’s page for whoever keeps the rota', async () => {
    const { head, lawyer, receptionist } = centre.as
    await head.requests.ask({
      kind: 'cover',
      dutyId: await idOn('11-25', '何三'),
      partnerId: lawyerId('吕四'),
      words: '',
    })
    const page = await receptionist.duties.mine({ lawyerId: lawyerId('吕四') })
    expect(page.requests).toEqual([])
    const ofHead = await head.duties.mine({ lawyerId: lawyerId('吕四') })
    expect(ofHead.requests).toMatchObject([{ lawyerName: '何三' }])
    expect((await lawyer.duties.mine({})).requests).toEqual([])
  })

  it('is not named by a reason from before he or she left', async () => {
    const { receptionist } = centre.as
    const before = await board()
    const reasons = before.seats.map(({ reason }) => reason).join()
    const name = ['许二', '吕四', '施五', '张六'].find((each) => reasons.includes(each)) ?? ''
    expect(name).not.toBe('')
    await change(name, { leftOn: localDate('2026-11-01'), headOnly: true })
    const rota = await receptionist.rotas.get({ id: before.id })
    expect(rota.seats.map(({ reason }) => reason).join()).not.toContain(name)
  })
})

describe('foldName', () => {
  it('takes names for one that differ in case, width, blanks or what nobody sees', () => {
    const written = [
      'ＡＢＣ（浙江）公司',
      'abc(浙江)公司',
      'Abc （浙江） 公司',
      'ABC(浙江)\u200b公司',
    ]
    expect(new Set(written.map(foldName)).size).toBe(1)
  })
})
