import fc from 'fast-check'
import {
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  backupFileName,
  listBackups,
  readBackupRecord,
  rotateBackups,
  verifyContainer,
  writeBackup,
  type BackupOptions,
} from '#db/backup.ts'
import { readContainer } from '#db/store/container.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import type { Store } from '#db/store/opened-store.ts'
import { backupsToDelete } from '#db/store/rotation.ts'
import { appendEntries, flipBit, freshFolder, openedStore } from './store-fixture.ts'

const now = '2026-11-22T03:15:04.123Z'

const backUp = (store: Store, target: string, more: Partial<BackupOptions> = {}) =>
  writeBackup({
    dir: store.dir,
    generation: store.generation,
    dek: store.secrets.dek,
    target,
    appVersion: '0.1.0',
    kind: 'manual',
    now,
    ...more,
  })

const withBackup = async () => {
  const made = await openedStore()
  await appendEntries(made.store, 5)
  const target = join(freshFolder(), 'one.tanxin')
  const info = await backUp(made.store, target, { labels: { bodyName: '某调解中心' } })
  return { ...made, target, info }
}

const verify = async (store: Store, file: string) =>
  verifyContainer(await readContainer(file), store.secrets.dek, join(freshFolder(), 'scratch.db'))

describe('writeBackup', () => {
  it('makes one file that says what it holds and shows no text of the store', async () => {
    const { store, target, info } = await withBackup()
    expect(info).toMatchObject({
      file: target,
      createdAt: now,
      schemaVersion: store.schemaVersion,
      storeId: store.storeId,
      labels: { bodyName: '某调解中心' },
      auditSeq: 6,
    })
    expect(info.counts).toMatchObject({ audit_log: 6, cases: 0, migrations: store.schemaVersion })
    const bytes = readFileSync(target)
    expect(bytes.length).toBe(info.bytes)
    for (const text of ['SQLite format 3', 'cases.register', 'CREATE TABLE']) {
      expect(bytes.includes(text)).toBe(false)
    }
    await verify(store, target)
  })

  it('leaves nothing else behind, here or in the store', async () => {
    const { dir, target } = await withBackup()
    expect(readdirSync(join(target, '..'))).toEqual(['one.tanxin'])
    expect(readdirSync(dir).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(readBackupRecord(dir)).toEqual({
      lastSuccess: { at: now, file: target, bytes: statSync(target).size },
    })
  })

  it('refuses an existing target and leaves it as it was', async () => {
    const { store } = await openedStore()
    const target = join(freshFolder(), 'one.tanxin')
    writeFileSync(target, 'x')
    await expect(backUp(store, target)).rejects.toMatchObject({ code: 'backup.exists' })
    expect(readFileSync(target, 'utf8')).toBe('x')
    expect(readBackupRecord(store.dir).lastFailure).toEqual({ at: now, code: 'backup.exists' })
  })

  it('holds what is committed while a writer goes on', async () => {
    const { store } = await openedStore()
    const target = join(freshFolder(), 'one.tanxin')
    const writing = appendEntries(store, 200)
    const info = await backUp(store, target)
    await writing
    expect(info.counts['audit_log']).toBe(info.auditSeq)
    await verify(store, target)
  })

  it('never calls a backup good whose store breaks a rule or the audit chain', async () => {
    const { store } = await openedStore()
    await appendEntries(store, 3)
    const folder = freshFolder()
    const checks = [{ name: 'noEntries', sql: 'SELECT seq FROM audit_log WHERE seq = 2' }]
    await expect(backUp(store, join(folder, 'a.tanxin'), { checks })).rejects.toMatchObject({
      code: 'backup.unreadable',
      details: { reason: 'noEntries' },
    })
    store.connection.exec(
      "DROP TRIGGER audit_log_refuse_update; UPDATE audit_log SET result = 'x' WHERE seq = 2",
    )
    await expect(backUp(store, join(folder, 'b.tanxin'))).rejects.toMatchObject({
      code: 'backup.unreadable',
      details: { reason: 'audit' },
    })
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('verifyContainer', () => {
  it('finds every turned bit and every cut', async () => {
    const { store, target } = await withBackup()
    const sound = readFileSync(target)
    const manifestEnd = sound.indexOf('\n', 20)
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 0.999999, noNaN: true }),
        fc.nat(7),
        fc.boolean(),
        async (where, bit, inManifest) => {
          writeFileSync(target, sound)
          const size = inManifest ? manifestEnd : sound.length
          flipBit(target, Math.floor(where * size), bit)
          await expect(verify(store, target)).rejects.toMatchObject({ name: 'StoreError' })
        },
      ),
      { numRuns: 120 },
    )
    for (const length of [0, 10, manifestEnd, sound.length - 1]) {
      writeFileSync(target, sound)
      truncateSync(target, length)
      await expect(verify(store, target)).rejects.toMatchObject({ code: 'backup.unreadable' })
    }
    writeFileSync(target, Buffer.concat([sound, Buffer.from('x')]))
    await expect(verify(store, target)).rejects.toMatchObject({ code: 'backup.unreadable' })
  })
})

describe('listBackups', () => {
  it('lists whole backups, newest first, and nothing else', async () => {
    const { store } = await openedStore()
    const folder = freshFolder()
    const later = '2026-11-23T03:15:04.123Z'
    await backUp(store, backupFileName(folder, now, 'daily'), { kind: 'daily' })
    await backUp(store, backupFileName(folder, later, 'quit'), { kind: 'quit', now: later })
    await backUp(store, join(folder, 'cut.tanxin'))
    truncateSync(join(folder, 'cut.tanxin'), 5000)
    writeFileSync(join(folder, 'letter.tanxin'), 'Dear Sir')
    expect((await listBackups(folder)).map(({ kind, createdAt }) => [kind, createdAt])).toEqual([
      ['quit', later],
      ['daily', now],
    ])
    expect(backupFileName('', now, 'daily')).toBe('tanxin-20261122-111504-daily.tanxin')
    expect(await listBackups(join(folder, 'none'))).toEqual([])
  })
})

describe('rotateBackups', () => {
  it('deletes only what this store signed and never the last verified one', async () => {
    const { store, dir } = await openedStore()
    const stranger = await openedStore()
    const folder = freshFolder()
    const at = (hour: number) => `2026-11-22T0${hour}:00:00.000Z`
    const oldest = join(folder, 'last-verified.tanxin')
    for (const hour of [2, 3, 4, 5]) {
      await backUp(store, join(folder, `own-${hour}.tanxin`), { now: at(hour) })
    }
    await backUp(stranger.store, join(folder, 'strange.tanxin'), { now: at(0) })
    await backUp(store, oldest, { now: at(1) })
    writeFileSync(join(folder, 'holiday.tanxin'), 'x')
    const { storeId, secrets } = store
    const gone = await rotateBackups({ dir, storeId, dek: secrets.dek, folder, now: at(6) })
    expect(gone).toEqual(['own-2.tanxin'])
    expect(readdirSync(folder).toSorted()).toEqual(
      ['holiday', 'last-verified', 'own-3', 'own-4', 'own-5', 'strange'].map((n) => `${n}.tanxin`),
    )
    expect(existsSync(oldest)).toBe(true)
  })
})

describe('backupsToDelete', () => {
  const day = 86_400_000
  const start = Date.parse('2026-11-22T04:00:00.000Z')
  const at = (ms: number) => ({ file: `${ms}`, createdAt: new Date(ms).toISOString() })

  it('keeps 3 of today, 14 days, 8 weeks and 12 months of a backup every six hours', () => {
    const files = Array.from({ length: 4 * 500 }, (_, n) => at(start - (n * day) / 4))
    const gone = new Set(backupsToDelete(files, new Date(start).toISOString()))
    const kept = files.filter((file) => !gone.has(file)).map((file) => localDateOf(file.createdAt))
    const days = Array.from({ length: 14 }, (_, n) => `2026-11-${String(21 - n).padStart(2, '0')}`)
    const sundays = ['2026-11-01', '2026-10-25', '2026-10-18', '2026-10-11', '2026-10-04']
    const monthEnds = ['10-31', '09-30', '08-31', '07-31', '06-30', '05-31', '04-30', '03-31']
    const months = [...monthEnds, '02-28', '01-31'].map((end) => `2026-${end}`)
    const today = ['2026-11-22', '2026-11-22', '2026-11-22']
    expect(kept.toSorted()).toEqual(
      [...today, ...days, ...sundays, ...months, '2025-12-31'].toSorted(),
    )
  })

  it('never deletes the newest, nor more when asked again', () => {
    const files = fc.uniqueArray(fc.integer({ min: -800, max: 30 }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(files, fc.nat(86_399), (days, second) => {
        const dated = days.map((n) => at(start + n * day + second * 1000))
        const gone = backupsToDelete(dated, new Date(start).toISOString())
        const newest = dated.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0]
        expect(gone).not.toContain(newest)
        const left = dated.filter((file) => !gone.includes(file))
        expect(backupsToDelete(left, new Date(start).toISOString())).toEqual([])
      }),
    )
  })
})
