import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { freshFolder, newDek } from '#tests/db/store-fixture.ts'

const now = '2026-11-22T03:15:04.123Z'
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const user = id(1)
const sha256 = 'a'.repeat(64)

type Row = Record<string, string | number | Uint8Array | null | undefined>

/** A store of the third version. */
const thirdVersion = async () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  await migrate({ connection, migrations: migrations.slice(0, 3), now })
  const insert = (table: string, row: Row) =>
    connection.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')})
       VALUES (${Object.keys(row).map(() => '?')})`,
      Object.values(row).map((value) => value ?? null),
    )
  const times = { created_at: now, updated_at: now }
  insert('users', { id: user, name: '吴调解', role: 'mediator', active: 1, ...times })
  return { connection, insert, times }
}

type Third = Awaited<ReturnType<typeof thirdVersion>>

/** A case in this state with an agreement of two instalments, an act and an empty promise. */
const agreedCase = (
  { connection, insert, times }: Third,
  n: number,
  status: string,
  agreement: string,
) => {
  const [caseId, agreementId, payer, payee] = [id(n), id(n + 1), id(n + 2), id(n + 3)]
  insert('cases', {
    id: caseId,
    year: 2026,
    seq: n,
    case_number: `MT-2026-${n}`,
    status,
    title: '工资纠纷',
    source_code: 'S10',
    type_code: '10.02',
    narrative: '',
    people_count: 1,
    other_body: 'none',
    other_body_refers: 0,
    other_side: 'willing',
    scope_doubts: '[]',
    applied_at: now,
    mediator_id: user,
    created_by: user,
    practice: 0,
    ...times,
  })
  const party = { case_id: caseId, kind: 'person' }
  insert('parties', { id: payer, position: 1, role: 'respondent', name: '王老板', ...party })
  insert('parties', { id: payee, position: 2, role: 'applicant', name: '张三', ...party })
  insert('agreements', {
    id: agreementId,
    case_id: caseId,
    version: 1,
    status: 'draft',
    revision: 3,
    year: 2026,
    seq: n,
    file_number: `（2026）云人调字第${n}号`,
    copies: 3,
    mediator_id: user,
    ...times,
  })
  const clause = { agreement_id: agreementId }
  insert('clauses', {
    id: id(n + 4),
    position: 1,
    kind: 'payment',
    payer_id: payer,
    payee_id: payee,
    total_fen: 300_000,
    method: 'cash',
    account: '',
    ...clause,
  })
  const part = { clause_id: id(n + 4) }
  insert('instalments', {
    id: id(n + 5),
    position: 1,
    due_on: '2026-12-01',
    amount_fen: 100_000,
    method: '',
    ...part,
  })
  insert('instalments', {
    id: id(n + 6),
    position: 2,
    due_on: '2027-01-01',
    amount_fen: 200_000,
    method: 'bankTransfer',
    ...part,
  })
  insert('clauses', { id: id(n + 7), position: 2, kind: 'act', text: '出具离职证明。', ...clause })
  insert('clauses', { id: id(n + 8), position: 3, kind: 'other', text: '别无争议。', ...clause })
  connection.run(
    `UPDATE agreements SET frozen = '{}', frozen_sha256 = ?, status = ?, effective_on = ? WHERE id = ?`,
    [sha256, agreement, agreement === 'signed' ? '2026-11-20' : null, agreementId],
  )
  return { caseId, payer, payee }
}

describe('migration 4', () => {
  it('leaves cases and agreements as they were', async () => {
    const third = await thirdVersion()
    agreedCase(third, 100, 'effective', 'signed')
    const tables = ['cases', 'parties', 'agreements', 'clauses', 'instalments']
    const rows = () => tables.map((table) => third.connection.all(`SELECT * FROM ${table}`))
    const before = rows()
    await migrate({ connection: third.connection, migrations, now })
    expect(rows()).toEqual(before)
    expect(third.connection.all('PRAGMA foreign_key_check')).toEqual([])
  })

  it('makes obligations of what is in force and not yet performed', async () => {
    const third = await thirdVersion()
    const { caseId, payer, payee } = agreedCase(third, 100, 'overdue', 'signed')
    agreedCase(third, 200, 'performed', 'signed')
    agreedCase(third, 300, 'agreed', 'approved')
    await migrate({ connection: third.connection, migrations, now })
    const made = third.connection.all(
      `SELECT id, case_id, clause_number, instalment, kind, debtor_id, creditor_id, text, due_on, amount_fen, method
       FROM obligations ORDER BY clause_number, instalment`,
    )
    expect(made.map(({ id: _id, ...row }) => row)).toEqual([
      {
        case_id: caseId,
        clause_number: 1,
        instalment: 1,
        kind: 'payment',
        debtor_id: payer,
        creditor_id: payee,
        text: '',
        due_on: '2026-12-01',
        amount_fen: 100_000,
        method: 'cash',
      },
      {
        case_id: caseId,
        clause_number: 1,
        instalment: 2,
        kind: 'payment',
        debtor_id: payer,
        creditor_id: payee,
        text: '',
        due_on: '2027-01-01',
        amount_fen: 200_000,
        method: 'bankTransfer',
      },
      {
        case_id: caseId,
        clause_number: 2,
        instalment: null,
        kind: 'act',
        debtor_id: null,
        creditor_id: null,
        text: '出具离职证明。',
        due_on: null,
        amount_fen: null,
        method: '',
      },
    ])
    for (const row of made)
      expect(row['id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('keeps what was only begun, under the same owner and seal', async () => {
    const third = await thirdVersion()
    const { caseId } = agreedCase(third, 100, 'effective', 'signed')
    const { connection, insert } = third
    const draft = { owner_id: user, object_id: caseId, sealed: 'x', updated_at: now }
    insert('private_drafts', { id: id(910), kind: 'offer', ...draft })
    const before = connection.all('SELECT * FROM private_drafts')
    await migrate({ connection, migrations, now })
    expect(connection.all('SELECT * FROM private_drafts')).toEqual(before)
    insert('private_drafts', { id: id(911), kind: 'visit', ...draft })
    expect(() => insert('private_drafts', { id: id(912), kind: 'visit', ...draft })).toThrow(
      'UNIQUE',
    )
    expect(() => insert('private_drafts', { id: id(913), kind: 'poem', ...draft })).toThrow('CHECK')
  })

  it('deletes nothing that was paid, urged or reckoned, and takes no payment of nothing', async () => {
    const third = await thirdVersion()
    const { caseId } = agreedCase(third, 100, 'effective', 'signed')
    const { connection, insert } = third
    await migrate({ connection, migrations, now })
    const [obligation] = connection.all('SELECT id FROM obligations')
    const paid = {
      id: id(900),
      case_id: caseId,
      obligation_id: String(obligation?.['id']),
      done_on: '2026-12-01',
      recorded_by: user,
      recorded_at: now,
    }
    expect(() => insert('performances', { ...paid, amount_fen: 0 })).toThrow('CHECK')
    insert('performances', { ...paid, amount_fen: 1 })
    for (const table of ['performances', 'obligations'])
      expect(() => connection.run(`DELETE FROM ${table}`)).toThrow('append-only')
  })

  it('holds one table of days off for a year, and one statutory sum for a case', async () => {
    const third = await thirdVersion()
    const { caseId } = agreedCase(third, 100, 'effective', 'signed')
    const { connection, insert } = third
    await migrate({ connection, migrations, now })
    const year = { year: 2027, holidays: '[]', workdays: '[]', source: '通知', entered_by: user }
    insert('holiday_tables', { id: id(901), ...year, entered_at: now })
    expect(() => insert('holiday_tables', { id: id(902), ...year, entered_at: now })).toThrow(
      'UNIQUE',
    )
    connection.run('UPDATE holiday_tables SET removed = 1')
    insert('holiday_tables', { id: id(902), ...year, entered_at: now })
    const sum = {
      case_id: caseId,
      name: 'severance',
      version: 1,
      title: '经济补偿',
      input: '{}',
      result: '{}',
      amount_fen: 1,
      kept_by: user,
      kept_at: now,
    }
    insert('calculations', { id: id(903), ...sum, statutory: 1 })
    insert('calculations', { id: id(904), ...sum })
    expect(() => insert('calculations', { id: id(905), ...sum, statutory: 1 })).toThrow('UNIQUE')
  })
})
