import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { intakeForm } from '#contract/intake.ts'
import { seedCases } from '#db/services/seed.ts'
import { listSignInNames, unlockStore } from '#db/store/store.ts'
import type { Store } from '#db/store/opened-store.ts'
import { flipBit } from '#tests/db/store-fixture.ts'
import { password as passphrase } from '#tests/support/centre.ts'
import { head, now, practiceStore } from '#tests/support/practice-store.ts'
import { answered, refused, tanxin } from '#tests/support/tanxin.ts'
import { wageForm } from '#tests/support/wage-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'tanxin-cli-'))
const store = join(folder, 'store')
const at = (name: string) => join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Items = {
  items: { id: string; caseNumber: string; status: string; agreementNumber?: string }[]
  next?: string
}
const listed = async (...args: string[]) =>
  (await answered(['cases', '--store', store, ...args])) as unknown as Items

const unlocked = (dir = store): Promise<Store> => {
  const [person] = listSignInNames(dir)
  return unlockStore({ dir, userId: person?.userId ?? '', password: passphrase })
}

// Each call is a process of its own on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

beforeAll(async () => {
  const opened = await practiceStore(store)
  await seedCases(opened, { count: 40, seed: 7, now, actor: head })
  await opened.close()
})

describe('tanxin init and seed', () => {
  it('make a store with its head, tell the recovery key once, and fill it', async () => {
    const dir = at('made')
    const args = ['init', '--store', dir, '--body', '云溪镇人民调解委员会', '--short', '云人调']
    expect(await answered([...args, '--user', '林主任'])).toEqual({
      store: dir,
      user: '林主任',
      recoveryKey: expect.stringMatching(/^[0-9A-Z-]{35,}$/),
    })
    expect(await refused([...args, '--user', '别人'])).toEqual({
      exit: 1,
      error: { code: 'store.exists' },
    })
    expect(await answered(['seed', '--store', dir, '--cases', '25', '--seed', '7'])).toMatchObject({
      cases: 25,
      batches: 1,
    })
    expect(await answered(['verify', '--store', dir])).toEqual({ clean: true, findings: [] })
  })

  it('refuse a weak passphrase and a blank name with their places, and make nothing', async () => {
    const args = ['init', '--store', at('weak'), '--body', ' ', '--short', '弱', '--user', '某']
    const { exit, error } = await refused(args, { TANXIN_PASSPHRASE: 'short' })
    expect(exit).toBe(1)
    expect(error.errors?.map(({ path }) => path).toSorted()).toEqual([
      'body.fullName',
      'body.sealName',
      'password',
    ])
    expect(existsSync(at('weak'))).toBe(false)
  })
})

describe('tanxin', () => {
  const usage: [string, string[]][] = [
    ['no verb', []],
    ['an unknown verb', ['frobnicate']],
    ['an unknown option', ['cases', '--store', store, '--colour', 'red']],
    ['a missing option', ['seed', '--store', store, '--cases', '3']],
    ['a passphrase among the arguments', ['cases', '--store', store, '--passphrase', passphrase]],
    ['a number that is none', ['seed', '--store', store, '--cases', 'many', '--seed', '1']],
    ['an unknown status', ['cases', '--store', store, '--status', 'lost']],
    ['a schema that it does not have', ['schema', 'everything']],
  ]
  it.each(usage)('refuses %s with exit code 2 and says how to call it', async (_what, args) => {
    const { exit, error } = await refused(args)
    expect({ exit, code: error.code }).toEqual({ exit: 2, code: 'cli.usage' })
    expect(error.message).not.toBe('')
    expect(JSON.stringify(error)).not.toContain(passphrase)
  })

  it('takes the passphrase from the environment only', async () => {
    const args = ['cases', '--store', store]
    expect(await refused(args, { TANXIN_PASSPHRASE: '' })).toMatchObject({
      exit: 2,
      error: { code: 'cli.passphraseMissing' },
    })
    expect(await refused(args, { TANXIN_PASSPHRASE: 'not the one' })).toMatchObject({
      exit: 1,
      error: { code: 'store.wrong-password' },
    })
  })

  it('says which store or person is not there', async () => {
    expect(await refused(['cases', '--store', at('nowhere')])).toMatchObject({
      exit: 1,
      error: { code: 'store.not-found' },
    })
    expect(await refused(['cases', '--store', store, '--user', '无此人'])).toMatchObject({
      exit: 1,
      error: { code: 'users.notFound' },
    })
  })
})

describe('tanxin cases', () => {
  it('lists newest first, page by page, by status', async () => {
    const all = await listed('--limit', '1000')
    expect(all.items).toHaveLength(40)
    expect(all.next).toBeUndefined()
    const first = await listed('--limit', '15')
    const second = await listed('--limit', '25', '--after', first.next ?? '')
    expect([...first.items, ...second.items]).toEqual(all.items)
    const agreed = await listed('--status', 'agreed')
    expect(agreed.items.map(({ status }) => status)).toEqual(['agreed', 'agreed', 'agreed'])
  })
})

describe('tanxin import-case', () => {
  const write = (name: string, value: unknown) => {
    writeFileSync(at(name), typeof value === 'string' ? value : JSON.stringify(value))
    return ['import-case', '--store', store, '--file', at(name)]
  }

  it('registers the dispute of a file under the next number', async () => {
    const before = await listed('--limit', '1000')
    const imported = await answered(write('case.json', wageForm()))
    expect(imported).toMatchObject({ accepted: true, reasons: [] })
    const [newest] = (await listed('--limit', '1')).items
    expect(newest?.id).toBe(imported['caseId'])
    expect(newest?.caseNumber).toBe(imported['caseNumber'])
    const numbers = before.items.map(({ caseNumber }) => caseNumber)
    const year = newest?.caseNumber.slice(0, 8) ?? ''
    const last =
      numbers
        .filter((number) => number.startsWith(year))
        .toSorted()
        .at(-1) ?? `${year}000000`
    expect(Number(newest?.caseNumber.slice(8))).toBe(Number(last.slice(8)) + 1)
  })

  it('tells every error of a bad file with its place, and writes nothing', async () => {
    const form = wageForm()
    const [worker, firm] = form.parties
    const bad = {
      ...form,
      typeCode: '99.99',
      sourceCode: '',
      narrative: ' ',
      amountFen: 12.5,
      peopleCount: 0,
      unknownKey: true,
      parties: [
        { ...worker, idNumber: '000000199001010011', phone: '12', role: 'boss' },
        {
          ...firm,
          name: '',
          creditCode: '91000000MA00000000',
          representatives: [
            { kind: 'agent', name: '甲', idNumber: '1' },
            { kind: 'agent', name: '乙', phone: 'x' },
            { kind: 'agent', name: '丙' },
          ],
        },
      ],
    }
    const before = await listed('--limit', '1000')
    const { exit, error } = await refused(write('bad.json', bad))
    expect({ exit, code: error.code }).toEqual({ exit: 1, code: 'intake.invalidFile' })
    const places = error.errors?.map(({ path, code }) => `${path} ${code}`).toSorted()
    expect(places).toEqual(
      [
        'amountFen invalid_type',
        'narrative factsRequired',
        'parties.0.idNumber checkDigit',
        'parties.0.phone form',
        'parties.0.role invalid_value',
        'parties.1 tooManyAgents',
        'parties.1.creditCode checkCharacter',
        'parties.1.name custom',
        'parties.1.representatives.0.idNumber length',
        'parties.1.representatives.1.phone characters',
        'peopleCount too_small',
        'sourceCode sourceRequired',
        'typeCode typeRequired',
        'unknownKey unrecognized_keys',
      ].toSorted(),
    )
    expect(await listed('--limit', '1000')).toEqual(before)
  })

  it('tells a file that is no JSON, not an object, or not there', async () => {
    expect(await refused(write('text.json', 'not json'))).toMatchObject({
      exit: 1,
      error: { code: 'intake.invalidFile', errors: [{ path: '', code: 'notJson' }] },
    })
    const list = await refused(write('list.json', []))
    expect(list.error.errors?.[0]).toMatchObject({ path: '', code: 'invalid_type' })
    expect(
      await refused(['import-case', '--store', store, '--file', at('gone.json')]),
    ).toMatchObject({ exit: 1, error: { code: 'cli.fileNotReadable' } })
  })
})

describe('tanxin schema import-case', () => {
  it('is the shape that the router checks', async () => {
    const schema = (await answered(['schema', 'import-case'])) as unknown as {
      type: string
      additionalProperties: boolean
      properties: Record<string, { items?: { properties: Record<string, unknown> } }>
      required: string[]
    }
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(Object.keys(schema.properties)).toEqual(Object.keys(intakeForm.shape))
    const form = wageForm()
    expect(schema.required.toSorted()).toEqual(
      Object.keys(form)
        .filter((key) => key !== 'amountFen')
        .toSorted(),
    )
    for (const party of form.parties)
      for (const key of Object.keys(party))
        expect(schema.properties['parties']?.items?.properties).toHaveProperty(key)
  })
})

describe('tanxin agreement', () => {
  it('writes the Word file of the approved agreement and never over a file', async () => {
    const [agreed] = (await listed('--status', 'agreed')).items
    const out = at('agreement.docx')
    const args = ['agreement', '--store', store, '--case', agreed?.id ?? '', '--out', out]
    expect(await answered(args)).toMatchObject({ file: out, fileNumber: agreed?.agreementNumber })
    const zip = await JSZip.loadAsync(readFileSync(out))
    const text = ((await zip.file('word/document.xml')?.async('text')) ?? '').replaceAll(
      /<[^>]+>/g,
      '',
    )
    expect(text).toContain(agreed?.agreementNumber)
    const bytes = readFileSync(out)
    expect(await refused(args)).toMatchObject({ exit: 1, error: { code: 'papers.fileExists' } })
    expect(readFileSync(out).equals(bytes)).toBe(true)
  })

  it('refuses a case without one, and a draft', async () => {
    const [accepted] = (await listed('--status', 'accepted')).items
    const args = (id: string | undefined) => [
      'agreement',
      '--store',
      store,
      '--case',
      id ?? '',
      '--out',
      at('none.docx'),
    ]
    expect(await refused(args(accepted?.id))).toMatchObject({
      exit: 1,
      error: { code: 'agreements.notFound' },
    })
    expect(await refused(args('not-an-id'))).toMatchObject({
      exit: 1,
      error: { code: 'input.invalid', errors: [{ path: 'id' }] },
    })
    expect(existsSync(at('none.docx'))).toBe(false)
  })
})

describe('tanxin backup and restore', () => {
  it('bring a store to another folder, whole', async () => {
    const file = at('copy.tanxin')
    const backup = ['backup', '--store', store, '--out', file]
    expect(await answered(backup)).toMatchObject({ file })
    expect(await refused(backup)).toMatchObject({ exit: 1, error: { code: 'backup.exists' } })
    const copy = at('copy')
    const { items } = await listed('--limit', '1000')
    expect(await answered(['restore', '--file', file, '--store', copy])).toMatchObject({
      caseCount: items.length,
      previousKeptAs: '',
    })
    const there = (await answered([
      'cases',
      '--store',
      copy,
      '--limit',
      '1000',
    ])) as unknown as Items
    expect(there.items).toEqual(items)
    expect(await answered(['verify', '--store', copy])).toEqual({ clean: true, findings: [] })
  })

  it('refuse a file that is not there or is no backup', async () => {
    writeFileSync(at('junk.tanxin'), 'junk')
    for (const [name, code] of [
      ['absent.tanxin', 'backup.not-found'],
      ['junk.tanxin', 'backup.unreadable'],
    ] as const)
      expect(await refused(['restore', '--file', at(name), '--store', at('fresh')])).toMatchObject({
        exit: 1,
        error: { code },
      })
  })
})

describe('tanxin verify', () => {
  const copyOf = (name: string) => {
    cpSync(store, at(name), { recursive: true })
    return at(name)
  }
  const report = async (dir: string) => {
    const { code, stdout } = await tanxin(['verify', '--store', dir])
    const { clean, findings } = JSON.parse(stdout) as {
      clean: boolean
      findings: { check: string }[]
    }
    return { code, clean, checks: [...new Set(findings.map(({ check }) => check))] }
  }

  it('finds one changed byte of an audit row, changed with the right key', async () => {
    const dir = copyOf('forged')
    const opened = await unlocked(dir)
    const { connection } = opened
    const trigger = connection.get(
      `SELECT sql FROM sqlite_master WHERE name = 'audit_log_refuse_update'`,
    )
    connection.exec('DROP TRIGGER audit_log_refuse_update')
    connection.run(`UPDATE audit_log SET result = 'Done' WHERE seq = 2`)
    connection.exec(String(trigger?.['sql']))
    await opened.close()
    expect(await report(dir)).toEqual({ code: 1, clean: false, checks: ['audit'] })
  })

  it('finds a sum that does not hold, and a gap in the numbers', async () => {
    const dir = copyOf('unsound')
    const opened = await unlocked(dir)
    opened.connection.exec('DROP TRIGGER instalments_frozen_update')
    opened.connection.exec('DROP TRIGGER cases_refuse_delete')
    opened.connection.run('UPDATE instalments SET amount_fen = amount_fen + 1')
    opened.connection.run(`UPDATE number_sequences SET last = last + 1 WHERE kind = 'case'`)
    await opened.close()
    const { code, checks } = await report(dir)
    expect(code).toBe(1)
    expect(checks).toEqual(
      expect.arrayContaining(['instalmentsSumToTotal', 'caseNumbersWithoutGaps']),
    )
  })

  it.each([
    ['in the middle of the file', 40 * 4096 + 2000],
    ['in its first page', 100],
  ])('says so when a bit was turned %s', async (where, position) => {
    const dir = copyOf(where.length > 20 ? 'damaged' : 'beheaded')
    flipBit(join(dir, 'gen-000001', 'case.db'), position)
    const { code, clean, checks } = await report(dir)
    expect({ code, clean }).toEqual({ code: 1, clean: false })
    expect(checks.length).toBeGreaterThan(0)
  })

  it('refuses a wrong passphrase like every verb, which is no finding', async () => {
    expect(
      await refused(['verify', '--store', store], { TANXIN_PASSPHRASE: 'not the one' }),
    ).toMatchObject({ exit: 1, error: { code: 'store.wrong-password' } })
  })
})

describe('a second process on an open store', () => {
  it('numbers and logs on without a gap while the first goes on writing', async () => {
    writeFileSync(at('two.json'), JSON.stringify(wageForm()))
    const opened = await unlocked()
    const entry = {
      at: '2026-11-22T03:15:04.123Z',
      actorId: opened.user.userId,
      actorRole: 'head',
      operation: 'test.write',
      objectKind: 'test',
      objectId: 'x',
      result: 'done',
    }
    const write = () => opened.db.transaction().execute((tx) => opened.appendAudit(tx, entry))
    const importing = Promise.all(
      [1, 2].map(() => answered(['import-case', '--store', store, '--file', at('two.json')])),
    )
    let done = false
    void importing.finally(() => {
      done = true
    })
    while (!done) {
      await write()
      await new Promise((resume) => setTimeout(resume, 5))
    }
    const numbers = (await importing).map((each) => Number(String(each['caseNumber']).slice(8)))
    await opened.close()
    const [one = 0, two = 0] = numbers.toSorted((a, b) => a - b)
    expect(two).toBe(one + 1)
    expect(await answered(['verify', '--store', store])).toEqual({ clean: true, findings: [] })
  })
})
