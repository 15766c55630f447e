import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { DatabaseConnection, Dialect, TransactionSettings } from 'kysely'
import type { Connection } from './open.ts'
import type { Database } from './schema.ts'

/**
 * A transaction takes the write lock at once: a deferred one that turns into a writer fails with
 * SQLITE_BUSY_SNAPSHOT as soon as two processes share the store. A read-only one stays deferred.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #connection: Connection

  constructor(connection: Connection) {
    super({ database: connection })
    this.#connection = connection
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
    const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate'
    await connection.executeQuery(CompiledQuery.raw(begin))
  }

  // SQLite has already rolled back after a full disk or an I/O error.
  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#connection.inTransaction) await super.rollbackTransaction(connection)
  }
}

const dialectOver = (connection: Connection): Dialect => ({
  createAdapter: () => new SqliteAdapter(),
  createDriver: () => new ImmediateSqliteDriver(connection),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
})

/** Typed queries over an open connection; `destroy()` closes the connection. */
export const kyselyOver = (connection: Connection): Kysely<Database> =>
  new Kysely<Database>({ dialect: dialectOver(connection) })
