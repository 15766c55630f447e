import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Outcome, Told } from '#tests/support/tanxin.ts'

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** The command line with a text on stdin, and no passphrase anywhere. */
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

const counted = async (input: unknown) => {
  const { code, stdout, stderr } = await tanxin(['deadline'], JSON.stringify(input))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout) as Record<string, unknown>
}

const refused = async (input: unknown) => {
  const given = typeof input === 'string' ? input : JSON.stringify(input)
  const { code, stdout, stderr } = await tanxin(['deadline'], given)
  expect(stdout).toBe('')
  return { exit: code, error: JSON.parse(stderr) as Told }
}

describe('tanxin deadline', () => {
  it.each([
    ['E1', '2026-11-22', '2026-12-22', '2026-12-22', '2026-12-22', true],
    ['E1', '2026-09-01', '2026-10-01', '2026-10-08', '2026-09-30', true],
    ['F1', '2026-11-20', '2026-12-05', '2026-12-07', '2026-12-04', false],
    ['C3', '2026-11-22', '2026-12-07', '2026-12-07', '2026-12-07', true],
    ['G1', '2025-12-01', '2026-12-01', '2026-12-01', '2026-12-01', true],
    ['F14.employer', '2026-11-22', '2026-12-22', '2026-12-22', '2026-12-22', true],
  ])('counts %s from %s', async (rule, base, raw, rolled, remindOn, verified) => {
    const answer = await counted({ rule, base })
    expect(answer).toMatchObject({ rule, base, raw, rolled, remindOn, verified })
    expect(answer).toMatchObject({ needsCalendar: false, source: expect.stringContaining('《') })
    expect(answer.lines).toContainEqual({ text: expect.stringContaining('最后一日为'), date: raw })
  })

  it.each([
    ['F14.worker', '2026-11-22', '2027-11-22', 2027],
    ['E11', '2026-12-31', '2028-12-31', 2028],
  ])(
    'leaves the rolled day of %s open for a year without a table',
    async (rule, base, raw, year) => {
      expect(await counted({ rule, base })).toMatchObject({
        raw,
        rolled: null,
        needsCalendar: true,
        missingYears: [year],
      })
    },
  )

  it('takes region, pause, extension and a day set by a person, and shows each step', async () => {
    const answer = await counted({
      rule: 'C5',
      region: '330502',
      base: '2026-09-01',
      pauses: [{ from: '2026-09-10', to: '2026-09-19', reason: 'appraisal' }],
      extensions: [{ by: { unit: 'day', count: 15 }, consents: ['applicant', 'respondent'] }],
      override: { date: '2026-10-23', reason: '法院来函' },
    })
    expect(answer).toMatchObject({
      raw: '2026-10-26',
      rolled: '2026-10-26',
      dueOn: '2026-10-23',
      remindOn: '2026-10-23',
      pausedDays: 10,
      override: { date: '2026-10-23', reason: '法院来函' },
    })
    const dates = (answer.lines as { date?: string }[]).map(({ date }) => date).filter(Boolean)
    expect(dates).toEqual(['2026-09-01', '2026-10-01', '2026-10-11', '2026-10-26', '2026-10-23'])
  })

  it('takes the law of the day and of the region', async () => {
    expect(await counted({ rule: 'C3', base: '2026-11-22', region: '330502' })).toMatchObject({
      region: '330000',
      source: expect.stringContaining('浙江省'),
    })
    expect(await counted({ rule: 'E1', base: '2022-05-01' })).toMatchObject({
      verified: false,
      validTo: '2023-12-31',
    })
  })

  it('refuses with a permanent code what the law does not allow or the tables do not have', async () => {
    const by = { unit: 'day', count: 5 }
    expect(
      await refused({
        rule: 'C2',
        base: '2026-11-02',
        extensions: [{ by, consents: ['applicant'] }],
      }),
    ).toEqual({
      exit: 1,
      error: { code: 'deadline.consentMissing', details: { rule: 'C2', missing: ['respondent'] } },
    })
    expect(await refused({ rule: 'Z1', base: '2026-11-02' })).toMatchObject({
      exit: 1,
      error: { code: 'deadline.unknownRule' },
    })
    expect(await refused({ rule: 'F14', base: '2026-11-02' })).toMatchObject({
      error: { code: 'deadline.ruleAmbiguous' },
    })
    expect(await refused({ rule: 'E1', base: '2001-11-02' })).toMatchObject({
      error: { code: 'deadline.notInForce', details: { inForce: expect.any(Array) } },
    })
  })

  it('tells every place of an input that is not what it must be', async () => {
    expect(await refused('not json')).toEqual({
      exit: 1,
      error: { code: 'input.invalid', errors: [{ path: '', code: 'notJson' }] },
    })
    const { exit, error } = await refused({
      rule: 'E1',
      base: '2026-02-30',
      region: 'ZJ',
      pauses: [{ from: '2026-01-01', reason: 'holiday' }],
      extensions: [{ by: { unit: 'year', count: 2000 }, consents: [] }],
      more: 1,
    })
    expect(exit).toBe(1)
    expect(error.errors?.map(({ path }) => path).toSorted()).toEqual([
      '',
      'base',
      'extensions.0.by',
      'pauses.0.reason',
      'region',
    ])
    expect(await refused('null')).toMatchObject({ exit: 1, error: { code: 'input.invalid' } })
    expect(await refused({ rule: 'E1', base: '9999-12-31' })).toMatchObject({ exit: 1 })
  })

  it('lists every rule with its length, source, region and dates', async () => {
    const { code, stdout } = await tanxin(['deadline', '--list'])
    expect(code).toBe(0)
    const rules = JSON.parse(stdout) as Record<string, unknown>[]
    expect(rules.length).toBeGreaterThan(80)
    expect(rules.find(({ rule, region }) => rule === 'C3' && region === '330000')).toMatchObject({
      ruleId: 'C3',
      length: '15日',
      validFrom: '2016-01-01',
      verified: true,
      profiles: ['labour'],
    })
  })

  it('refuses an option that it does not have as wrong use', async () => {
    expect((await tanxin(['deadline', '--all'])).code).toBe(2)
    expect((await tanxin(['deadline', 'E1'])).code).toBe(2)
  })
})

describe('tanxin schema deadline', () => {
  it('takes what the verb takes and refuses what it refuses', async () => {
    const { code, stdout } = await tanxin(['schema', 'deadline'])
    expect(code).toBe(0)
    const schema = z.fromJSONSchema(JSON.parse(stdout) as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse({ rule: 'E1', base: '2026-11-22' }).success).toBe(true)
    expect(schema.safeParse({ rule: 'E1' }).success).toBe(false)
    expect(schema.safeParse({ rule: 'E1', base: '22.11.2026' }).success).toBe(false)
    expect(schema.safeParse({ rule: 'E1', base: '2026-11-22', more: 1 }).success).toBe(false)
  })
})
