import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import type { Outcome } from '#tests/support/tanxin.ts'

const entry = fileURLToPath(new URL('../../electron/cli/index.ts', import.meta.url))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** The command line with a text on stdin, and no passphrase anywhere. */
const tanxin = (args: readonly string[], stdin: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const { TANXIN_PASSPHRASE: _none, ...env } = process.env
    const child = spawn(process.execPath, [entry, 'read-terms', ...args], { env })
    const outcome = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (part: string) => (outcome.stdout += part))
    child.stderr.setEncoding('utf8').on('data', (part: string) => (outcome.stderr += part))
    child.on('close', (code) => resolve({ code: code ?? -1, ...outcome }))
    child.stdin.end(stdin)
  })

describe('tanxin read-terms', () => {
  it('reads the text on stdin and answers in JSON, without a store', async () => {
    const text = '张三同意12月5日前先付一万八，余款春节前付清\n以后不再来闹'
    const { code, stdout, stderr } = await tanxin(['--on', '2026-11-22'], text)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toEqual([
      {
        kind: 'pay',
        amountFen: 1_800_000,
        payer: '张三',
        due: { date: '2026-12-05' },
        text: '张三同意12月5日前先付一万八',
        span: [0, 15],
      },
      {
        kind: 'pay',
        payer: '张三',
        due: { date: '2027-02-05', phrase: '春节前' },
        isRemainder: true,
        text: '余款春节前付清',
        span: [16, 23],
      },
      { kind: 'refrain', text: '以后不再来闹', span: [24, 30] },
    ])
  })

  it('answers an empty list where nothing is offered, and takes today when no day is given', async () => {
    expect(await tanxin([], '欠我三万')).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
    const { stdout } = await tanxin([], '今天付一万')
    const [{ due }] = JSON.parse(stdout) as [{ due: { date: string } }]
    const away = Date.now() - Date.parse(`${due.date}T00:00:00+08:00`)
    expect(away).toBeGreaterThanOrEqual(0)
    expect(away).toBeLessThan(25 * 3_600_000)
  })

  it('refuses a day that is none with exit code 2 and says how to call it', async () => {
    const { code, stdout, stderr } = await tanxin(['--on', '2026-02-30'], '付一万')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(JSON.parse(stderr)).toEqual({
      code: 'cli.usage',
      message: '--on is a date YYYY-MM-DD: tanxin read-terms [--on YYYY-MM-DD]',
    })
  })
})
