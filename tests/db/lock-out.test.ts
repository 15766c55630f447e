import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLockOut, startLockOut, type LockOut } from '#db/store/lock-out.ts'
import { freshFolder, testClock, type TestClock } from './store-fixture.ts'

const storeId = '3d594650-3436-4c53-8d4e-5e1f4ac9c0d3'

const fresh = () => {
  const dir = freshFolder()
  startLockOut(dir, storeId)
  const clock = testClock()
  return { dir, clock, lockOut: openLockOut(dir, storeId, clock) }
}

/** Fails `count` times in a row, waiting as long as asked before each try. */
const failTimes = (lockOut: LockOut, clock: TestClock, count: number) => {
  for (let n = 0; n < count; n += 1) {
    clock.pass(lockOut.waitMs('u'))
    lockOut.begin('u')
  }
}

describe('openLockOut', () => {
  it('asks for a longer wait after each failure', () => {
    const { clock, lockOut } = fresh()
    const waits = Array.from({ length: 11 }, () => {
      failTimes(lockOut, clock, 1)
      return lockOut.waitMs('u') / 1000
    })
    expect(waits).toEqual([0, 0, 0, 5, 15, 60, 300, 900, 3600, 3600, 3600])
  })

  it('refuses a try during the wait and does not count it', () => {
    const { clock, lockOut } = fresh()
    failTimes(lockOut, clock, 4)
    clock.pass(4999)
    expect(() => lockOut.begin('u')).toThrow(
      expect.objectContaining({ code: 'store.locked-out', details: { failures: 4, waitMs: 1 } }),
    )
    clock.pass(1)
    expect(lockOut.waitMs('u')).toBe(0)
    expect(lockOut.begin('u')).toBe(5)
    expect(lockOut.waitMs('u')).toBe(15_000)
  })

  it('counts each user alone and starts again after a right password', () => {
    const { clock, lockOut } = fresh()
    failTimes(lockOut, clock, 6)
    expect(lockOut.waitMs('v')).toBe(0)
    lockOut.succeed('u')
    expect(lockOut.waitMs('u')).toBe(0)
    failTimes(lockOut, clock, 3)
    expect(lockOut.waitMs('u')).toBe(0)
  })

  it('is not shortened by setting the clock, in either direction', () => {
    const { clock, lockOut } = fresh()
    failTimes(lockOut, clock, 7)
    clock.setWall('2031-01-01T00:00:00.000Z')
    expect(lockOut.waitMs('u')).toBe(300_000)
    clock.setWall('2001-01-01T00:00:00.000Z')
    expect(lockOut.waitMs('u')).toBe(300_000)
  })

  it('is not shortened by a new process or a restart with the clock ahead', () => {
    const { dir, clock, lockOut } = fresh()
    failTimes(lockOut, clock, 7)
    clock.setWall('2031-01-01T00:00:00.000Z')
    clock.restart(20_000)
    const again = openLockOut(dir, storeId, clock)
    expect(again.waitMs('u')).toBe(280_000)
    clock.pass(280_000)
    expect(again.waitMs('u')).toBe(0)
  })

  it('counts only time since the start where the system has no boot id', () => {
    const { dir, clock } = fresh()
    const nameless = { ...clock, bootId: () => undefined }
    const lockOut = openLockOut(dir, storeId, nameless)
    failTimes(lockOut, clock, 7)
    clock.restart(1000)
    expect(lockOut.waitMs('u')).toBe(299_000)
  })

  it('makes everyone wait when its file is removed, edited, or of another store', () => {
    for (const harm of [
      (file: string) => rmSync(file),
      (file: string) =>
        writeFileSync(file, readFileSync(file, 'utf8').replace('"failures":4', '"failures":0')),
      (file: string) => writeFileSync(file, '{'),
    ]) {
      const { dir, clock, lockOut } = fresh()
      failTimes(lockOut, clock, 4)
      harm(join(dir, 'lock-out.json'))
      expect(lockOut.waitMs('u')).toBe(15_000)
      expect(lockOut.waitMs('someone else')).toBe(15_000)
      clock.pass(15_000)
      expect(lockOut.waitMs('u')).toBe(0)
    }
  })
})
