import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { idCheckCharacter } from '#db/domain/id-number.ts'
import { answered, refused, tanxin } from '#tests/support/tanxin.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanxin-lint-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

/** As a person writes it: no ids, parties by name, no copies. */
const byHand = (deadline = '2026年12月31日前付清', text = '王一有权在逾期后要求一次付清。') => ({
  typeCode: '04.02',
  on: '2026-11-22',
  parties: [
    { kind: 'person', name: '王一', idNumber: '330502199001010014' },
    { kind: 'organisation', name: '某制衣厂', creditCode: '91330502MA2B00000N' },
  ],
  content: {
    facts: '王一为某制衣厂供应面料，对账后尚欠货款8,000元。',
    issues: '货款的支付时间。',
    responsibilities: '某制衣厂应当支付货款。',
    clauses: [
      {
        kind: 'payment',
        payment: {
          payerId: '某制衣厂',
          payeeId: '王一',
          totalFen: 800_000,
          method: 'bankTransfer',
          account: '王一，云溪银行，6222000000000000018',
          instalments: [{ dueOn: '2026-12-31', amountFen: 800_000 }],
        },
      },
      { kind: 'other', text },
    ],
    performanceManner: '银行转账',
    performanceDeadline: deadline,
    performancePlace: '云溪镇',
  },
})

let count = 0
const write = (value: unknown): string[] => {
  count += 1
  const file = join(folder, `${count}.json`)
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
  return ['lint-agreement', '--file', file]
}

const linted = async (value: unknown) =>
  (await answered(write(value))) as unknown as {
    rule: string
    level: string
    path: string
    message: string
  }[]

describe('tanxin lint-agreement', () => {
  it('finds nothing in an agreement written by hand that is in order', async () => {
    expect(await linted(byHand())).toEqual([])
  })

  it('tells rule, level, path and words of each finding and still ends well', async () => {
    const found = await linted(byHand('尽快付清', '逾期的，李某不得报警。'))
    expect(found).toEqual([
      {
        rule: 'D10',
        level: 'warn',
        path: 'performanceDeadline',
        message: expect.stringMatching(/^履行期限：“尽快”说不准是哪一天/),
      },
      {
        rule: 'D10',
        level: 'block',
        path: 'clauses.1.text',
        message: expect.stringMatching(/^第 2 条：“不得报警”/),
      },
    ])
  })

  it('judges interest by the table of the product and the day of the contract in the file', async () => {
    const loan = {
      ...byHand(undefined, '逾期的，按月息2分支付利息。'),
      typeCode: '04.01',
      contractOn: '2024-03-01',
    }
    expect(await linted(loan)).toMatchObject([
      { rule: 'I10', level: 'warn', message: expect.stringContaining('13.8%') },
    ])
    expect(await linted({ ...loan, contractOn: '2031-01-01' })).toMatchObject([
      { rule: 'I10', level: 'info' },
    ])
  })

  it('holds a labour settlement against the statutory sum of the file (D11)', async () => {
    const statutory = { amountFen: 2_000_000 }
    const labour = { ...byHand(), typeCode: '10.02', statutory }
    const told = (found: Awaited<ReturnType<typeof linted>>) =>
      found.filter(({ rule }) => rule === 'D11')
    expect(told(await linted(labour))).toEqual([
      {
        rule: 'D11',
        level: 'warn',
        path: 'clauses',
        message: expect.stringMatching(
          /8,000\.00 元，是法定数额 20,000\.00 元（法定标准）的 40\.00%.*不是法律规定/,
        ),
      },
    ])
    const line = { ...labour, statutory: { ...statutory, warnBelowPercent: 40 } }
    expect(told(await linted(line))).toMatchObject([{ level: 'info' }])
    expect(told(await linted({ ...labour, typeCode: '04.02' }))).toEqual([])
    expect(told(await linted({ ...labour, statutory: { amountFen: 800_000 } }))).toEqual([])
  })

  it('tells what is left out as missing, and a minor by the identity number', async () => {
    const { content, parties, ...rest } = byHand()
    const bare = await linted({ ...rest, parties, content: {} })
    expect(bare.map(({ rule, level, path }) => `${rule} ${level} ${path}`)).toEqual([
      'D1 block facts',
      'D1 block issues',
      'D1 block responsibilities',
      'D1 block performanceManner',
      'D1 block performanceDeadline',
      'D1 block performancePlace',
      'D1 block clauses',
    ])
    const child = {
      ...parties[0],
      idNumber: `33050220150601001${idCheckCharacter('33050220150601001')}`,
    }
    const found = await linted({ ...rest, content, parties: [child, parties[1]] })
    expect(found).toContainEqual(
      expect.objectContaining({ rule: 'B9', level: 'block', path: 'parties.0' }),
    )
  })

  it('refuses a file that is no JSON, not there, or of another shape, with every place', async () => {
    expect(await refused(write('not json'))).toEqual({
      exit: 1,
      error: { code: 'cli.invalidFile', errors: [{ path: '', code: 'notJson' }] },
    })
    expect(await refused(['lint-agreement', '--file', join(folder, 'gone.json')])).toMatchObject({
      exit: 1,
      error: { code: 'cli.fileNotReadable' },
    })
    const { content, ...rest } = byHand()
    const wrong = { ...rest, on: '2026-02-30', typeCode: 'x', content: { ...content, fact: '' } }
    const { exit, error } = await refused(write(wrong))
    expect(exit).toBe(1)
    expect(error.errors?.map(({ path }) => path).toSorted()).toEqual(['content', 'on', 'typeCode'])
    const twins = { ...byHand(), parties: byHand().parties.map((one) => ({ ...one, id: 'a' })) }
    expect(await refused(write(twins))).toMatchObject({
      exit: 1,
      error: { errors: [{ path: 'parties.1.id', code: 'duplicateId' }] },
    })
  })

  it('refuses a call without a file as wrong use', async () => {
    expect(await refused(['lint-agreement'])).toMatchObject({
      exit: 2,
      error: { code: 'cli.usage' },
    })
  })
})

describe('tanxin schema agreement', () => {
  it('takes what the verb takes and refuses what it refuses', async () => {
    const { code, stdout } = await tanxin(['schema', 'agreement'])
    expect(code).toBe(0)
    const schema = z.fromJSONSchema(JSON.parse(stdout) as Parameters<typeof z.fromJSONSchema>[0])
    expect(schema.safeParse(byHand()).success).toBe(true)
    const { content, ...rest } = byHand()
    expect(schema.safeParse(rest).success).toBe(false)
    expect(schema.safeParse({ ...rest, content, more: 1 }).success).toBe(false)
    expect(schema.safeParse({ ...byHand(), typeCode: 4 }).success).toBe(false)
    expect(schema.safeParse({ ...byHand(), typeCode: 'x' }).success).toBe(false)
  })

  it('asks for what it is a schema of', async () => {
    expect(await refused(['schema'])).toMatchObject({ exit: 2 })
    expect(await refused(['schema', 'agreement', 'import-case'])).toMatchObject({ exit: 2 })
  })
})
