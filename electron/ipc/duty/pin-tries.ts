import { join } from 'node:path'
import { z } from 'zod'
import { DomainError } from '#db/domain/errors.ts'
import type { Clock } from '#db/store/clock.ts'
import { readSmallFile, writeSmallFile } from '#db/store/small-file.ts'
import { codeOf } from '#db/store/store-error.ts'

const minute = 60_000

/** @policy Wait after the n-th wrong PIN in a row; the last one repeats. */
const waitsMs = [0, 0, 0, 0, minute / 2, minute, 5 * minute, 15 * minute]

const triesSchema = z.record(
  z.string(),
  z.object({ failures: z.int().min(1), uptimeMs: z.number(), bootId: z.string().nullable() }),
)
type AllTries = z.infer<typeof triesSchema>

const triesFile = (dir: string) => join(dir, 'duty-tries.json')

/** What a full disk did not take: it counts as long as the program runs. */
const unwritten = new Map<string, AllTries>()

const read = (dir: string): AllTries => {
  const kept = unwritten.get(dir)
  if (kept) return kept
  try {
    return triesSchema.parse(JSON.parse(readSmallFile(triesFile(dir)) ?? '{}'))
  } catch {
    return {}
  }
}

const note = (dir: string, tries: AllTries) => {
  try {
    writeSmallFile(triesFile(dir), `${JSON.stringify(tries)}\n`)
    unwritten.delete(dir)
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error
    unwritten.set(dir, tries)
  }
}

/** Time that has certainly passed: neither setting the clock nor restarting shortens a wait. */
const elapsedMs = ({ uptimeMs, bootId }: AllTries[string], clock: Clock): number => {
  const up = clock.uptimeMs()
  return (clock.bootId() ?? null) === bootId && up >= uptimeMs ? up - uptimeMs : up
}

/**
 * Checks somebody's PIN, counting the try before it is made, so that ending the program in between does not save it.
 * @throws DomainError duties.pinLocked with `waitSeconds`; duties.wrongPin
 */
export async function tryPin(
  { dir, clock }: { dir: string; clock: Clock },
  lawyerId: string,
  check: () => Promise<boolean>,
): Promise<void> {
  const tries = read(dir)
  const before = tries[lawyerId]
  const failures = before?.failures ?? 0
  const wait = failures === 0 ? 0 : (waitsMs[Math.min(failures, waitsMs.length) - 1] ?? 0)
  const leftMs = before ? wait - elapsedMs(before, clock) : 0
  if (leftMs > 0)
    throw new DomainError('duties.pinLocked', { waitSeconds: Math.ceil(leftMs / 1000) })
  const failed = {
    failures: failures + 1,
    uptimeMs: clock.uptimeMs(),
    bootId: clock.bootId() ?? null,
  }
  note(dir, { ...tries, [lawyerId]: failed })
  if (!(await check())) throw new DomainError('duties.wrongPin')
  const { [lawyerId]: _own, ...others } = read(dir)
  note(dir, others)
}
