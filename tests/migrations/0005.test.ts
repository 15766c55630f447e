import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase } from '#db/open.ts'
import { freshFolder, newDek } from '#tests/db/store-fixture.ts'

const now = '2026-11-22T03:15:04.123Z'
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [head, caseId, firm, lawyer, other, desk, rota, shift, duty, publication] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
].map(id)
type Row = Record<string, string | number | null | undefined>
const times = { created_at: now, updated_at: now }
const made = { revision: 1, created_by: head, ...times }

/** A store of the fourth version with a case and its clock. */
const fourthVersion = async () => {
  const file = join(freshFolder(), 'case.db')
  const connection = openDatabase({ file, dek: newDek(), mode: 'create' })
  onTestFinished(() => connection.close())
  await migrate({ connection, migrations: migrations.slice(0, 4), now })
  const insert = (table: string, row: Row) =>
    connection.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')})
       VALUES (${Object.keys(row).map(() => '?')})`,
      Object.values(row).map((value) => value ?? null),
    )
  insert('users', { id: head, name: '沈主任', role: 'head', active: 1, ...times })
  insert('cases', {
    id: caseId,
    year: 2026,
    seq: 1,
    case_number: 'MT-2026-000001',
    status: 'mediating',
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
    created_by: head,
    practice: 0,
    ...times,
  })
  insert('case_risks', {
    case_id: caseId,
    risk: 'high',
    words: '人多',
    set_by: head,
    set_at: now,
  })
  return { connection, insert }
}

/** One published duty in a store of the fifth version. */
const withDuty = async () => {
  const fourth = await fourthVersion()
  const { connection, insert } = fourth
  await migrate({ connection, migrations, now })
  insert('firms', { id: firm, name: '某某律师事务所', short_name: '某某所', ...made })
  const person = { initials: 'x', fields: '[]', languages: '[]', joined_on: '2026-01-05', ...made }
  insert('lawyers', { id: lawyer, name: '梁律师', firm_id: firm, ...person })
  insert('lawyers', { id: other, name: '何律师', ...person })
  insert('desks', { id: desk, name: '综合窗口', position: 1, ...made })
  insert('rotas', { id: rota, from_on: '2026-11-23', to_on: '2026-12-06', ...made })
  insert('shifts', {
    id: shift,
    rota_id: rota,
    desk_id: desk,
    date: '2026-11-23',
    half: 'morning',
    starts_at: '09:00',
    ends_at: '12:00',
    demand: 1,
  })
  insert('duties', {
    id: duty,
    shift_id: shift,
    lawyer_id: lawyer,
    starts_at: '09:00',
    ends_at: '12:00',
    state: 'planned',
    revision: 1,
    published_at: now,
    updated_at: now,
  })
  insert('rota_publications', {
    id: publication,
    rota_id: rota,
    version: 1,
    cause: 'publish',
    published_by: head,
    published_at: now,
  })
  return fourth
}

describe('the fifth migration', () => {
  it('leaves what was there as it was', async () => {
    const { connection } = await fourthVersion()
    const rows = () =>
      ['users', 'cases', 'case_risks'].map((table) => connection.all(`SELECT * FROM ${table}`))
    const before = rows()
    await migrate({ connection, migrations, now })
    expect(rows()).toEqual(before)
    expect(connection.all('PRAGMA foreign_key_check')).toEqual([])
  })

  it('holds one seat and one duty of a person on a shift, and one shift of a desk in a half-day', async () => {
    const { insert } = await withDuty()
    const row = {
      lawyer_id: lawyer,
      shift_id: shift,
      starts_at: '09:00',
      ends_at: '12:00',
      state: 'planned',
      revision: 1,
    }
    expect(() =>
      insert('duties', { id: id(20), ...row, published_at: now, updated_at: now }),
    ).toThrow('UNIQUE')
    const half = { date: '2026-11-23', half: 'morning', starts_at: '13:00', ends_at: '17:00' }
    expect(() =>
      insert('shifts', { id: id(21), rota_id: rota, desk_id: desk, ...half, demand: 1 }),
    ).toThrow('UNIQUE')
  })

  it('deletes no duty, and neither changes nor deletes a publication or a sign', async () => {
    const { connection, insert } = await withDuty()
    insert('duty_signs', {
      id: id(20),
      duty_id: duty,
      lawyer_id: lawyer,
      kind: 'in',
      at: now,
      source: 'pin',
      recorded_at: now,
    })
    expect(() => connection.run('DELETE FROM duties')).toThrow('append-only')
    for (const table of ['rota_publications', 'duty_signs']) {
      expect(() => connection.run(`DELETE FROM ${table}`)).toThrow('append-only')
      expect(() => connection.run(`UPDATE ${table} SET id = id`)).toThrow('append-only')
    }
  })

  it('takes no shift that ends before it begins, no day that is none, and no pairing twice', async () => {
    const { insert } = await withDuty()
    const afternoon = { rota_id: rota, desk_id: desk, half: 'afternoon', demand: 1 }
    const row = { id: id(20), date: '2026-11-23', ...afternoon }
    expect(() => insert('shifts', { ...row, starts_at: '17:00', ends_at: '13:00' })).toThrow(
      'CHECK',
    )
    const leave = { kind: 'leave', source: 'hand', created_by: head, created_at: now }
    const off = { id: id(21), lawyer_id: lawyer, from_on: '2026-12-02', to_on: '2026-12-01' }
    expect(() => insert('lawyer_days', { ...off, ...leave })).toThrow('CHECK')
    const pair = { one_id: lawyer, other_id: other, kind: 'apart', created_by: head }
    insert('lawyer_pairings', { id: id(22), ...pair, created_at: now })
    expect(() => insert('lawyer_pairings', { id: id(23), ...pair, created_at: now })).toThrow(
      'UNIQUE',
    )
  })

  it('brings an imported day once, until it is taken back', async () => {
    const { connection, insert } = await withDuty()
    const off = {
      lawyer_id: lawyer,
      kind: 'unavailable',
      from_on: '2026-12-01',
      to_on: '2026-12-01',
      source: 'ics',
      source_key: 'uid-1',
      created_by: head,
      created_at: now,
    }
    insert('lawyer_days', { id: id(20), ...off })
    expect(() => insert('lawyer_days', { id: id(21), ...off })).toThrow('UNIQUE')
    connection.run('UPDATE lawyer_days SET removed_at = ?', [now])
    insert('lawyer_days', { id: id(21), ...off })
  })
})
