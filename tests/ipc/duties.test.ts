import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { at, dutyOn, openDutyCentre } from '#tests/support/duty-centre.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import type { RotaCentre } from '#tests/support/rota-centre.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openDutyCentre()
  centre.clock.setWall(at('11-23', '09:20'))
})
afterEach(() => centre.close())

const lawyerId = (name: string) => centre.lawyerIds[name] ?? ''
const monday = localDate('2026-11-23')

async function revised(day: string, name: string) {
  const { id, revision } = await dutyOn(centre, day, name)
  return { dutyId: id, revision }
}

async function morning() {
  const { shifts } = await centre.as.mediator.duties.day({ date: monday })
  const first = shifts[0]
  if (!first) throw new Error('no shift on Monday')
  return first
}

describe('duties.day', () => {
  it('tells who is late, who is there and how many seats are empty', async () => {
    const late = await morning()
    expect(late).toMatchObject({ missing: 0, hidden: 0, deskName: '综合窗口' })
    expect(late.duties).toMatchObject([{ lawyerName: '梁一', atRisk: true, noShow: false }])
    centre.clock.setWall(at('11-23', '09:14'))
    expect((await morning()).duties[0]?.atRisk).toBe(false)
    const tuesday = await centre.as.head.duties.day({ date: localDate('2026-11-24') })
    expect(tuesday.shifts.map(({ missing }) => missing)).toEqual([0, 1])
  })

  it('counts somebody whom only the head sees without a name', async () => {
    const set = { head_only: 1 }
    const where = lawyerId('梁一')
    await centre.store().db.updateTable('lawyers').set(set).where('id', '=', where).execute()
    expect(await morning()).toMatchObject({ hidden: 1, missing: 0, duties: [] })
    const signing = {
      ...(await revised('11-23', '梁一')),
      kind: 'in' as const,
      at: at('11-23', '09:00'),
    }
    const { head, receptionist } = centre.as
    expect(await refusalCode(receptionist.duties.signFor(signing))).toBe('rotas.notSeen')
    expect((await head.duties.day({ date: monday })).shifts[0]?.duties).toHaveLength(1)
    expect(await head.duties.notices({})).toHaveLength(6)
    expect(await receptionist.duties.notices({})).toHaveLength(4)
  })
})

describe('duties.signFor', () => {
  it('writes down when somebody came and left, never in the future and never backwards', async () => {
    const { receptionist } = centre.as
    const sign = async (kind: 'in' | 'out', time: string) =>
      receptionist.duties.signFor({
        ...(await revised('11-23', '梁一')),
        kind,
        at: at('11-23', time),
      })
    expect(await refusalCode(sign('in', '09:21'))).toBe('duties.future')
    expect(await refusalCode(sign('out', '09:00'))).toBe('duties.notSignedIn')
    await sign('in', '09:05')
    expect(await refusalCode(sign('in', '09:06'))).toBe('duties.alreadySignedIn')
    expect(await refusalCode(sign('out', '09:04'))).toBe('duties.outBeforeIn')
    centre.clock.setWall(at('11-24', '00:10'))
    await sign('out', '11:35')
    expect((await morning()).duties[0]).toMatchObject({ minutes: 150, atRisk: false })
    const stale = { ...(await revised('11-23', '许二')), revision: 7 }
    const late = { ...stale, kind: 'in' as const, at: at('11-23', '14:00') }
    expect(await refusalCode(receptionist.duties.signFor(late))).toBe('duties.changedElsewhere')
  })
})

describe('duties.correct and duties.noShow', () => {
  it('count the corrected minutes until they are taken back', async () => {
    const { head, receptionist } = centre.as
    const hoursOf = async () => {
      const stretch = { from: monday, to: localDate('2026-11-30') }
      const rows = await receptionist.duties.hours(stretch)
      return rows.find(({ name }) => name === '梁一')
    }
    const correct = async (minutes?: number) =>
      head.duties.correct({
        ...(await revised('11-23', '梁一')),
        ...(minutes === undefined ? {} : { minutes }),
        reason: '忘了签退',
      })
    await correct(150)
    expect(await hoursOf()).toMatchObject({ duties: 1, minutes: 150, corrected: 1, noShows: 0 })
    await correct()
    expect(await hoursOf()).toMatchObject({ duties: 0, minutes: 0, corrected: 0 })
    const future = { ...(await revised('11-24', '何三')), minutes: 10, reason: '试' }
    expect(await refusalCode(head.duties.correct(future))).toBe('duties.future')
  })

  it('take whoever did not come out of the hours, until he or she comes after all', async () => {
    const { receptionist } = centre.as
    const mark = async (day: string, name: string) =>
      receptionist.duties.noShow({
        ...(await revised(day, name)),
        noShow: true,
        words: '电话不通',
      })
    expect(await refusalCode(mark('11-23', '许二'))).toBe('duties.notBegun')
    await mark('11-23', '梁一')
    expect((await morning()).duties[0]).toMatchObject({ noShow: true, noShowWords: '电话不通' })
    const { month } = await centre.as.lawyer.duties.mine({})
    expect(month).toMatchObject({ duties: 0, noShows: 1 })
    const sign = { ...(await revised('11-23', '梁一')), kind: 'in' as const }
    await receptionist.duties.signFor({ ...sign, at: at('11-23', '09:20') })
    expect((await morning()).duties[0]).toMatchObject({ noShow: false, noShowWords: '' })
    expect(await refusalCode(mark('11-23', '梁一'))).toBe('duties.hasCome')
  })
})

describe('duties.substitute', () => {
  it('puts the first who keeps every rule in, also after the beginning, and tells both', async () => {
    const { receptionist } = centre.as
    const duty = await revised('11-23', '梁一')
    const found = await receptionist.duties.substitutes({ dutyId: duty.dutyId })
    expect(found.map(({ name }) => name)).not.toContain('梁一')
    const free = found.filter(({ breaks }) => breaks.length === 0)
    expect(free.map(({ name }) => name).toSorted()).toEqual(
      ['何三', '吕四', '施五', '张六'].toSorted(),
    )
    expect(free.map(({ served }) => served)).toEqual([0, 0, 0, 2])
    // 许二 sits there in the afternoon.
    const twice = found.find(({ name }) => name === '许二')
    expect(twice).toMatchObject({ mayKnowingly: false })
    const ofHead = await centre.as.head.duties.substitutes({ dutyId: duty.dutyId })
    expect(ofHead.find(({ name }) => name === '许二')).toMatchObject({ mayKnowingly: true })
    const put = { ...duty, lawyerId: twice?.lawyerId ?? '', words: '', knowingly: false }
    expect(await refusalCode(receptionist.duties.substitute(put))).toBe('requests.breaksRules')
    await receptionist.duties.noShow({ ...duty, noShow: true, words: '' })
    const first = free[0]?.lawyerId ?? ''
    const made = await receptionist.duties.substitute({
      ...put,
      lawyerId: first,
      revision: duty.revision + 1,
    })
    const { duties, missing } = await morning()
    expect(missing).toBe(0)
    expect(duties.map(({ state, noShow }) => `${state} ${noShow}`).toSorted()).toEqual([
      'cancelled true',
      'planned false',
    ])
    expect(duties.find(({ dutyId }) => dutyId === made.dutyId)?.insteadOfName).toBe('梁一')
    expect(await refusalCode(receptionist.duties.substitute(put))).toBe('duties.changedElsewhere')
  })

  it('passes a rule knowingly, but never seats two on one chair', async () => {
    const { head } = centre.as
    const duty = await revised('11-25', '梁一')
    const day = { kind: 'leave' as const, fromOn: localDate('2026-11-25'), words: '' }
    await head.lawyers.addDay({
      lawyerId: lawyerId('吕四'),
      day: { ...day, toOn: day.fromOn },
    })
    const put = { ...duty, lawyerId: lawyerId('吕四'), words: '' }
    expect(await refusalCode(head.duties.substitute({ ...put, knowingly: false }))).toBe(
      'requests.breaksRules',
    )
    const { dutyId } = await head.duties.substitute({ ...put, knowingly: true })
    const again = { dutyId: duty.dutyId, revision: duty.revision + 1, words: '', knowingly: true }
    const twice = { ...again, lawyerId: lawyerId('施五') }
    expect(await refusalCode(head.duties.substitute(twice))).toBe('requests.breaksRules')
    expect(dutyId).not.toBe(duty.dutyId)
  })
})

describe('duties.notices', () => {
  it('are told once, by whom and how, or seen on the own page', async () => {
    const { receptionist, lawyer } = centre.as
    const all = await receptionist.duties.notices({})
    expect(all).toHaveLength(6)
    const { news } = await lawyer.duties.mine({})
    expect(news.map(({ duty }) => duty.date).toSorted()).toEqual(['2026-11-23', '2026-11-25'])
    await lawyer.duties.seen({ ids: all.map(({ id }) => id) })
    expect((await lawyer.duties.mine({})).news).toEqual([])
    const others = all.filter(({ lawyerName }) => lawyerName !== '梁一')
    await receptionist.duties.told({ ids: others.map(({ id }) => id), channel: 'phone' })
    await receptionist.duties.told({ ids: all.map(({ id }) => id), channel: 'inPerson' })
    const after = await receptionist.duties.notices({})
    const channels = after.map(({ lawyerName, channel }) => `${lawyerName} ${channel}`)
    expect([...new Set(channels)].toSorted()).toEqual(
      ['何三 phone', '梁一 seen', '许二 phone'].toSorted(),
    )
  })
})

describe('duties.mine', () => {
  it('is the own page: next shift, past ones, hours, last counts', async () => {
    const { lawyer, head } = centre.as
    await head.consultations.setCounts({
      lawyerId: lawyerId('梁一'),
      date: monday,
      counts: [{ category: 'wages', count: 3 }],
      words: '',
    })
    centre.clock.setWall(at('11-24', '08:00'))
    const mine = await lawyer.duties.mine({})
    expect(mine).toMatchObject({
      name: '梁一',
      hasPin: true,
      next: { date: '2026-11-25' },
      past: [{ date: '2026-11-23', minutes: 0, noShow: false }],
      lastCounts: { date: monday, counts: [{ name: '劳动报酬', count: 3 }] },
    })
    expect(await refusalCode(lawyer.duties.mine({ lawyerId: lawyerId('许二') }))).toBe(
      'duties.notYours',
    )
    expect(await refusalCode(head.duties.mine({}))).toBe('duties.notLinked')
    expect((await head.duties.mine({ lawyerId: lawyerId('许二') })).name).toBe('许二')
  })
})

describe('duties.exportIcs', () => {
  it('has the same ids after a change, with a higher number and the lost shift cancelled', async () => {
    const file = join(centre.core.dir, 'duties.ics')
    const uids = async () => {
      centre.host.saveTo = file
      const { count } = await centre.as.lawyer.duties.exportIcs({ lawyerId: lawyerId('梁一') })
      const text = readFileSync(file, 'utf8')
      return { count, text, uids: text.match(/UID:.+/g) ?? [] }
    }
    const before = await uids()
    expect(before.count).toBe(2)
    const duty = await revised('11-25', '梁一')
    const put = { ...duty, lawyerId: lawyerId('吕四'), words: '', knowingly: false }
    await centre.as.head.duties.substitute(put)
    const after = await uids()
    expect(after.uids).toEqual(before.uids)
    expect(after.count).toBe(1)
    expect(after.text.match(/STATUS:CANCELLED/g)).toHaveLength(1)
    expect(after.text.match(/SEQUENCE:1/g)).toHaveLength(1)
  })

  it('writes the shifts of a desk, and nothing when the dialog is cancelled', async () => {
    const { deskId } = centre
    centre.host.saveTo = undefined
    const { head } = centre.as
    expect(await head.duties.exportIcs({ deskId })).toEqual({ count: 6 })
    await head.store.lock({})
    const client = centre.connect()
    centre.host.saveTo = join(centre.core.dir, 'desk.ics')
    expect(await client.duties.exportIcs({ deskId })).toEqual({ saved: 'desk.ics', count: 6 })
  })
})
