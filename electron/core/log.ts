import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#ipc/core.ts'

const fileSize = 5 * 1024 * 1024
const files = 10

/** The innermost frame without its folder; never a line of the message, which may quote case text. */
export const placeOf = (error: Error): string =>
  (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .find((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    ?.trim()
    .replace(/\S*\/(?=[^/]+:\d+:\d+)/, '') ?? ''

/** Lines of JSON with codes, ids and numbers; whoever logs passes no names, texts or paths. A ring of ten files. */
export function openLog(folder: string): Log {
  const at = (n: number) => join(folder, n === 0 ? 'tanxin.log' : `tanxin.${n}.log`)
  return (level, code, fields = {}) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      if (existsSync(at(0)) && statSync(at(0)).size > fileSize)
        for (let n = files - 2; n >= 0; n -= 1) if (existsSync(at(n))) renameSync(at(n), at(n + 1))
      appendFileSync(
        at(0),
        `${JSON.stringify({ at: new Date().toISOString(), level, code, ...fields })}\n`,
        { mode: 0o600 },
      )
    } catch {
      // A full disk must not stop the work that is being logged.
    }
  }
}
