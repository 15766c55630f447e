import { createHash } from 'node:crypto'
import type { Connection, SqlRow } from '../open.ts'
import { StoreError } from '../store/store-error.ts'

/** What a migration may do: run statements inside the runner's one transaction. */
export type MigrationDatabase = {
  /** Structure. Its text is part of the migration's checksum, so it must not depend on data. */
  exec(sql: string): void
  /** Data. */
  run(sql: string, parameters?: readonly unknown[]): void
  all(sql: string, parameters?: readonly unknown[]): SqlRow[]
}

export type Migration = {
  /** 1, 2, 3 … without gaps; the store's `user_version` after it. */
  id: number
  name: string
  up(db: MigrationDatabase): void
}

const createTable = `CREATE TABLE IF NOT EXISTS migrations (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL,
  applied_at TEXT NOT NULL
) STRICT`

const assertGapless = (migrations: readonly Migration[]) => {
  for (const [index, migration] of migrations.entries()) {
    if (migration.id !== index + 1) throw new RangeError(`migration ${migration.name}: id`)
  }
}

const applyOne = (connection: Connection, migration: Migration, now: string) => {
  const hash = createHash('sha256')
  migration.up({
    exec(sql) {
      hash.update(sql).update('\0')
      connection.exec(sql)
    },
    run: (sql, parameters = []) => void connection.run(sql, parameters),
    all: (sql, parameters = []) => connection.all(sql, parameters),
  })
  connection.run('INSERT INTO migrations (id, name, checksum, applied_at) VALUES (?, ?, ?, ?)', [
    migration.id,
    migration.name,
    hash.digest('hex'),
    now,
  ])
}

export type MigrateOptions = {
  connection: Connection
  migrations: readonly Migration[]
  /** UTC instant written beside each migration. */
  now: string
  /** Runs before the first change to a store that is not new; makes the backup, or throws. */
  beforeChange?: (from: number, to: number) => Promise<void>
  /** Runs inside the transaction, after the last migration: the audit row belongs there. */
  record?: (applied: readonly number[]) => void
}

/**
 * Brings the store to the newest version: structure, data, the record of it and the version in one
 * transaction, so a kill leaves the old store or the new one and nothing between.
 *
 * @returns the ids applied, empty when the store was up to date.
 * @throws StoreError `store.newer-schema`, `store.migration-failed`; the store is as before.
 */
export const migrate = async (options: MigrateOptions): Promise<number[]> => {
  const { connection, migrations, beforeChange } = options
  assertGapless(migrations)
  const from = connection.userVersion
  const to = migrations.length
  if (from > to) throw new StoreError('store.newer-schema', { found: from, known: to })
  if (from === to) return []
  if (from > 0) await beforeChange?.(from, to)
  connection.setForeignKeys(false)
  try {
    return connection.transact(() => applyPending(options))
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError('store.migration-failed', { from, to }, error)
  } finally {
    connection.setForeignKeys(true)
  }
}

const applyPending = ({ connection, migrations, now, record }: MigrateOptions): number[] => {
  // Read again under the write lock: a second process may have been faster.
  const pending = migrations.slice(connection.userVersion)
  connection.exec(createTable)
  for (const migration of pending) applyOne(connection, migration, now)
  const orphans = connection.foreignKeyCheck()
  if (orphans.length > 0) throw new Error(`foreign keys: ${orphans.length} rows without a parent`)
  connection.setUserVersion(migrations.length)
  const applied = pending.map((migration) => migration.id)
  if (applied.length > 0) record?.(applied)
  return applied
}
