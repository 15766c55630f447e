import { join } from 'node:path'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import type { Clock } from './clock.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { codeOf, StoreError } from './store-error.ts'
import { macOf, sameDigest } from './sub-keys.ts'

const minute = 60_000

/** @policy Wait after the n-th failure in a row; the last one repeats. */
const waitsMs = [0, 0, 0, 5000, 15_000, minute, 5 * minute, 15 * minute, 60 * minute]

/** Failures taken as given when the file was removed or edited. */
const failuresWhenAltered = 5

const triesSchema = z.strictObject({
  failures: z.int().min(0),
  /** Milliseconds since the machine started, at the last failure. */
  uptimeMs: z.number(),
  bootId: z.string().nullable(),
})
const fileSchema = z.strictObject({
  format: z.literal('tanxin-lock-out-v1'),
  users: z.record(z.string(), triesSchema),
  mac: z.string(),
})
type Tries = z.infer<typeof triesSchema>
type LockOutFile = z.infer<typeof fileSchema>

const everyone = '*'

/**
 * The file must be usable before anyone signed in, so its key comes from the store's public id: it
 * shows careless edits. Against someone who owns the disk only the cost of the key derivation helps.
 */
const keyOf = (storeId: string) => Buffer.from(`tanxin/lock-out/v1|${storeId}`, 'utf8')

const fileOf = (dir: string) => join(dir, 'lock-out.json')

const bodyMac = (storeId: string, { mac: _mac, ...body }: LockOutFile) =>
  macOf(keyOf(storeId), canonical(body))

const write = (dir: string, storeId: string, users: Record<string, Tries>) => {
  const body: LockOutFile = { format: 'tanxin-lock-out-v1', users, mac: '' }
  const file = { ...body, mac: bodyMac(storeId, body) }
  writeSmallFile(fileOf(dir), `${JSON.stringify(file)}\n`)
}

const parse = (text: string | undefined, storeId: string): LockOutFile | undefined => {
  try {
    const file = fileSchema.parse(JSON.parse(text ?? ''))
    return sameDigest(file.mac, bodyMac(storeId, file)) ? file : undefined
  } catch {
    return undefined
  }
}

const failed = (failures: number, clock: Clock): Tries => ({
  failures,
  uptimeMs: clock.uptimeMs(),
  bootId: clock.bootId() ?? null,
})

/**
 * Time that has certainly passed since a failure. The wall clock is not asked at all: after a
 * restart only the time since then counts, so neither setting the clock nor restarting helps.
 */
const elapsedMs = (tries: Tries, clock: Clock): number => {
  const uptimeMs = clock.uptimeMs()
  const sameBoot = (clock.bootId() ?? null) === tries.bootId && uptimeMs >= tries.uptimeMs
  return sameBoot ? uptimeMs - tries.uptimeMs : uptimeMs
}

const waitAfter = (failures: number) =>
  failures === 0 ? 0 : (waitsMs[Math.min(failures, waitsMs.length) - 1] ?? 0)

const remainingMs = (tries: Tries | undefined, clock: Clock): number =>
  tries ? Math.max(0, waitAfter(tries.failures) - elapsedMs(tries, clock)) : 0

export type LockOut = {
  /** Milliseconds until this user may try again. */
  waitMs(userId: string): number
  /**
   * Counts a try before it is made, so that ending the program in between does not save it.
   * @returns failures in a row, should this try fail too.
   * @throws StoreError `store.locked-out` with `failures` and `waitMs`; the try is then not counted.
   */
  begin(userId: string): number
  /** The try was right: the count starts again. */
  succeed(userId: string): void
}

/** First file of a new store; from then on a missing file is taken for a removed one. */
export const startLockOut = (dir: string, storeId: string) => write(dir, storeId, {})

export const openLockOut = (dir: string, storeId: string, clock: Clock): LockOut => {
  // A full disk must not keep people from their record; the cost of a guess stays.
  const note = (users: Record<string, Tries>) => {
    try {
      write(dir, storeId, users)
    } catch (error) {
      if (codeOf(error) !== 'ENOSPC') throw error
    }
  }
  const load = (): Record<string, Tries> => {
    const file = parse(readSmallFile(fileOf(dir)), storeId)
    if (file) return file.users
    const users = { [everyone]: failed(failuresWhenAltered, clock) }
    note(users)
    return users
  }
  const waitIn = (users: Record<string, Tries>, userId: string) =>
    Math.max(remainingMs(users[everyone], clock), remainingMs(users[userId], clock))
  return {
    waitMs: (userId) => waitIn(load(), userId),
    begin(userId) {
      const users = load()
      const waitMs = waitIn(users, userId)
      const failures = users[userId]?.failures ?? 0
      if (waitMs > 0) throw new StoreError('store.locked-out', { failures, waitMs })
      note({ ...users, [userId]: failed(failures + 1, clock) })
      return failures + 1
    },
    succeed(userId) {
      const { [userId]: _own, [everyone]: _all, ...others } = load()
      note(others)
    },
  }
}
