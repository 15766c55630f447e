import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { auditHead, verifyAudit } from '#db/audit.ts'
import { writeBackup } from '#db/backup.ts'
import { previewBackup, restoreBackup, type RestoreOptions } from '#db/restore.ts'
import { unlockWithRecoveryKey } from '#db/store/store.ts'
import { countRows } from '#db/verify.ts'
import {
  appendEntries,
  cheapCost,
  flipBit,
  freshFolder,
  openedStore,
  password,
  testClock,
  unlock,
} from './store-fixture.ts'

const backedUp = async () => {
  const made = await openedStore()
  const { store, dir, userId } = made
  await store.db
    .insertInto('users')
    .values({ id: userId, name: '林主任', role: 'head', active: 1, created_at: '', updated_at: '' })
    .execute()
  await appendEntries(store, 5)
  const counts = countRows(store.connection)
  const head = auditHead(store.connection)
  const file = join(freshFolder(), 'one.tanxin')
  await writeBackup({
    dir,
    generation: store.generation,
    dek: store.secrets.dek,
    target: file,
    appVersion: '0.1.0',
    kind: 'manual',
    now: '2026-11-22T03:15:04.123Z',
  })
  return { ...made, file, counts, head }
}

const restore = (
  made: { file: string; userId: string },
  dir: string,
  more: Partial<RestoreOptions> = {},
) =>
  restoreBackup({
    file: made.file,
    dir,
    secret: { kind: 'password', userId: made.userId, password },
    clock: testClock(),
    ...more,
  })

describe('previewBackup', () => {
  it('tells date, rows and people before any key', async () => {
    const made = await backedUp()
    const preview = await previewBackup(made.file)
    expect(preview).toMatchObject({ createdAt: '2026-11-22T03:15:04.123Z', counts: made.counts })
    expect(preview.people).toEqual([made.store.user])
    await expect(previewBackup('/nowhere/x.tanxin')).rejects.toMatchObject({
      code: 'backup.not-found',
    })
  })
})

describe('restoreBackup', () => {
  it('brings the same rows to an empty folder, and its audit chain goes on', async () => {
    const made = await backedUp()
    const dir = join(freshFolder(), 'new', 'store')
    const restored = await restore(made, dir)
    expect(restored).toEqual({
      storeId: made.storeId,
      generation: 'gen-000001',
      previousGeneration: undefined,
      counts: made.counts,
    })
    const store = await unlock({ dir, userId: made.userId })
    expect(store.alarm).toBeUndefined()
    expect(countRows(store.connection)).toEqual({
      ...made.counts,
      audit_log: (made.counts['audit_log'] ?? 0) + 1,
    })
    const report = await verifyAudit(store.connection, store.secrets.keys['audit-mac'])
    expect(report.firstBad).toBeUndefined()
    const last = store.connection.get('SELECT * FROM audit_log ORDER BY seq DESC LIMIT 1')
    expect(last).toMatchObject({
      operation: 'store.restored',
      actor_id: made.userId,
      actor_role: 'head',
      prev: made.head.head,
      result: `from ${made.head.seq}:${made.head.head.slice(0, 20)} over none`,
    })
  })

  it('keeps the state before it as a generation, and writes down both ends of the chain', async () => {
    const made = await backedUp()
    await appendEntries(made.store, 7)
    const later = auditHead(made.store.connection)
    await made.store.close()
    const before = readFileSync(join(made.dir, 'gen-000001', 'case.db'))
    const restored = await restore(made, made.dir)
    expect(restored).toMatchObject({ generation: 'gen-000002', previousGeneration: 'gen-000001' })
    expect(readFileSync(join(made.dir, 'gen-000001', 'case.db')).equals(before)).toBe(true)
    const store = await unlock(made)
    const last = store.connection.get('SELECT seq, result FROM audit_log ORDER BY seq DESC LIMIT 1')
    expect(last).toEqual({
      seq: made.head.seq + 1,
      result: `from ${made.head.seq}:${made.head.head.slice(0, 20)} over ${later.seq}:${later.head.slice(0, 20)}`,
    })
  })

  it('opens with the recovery key of the time of the backup', async () => {
    const made = await backedUp()
    const dir = join(freshFolder(), 'store')
    const secret = { kind: 'recoveryKey', recoveryKey: made.recoveryKey } as const
    await restore(made, dir, { secret })
    const { userId, recoveryKey } = made
    const recovered = await unlockWithRecoveryKey({
      dir,
      userId,
      recoveryKey,
      newPassword: '新的口令',
      cost: cheapCost,
      clock: testClock(),
    })
    await recovered.store.close()
  })

  it('refuses a wrong password and counts it as at sign-in', async () => {
    const made = await backedUp()
    await made.store.close()
    const clock = testClock()
    const secret = { kind: 'password', userId: made.userId, password: 'falsch' } as const
    for (let n = 0; n < 4; n += 1) {
      await expect(restore(made, made.dir, { secret, clock })).rejects.toMatchObject({
        code: 'store.wrong-password',
      })
    }
    await expect(restore(made, made.dir, { clock })).rejects.toMatchObject({
      code: 'store.locked-out',
    })
    expect(readdirSync(made.dir).filter((name) => name.startsWith('gen-'))).toEqual(['gen-000001'])
  })

  it('refuses a tampered backup and leaves the folder as it was', async () => {
    const made = await backedUp()
    const sound = readFileSync(made.file)
    const dir = join(freshFolder(), 'store')
    flipBit(made.file, sound.length - 3000)
    await expect(restore(made, dir)).rejects.toMatchObject({
      code: 'backup.unreadable',
      details: { reason: 'checksum' },
    })
    const text = sound.toString('latin1').replace('"appVersion":"0.1.0"', '"appVersion":"0.1.1"')
    writeFileSync(made.file, text, 'latin1')
    await expect(restore(made, dir)).rejects.toMatchObject({
      code: 'backup.unreadable',
      details: { reason: 'manifest' },
    })
    expect(readdirSync(dir)).toEqual([])
  })

  it('refuses while the store is open', async () => {
    const made = await backedUp()
    await expect(restore(made, made.dir)).rejects.toMatchObject({ code: 'store.in-use' })
    await made.store.close()
    await restore(made, made.dir)
  })

  it('refuses a backup of another store unless told so', async () => {
    const made = await backedUp()
    const other = await openedStore()
    await other.store.close()
    await expect(restore(made, other.dir)).rejects.toMatchObject({ code: 'backup.other-store' })
    await restore(made, other.dir, { replaceOtherStore: true })
    await unlock({ dir: other.dir, userId: made.userId })
  })

  it('refuses a backup of a newer program', async () => {
    const made = await backedUp()
    await expect(restore(made, freshFolder(), { knownVersion: 0 })).rejects.toMatchObject({
      code: 'store.newer-schema',
    })
  })

  it('repairs a store that no longer opens', async () => {
    const made = await backedUp()
    await made.store.close()
    for (const harm of [
      () => flipBit(join(made.dir, 'gen-000001', 'case.db'), 30),
      () => rmSync(join(made.dir, 'CURRENT')),
      () => {
        for (const name of ['keys.json', 'keys.bak.json']) {
          writeFileSync(join(made.dir, 'gen-000001', name), '')
        }
      },
    ]) {
      harm()
      await restore(made, made.dir)
      const store = await unlock(made)
      expect(store.alarm).toBeUndefined()
      await store.close()
    }
  })

  it('is not undone by a log file that lay beside the old database', async () => {
    const made = await backedUp()
    const log = join(made.dir, 'gen-000001', 'case.db-wal')
    await appendEntries(made.store, 9)
    const wal = readFileSync(log)
    await made.store.close()
    writeFileSync(log, wal)
    await restore(made, made.dir)
    const store = await unlock(made)
    expect(auditHead(store.connection).seq).toBe(made.head.seq + 1)
  })
})
