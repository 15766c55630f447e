import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDate } from '#db/domain/local-date.ts'
import { hashPin } from '#db/services/lawyer-pin.ts'
import { cheapCost } from '#tests/db/store-fixture.ts'
import { at, dutyOn, openDutyCentre, pin } from '#tests/support/duty-centre.ts'
import { refusal, refusalCode } from '#tests/support/refusal.ts'
import type { RotaCentre } from '#tests/support/rota-centre.ts'
import { password, staff } from '#tests/support/centre.ts'
import { auditRows } from '#tests/support/watched-store.ts'

let centre: RotaCentre
let dutyId = ''
let lawyerId = ''
beforeEach(async () => {
  centre = await openDutyCentre()
  lawyerId = centre.lawyerIds['梁一'] ?? ''
  dutyId = (await dutyOn(centre, '11-23', '梁一')).id
})
afterEach(() => centre.close())

const file = (name: string) => join(centre.core.dir, name)
const boxText = () => readFileSync(file('duty-mailbox.jsonl'), 'utf8')
const copyText = () => readFileSync(file('duty-copy.json'), 'utf8')
const settings = async () => (await centre.as.head.desks.all({})).settings

/** The store closed, and a port on which nobody has signed in. */
async function locked() {
  await centre.as.head.store.lock({})
  return centre.connect()
}

const signs = () => centre.store().db.selectFrom('duty_signs').selectAll().execute()
const sign = (kind: 'in' | 'out' = 'in', typed = pin) => ({ lawyerId, dutyId, kind, pin: typed })

describe('duties.week', () => {
  it('shows this week with the store closed, from a copy that says of when it is', async () => {
    centre.clock.setWall(at('11-23', '08:30'))
    await centre.as.head.lawyers.setPin({ id: lawyerId, pin })
    const week = await (await locked()).duties.week({})
    expect(week.days.map(({ date }) => date)).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    )
    const names = week.days.map(({ shifts }) =>
      shifts.map(({ people }) => people.map(({ name }) => name).join('/')).join(' '),
    )
    expect(names.slice(0, 4)).toEqual(['梁一 许二', '何三 ', ' 梁一', '许二 '])
    expect(week).toMatchObject({ asOf: at('11-23', '08:30'), waiting: 0 })
    expect(week.people.filter(({ hasPin }) => hasPin)).toMatchObject([{ lawyerId, name: '梁一' }])
  })

  it('says the same of next week when nobody opened the store over the weekend', async () => {
    const client = await locked()
    centre.clock.setWall(at('11-30', '00:00'))
    const { days } = await client.duties.week({})
    expect(days[0]?.date).toBe('2026-11-30')
    expect(days[2]?.shifts[0]?.people).toMatchObject([{ name: '何三' }])
  })

  it('names nobody whom only the head sees, and keeps no other word of the centre beside the store', async () => {
    const { head } = centre.as
    const found = (await head.lawyers.list({})).find(({ name }) => name === '许二')
    await centre
      .store()
      .db.updateTable('lawyers')
      .set({ head_only: 1, note: '机密' })
      .where('id', '=', found?.id ?? '')
      .execute()
    await head.lawyers.setPin({ id: found?.id ?? '', pin })
    expect(copyText()).not.toContain(found?.id)
    expect(copyText()).not.toMatch(/许二|机密|phone/)
    centre.clock.setWall(at('11-23', '08:30'))
    const { days, people } = await (await locked()).duties.week({})
    expect(days[0]?.shifts[1]?.people).toEqual([{ name: '值班律师', insteadOf: false }])
    expect(people.map(({ name }) => name)).not.toContain('许二')
  })

  it('keeps no names at all where the centre does not want them there', async () => {
    await centre.as.head.desks.saveSettings({ ...(await settings()), lockScreen: false })
    expect(copyText()).not.toContain('梁一')
    const client = await locked()
    expect(await refusalCode(client.duties.week({}))).toBe('duties.lockScreenOff')
    expect(await refusalCode(client.duties.sign(sign()))).toBe('duties.lockScreenOff')
    const head = await centre.signIn(staff.head)
    expect((await head.duties.week({})).days).toHaveLength(7)
  })

  it('is empty, not broken, with a copy that is spoilt or missing', async () => {
    const client = await locked()
    writeFileSync(file('duty-copy.json'), '{"format":')
    expect(await client.duties.week({})).toMatchObject({ people: [], waiting: 0 })
  })
})

describe('duties.person', () => {
  it('shows the next shift and what can be signed now', async () => {
    const client = await locked()
    centre.clock.setWall(at('11-23', '07:59'))
    const early = await client.duties.person({ lawyerId })
    expect(early).toMatchObject({ name: '梁一', next: { date: '2026-11-23', half: 'morning' } })
    expect(early.sign).toBeUndefined()
    centre.clock.setWall(at('11-23', '08:00'))
    expect((await client.duties.person({ lawyerId })).sign).toEqual({ dutyId, kind: 'in' })
    centre.clock.setWall(at('11-23', '11:30'))
    const over = await client.duties.person({ lawyerId })
    expect(over.sign).toBeUndefined()
    expect(over.next).toMatchObject({ date: '2026-11-25', half: 'afternoon' })
  })
})

describe('duties.sign with the store closed', () => {
  beforeEach(() => centre.clock.setWall(at('11-23', '08:55')))

  it('is sealed beside the store, shown as made, and written down at the next sign-in', async () => {
    const client = await locked()
    expect(await client.duties.sign(sign())).toEqual({ at: at('11-23', '08:55'), waiting: true })
    expect(boxText()).not.toContain(pin)
    centre.clock.setWall(at('11-23', '11:40'))
    expect((await client.duties.person({ lawyerId })).sign).toEqual({ dutyId, kind: 'out' })
    expect(await refusalCode(client.duties.sign(sign()))).toBe('duties.alreadySignedIn')
    await client.duties.sign(sign('out'))
    expect((await client.duties.week({})).waiting).toBe(2)
    const head = await centre.signIn(staff.head)
    expect(await dutyOn(centre, '11-23', '梁一')).toMatchObject({
      signed_in_at: at('11-23', '08:55'),
      signed_out_at: at('11-23', '11:40'),
    })
    expect((await signs()).map(({ source, doubted }) => `${source} ${doubted}`)).toEqual([
      'lockScreen 0',
      'lockScreen 0',
    ])
    const logged = auditRows(centre).filter(({ operation }) => operation === 'duties.sign')
    expect(logged).toEqual(
      [1, 2].map(() => ({ operation: 'duties.sign', kind: 'duty', id: dutyId })),
    )
    expect((await head.duties.week({})).waiting).toBe(0)
    expect((await head.duties.mine({ lawyerId })).month.minutes).toBe(165)
  })

  it('survives a power cut at every point between sealing and taking in, and is never written twice', async () => {
    const client = await locked()
    await client.duties.sign(sign())
    const sealed = boxText()
    const half = sealed.slice(0, sealed.length / 2)
    // Cut off while the next line was written.
    appendFileSync(file('duty-mailbox.jsonl'), half)
    centre.clock.setWall(at('11-23', '11:30'))
    await client.duties.sign(sign('out'))
    // A line that stands there twice is one sign.
    appendFileSync(file('duty-mailbox.jsonl'), sealed)
    const whole = boxText()
    const again = await centre.signIn(staff.head)
    expect(await signs()).toHaveLength(2)
    expect(centre.log.filter(({ code }) => code === 'duties.mail')).toMatchObject([
      { fields: { spoilt: 1 } },
    ])
    // Cut off after the signs were written and before the box was emptied.
    await again.store.lock({})
    writeFileSync(file('duty-mailbox.jsonl'), whole)
    await centre.signIn(staff.head)
    expect(await signs()).toHaveLength(2)
    expect((await dutyOn(centre, '11-23', '梁一')).signed_out_at).toBe(at('11-23', '11:30'))
    expect(() => boxText()).toThrow('ENOENT')
  })

  it('is taken in by the store that a backup brings back, whose names then stand on the screen', async () => {
    const { head } = centre.as
    centre.host.saveTo = join(centre.core.dir, '..', 'usb.tanxin')
    await head.backups.make({ elsewhere: true })
    const client = await locked()
    await client.duties.sign(sign())
    centre.host.files = [centre.host.saveTo]
    const { preview } = await client.store.chooseBackup({})
    const { handle = '' } = preview ?? {}
    await client.store.restore({ handle, userId: centre.ids.head, password })
    expect((await client.duties.week({})).people).toEqual([])
    await centre.signIn(staff.head)
    expect((await dutyOn(centre, '11-23', '梁一')).signed_in_at).toBe(at('11-23', '08:55'))
    expect(copyText()).toContain('梁一')
  })

  it('keeps what is sealed for another store where it is', async () => {
    const client = await locked()
    await client.duties.sign(sign())
    const foreign = boxText().replace(/"key":"[0-9a-f]{4}/, '"key":"0000')
    appendFileSync(file('duty-mailbox.jsonl'), foreign)
    await centre.signIn(staff.head)
    expect(await signs()).toHaveLength(1)
    expect(boxText()).toBe(foreign)
  })

  it('with a PIN that somebody put into the copy is recorded as doubted and counts nothing', async () => {
    const client = await locked()
    const copy = JSON.parse(copyText()) as { people: { pin?: string }[] }
    for (const person of copy.people)
      if (person.pin) person.pin = await hashPin('135790', cheapCost)
    writeFileSync(file('duty-copy.json'), JSON.stringify(copy))
    await client.duties.sign(sign('in', '135790'))
    const head = await centre.signIn(staff.head)
    expect((await signs()).map(({ doubted }) => doubted)).toEqual([1])
    const { shifts } = await head.duties.day({ date: localDate('2026-11-23') })
    expect(shifts[0]?.duties).toMatchObject([{ lawyerName: '梁一', doubted: true, minutes: 0 }])
    expect(shifts[0]?.duties[0]?.signedInAt).toBeUndefined()
  })

  it('waits after five wrong PINs, also across a restart, and forgets them after a right one', async () => {
    const client = await locked()
    for (const _try of [1, 2, 3, 4, 5])
      expect(await refusalCode(client.duties.sign(sign('in', '000001')))).toBe('duties.wrongPin')
    expect(await refusal(client.duties.sign(sign()))).toMatchObject({
      code: 'duties.pinLocked',
      details: { waitSeconds: 30 },
    })
    centre.clock.restart(1000)
    expect(await refusalCode(client.duties.sign(sign()))).toBe('duties.pinLocked')
    centre.clock.pass(30_000)
    await client.duties.sign(sign())
    centre.clock.pass(60_000)
    expect(await refusalCode(client.duties.sign(sign('out', '000001')))).toBe('duties.wrongPin')
    await client.duties.sign(sign('out'))
  })

  it('is refused without a PIN, for another day, for somebody else and too early', async () => {
    const other = centre.lawyerIds['许二'] ?? ''
    const theirs = (await dutyOn(centre, '11-23', '许二')).id
    const later = (await dutyOn(centre, '11-25', '梁一')).id
    const client = await locked()
    const code = (asked: Partial<ReturnType<typeof sign>>) =>
      refusalCode(client.duties.sign({ ...sign(), ...asked }))
    expect(await code({ dutyId: theirs })).toBe('duties.notFound')
    expect(await code({ dutyId: later })).toBe('duties.notToday')
    expect(await code({ kind: 'out' })).toBe('duties.notSignedIn')
    expect(await code({ lawyerId: other, dutyId: theirs })).toBe('duties.tooEarly')
    centre.clock.setWall(at('11-23', '13:30'))
    expect(await code({ lawyerId: other, dutyId: theirs })).toBe('duties.noPin')
    expect(() => boxText()).toThrow('ENOENT')
  })
})

describe('duties.sign with the store open', () => {
  it('is written at once', async () => {
    centre.clock.setWall(at('11-23', '08:55'))
    const { lawyer } = centre.as
    expect(await refusalCode(lawyer.duties.sign(sign('in', '000001')))).toBe('duties.wrongPin')
    expect(await lawyer.duties.sign(sign())).toEqual({ at: at('11-23', '08:55'), waiting: false })
    expect(await dutyOn(centre, '11-23', '梁一')).toMatchObject({ revision: 2 })
    expect((await signs()).map(({ source }) => source)).toEqual(['pin'])
    expect(auditRows(centre).at(-1)).toMatchObject({ operation: 'duties.sign', id: dutyId })
    expect(copyText()).toContain(at('11-23', '08:55'))
  })
})
