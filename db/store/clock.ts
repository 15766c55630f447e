import { readFileSync } from 'node:fs'
import { uptime } from 'node:os'

/** The three things a store asks of time, passed in so that tests can turn them. */
export type Clock = {
  /** UTC instant with milliseconds. */
  now(): string
  /** Milliseconds since the machine started; no clock setting moves it. */
  uptimeMs(): number
  /** Differs after each start of the machine; undefined where the system does not tell. */
  bootId(): string | undefined
}

const bootIdFile = '/proc/sys/kernel/random/boot_id'

const readBootId = (): string | undefined => {
  try {
    return readFileSync(bootIdFile, 'utf8').trim()
  } catch {
    return undefined
  }
}

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  uptimeMs: () => Math.floor(uptime() * 1000),
  bootId: readBootId,
}

/** A clock set forward by the seconds that stand in a file, for trials: a missing or empty file sets nothing. */
export const shiftedClock = (file: string): Clock => ({
  ...systemClock,
  now: () => new Date(Date.now() + shiftMs(file)).toISOString(),
})

function shiftMs(file: string): number {
  try {
    const seconds = Number(readFileSync(file, 'utf8').trim())
    return Number.isFinite(seconds) ? seconds * 1000 : 0
  } catch {
    return 0
  }
}
