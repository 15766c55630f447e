import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { at, dutyOn, openDutyCentre } from '#tests/support/duty-centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import { sampleDesk } from '#tests/support/lawyers-desk-inputs.ts'
import type { RotaCentre } from '#tests/support/rota-centre.ts'
import { putDuties } from '#tests/support/rota-rows.ts'

let centre: RotaCentre
beforeEach(async () => {
  centre = await openDutyCentre()
  centre.clock.setWall(at('11-23', '19:59'))
})
afterEach(() => centre.close())

const lawyerId = (name: string) => centre.lawyerIds[name] ?? ''
const idOn = async (day: string, name: string) => (await dutyOn(centre, day, name)).id

/** `11-25 afternoon 梁一` of every planned duty. */
/** What was published so far is known to all. */
async function tellAll() {
  const { receptionist } = centre.as
  const ids = (await receptionist.duties.notices({})).map(({ id }) => id)
  await receptionist.duties.told({ ids, channel: 'phone' })
}

async function planned() {
  const rows = await centre
    .store()
    .db.selectFrom('duties as d')
    .innerJoin('shifts as s', 's.id', 'd.shift_id')
    .innerJoin('lawyers as l', 'l.id', 'd.lawyer_id')
    .select(['s.date', 's.half', 'l.name'])
    .where('d.state', '=', 'planned')
    .execute()
  return rows.map(({ date, half, name }) => `${date.slice(5)} ${half} ${name}`).toSorted()
}

const swapAsked = async () =>
  centre.as.lawyer.requests.ask({
    kind: 'swap',
    dutyId: await idOn('11-25', '梁一'),
    partnerDutyId: await idOn('12-02', '何三'),
    words: '出庭',
  })
const only = async (open = true) => {
  const [first] = await centre.as.head.requests.list({ open })
  if (!first) throw new Error('nothing was asked')
  return first
}
const revisedOnly = async () => {
  const { id, revision } = await only()
  return { id, revision }
}

describe('requests.options', () => {
  it('offers covers and true swaps, each with what it would break', async () => {
    const dutyId = await idOn('11-25', '梁一')
    const { closed, covers, swaps } = await centre.as.lawyer.requests.options({ dutyId })
    expect(closed).toBe(false)
    expect(covers.map(({ name }) => name)).toHaveLength(5)
    expect(covers.every(({ breaks }) => breaks.length === 0)).toBe(true)
    expect(swaps.map(({ name, duty }) => `${name} ${duty.date}`).toSorted()).toEqual(
      ['何三 2026-11-24', '何三 2026-12-02', '许二 2026-11-26'].toSorted(),
    )
    const theirs = await idOn('11-26', '许二')
    expect(await refusalCode(centre.as.lawyer.requests.options({ dutyId: theirs }))).toBe(
      'requests.notYours',
    )
  })

  it('offers no swap with the very same half-day at another desk', async () => {
    const { head, lawyer } = centre.as
    const { id: deskId } = await head.desks.save({
      revision: 0,
      desk: { ...sampleDesk, name: '另一窗口' },
    })
    const there = { lawyerId: lawyerId('吕四'), deskId, date: '2026-11-25' }
    await putDuties(centre, [
      { ...there, half: 'afternoon' },
      { ...there, half: 'morning' },
    ])
    const { swaps } = await lawyer.requests.options({ dutyId: await idOn('11-25', '梁一') })
    const offered = swaps.filter(({ name }) => name === '吕四')
    expect(offered.map(({ duty }) => duty.half)).toEqual(['morning'])
  })

  it('is closed to the lawyer from the hour that is set, and to the head from the beginning', async () => {
    const dutyId = await idOn('11-25', '梁一')
    centre.clock.setWall(at('11-24', '20:00'))
    const { lawyer, head } = centre.as
    expect(await lawyer.requests.options({ dutyId })).toEqual({
      closed: true,
      covers: [],
      swaps: [],
    })
    const late = lawyer.requests.ask({ kind: 'cover', dutyId, words: '' })
    expect(await refusalCode(late)).toBe('requests.tooLate')
    expect((await head.requests.options({ dutyId })).closed).toBe(false)
    centre.clock.setWall(at('11-25', '14:00'))
    expect((await head.requests.options({ dutyId })).closed).toBe(true)
    const begun = head.requests.ask({ kind: 'cover', dutyId, words: '' })
    expect(await refusalCode(begun)).toBe('requests.over')
  })

  it('never offers somebody whom only the head sees', async () => {
    const where = lawyerId('何三')
    await centre
      .store()
      .db.updateTable('lawyers')
      .set({ head_only: 1 })
      .where('id', '=', where)
      .execute()
    const dutyId = await idOn('11-25', '梁一')
    const { covers, swaps } = await centre.as.lawyer.requests.options({ dutyId })
    expect([...covers, ...swaps].map(({ name }) => name)).not.toContain('何三')
    expect(await refusalCode(swapAsked())).toBe('duties.notFound')
    const cover = { kind: 'cover' as const, dutyId, words: '', partnerId: where }
    expect(await refusalCode(centre.as.lawyer.requests.ask(cover))).toBe('lawyers.notFound')
  })
})

describe('a swap', () => {
  it('waits for the partner and the head, then is done and told on both sides', async () => {
    const { lawyer, receptionist, head } = centre.as
    const before = await planned()
    await tellAll()
    const { state } = await swapAsked()
    expect(state).toBe('asked')
    expect(await only()).toMatchObject({
      lawyerName: '梁一',
      partnerName: '何三',
      words: '出庭',
      breaks: [],
      over: false,
      mayAnswer: true,
      mayDecide: true,
      mayWithdraw: true,
    })
    const [own] = await lawyer.requests.list({ open: true })
    expect(own).toMatchObject({ mayAnswer: false, mayDecide: false, mayWithdraw: true })
    const answer = { ...(await revisedOnly()), agree: true, words: '' }
    expect(await refusalCode(lawyer.requests.answer(answer))).toBe('requests.notAsked')
    expect(await receptionist.requests.answer(answer)).toEqual({ state: 'agreed' })
    expect(await planned()).toEqual(before)
    const decision = { ...(await revisedOnly()), approve: true, knowingly: false, words: '同意' }
    expect(await refusalCode(head.requests.decide({ ...decision, revision: 1 }))).toBe(
      'requests.changedElsewhere',
    )
    expect(await head.requests.decide(decision)).toEqual({ state: 'done' })
    expect(await planned()).toEqual([
      '11-23 afternoon 许二',
      '11-23 morning 梁一',
      '11-24 morning 何三',
      '11-25 afternoon 何三',
      '11-26 morning 许二',
      '12-02 morning 梁一',
    ])
    expect(await refusalCode(head.requests.decide(decision))).toBe('requests.alreadyDecided')
    const told = await receptionist.duties.notices({})
    const swapped = told.filter(({ cause }) => cause === 'swap')
    expect(swapped.map(({ lawyerName, kind }) => `${lawyerName} ${kind}`).toSorted()).toEqual(
      ['何三 added', '何三 removed', '梁一 added', '梁一 removed'].toSorted(),
    )
    expect((await lawyer.duties.mine({})).next).toMatchObject({ date: '2026-12-02' })
  })

  it('is done with the partner’s word where the head need not approve', async () => {
    const { head, receptionist } = centre.as
    const { settings } = await head.desks.all({})
    await head.desks.saveSettings({ ...settings, headApproves: false })
    await swapAsked()
    const answer = { ...(await revisedOnly()), agree: true, words: '' }
    expect(await receptionist.requests.answer(answer)).toEqual({ state: 'done' })
    expect(await planned()).toContain('12-02 morning 梁一')
  })

  it('is answered by the partner’s own account, until the evening before', async () => {
    const { head, lawyer } = centre.as
    const asked = {
      kind: 'swap' as const,
      words: '',
      dutyId: await idOn('12-02', '何三'),
      partnerDutyId: await idOn('11-25', '梁一'),
    }
    expect(await refusalCode(lawyer.requests.ask(asked))).toBe('requests.notYours')
    await head.requests.ask(asked)
    const [seen] = await lawyer.requests.list({ open: true })
    expect(seen).toMatchObject({ lawyerName: '何三', mayAnswer: true, mayWithdraw: false })
    const answer = { ...(await revisedOnly()), agree: true, words: '' }
    expect(await refusalCode(lawyer.requests.withdraw(await revisedOnly()))).toBe(
      'requests.notYours',
    )
    centre.clock.setWall(at('11-24', '20:00'))
    expect(await refusalCode(lawyer.requests.answer(answer))).toBe('requests.tooLate')
    centre.clock.setWall(at('11-24', '19:59'))
    expect(await lawyer.requests.answer(answer)).toEqual({ state: 'agreed' })
    centre.clock.setWall(at('11-25', '14:00'))
    const decision = { ...(await revisedOnly()), approve: true, knowingly: true, words: '' }
    expect(await refusalCode(head.requests.decide(decision))).toBe('requests.over')
    expect(await only()).toMatchObject({ over: true, breaks: [], mayAnswer: false })
    expect(await head.requests.decide({ ...decision, approve: false })).toEqual({
      state: 'declined',
    })
  })

  it('leaves everything as it was when somebody says no or takes it back', async () => {
    const { lawyer, receptionist, head } = centre.as
    const before = await planned()
    await swapAsked()
    expect(await refusalCode(swapAsked())).toBe('requests.alreadyAsked')
    const no = { ...(await revisedOnly()), agree: false, words: '那天出差' }
    expect(await receptionist.requests.answer(no)).toEqual({ state: 'declined' })
    expect(await only(false)).toMatchObject({ state: 'declined', decidedWords: '那天出差' })
    await swapAsked()
    await lawyer.requests.withdraw(await revisedOnly())
    await swapAsked()
    const decision = { ...(await revisedOnly()), approve: false, knowingly: false, words: '不行' }
    expect(await head.requests.decide(decision)).toEqual({ state: 'declined' })
    expect(await planned()).toEqual(before)
  })

  it('that breaks a rule is refused with the rule, and passed by the head knowingly', async () => {
    const { lawyer, head } = centre.as
    const day = localDate('2026-12-02')
    await head.lawyers.addDay({
      lawyerId: lawyerId('梁一'),
      day: { kind: 'leave', fromOn: day, toOn: day, words: '' },
    })
    const asked = {
      dutyId: await idOn('11-25', '梁一'),
      partnerDutyId: await idOn('12-02', '何三'),
      words: '',
    }
    expect(await refusal(lawyer.requests.ask({ kind: 'swap', ...asked }))).toMatchObject({
      code: 'requests.breaksRules',
      details: { words: expect.stringContaining('梁一请假期间不排班') },
    })
    const refused = head.requests.swapFor({ ...asked, knowingly: false })
    expect(await refusalCode(refused)).toBe('requests.breaksRules')
    await head.requests.swapFor({ ...asked, knowingly: true })
    expect(await planned()).toContain('12-02 morning 梁一')
    expect(await only(false)).toMatchObject({ kind: 'swap', state: 'done', partnerName: '何三' })
  })

  it('tells a rule that came up after it was asked', async () => {
    await swapAsked()
    const day = localDate('2026-12-02')
    await centre.as.head.lawyers.addDay({
      lawyerId: lawyerId('梁一'),
      day: { kind: 'leave', fromOn: day, toOn: day, words: '' },
    })
    expect((await only()).breaks).toEqual([expect.stringContaining('梁一请假期间不排班')])
  })

  it('keeps what else lies unpublished on the board', async () => {
    const { head } = centre.as
    const [rota] = await head.rotas.list({})
    const id = rota?.id ?? ''
    const board = await head.rotas.get({ id })
    const free = board.shifts.find(({ date }) => date === '2026-12-04')
    const into = [{ shiftId: free?.id ?? '', lawyerId: lawyerId('张六') }]
    await head.rotas.move({ id, revision: board.revision, out: [], into, knowingly: false })
    await head.requests.swapFor({
      dutyId: await idOn('11-25', '梁一'),
      partnerDutyId: await idOn('12-02', '何三'),
      words: '',
      knowingly: false,
    })
    const after = await head.rotas.get({ id })
    expect(after.seats.filter(({ unpublished }) => unpublished)).toMatchObject(into)
    expect((await planned()).filter((text) => text.endsWith('张六'))).toEqual([])
  })
})

describe('a cover', () => {
  it('that names nobody waits for the head to name somebody', async () => {
    const { lawyer, head } = centre.as
    const dutyId = await idOn('11-25', '梁一')
    await lawyer.requests.ask({ kind: 'cover', dutyId, words: '' })
    const decision = { ...(await revisedOnly()), approve: true, knowingly: false, words: '' }
    expect(await refusalCode(head.requests.decide(decision))).toBe('requests.noPartner')
    const self = { ...decision, partnerId: lawyerId('梁一') }
    expect(await refusalCode(head.requests.decide(self))).toBe('requests.samePerson')
    const named = { ...decision, partnerId: lawyerId('张六') }
    expect(await head.requests.decide(named)).toEqual({ state: 'done' })
    expect(await planned()).toContain('11-25 afternoon 张六')
    expect(await planned()).not.toContain('11-25 afternoon 梁一')
  })

  it('is settled when the window puts a substitute in', async () => {
    const { lawyer, receptionist } = centre.as
    const { id: dutyId, revision } = await dutyOn(centre, '11-25', '梁一')
    await lawyer.requests.ask({ kind: 'cover', dutyId, words: '' })
    const put = { dutyId, revision, lawyerId: lawyerId('张六'), knowingly: false, words: '' }
    await receptionist.duties.substitute(put)
    expect(await only(false)).toMatchObject({ state: 'done', partnerName: '张六' })
  })
})

describe('a leave', () => {
  const ask = (from: string, to: string, name = '梁一') =>
    centre.as.lawyer.requests.ask({
      kind: 'leave',
      lawyerId: lawyerId(name),
      from: localDate(from),
      to: localDate(to),
      words: '住院',
    })

  it('takes effect at once and leaves its duties to be covered', async () => {
    const { head, lawyer } = centre.as
    expect(await ask('2026-11-25', '2026-11-27')).toMatchObject({ state: 'done' })
    expect(await planned()).not.toContain('11-25 afternoon 梁一')
    const [cover, ...others] = await head.requests.list({ open: true })
    expect(others).toEqual([])
    expect(cover).toMatchObject({ kind: 'cover', duty: { date: '2026-11-25', state: 'cancelled' } })
    const revised = { id: cover?.id ?? '', revision: cover?.revision ?? 0 }
    expect(await refusalCode(lawyer.requests.withdraw(revised))).toBe('duties.cancelled')
    const decision = { ...revised, approve: true, knowingly: false, words: '' }
    await head.requests.decide({ ...decision, partnerId: lawyerId('吕四') })
    expect(await planned()).toContain('11-25 afternoon 吕四')
    const { days } = (await head.lawyers.list({})).find(({ name }) => name === '梁一') ?? {}
    expect(days).toMatchObject([{ kind: 'leave', fromOn: '2026-11-25', toOn: '2026-11-27' }])
  })

  it('is no news to whoever asked for it, and is one to whom a keeper gave it', async () => {
    const { head, lawyer } = centre.as
    await tellAll()
    const untold = async () =>
      (await head.duties.notices({}))
        .filter(({ cause, toldAt }) => cause === 'leave' && toldAt === undefined)
        .map(({ lawyerName }) => lawyerName)
    await ask('2026-11-25', '2026-11-25')
    const { news } = await lawyer.duties.mine({})
    expect(news.filter(({ duty }) => duty.date === '2026-11-25')).toEqual([])
    expect(await untold()).toEqual([])
    const notices = await head.duties.notices({})
    expect(notices.filter(({ cause }) => cause === 'leave')).toMatchObject([
      { lawyerName: '梁一', kind: 'removed', channel: 'seen' },
    ])
    const from = localDate('2026-11-26')
    const given = { kind: 'leave', lawyerId: lawyerId('许二'), from, to: from, words: '' } as const
    await head.requests.ask(given)
    expect(await untold()).toEqual(['许二'])
  })

  it('withdraws a swap that hangs on its duties, and makes a cover of a cover', async () => {
    const { head } = centre.as
    await swapAsked()
    await ask('2026-11-25', '2026-11-25')
    const all = await head.requests.list({ open: false })
    expect(all.map(({ kind, state }) => `${kind} ${state}`).toSorted()).toEqual(
      ['cover asked', 'leave done', 'swap withdrawn'].toSorted(),
    )
    expect(all.find(({ kind }) => kind === 'leave')?.duty).toMatchObject({ date: '2026-11-25' })
    const dutyId = await idOn('11-23', '梁一')
    expect(await refusalCode(head.requests.ask({ kind: 'cover', dutyId, words: '' }))).toBe(
      'requests.over',
    )
    const open = await head.requests.list({ open: true })
    expect(open.map(({ kind }) => kind)).toEqual(['cover'])
  })

  it('is refused to a lawyer for others, backwards, in the past and after the evening before', async () => {
    expect(await refusalCode(ask('2026-11-25', '2026-11-27', '许二'))).toBe('requests.notYours')
    expect(await refusalCode(ask('2026-11-27', '2026-11-25'))).toBe('requests.datesReversed')
    expect(await refusalCode(ask('2026-11-20', '2026-11-22'))).toBe('requests.past')
    centre.clock.setWall(at('11-24', '20:00'))
    expect(await refusalCode(ask('2026-11-25', '2026-11-27'))).toBe('requests.tooLate')
    expect(await ask('2026-11-26', '2026-11-27')).toMatchObject({ state: 'done' })
  })
})
