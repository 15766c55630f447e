import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { freshFolder, newDek } from '#tests/db/store-fixture.ts'

const now = '2026-11-22T03:15:04.123Z'
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [user, caseId, attachment, session] = [id(1), id(2), id(3), id(4)]
const sha256 = 'a'.repeat(64)

type Row = Record<string, string | number | Uint8Array | null | undefined>

/** A store of the second version with a case, a printed paper and a scan. */
const secondVersion = async () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  await migrate({ connection, migrations: migrations.slice(0, 2), now })
  const insert = (table: string, row: Row) =>
    connection.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')})
       VALUES (${Object.keys(row).map(() => '?')})`,
      Object.values(row).map((value) => value ?? null),
    )
  const times = { created_at: now, updated_at: now }
  insert('users', { id: user, name: '吴调解', role: 'mediator', active: 1, ...times })
  insert('cases', {
    id: caseId,
    year: 2026,
    seq: 1,
    case_number: 'MT-2026-000001',
    status: 'mediating',
    title: '工资纠纷',
    source_code: 'S10',
    type_code: '10.02',
    place: '',
    narrative: '',
    claim: '',
    people_count: 1,
    other_body: 'none',
    other_body_name: '',
    other_body_refers: 0,
    other_side: 'willing',
    scope_doubts: '[]',
    applied_at: now,
    mediator_id: user,
    created_by: user,
    practice: 0,
    ...times,
  })
  insert('attachments', {
    id: attachment,
    case_id: caseId,
    kind: 'signedScan',
    name: '签字页.pdf',
    media_type: 'application/pdf',
    size: 4,
    sha256,
    added_by: user,
    added_at: now,
  })
  insert('attachment_chunks', {
    attachment_id: attachment,
    position: 0,
    bytes: new Uint8Array([37, 80, 68, 70]),
  })
  insert('paper_outputs', {
    id: session,
    case_id: caseId,
    form: 'f03',
    object_id: caseId,
    channel: 'printer',
    copies: 2,
    at: now,
    actor_id: user,
  })
  return { connection, insert }
}

const scan = (more: Row): Row => ({
  id: id(10),
  attachment_id: attachment,
  case_id: caseId,
  file_page: 1,
  part: 'whole',
  turn: 0,
  state: 'loose',
  placed_by: user,
  placed_at: now,
  ...more,
})

describe('migration 3', () => {
  it('leaves case, scan and printed paper as they were', async () => {
    const { connection } = await secondVersion()
    const tables = ['cases', 'attachments', 'attachment_chunks', 'paper_outputs']
    const rows = () => tables.map((table) => connection.all(`SELECT * FROM ${table}`))
    const before = rows()
    await migrate({ connection, migrations, now })
    expect(rows()).toEqual(before)
    expect(connection.all('PRAGMA foreign_key_check')).toEqual([])
  })

  it('keeps a version of a paper for ever', async () => {
    const { connection, insert } = await secondVersion()
    await migrate({ connection, migrations, now })
    const version = { case_id: caseId, form: 'f03', object_id: caseId, version: 1, sha256 }
    insert('paper_versions', {
      id: id(20),
      ...version,
      pages: 2,
      model: '{}',
      made_by: user,
      made_at: now,
    })
    expect(() => connection.run(`UPDATE paper_versions SET model = ''`)).toThrow('append-only')
    expect(() => connection.run('DELETE FROM paper_versions')).toThrow('append-only')
    expect(() =>
      insert('paper_versions', {
        id: id(21),
        ...version,
        pages: 1,
        model: '{}',
        made_by: user,
        made_at: now,
      }),
    ).toThrow('UNIQUE')
  })

  it('takes a page of a scan as placed only with paper and page', async () => {
    const { connection, insert } = await secondVersion()
    await migrate({ connection, migrations, now })
    expect(() => insert('scan_pages', scan({ state: 'placed' }))).toThrow('CHECK')
    insert('scan_pages', scan({}))
    insert(
      'scan_pages',
      scan({ id: id(11), file_page: 2, state: 'placed', form: 'f03', object_id: caseId, page: 1 }),
    )
    expect(() => insert('scan_pages', scan({ id: id(12) }))).toThrow('UNIQUE')
    expect(() => connection.run('DELETE FROM scan_pages')).toThrow('append-only')
  })

  it('closes a dossier with findings only with a reason, and lends it to one at a time', async () => {
    const { connection, insert } = await secondVersion()
    await migrate({ connection, migrations, now })
    const closing = {
      id: id(30),
      case_id: caseId,
      closed_on: '2026-11-22',
      closed_by: user,
      closed_at: now,
      volume_pages: 12,
    }
    expect(() =>
      insert('dossier_closings', { ...closing, reason: ' ', findings: '["缺回访记录"]' }),
    ).toThrow('CHECK')
    insert('dossier_closings', { ...closing, reason: '', findings: '[]' })
    const loan = {
      id: id(40),
      case_id: caseId,
      borrower: '钱主任',
      unit: '司法所',
      purpose: '评查',
      lent_on: '2026-11-22',
      due_on: '2026-11-29',
      lent_by: user,
      lent_at: now,
      return_note: '',
    }
    insert('dossier_loans', loan)
    expect(() => insert('dossier_loans', { ...loan, id: id(41) })).toThrow('UNIQUE')
    expect(() => insert('dossier_loans', { ...loan, id: id(42), due_on: '2026-11-21' })).toThrow()
  })

  it('keeps the file of a print job until it is printed or given up', async () => {
    const { connection, insert } = await secondVersion()
    await migrate({ connection, migrations, now })
    const job = {
      id: id(50),
      title: '受理登记表',
      form: 'f03',
      object_id: caseId,
      copies: 1,
      pages: 1,
      printer: 'office',
      sides: 'long',
      tries: 0,
      asked_by: user,
      asked_at: now,
    }
    expect(() => insert('print_jobs', { ...job, state: 'waiting' })).toThrow('CHECK')
    insert('print_jobs', { ...job, state: 'failed', pdf: new Uint8Array([1]) })
    expect(() => connection.run(`UPDATE print_jobs SET state = 'printed'`)).toThrow('CHECK')
    connection.run(`UPDATE print_jobs SET state = 'printed', pdf = NULL`)
  })
})
