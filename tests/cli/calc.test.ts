import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { calcNames } from '#db/domain/labour/calc-names.ts'
import type { SingleCalcName } from '#db/domain/labour/calculators.ts'
import { resultOf, sound } from '#tests/support/labour-calc.ts'
import { answered, refused, type Outcome } from '#tests/support/tanxin.ts'
import { calcInputSchema, calcInputs } from '#contract/calc-inputs.ts'

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** The command line with a text on stdin, and no passphrase anywhere. */
const calc = (name: string, stdin: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const { TANXIN_PASSPHRASE: _none, ...env } = process.env
    const child = spawn(process.execPath, [entry, 'calc', name], { env })
    const outcome = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => (outcome.stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (outcome.stderr += part))
    child.on('close', (code) => resolve({ code: code ?? -1, ...outcome }))
    child.stdin.end(stdin)
  })

const names = Object.keys(sound) as SingleCalcName[]

describe('tanxin calc', () => {
  it('answers the reckoning of the JSON on stdin, without a store', async () => {
    const { code, stdout, stderr } = await calc('severance', JSON.stringify(sound.severance))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual(resultOf('severance', sound.severance))
  })

  it('adds up a claim sheet with the reckoning of each item', async () => {
    const items = [
      { calculator: 'severance', input: sound.severance },
      { calculator: 'overtime', input: sound.overtime },
    ]
    const { stdout } = await calc('claim-sheet', JSON.stringify({ claimant: 'worker', items }))
    expect(JSON.parse(stdout)).toMatchObject({
      amountFen: 4_293_000,
      items: [{ amountFen: 4_080_000 }, { amountFen: 213_000 }],
    })
  })

  it('refuses an input that leaves open what is needed, and names it', async () => {
    const { startOn: _start, ...open } = sound.severance
    const { code, stdout, stderr } = await calc('severance', JSON.stringify(open))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(JSON.parse(stderr)).toMatchObject({
      code: 'input.invalid',
      errors: [{ path: 'startOn' }],
    })
  })

  it('has no figure where the law asks for one that is not there, and says in words which', async () => {
    const { baseFen: _base, ...open } = sound.severance
    const { code, stdout, stderr } = await calc('severance', JSON.stringify(open))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(JSON.parse(stderr)).toEqual({
      code: 'calc.noFigure',
      errors: [
        { path: 'baseFen', code: 'missing', message: '缺少离职前十二个月平均工资，算不出数。' },
      ],
    })
  })

  it('refuses what is no JSON', async () => {
    for (const text of ['', 'six months', '[1']) {
      const { code, stderr } = await calc('arrears', text)
      expect({ code, error: JSON.parse(stderr) as unknown }).toEqual({
        code: 1,
        error: { code: 'input.invalid', errors: [{ path: '', code: 'notJson' }] },
      })
    }
  })

  it('lists its names when called without one, and refuses another with exit code 2', async () => {
    const list = (await answered(['calc'])) as unknown as { name: string; title: string }[]
    expect(list.map(({ name }) => name)).toEqual(calcNames)
    expect(await refused(['calc', 'pension'])).toMatchObject({ exit: 2 })
    expect(await refused(['calc', 'severance', 'overtime'])).toMatchObject({ exit: 2 })
  })
})

describe('tanxin schema calc', () => {
  it('is the schema of the calculator that is named', async () => {
    expect(await answered(['schema', 'calc', 'overtime'])).toEqual(
      JSON.parse(JSON.stringify(calcInputSchema('overtime'))),
    )
    expect(await refused(['schema', 'calc'])).toMatchObject({ exit: 2 })
    expect(await refused(['schema', 'calc', 'pension'])).toMatchObject({ exit: 2 })
  })
})

describe('calcInputs', () => {
  it('has one schema for each calculator', () => {
    expect(Object.keys(calcInputs)).toEqual(calcNames)
  })

  it.each(names)('of %s takes the vector, and so does its JSON schema', (name) => {
    expect(calcInputs[name].safeParse(sound[name])).toMatchObject({ success: true })
    const schema = z.fromJSONSchema(
      JSON.parse(JSON.stringify(calcInputSchema(name))) as Parameters<typeof z.fromJSONSchema>[0],
    )
    const plain = JSON.parse(JSON.stringify(sound[name])) as object
    expect(schema.safeParse(plain).success).toBe(true)
    expect(schema.safeParse({ ...plain, more: 1 }).success).toBe(false)
  })

  it.each(names)(
    'of %s refuses unknown fields, words for numbers and days that are none',
    (name) => {
      const refuses = (change: object) =>
        !calcInputs[name].safeParse({ ...sound[name], ...change }).success
      expect(refuses({ more: 1 })).toBe(true)
      for (const [field, value] of Object.entries(sound[name])) {
        if (typeof value === 'number') {
          expect(refuses({ [field]: '12' }), field).toBe(true)
          expect(refuses({ [field]: -1 }), field).toBe(true)
        }
        if (field.endsWith('Fen')) expect(refuses({ [field]: 0.5 }), field).toBe(true)
        if (field.endsWith('On')) expect(refuses({ [field]: '2026-02-30' }), field).toBe(true)
        if (Array.isArray(value)) expect(refuses({ [field]: [] }), field).toBe(true)
      }
    },
  )
})
