import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { faultsOfRota, valueOfRota } from '#tests/support/rota-checker.ts'
import {
  families,
  instanceOf,
  lawyerOf,
  problemOf,
  shiftOf,
} from '#tests/support/rota-instances.ts'
import type { Outcome, Told } from '#tests/support/tanxin.ts'
import { solveRota } from '../../electron/rota/solve-rota.ts'

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 })

const tanxin = (args: readonly string[], stdin = ''): Promise<Outcome> =>
  new Promise((resolve) => {
    const { TANXIN_PASSPHRASE: _none, ...env } = process.env
    const child = spawn(process.execPath, [entry, ...args], { env })
    const outcome = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => (outcome.stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (outcome.stderr += part))
    child.on('close', (code) => resolve({ code: code ?? -1, ...outcome }))
    child.stdin.on('error', () => {})
    child.stdin.end(stdin)
  })

const firstFamily = families[0] ?? {
  name: '',
  lawyers: 0,
  days: 0,
  desks: 0,
  away: 0,
  firmSize: 1,
  perWeek: 1,
}
const month = instanceOf(firstFamily, 1)
type Given = { lawyer: string; shift: string; reason: { text: string } }
type Solved = {
  outcome: string
  proven: boolean
  gap: number
  assignments: Given[]
  objective: { total: number; parts: Record<string, number> }
}
const solved = async (input: unknown, ...args: string[]) => {
  const { code, stdout, stderr } = await tanxin(['rota', 'solve', ...args], JSON.stringify(input))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Solved
}

describe('tanxin rota solve', () => {
  it('answers with assignments, reasons, parts and proof, the same for the same seed', async () => {
    const [one, other] = [await solved(month, '--seed', '5'), await solved(month, '--seed', '5')]
    expect(one).toMatchObject({ outcome: 'solved', proven: true, gap: 0 })
    expect(other.assignments).toEqual(one.assignments)
    expect(faultsOfRota(month, one.assignments)).toEqual([])
    expect(valueOfRota(month, one.assignments)).toBe(one.objective.total)
    expect(one.assignments.every(({ reason }) => /^l\d+律师：.+。$/.test(reason.text))).toBe(true)
  })

  it('fills what is left out: house weights, the calendar held, no wishes', async () => {
    const answer = await solved({
      lawyers: [
        { id: 'a', name: '李明' },
        { id: 'b', name: '周敏' },
      ],
      desks: [{ id: 'd', name: '一号窗口' }],
      shifts: ['2026-09-30', '2026-10-01'].map((date) => ({
        id: date,
        date,
        half: 'morning',
        desk: 'd',
        demand: 1,
      })),
    })
    expect(answer.assignments.length).toBe(2)
    expect(answer.objective.parts).toMatchObject({
      fairTotal: 0,
      fairWeekends: 4,
      fairBeforeHolidays: 4,
    })
  })

  it('keeps all that is to be kept', async () => {
    const whole = await solved(month)
    const keep = whole.assignments
      .filter((_, index) => index % 3 > 0)
      .map(({ lawyer, shift }) => ({ lawyer, shift }))
    const again = await solved({ ...month, keep })
    const given = again.assignments.map(({ lawyer, shift }) => ({ lawyer, shift }))
    expect(given).toEqual(expect.arrayContaining(keep))
    expect(given.length).toBe(whole.assignments.length)
  })

  it('names the rules that clash, and takes them as relaxed', async () => {
    const problem = problemOf({
      lawyers: [lawyerOf('a', { name: '李明' })],
      shifts: [shiftOf('am', '2026-11-23', 'morning'), shiftOf('pm', '2026-11-23', 'afternoon')],
    })
    const refused = (await solved(problem)) as unknown as {
      outcome: string
      clash: { id: string; text: string }[]
      relax: string[]
    }
    expect(refused).toMatchObject({ outcome: 'infeasible', relax: ['twice:a'] })
    expect(refused.clash.map(({ text }) => text)).toContain('李明一天最多值一班')
    const mended = await solved({ ...problem, relaxed: refused.relax })
    expect(mended).toMatchObject({ outcome: 'solved', proven: true })
  })

  it.each([
    ['text that is no JSON', 'rota', '', 'notJson'],
    [
      'a date that is none',
      { ...month, shifts: [{ ...month.shifts[0], date: '2026-02-30' }] },
      'shifts.0.date',
      'custom',
    ],
    ['a key nobody knows', { ...month, colour: 'red' }, '', 'unrecognized_keys'],
    [
      'a desk that is not there',
      { ...month, desks: [{ id: 'x', name: '甲' }] },
      'shifts.0.desk',
      'unknownId',
    ],
    [
      'a pin of nobody',
      { ...month, pins: [{ lawyer: 'x', shift: month.shifts[0]?.id }] },
      'pins.0.lawyer',
      'unknownId',
    ],
    [
      'a kept duty of nobody',
      { ...month, keep: [{ lawyer: 'x', shift: month.shifts[0]?.id }] },
      'keep.0.lawyer',
      'unknownId',
    ],
    ['a rule that is none', { ...month, relaxed: ['rest:x'] }, 'relaxed.0', 'unknownId'],
    [
      'two people with one id',
      { ...month, lawyers: [...month.lawyers, month.lawyers[0]] },
      'lawyers.6.id',
      'duplicate',
    ],
  ])('refuses %s, and says where', async (_what, input, path, code) => {
    const given = typeof input === 'string' ? input : JSON.stringify(input)
    const { code: exit, stdout, stderr } = await tanxin(['rota', 'solve'], given)
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' })
    const error = JSON.parse(stderr) as Told
    expect(error.code).toBe('input.invalid')
    expect(error.errors).toContainEqual(expect.objectContaining({ path, code }))
  })

  it('refuses another verb than solve', async () => {
    expect((await tanxin(['rota'])).code).toBe(2)
    expect((await tanxin(['rota', 'solve', '--seed', 'x'])).code).toBe(2)
  })
})

describe('tanxin schema rota', () => {
  it('tells the shape of what solve reads', async () => {
    const { stdout } = await tanxin(['schema', 'rota'])
    const { required, properties } = JSON.parse(stdout) as {
      required: string[]
      properties: Record<string, unknown>
    }
    expect(required).toEqual(['lawyers', 'desks', 'shifts'])
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(['keep', 'relaxed', 'weights']))
  })
})

describe('solveRota', () => {
  const large = families.find(({ name }) => name === '60 x 27 x 4') ?? firstFamily
  const problem = instanceOf(large, 1)

  it('leaves its caller free, tells how far it is, and solves', async () => {
    let beats = 0
    const heart = setInterval(() => (beats += 1), 20)
    const told: number[] = []
    const answer = await solveRota(problem, {
      seed: 1,
      seconds: 60,
      onProgress: ({ seconds }) => told.push(seconds),
    })
    clearInterval(heart)
    expect(answer).toMatchObject({ outcome: 'solved', proven: true })
    expect(beats).toBeGreaterThan(10)
    expect(told.length).toBeGreaterThan(0)
    expect(told.toSorted((a, b) => a - b)).toEqual(told)
  })

  it('ends soon when it is called off, without an answer or with a lawful one', async () => {
    const called = new AbortController()
    const begun = performance.now()
    setTimeout(() => called.abort(), 500)
    const answer = await solveRota(problem, { seed: 1, seconds: 60, signal: called.signal })
    expect(performance.now() - begun).toBeLessThan(30_000)
    if (answer.outcome === 'solved') expect(faultsOfRota(problem, answer.assignments)).toEqual([])
    else expect(answer).toMatchObject({ outcome: 'unknown', cancelled: true })
  })

  it('ends when its time is over', async () => {
    const answer = await solveRota(instanceOf(large, 2), { seed: 1, seconds: 0.05 })
    expect(['unknown', 'solved']).toContain(answer.outcome)
    if (answer.outcome === 'solved') expect(answer.proven).toBe(answer.gap === 0)
  })
})
