import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  body,
  newCentre,
  openCentre,
  password,
  staff,
  type StaffedCentre,
} from '#tests/support/centre.ts'
import { failureOf, refusal, refusalCode } from '#tests/support/refusal.ts'
import { auditRows } from '#tests/support/watched-store.ts'

describe('store.create', () => {
  it('makes a centre with its first head, once', async () => {
    const centre = newCentre()
    try {
      const client = centre.connect()
      expect(await client.store.state({})).toMatchObject({ phase: 'none', people: [] })
      const made = { body, userName: ' 林主任 ', password, practice: true }
      const weak = await failureOf(client.store.create({ ...made, password: '1234567' }))
      expect(weak.code).toBe('BAD_REQUEST')
      expect((await client.store.state({})).phase).toBe('none')
      const { recoveryKey } = await client.store.create(made)
      expect(recoveryKey.length).toBeGreaterThan(30)
      expect(await client.store.state({})).toMatchObject({
        phase: 'open',
        bodyName: body.fullName,
        practice: true,
        me: { name: staff.head, role: 'head' },
      })
      expect(await refusalCode(client.store.create(made))).toBe('store.exists')
    } finally {
      await centre.close()
    }
  })
})

describe('store.signIn', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('counts wrong passwords and makes the next try wait longer and longer', async () => {
    const userId = centre.ids.lawyer
    const client = centre.connect()
    const wrong = () => refusal(client.store.signIn({ userId, password: 'not the one' }))
    const waitSecondsOf = async (id: string) =>
      (await client.store.state({})).people.find((other) => other.userId === id)?.waitSeconds ?? -1
    const waits: number[] = []
    for (let n = 0; n < 7; n += 1) {
      const told = await wrong()
      expect((await client.store.state({})).me).toBeUndefined()
      const waitSeconds = await waitSecondsOf(userId)
      expect(told).toMatchObject({
        code: 'store.wrong-password',
        details: { failures: n + 1, waitMs: waitSeconds * 1000 },
      })
      expect(await waitSecondsOf(centre.ids.head)).toBe(0)
      waits.push(waitSeconds)
      if (waitSeconds > 0) {
        expect(await refusal(client.store.signIn({ userId, password }))).toMatchObject({
          code: 'store.locked-out',
          details: { failures: n + 1, waitMs: waitSeconds * 1000 },
        })
        centre.clock.pass(waitSeconds * 1000)
      }
    }
    expect(waits.slice(0, 3)).toEqual([0, 0, 0])
    expect(waits.at(-1)).toBeGreaterThan(waits.at(-3) ?? 0)
    await client.store.signIn({ userId, password })
    expect(await waitSecondsOf(userId)).toBe(0)
  })

  it('is in the log with the role that the users table gives', async () => {
    await centre.signIn(staff.mediator)
    expect(auditRows(centre).at(-1)).toEqual({
      operation: 'store.signIn',
      kind: 'user',
      id: centre.ids.mediator,
    })
  })

  it('keeps out whoever was switched off, whose port is then worth nothing', async () => {
    const head = await centre.signIn(staff.head)
    const id = centre.ids.otherMediator
    await head.users.update({ id, name: staff.otherMediator, role: 'mediator', active: false })
    expect(await refusalCode(centre.as.otherMediator.cases.today({}))).toBe('users.notSignedIn')
    expect((await head.store.state({})).people.map(({ name }) => name)).not.toContain(
      staff.otherMediator,
    )
    expect(await refusalCode(centre.connect().store.signIn({ userId: id, password }))).toMatch(
      /wrong-password|disabled/,
    )
  })

  it('follows a change of role at once', async () => {
    const head = await centre.signIn(staff.head)
    const id = centre.ids.receptionist
    await head.users.update({ id, name: staff.receptionist, role: 'lawyer', active: true })
    expect(await refusalCode(centre.as.receptionist.intake.drafts({}))).toBe('users.notPermitted')
    await head.users.update({ id, name: staff.receptionist, role: 'receptionist', active: true })
  })
})

describe('passwords', () => {
  let centre: StaffedCentre
  beforeAll(async () => {
    centre = await openCentre()
  })
  afterAll(() => centre.close())

  it('are changed by their owner who knows the old one', async () => {
    const client = await centre.signIn(staff.mediator)
    const newPassword = '新的口令-second'
    expect(
      await refusalCode(client.store.changePassword({ oldPassword: 'wrong one', newPassword })),
    ).toBe('store.wrong-password')
    await client.store.changePassword({ oldPassword: password, newPassword })
    expect(await refusalCode(centre.signIn(staff.mediator))).toBe('store.wrong-password')
    await centre.signIn(staff.mediator, newPassword)
  })

  it('are set anew by a manager', async () => {
    const head = await centre.signIn(staff.head)
    await head.users.resetPassword({ id: centre.ids.lawyer, newPassword: '律师口令-third' })
    await centre.signIn(staff.lawyer, '律师口令-third')
  })

  it('are set anew by the recovery key, which is then another', async () => {
    const client = centre.connect()
    const ask = (recoveryKey: string, newPassword: string) =>
      client.store.recover({ recoveryKey, userId: centre.ids.head, newPassword })
    const { recoveryKey } = await ask(centre.recoveryKey, '主任口令-fourth')
    expect(recoveryKey).not.toBe(centre.recoveryKey)
    expect(await refusalCode(ask(centre.recoveryKey, '主任口令-fifth'))).toBe(
      'store.wrong-recovery-key',
    )
    await centre.signIn(staff.head, '主任口令-fourth')
  })

  it('of the last head cannot be lost by switching that head off', async () => {
    const head = await centre.signIn(staff.head, '主任口令-fourth')
    const off = { id: centre.ids.head, name: staff.head, role: 'head' as const, active: false }
    expect(await refusalCode(head.users.update(off))).toBe('users.lastHead')
    expect(await refusalCode(head.users.update({ ...off, active: true, role: 'lawyer' }))).toBe(
      'users.lastHead',
    )
    expect(
      await refusalCode(head.users.create({ name: staff.lawyer, role: 'lawyer', password })),
    ).toBe('users.nameTaken')
  })
})
