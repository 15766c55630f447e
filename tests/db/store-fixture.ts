import { randomBytes } from 'node:crypto'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AuditEntry } from '#db/audit.ts'
import type { Clock } from '#db/store/clock.ts'
import type { KdfCost } from '#db/store/keyslots.ts'
import type { Store } from '#db/store/opened-store.ts'
import { createStore, unlockStore, type CreateStoreOptions } from '#db/store/store.ts'

/** The least that the format allows, so that a test does not wait. */
export const cheapCost: KdfCost = { N: 1024, r: 1, p: 1 }

export const password = '正确的口令-correct'

export const freshFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tanxin-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type TestClock = Clock & {
  /** Time passes. */
  pass(ms: number): void
  /** Someone sets the wall clock. */
  setWall(iso: string): void
  /** The machine restarts and has been up for `ms`. */
  restart(ms: number): void
}

export const testClock = (start = '2026-11-22T03:15:04.123Z'): TestClock => {
  let wall = Date.parse(start)
  let uptime = 3_600_000
  let boot = 1
  return {
    now: () => new Date(wall).toISOString(),
    uptimeMs: () => uptime,
    bootId: () => `boot-${boot}`,
    pass(ms) {
      wall += ms
      uptime += ms
    },
    setWall(iso) {
      wall = Date.parse(iso)
    },
    restart(ms) {
      boot += 1
      uptime = ms
    },
  }
}

export const newStore = async (options: Partial<CreateStoreOptions> = {}) => {
  const dir = options.dir ?? join(freshFolder(), 'store')
  const clock = options.clock ?? testClock()
  const created = await createStore({
    dir,
    clock,
    userName: '林主任',
    role: 'head',
    password,
    cost: cheapCost,
    ...options,
  })
  return { dir, clock, ...created }
}

export const openedStore = async (options: Partial<CreateStoreOptions> = {}) => {
  const made = await newStore(options)
  const store = await unlock(made)
  return { ...made, store }
}

export const unlock = async (
  made: { dir: string; userId: string; clock?: Clock },
  typed = password,
): Promise<Store> => {
  const { dir, userId, clock = testClock() } = made
  const store = await unlockStore({ dir, userId, password: typed, clock, cost: cheapCost })
  onTestFinished(() => store.close())
  return store
}

export const auditEntry = (n: number): AuditEntry => ({
  at: '2026-11-22T03:15:04.123Z',
  actorId: 'actor-1',
  actorRole: 'mediator',
  operation: 'cases.register',
  objectKind: 'case',
  objectId: `case-${n}`,
  result: 'done',
})

export const appendEntries = async (store: Store, count: number) => {
  for (let n = 1; n <= count; n += 1) {
    await store.db.transaction().execute((tx) => store.appendAudit(tx, auditEntry(n)))
  }
}

/** Turns one bit of a closed file. */
export const flipBit = (file: string, position: number, bit = 0) => {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, position)
  byte[0] = (byte[0] ?? 0) ^ (1 << bit)
  writeSync(handle, byte, 0, 1, position)
  closeSync(handle)
}

export const newDek = () => randomBytes(32)
