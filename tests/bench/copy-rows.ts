import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { migrations } from '#db/migrations/index.ts'
import { migrate } from '#db/migrations/runner.ts'
import { openDatabase, type Connection, type SqlRow } from '#db/open.ts'

/** Parents before children. */
const tables = [
  'users',
  'number_sequences',
  'cases',
  'parties',
  'representatives',
  'case_events',
  'sessions',
  'attendees',
  'entries',
  'agreements',
  'clauses',
  'instalments',
  'agreement_reviews',
  'signatures',
  'paper_outputs',
] as const

/** Seconds for nothing but inserting the given rows into an equal, encrypted store without triggers. */
export async function insertOnly(
  folder: string,
  source: Connection,
  perBatch: number,
): Promise<number> {
  const file = join(folder, 'floor.db')
  const connection = openDatabase({ file, dek: randomBytes(32), mode: 'create' })
  try {
    await migrate({ connection, migrations, now: '2026-11-22T03:15:04.123Z' })
    const triggers = connection.all(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    for (const { name } of triggers) connection.exec(`DROP TRIGGER ${String(name)}`)
    const rows = tables.map((table) => ({ table, rows: source.all(`SELECT * FROM ${table}`) }))
    const begun = performance.now()
    for (const each of rows) insertRows(connection, each.table, each.rows, perBatch)
    return (performance.now() - begun) / 1000
  } finally {
    connection.close()
  }
}

function insertRows(
  connection: Connection,
  table: string,
  rows: readonly SqlRow[],
  perBatch: number,
) {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const statement = connection.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  for (let from = 0; from < rows.length; from += perBatch)
    connection.transact(() => {
      for (const row of rows.slice(from, from + perBatch)) statement.run(Object.values(row))
    })
}
