import BetterSqlite3 from 'better-sqlite3'
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { codeOf, StoreError } from './store/store-error.ts'

export type SqlValue = string | number | bigint | null | Uint8Array
export type SqlRow = Record<string, SqlValue>

type RunResult = { changes: number; lastInsertRowid: number | bigint }

export type PreparedStatement = {
  readonly reader: boolean
  all(parameters: readonly unknown[]): unknown[]
  run(parameters: readonly unknown[]): RunResult
  iterate(parameters: readonly unknown[]): IterableIterator<unknown>
}

/** One open, keyed and checked connection. Everything on it is synchronous. */
export type Connection = {
  readonly file: string
  /** The shared-memory file could not be made, so this connection reads alone and may not write. */
  readonly degraded: boolean
  readonly inTransaction: boolean
  readonly isOpen: boolean
  readonly userVersion: number
  setUserVersion(version: number): void
  /** Outside a transaction only: SQLite ignores the switch inside one. */
  setForeignKeys(on: boolean): void
  prepare(sql: string): PreparedStatement
  exec(sql: string): void
  all(sql: string, parameters?: readonly unknown[]): SqlRow[]
  get(sql: string, parameters?: readonly unknown[]): SqlRow | undefined
  iterate(sql: string, parameters?: readonly unknown[]): IterableIterator<SqlRow>
  run(sql: string, parameters?: readonly unknown[]): RunResult
  /** Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back when it throws. */
  transact<T>(work: () => T): T
  /** Writes the log back into the file and empties it. False when another reader held it. */
  checkpoint(): boolean
  /** A consistent, still encrypted copy. Refuses an existing target, which SQLite would not. */
  vacuumInto(target: string): void
  /** Findings of SQLite's own check, of the whole file or one table; empty when sound. */
  integrityCheck(table?: string): string[]
  /** Rows whose parent is missing. */
  foreignKeyCheck(): { table: string; rowid: number | null; parent: string }[]
  close(): void
}

export type OpenMode = 'create' | 'open'

export type OpenOptions = {
  file: string
  /** 32 random bytes; never a passphrase. */
  dek: Buffer
  mode: OpenMode
  /** Newest `user_version` this program knows; a newer file is refused before any write. */
  knownVersion?: number
}

const busyTimeoutMs = 5000
const statementCacheSize = 300
const plainHeader = 'SQLite format 3\0'

type Pragma = readonly [name: string, value: string, expected: string | number]

/** reliability.md §5.3: the order matters, and each is read back, since SQLite ignores slips. */
const pragmas: readonly Pragma[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['secure_delete', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['cache_size', '-32000', -32000],
  ['wal_autocheckpoint', '500', 500],
  ['journal_size_limit', '16777216', 16777216],
  ['busy_timeout', String(busyTimeoutMs), busyTimeoutMs],
]

/**
 * Files that this process has open. Reading such a file's bytes with `fs` would, on closing, drop
 * the process's POSIX locks on it and so let another process delete the live log.
 */
const openFiles = new Map<string, number>()

const countOpen = (file: string, step: 1 | -1) => {
  const path = resolve(file)
  const count = (openFiles.get(path) ?? 0) + step
  if (count > 0) openFiles.set(path, count)
  else openFiles.delete(path)
}

/**
 * Opens the encrypted store file, the only way the program has to reach SQLite.
 *
 * @throws StoreError `store.not-found`, `store.exists`, `store.wrong-key` (also raised for a
 * damaged first page: the cipher cannot tell them apart), `store.not-encrypted`,
 * `store.damaged` (an empty file), `store.newer-schema`.
 */
export const openDatabase = (options: OpenOptions): Connection => {
  const { file, mode } = options
  if (mode === 'create') {
    if (existsSync(file)) throw new StoreError('store.exists')
    // Closed once, so that the bytes that reached the disk can be looked at below.
    openKeyed(options, false).close()
  }
  if (!existsSync(file)) throw new StoreError('store.not-found')
  // An emptied file would open as an empty database without a word.
  if (statSync(file).size === 0) throw new StoreError('store.damaged', { part: 'database' })
  if (!openFiles.has(resolve(file))) refusePlainFile(file)
  try {
    return openKeyed({ ...options, mode: 'open' }, false)
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_IOERR_SHM')) {
      return openKeyed({ ...options, mode: 'open' }, true)
    }
    throw error
  }
}

/** Whether any connection, of this process or another, has the store file open. */
export const isDatabaseInUse = (file: string, dek: Buffer): boolean => {
  const db = keyed(file, dek, { timeout: 0, fileMustExist: true })
  try {
    // In exclusive mode the first read needs the file for itself.
    db.pragma('locking_mode=EXCLUSIVE')
    readSchema(db)
    return false
  } catch (error) {
    if (codeOf(error).startsWith('SQLITE_BUSY')) return true
    throw error
  } finally {
    db.close()
  }
}

const keyed = (file: string, dek: Buffer, options: BetterSqlite3.Options) => {
  const key = dek.toString('hex')
  // Anything but 64 digits would be taken for a passphrase, silently.
  if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('the data key must be 32 bytes')
  const nativeBinding = process.env['TANXIN_SQLITE_ADDON']
  const db = new BetterSqlite3(file, { ...options, ...(nativeBinding ? { nativeBinding } : {}) })
  try {
    setPragma(db, ['cipher', `'sqlcipher'`, 'sqlcipher'])
    setPragma(db, ['legacy', '4', '4'])
    db.pragma(`key="x'${key}'"`)
  } catch (error) {
    db.close()
    throw error
  }
  return db
}

const openKeyed = (options: OpenOptions, degraded: boolean): Connection => {
  const db = keyed(options.file, options.dek, {
    timeout: busyTimeoutMs,
    fileMustExist: options.mode === 'open',
  })
  try {
    if (degraded) db.pragma('locking_mode=EXCLUSIVE')
    readSchema(db)
    refuseNewerSchema(db, options.knownVersion)
    for (const pragma of pragmas) setPragma(db, pragma)
  } catch (error) {
    db.close()
    throw error
  }
  countOpen(options.file, 1)
  return connectionOver(db, options.file, degraded)
}

const setPragma = (db: BetterSqlite3.Database, [name, value, expected]: Pragma) => {
  db.pragma(`${name}=${value}`)
  const found = db.pragma(name, { simple: true })
  if (found !== expected) throw new Error(`pragma ${name} reads ${String(found)}`)
}

/** A wrong key shows only at the first read. */
const readSchema = (db: BetterSqlite3.Database) => {
  try {
    db.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    if (codeOf(error) === 'SQLITE_NOTADB') throw new StoreError('store.wrong-key', {}, error)
    throw error
  }
}

const versionOf = (db: BetterSqlite3.Database) =>
  Number(db.pragma('user_version', { simple: true }))

const refuseNewerSchema = (db: BetterSqlite3.Database, known: number | undefined) => {
  const found = versionOf(db)
  if (known !== undefined && found > known) {
    throw new StoreError('store.newer-schema', { found, known })
  }
}

/** A slip in the key pragma makes a plain file without any error, so the bytes are looked at. */
const refusePlainFile = (file: string) => {
  const header = Buffer.alloc(plainHeader.length)
  const handle = openSync(file, 'r')
  try {
    readSync(handle, header, 0, header.length, 0)
  } finally {
    closeSync(handle)
  }
  if (header.toString('latin1') === plainHeader) throw new StoreError('store.not-encrypted')
}

const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`

const connectionOver = (
  db: BetterSqlite3.Database,
  file: string,
  degraded: boolean,
): Connection => {
  const cache = new Map<string, BetterSqlite3.Statement<unknown[]>>()
  const statement = (sql: string) => {
    const known = cache.get(sql)
    if (known) return known
    const made = db.prepare<unknown[]>(sql)
    if (cache.size >= statementCacheSize) cache.clear()
    cache.set(sql, made)
    return made
  }
  const connection: Connection = {
    file,
    degraded,
    get inTransaction() {
      return db.inTransaction
    },
    get isOpen() {
      return db.open
    },
    get userVersion() {
      return versionOf(db)
    },
    setUserVersion(version) {
      if (!Number.isSafeInteger(version) || version < 0) throw new RangeError('user_version')
      db.pragma(`user_version=${version}`)
    },
    setForeignKeys: (on) => setPragma(db, ['foreign_keys', on ? 'ON' : 'OFF', on ? 1 : 0]),
    prepare(sql) {
      const cached = statement(sql)
      return {
        reader: cached.reader,
        all: (parameters) => cached.all(...parameters),
        run: (parameters) => cached.run(...parameters),
        // A statement that is being stepped is busy, so each iteration has its own.
        iterate: (parameters) => db.prepare<unknown[]>(sql).iterate(...parameters),
      }
    },
    exec: (sql) => void db.exec(sql),
    all: (sql, parameters = []) => statement(sql).all(...parameters) as SqlRow[],
    get: (sql, parameters = []) => statement(sql).get(...parameters) as SqlRow | undefined,
    iterate: (sql, parameters = []) =>
      db.prepare<unknown[]>(sql).iterate(...parameters) as IterableIterator<SqlRow>,
    run: (sql, parameters = []) => statement(sql).run(...parameters),
    transact(work) {
      db.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        db.exec('COMMIT')
        return result
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK')
        throw error
      }
    },
    checkpoint() {
      const [row] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      return row?.busy === 0
    },
    vacuumInto(target) {
      if (existsSync(target)) throw new StoreError('backup.exists')
      if (/^file:/i.test(target.trim())) throw new RangeError('a plain path is needed')
      db.prepare('VACUUM INTO ?').run(target)
    },
    integrityCheck(table) {
      const argument = table === undefined ? '' : `(${quoted(table)})`
      const rows = db.pragma(`integrity_check${argument}`) as { integrity_check: string }[]
      return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok')
    },
    foreignKeyCheck: () =>
      db.pragma('foreign_key_check') as { table: string; rowid: number | null; parent: string }[],
    close() {
      if (!db.open) return
      cache.clear()
      db.close()
      countOpen(file, -1)
    },
  }
  return connection
}
