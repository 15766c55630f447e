import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { SingleCalcName } from '#db/domain/labour/calculators.ts'
import { openCentre, type StaffedCentre } from '#tests/support/centre.ts'
import { sound } from '#tests/support/labour-calc.ts'

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const calc = (name: string, input: unknown): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { TANXIN_PASSPHRASE: _none, ...env } = process.env
    const child = spawn(process.execPath, [entry, 'calc', name], { env })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (part: string) => (stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part))
    child.on('close', (code) =>
      code === 0 ? resolve(JSON.parse(stdout)) : reject(new Error(`${code}: ${stderr}`)),
    )
    child.stdin.end(JSON.stringify(input))
  })

let centre: StaffedCentre
beforeAll(async () => {
  centre = await openCentre()
})
afterAll(() => centre.close())

describe('window and command line', () => {
  it.each(Object.keys(sound) as SingleCalcName[])('reckon %s alike', async (name) => {
    const input = { ...sound[name] } as Record<string, unknown>
    const outcome = await centre.as.mediator.calculations.run({ name, input })
    expect(outcome).toEqual({ ok: true, result: await calc(name, input) })
  })

  it('add up a claim sheet alike', async () => {
    const items = [
      { calculator: 'severance', input: sound.severance },
      { calculator: 'injury-disability', input: sound['injury-disability'] },
    ]
    const input = { claimant: 'worker', items, agreedFen: 5_800_000 }
    const outcome = await centre.as.mediator.calculations.run({ name: 'claim-sheet', input })
    expect(outcome).toEqual({ ok: true, result: await calc('claim-sheet', input) })
  })
})
