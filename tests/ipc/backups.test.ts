import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { v7 as uuid } from 'uuid'
import { backupFolder } from '#db/store/places.ts'
import { backupWatch, makeBackup } from '#ipc/make-backup.ts'
import { advanceQueue } from '#ipc/print-queue.ts'
import { body, newCentre, openCentre, password, staff } from '#tests/support/centre.ts'
import { printJobs } from '#tests/support/print-jobs.ts'
import { refusalCode } from '#tests/support/refusal.ts'
import { wageForm } from '#tests/support/wage-case.ts'
import { auditRows } from '#tests/support/watched-store.ts'

const opened = async () => {
  const centre = await openCentre()
  onTestFinished(() => centre.close())
  return centre
}

describe('backupWatch', () => {
  it('waits for a quiet minute, since copying holds up what is being typed, but not for ever', async () => {
    const centre = await opened()
    const mayBackUp = backupWatch(centre.core)
    const { receptionist } = centre.as
    const write = () =>
      receptionist.intake.saveDraft({ id: uuid(), revision: 0, form: { narrative: '写' } })
    await write()
    expect(mayBackUp()).toBe(false)
    for (let minutes = 0; minutes < 29; minutes += 1) {
      centre.clock.pass(59_000)
      await write()
      expect(mayBackUp()).toBe(false)
    }
    centre.clock.pass(60_000)
    expect(mayBackUp()).toBe(true)
    await write()
    expect(mayBackUp()).toBe(false)
    centre.clock.pass(59_000)
    await write()
    centre.clock.pass(59_000)
    expect(mayBackUp()).toBe(true)
    await makeBackup(centre.core, 'daily')
    expect(mayBackUp()).toBe(false)
    centre.clock.pass(24 * 3_600_000)
    expect(mayBackUp()).toBe(true)
  })
})

describe('backups.make', () => {
  it('waits for one that runs by itself and then makes its own', async () => {
    const centre = await opened()
    const daily = makeBackup(centre.core, 'daily')
    const made = await centre.as.head.backups.make({ elsewhere: false })
    await daily
    expect(made.name).toBeDefined()
    expect(readdirSync(backupFolder(centre.core.dir))).toHaveLength(2)
  })

  it('writes one verified file into the folder of the store, which list and status then know', async () => {
    const centre = await opened()
    await centre.as.receptionist.intake.submit({ form: wageForm() })
    const { head, lawyer } = centre.as
    expect(await lawyer.backups.status({})).toEqual({ running: false })
    const made = await head.backups.make({ elsewhere: false })
    expect(readdirSync(backupFolder(centre.core.dir))).toEqual([made.name])
    expect(await head.backups.list({})).toMatchObject([{ name: made.name, caseCount: 1 }])
    expect(await lawyer.backups.status({})).toEqual({
      running: false,
      lastSuccessAt: centre.clock.now(),
    })
    expect(auditRows(centre).at(-1)?.operation).toBe('backups.make')
  })

  it('asks for a place elsewhere and does nothing when that is cancelled', async () => {
    const centre = await opened()
    const before = auditRows(centre).length
    expect(await centre.as.head.backups.make({ elsewhere: true })).toEqual({})
    expect(auditRows(centre)).toHaveLength(before)
    const file = join(centre.core.dir, '..', 'usb.tanxin')
    centre.host.saveTo = file
    await centre.as.head.backups.make({ elsewhere: true })
    expect(existsSync(file)).toBe(true)
    expect(await refusalCode(centre.as.head.backups.make({ elsewhere: true }))).toBe(
      'backup.exists',
    )
  })
})

describe('backups.status', () => {
  it('tells of a failure until the next success, also when the clock was set back', async () => {
    const centre = await opened()
    const { head } = centre.as
    centre.host.saveTo = join(centre.core.dir, '..', 'usb.tanxin')
    const make = () => head.backups.make({ elsewhere: true })
    await make()
    expect(await refusalCode(make())).toBe('backup.exists')
    expect(await head.backups.status({})).toMatchObject({ lastError: 'backup.exists' })
    centre.clock.setWall('2026-01-05T01:00:00.000Z')
    await head.backups.make({ elsewhere: false })
    expect(await head.backups.status({})).toEqual({
      running: false,
      lastSuccessAt: '2026-01-05T01:00:00.000Z',
    })
  })
})

describe('store.restore', () => {
  const backedUp = async () => {
    const centre = await opened()
    await centre.as.receptionist.intake.submit({ form: wageForm() })
    const file = join(centre.core.dir, '..', 'usb.tanxin')
    centre.host.saveTo = file
    await centre.as.head.backups.make({ elsewhere: true })
    return { centre, file }
  }

  it('brings back the state of the backup and keeps the one it replaces', async () => {
    const { centre, file } = await backedUp()
    await centre.as.receptionist.intake.submit({ form: wageForm() })
    centre.host.files = [file]
    const client = centre.connect()
    const { preview } = await client.store.chooseBackup({})
    expect(preview).toMatchObject({
      fileName: 'usb.tanxin',
      bodyName: body.fullName,
      caseCount: 1,
      lastCaseNumber: 'MT-2026-000001',
    })
    const restored = await client.store.restore({
      handle: preview?.handle ?? '',
      userId: centre.ids.head,
      password,
    })
    expect(restored).toEqual({ caseCount: 1, previousKeptAs: 'gen-000001' })
    expect(await refusalCode(centre.as.head.cases.today({}))).toBe('store.locked')
    const head = await centre.signIn(staff.head)
    expect((await head.cases.list({ view: 'all', limit: 10 })).items).toHaveLength(1)
    expect(await head.audit.verify({})).toEqual({ clean: true, findings: [] })
  })

  it('prints nothing by itself that waited for a printer when the backup was made', async () => {
    const centre = await opened()
    const { receptionist, head } = centre.as
    const { caseId } = await receptionist.intake.submit({ form: wageForm() })
    centre.host.taking = { taken: true, systemJob: 'desk-1' }
    centre.host.systemJobs['desk-1'] = { state: 'waiting' }
    for (const form of ['f03', 'receipt'] as const)
      await receptionist.papers.print({ form, objectId: caseId, copies: 1 })
    await expect.poll(() => centre.host.handedOut.length).toBe(1)
    const file = join(centre.core.dir, '..', 'usb.tanxin')
    centre.host.saveTo = file
    await head.backups.make({ elsewhere: true })
    centre.host.files = [file]
    const client = centre.connect()
    const { preview } = await client.store.chooseBackup({})
    await client.store.restore({
      handle: preview?.handle ?? '',
      userId: centre.ids.head,
      password,
    })
    await centre.signIn(staff.head)
    await advanceQueue(centre.core)
    expect(centre.host.handedOut).toHaveLength(1)
    expect(printJobs(centre).map(({ state, trouble }) => [state, trouble])).toEqual([
      ['failed', 'unsure'],
      ['failed', 'unsure'],
    ])
  })

  it('makes a store of an empty folder, with the recovery key too', async () => {
    const { centre, file } = await backedUp()
    const fresh = newCentre()
    onTestFinished(() => fresh.close())
    fresh.host.files = [file]
    const client = fresh.connect()
    const { preview } = await client.store.chooseBackup({})
    const handle = preview?.handle ?? ''
    expect(await refusalCode(client.store.restore({ handle }))).toBe('users.wrongPassword')
    expect(
      await refusalCode(
        client.store.restore({ handle, userId: centre.ids.head, password: 'not the one' }),
      ),
    ).toBe('store.wrong-password')
    expect((await client.store.state({})).phase).toBe('none')
    await client.store.restore({ handle, recoveryKey: centre.recoveryKey })
    expect(await client.store.state({})).toMatchObject({ phase: 'locked', bodyName: body.fullName })
    await fresh.signIn(staff.head)
  })

  it('knows only files that were picked in this run', async () => {
    const { centre, file } = await backedUp()
    const asked = centre
      .connect()
      .store.restore({ handle: file, userId: centre.ids.head, password })
    expect(await refusalCode(asked)).toBe('backups.notFound')
  })
})
