import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import {
  currentGeneration,
  pathsOf,
  startGeneration,
  sweepUnfinished,
} from '#db/store/generations.ts'
import type { Store } from '#db/store/opened-store.ts'
import {
  createStore,
  listSignInNames,
  signInWaitMs,
  storeExists,
  unlockStore,
  unlockWithRecoveryKey,
} from '#db/store/store.ts'
import {
  appendEntries,
  auditEntry,
  cheapCost,
  flipBit,
  freshFolder,
  newStore,
  openedStore,
  password,
  testClock,
  unlock,
} from './store-fixture.ts'

const operations = async (store: Store) => {
  const rows = await store.db.selectFrom('audit_log').select('operation').orderBy('seq').execute()
  return rows.map((row) => row.operation)
}

describe('createStore', () => {
  it('leaves a folder with pointer, generation, two key files, anchor and lock-out', async () => {
    const { dir } = await newStore()
    expect(readdirSync(dir).toSorted()).toEqual([
      'CURRENT',
      'anchor-gen-000001.json',
      'gen-000001',
      'lock-out.json',
    ])
    expect(readdirSync(join(dir, 'gen-000001')).toSorted()).toEqual([
      'case.db',
      'keys.bak.json',
      'keys.json',
    ])
  })

  it('runs the set-up in the new store and keeps nothing when it fails', async () => {
    const dir = join(freshFolder(), 'store')
    const failing = newStore({
      dir,
      setUp: async () => {
        throw new Error('set-up failed')
      },
    })
    await expect(failing).rejects.toThrow('set-up failed')
    expect(storeExists(dir)).toBe(false)
    const made = await newStore({
      dir,
      setUp: async (tx, user) => {
        const row = { id: user.userId, name: user.userName, role: 'head' as const, active: 1 }
        await tx
          .insertInto('users')
          .values({ ...row, created_at: '', updated_at: '' })
          .execute()
      },
    })
    const store = await unlock(made)
    expect(await store.db.selectFrom('users').select(['id', 'name']).execute()).toEqual([
      { id: made.userId, name: '林主任' },
    ])
  })

  it('refuses a folder that has a store', async () => {
    const { dir } = await newStore()
    await expect(newStore({ dir })).rejects.toMatchObject({ code: 'store.exists' })
  })

  it('writes no password, recovery key or data key anywhere', async () => {
    const { dir, store, recoveryKey } = await openedStore()
    const texts = [
      password,
      recoveryKey,
      recoveryKey.replaceAll('-', ''),
      store.secrets.dek.toString('hex'),
    ]
    const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => statSync(join(dir, name)).isFile())) {
      const bytes = readFileSync(join(dir, file))
      for (const text of texts) expect(bytes.includes(text), file).toBe(false)
      expect(bytes.includes(store.secrets.dek), file).toBe(false)
    }
  })
})

describe('unlockStore', () => {
  it('opens for the right password and names the user', async () => {
    const { store, userId } = await openedStore()
    expect(store.user).toEqual({ userId, userName: '林主任', role: 'head' })
    expect(store.alarm).toBeUndefined()
  })

  it('refuses a wrong password, counts it, and asks for a growing wait even with the right one', async () => {
    const clock = testClock()
    const made = await newStore({ clock })
    for (let n = 0; n < 4; n += 1) {
      await expect(unlock(made, 'falsch')).rejects.toMatchObject({
        code: 'store.wrong-password',
        details: { failures: n + 1, waitMs: n < 3 ? 0 : 5000 },
      })
    }
    expect(signInWaitMs(made.dir, made.userId, clock)).toBe(5000)
    await expect(unlock(made)).rejects.toMatchObject({
      code: 'store.locked-out',
      details: { failures: 4, waitMs: 5000 },
    })
    clock.setWall('2030-01-01T00:00:00.000Z')
    await expect(unlock(made)).rejects.toMatchObject({ code: 'store.locked-out' })
    clock.pass(5000)
    await unlock(made)
    expect(signInWaitMs(made.dir, made.userId, clock)).toBe(0)
  })

  it('names store and backup when it could not be brought to a newer version', async () => {
    const made = await newStore()
    const next = {
      id: migrations.length + 1,
      name: 'broken',
      up: () => {
        throw new Error('broken')
      },
    }
    const opening = unlockStore({ ...made, password, migrations: [...migrations, next] })
    await expect(opening).rejects.toMatchObject({
      code: 'store.migration-failed',
      details: {
        from: migrations.length,
        to: migrations.length + 1,
        store: join('gen-000001', 'case.db'),
        backup: join('backups', 'tanxin-20261122-111504-migration.tanxin'),
      },
    })
    expect(readdirSync(join(made.dir, 'backups'))).toEqual([
      'tanxin-20261122-111504-migration.tanxin',
    ])
    await unlock(made)
  })

  it('answers an unknown user as it answers a wrong password', async () => {
    const made = await newStore()
    await expect(unlock({ ...made, userId: 'nobody' })).rejects.toMatchObject({
      code: 'store.wrong-password',
    })
  })

  it('tells a damaged database from a wrong password and changes nothing', async () => {
    const made = await newStore()
    const { database } = pathsOf(made.dir, currentGeneration(made.dir))
    flipBit(database, 20)
    const before = readFileSync(database)
    await expect(unlock(made)).rejects.toMatchObject({
      code: 'store.damaged',
      details: { part: 'database' },
    })
    expect(readFileSync(database).equals(before)).toBe(true)
  })

  it('tells a missing store from a lost pointer', async () => {
    await expect(unlock({ dir: freshFolder(), userId: 'u' })).rejects.toMatchObject({
      code: 'store.not-found',
    })
    const made = await newStore()
    rmSync(join(made.dir, 'CURRENT'))
    await expect(unlock(made)).rejects.toMatchObject({
      code: 'store.damaged',
      details: { part: 'pointer' },
    })
    writeFileSync(join(made.dir, 'CURRENT'), '../elsewhere')
    await expect(unlock(made)).rejects.toMatchObject({ code: 'store.damaged' })
  })
})

describe('unlockWithRecoveryKey', () => {
  it('sets a new password and a new recovery key, and is audited', async () => {
    const made = await newStore()
    const { dir, clock, userId } = made
    const recover = (recoveryKey: string) =>
      unlockWithRecoveryKey({
        dir,
        clock,
        userId,
        recoveryKey,
        newPassword: '另一个口令',
        cost: cheapCost,
      })
    const { store, recoveryKey } = await recover(made.recoveryKey.toLowerCase().replaceAll('-', ''))
    expect(await operations(store)).toEqual(['store.created', 'store.recovered'])
    await store.close()
    await expect(unlock(made)).rejects.toMatchObject({ code: 'store.wrong-password' })
    await unlock(made, '另一个口令')
    await expect(recover(made.recoveryKey)).rejects.toMatchObject({
      code: 'store.wrong-recovery-key',
    })
    expect(recoveryKey).not.toBe(made.recoveryKey)
    await (await recover(recoveryKey)).store.close()
  })
})

describe('Store.keyring', () => {
  it('lets added users in and removed users not', async () => {
    const made = await openedStore()
    const { dir, clock, store } = made
    const mediator = { userId: 'u-mediator', userName: '陈调解', role: 'mediator' }
    await store.keyring.put(mediator, '调解员口令')
    expect(listSignInNames(dir)).toEqual([store.user, mediator])
    const theirs = await unlock({ dir, clock, userId: mediator.userId }, '调解员口令')
    expect(theirs.user).toEqual(mediator)
    store.keyring.remove(mediator.userId)
    expect(listSignInNames(dir)).toEqual([store.user])
    await expect(
      unlock({ dir, clock, userId: mediator.userId }, '调解员口令'),
    ).rejects.toMatchObject({
      code: 'store.wrong-password',
    })
  })

  it('changes a password for who knows the old one', async () => {
    const made = await openedStore()
    const { keyring } = made.store
    await expect(keyring.changePassword(made.userId, 'falsch', '新口令')).rejects.toMatchObject({
      code: 'store.wrong-password',
    })
    await keyring.changePassword(made.userId, password, '新口令')
    await unlock(made, '新口令')
  })
})

describe('Store.alarm', () => {
  it('says how many records are missing when an older database was put back', async () => {
    const made = await openedStore()
    const { dir, store } = made
    await appendEntries(store, 2)
    await store.close()
    const { database } = pathsOf(dir, 'gen-000001')
    copyFileSync(database, join(dir, 'older.db'))
    const again = await unlock(made)
    await appendEntries(again, 3)
    await again.close()
    copyFileSync(join(dir, 'older.db'), database)
    const back = await unlock(made)
    const alarm = { code: 'audit.records-missing', expectedSeq: 6, foundSeq: 3 }
    expect(back.alarm).toEqual(alarm)
    await appendEntries(back, 1)
    await back.close()
    const still = await unlock(made)
    expect(still.alarm, 'the alarm stays until someone has seen it').toEqual({
      ...alarm,
      foundSeq: 4,
    })
    still.acknowledgeAlarm({ id: made.userId, role: 'head' })
    expect(await operations(still)).toContain('store.alarmAcknowledged')
    await still.close()
    expect((await unlock(made)).alarm).toBeUndefined()
  })

  it('finds commits that were lost with the log file', async () => {
    const made = await openedStore()
    await appendEntries(made.store, 1)
    made.store.settle()
    await appendEntries(made.store, 4)
    const { database } = pathsOf(made.dir, 'gen-000001')
    copyFileSync(database, join(made.dir, 'main-only.db'))
    await made.store.close()
    copyFileSync(join(made.dir, 'main-only.db'), database)
    expect((await unlock(made)).alarm).toEqual({
      code: 'audit.records-missing',
      expectedSeq: 6,
      foundSeq: 2,
    })
  })

  it('tells a removed, an edited and a foreign chain', async () => {
    const made = await openedStore()
    await appendEntries(made.store, 3)
    await made.store.close()
    const anchor = join(made.dir, 'anchor-gen-000001.json')
    const sound = readFileSync(anchor, 'utf8')
    const alarmOnce = async () => {
      const store = await unlock(made)
      await store.close()
      return store.alarm?.code
    }
    rmSync(anchor)
    expect(await alarmOnce()).toBe('audit.anchor-missing')
    writeFileSync(anchor, sound.replace('"seq":4', '"seq":3'))
    expect(await alarmOnce()).toBe('audit.anchor-altered')
    writeFileSync(anchor, sound)
    expect(await alarmOnce()).toBeUndefined()
  })

  it('notices records rewritten by someone with the key', async () => {
    const made = await openedStore()
    await appendEntries(made.store, 3)
    made.store.settle()
    made.store.connection.exec(`DROP TRIGGER audit_log_refuse_update;
      UPDATE audit_log SET mac = replace(mac, substr(mac, 1, 1), 'f') WHERE seq = 4`)
    made.store.connection.close()
    expect((await unlock(made)).alarm).toEqual({ code: 'audit.chain-replaced', seq: 4 })
  })

  it('is renewed soon after a commit, and never with rows that are not committed', async () => {
    const { dir, store } = await openedStore()
    const anchored = () =>
      (JSON.parse(readFileSync(join(dir, 'anchor-gen-000001.json'), 'utf8')) as { seq: number }).seq
    const passed = (ms: number) => new Promise((resume) => setTimeout(resume, ms))
    await store.db.transaction().execute(async (tx) => {
      await appendEntriesIn(store, tx, 2)
      store.afterCommit()
      await passed(800)
      expect(anchored()).toBe(1)
    })
    await passed(800)
    expect(anchored()).toBe(3)
  })
})

const appendEntriesIn = async (
  store: Store,
  tx: Parameters<Store['appendAudit']>[0],
  count: number,
) => {
  for (let n = 0; n < count; n += 1) await store.appendAudit(tx, auditEntry(n))
}

describe('Store.close', () => {
  it('empties the log file and clears the keys', async () => {
    const { dir, store } = await openedStore()
    await appendEntries(store, 5)
    const { dek, keys } = store.secrets
    await store.close()
    expect(existsSync(join(dir, 'gen-000001', 'case.db-wal'))).toBe(false)
    expect([dek, ...Object.values(keys)].every((key) => key.every((byte) => byte === 0))).toBe(true)
  })
})

describe('startGeneration', () => {
  it('counts on from the last and replaces an unfinished build', async () => {
    const { dir } = await newStore()
    const first = startGeneration(dir)
    writeFileSync(join(first.paths.folder, 'left-over'), 'x')
    const second = startGeneration(dir)
    expect(second.name).toBe('gen-000002')
    expect(readdirSync(second.paths.folder)).toEqual([])
    expect(currentGeneration(dir)).toBe('gen-000001')
  })
})

describe('sweepUnfinished', () => {
  it('removes abandoned builds only, and only after hours', async () => {
    const { dir } = await newStore()
    startGeneration(dir)
    mkdirSync(join(dir, 'my.part'))
    sweepUnfinished(dir, new Date().toISOString())
    expect(existsSync(join(dir, 'gen-000002.part'))).toBe(true)
    sweepUnfinished(dir, new Date(Date.now() + 7 * 3_600_000).toISOString())
    expect(existsSync(join(dir, 'gen-000002.part'))).toBe(false)
    expect(existsSync(join(dir, 'my.part'))).toBe(true)
    expect(existsSync(join(dir, 'gen-000001'))).toBe(true)
  })
})

describe('createStore cost', () => {
  it('derives keys at the full cost unless told otherwise', async () => {
    const dir = join(freshFolder(), 'store')
    await createStore({ dir, userName: '林主任', role: 'head', password })
    const file = JSON.parse(readFileSync(join(dir, 'gen-000001', 'keys.json'), 'utf8')) as {
      keyslots: { slots: { kind: string; kdf: object }[] }
    }
    const slot = file.keyslots.slots.find(({ kind }) => kind === 'password')
    expect(slot?.kdf).toMatchObject({ alg: 'scrypt', N: 131072, r: 8, p: 1 })
  })
})
