import type { Kysely } from 'kysely'
import { appendAudit, appendAuditOn, auditHead, type AuditEntry, type AuditHead } from '../audit.ts'
import { kyselyOver } from '../kysely.ts'
import { migrate, type Migration } from '../migrations/runner.ts'
import { openDatabase, type Connection } from '../open.ts'
import type { Database, Tx } from '../schema.ts'
import { compareAnchor, writeAnchor, type AnchorAlarm } from './anchor.ts'
import type { Clock } from './clock.ts'
import { pathsOf } from './generations.ts'
import { storeKeyring, type Keyring } from './keyring.ts'
import type { KdfCost, SlotUser } from './keyslots.ts'
import { StoreError } from './store-error.ts'
import { subKeysOf, type SubKeys } from './sub-keys.ts'
import { wallOver, type Wall } from './wall.ts'

/** An unlocked store of one process. */
export type Store = {
  readonly dir: string
  readonly storeId: string
  readonly generation: string
  readonly schemaVersion: number
  /** Who unlocked it, as the key slot has it; the users table decides what they may do. */
  readonly user: SlotUser
  /** Queries and transactions (BEGIN IMMEDIATE). */
  readonly db: Kysely<Database>
  /** The same connection, synchronous: for verification and the store's own work. */
  readonly connection: Connection
  readonly keyring: Keyring
  /** Seals and opens what lies behind the wall of separate talks. */
  readonly wall: Wall
  /** For backup and verification only; cleared by `close`. */
  readonly secrets: { readonly dek: Buffer; readonly keys: SubKeys }
  /** Set when the log is not the one that was noted outside the file. */
  readonly alarm: AnchorAlarm | undefined
  /** One line of the log in the caller's transaction: no line, no change. */
  appendAudit(tx: Tx, entry: AuditEntry): Promise<AuditHead>
  /** After each commit: renews the anchor within half a second, empties the log file after 30 s. */
  afterCommit(): void
  /** Renews the anchor and empties the log file now; skipped inside a transaction. */
  settle(): void
  /** A head has seen the alarm: it goes into the log, and the anchor follows the file again. */
  acknowledgeAlarm(actor: { id: string; role: string }): void
  close(): Promise<void>
}

export type OpenGenerationOptions = {
  dir: string
  generation: string
  dek: Buffer
  storeId: string
  user: SlotUser
  clock: Clock
  migrations: readonly Migration[]
  cost: KdfCost | undefined
  /** Makes the backup before a migration, or throws. */
  beforeMigration: (from: number, to: number) => Promise<void>
  /** Told when the anchor or the log file could not be written in the background. */
  onTrouble: (error: unknown) => void
}

const anchorDelayMs = 500
const checkpointDelayMs = 30_000
const reopenDelaysMs = [50, 200, 500]

/**
 * The key was checked before, so SQLite's "not a database" is a read error or damage; the cipher
 * layer reports a passing read error in just that way, hence the tries.
 */
const openPatiently = async (file: string, dek: Buffer, known: number): Promise<Connection> => {
  for (const delay of [...reopenDelaysMs, undefined]) {
    try {
      return openDatabase({ file, dek, mode: 'open', knownVersion: known })
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'store.wrong-key') throw error
      if (delay === undefined) throw new StoreError('store.damaged', { part: 'database' }, error)
      await new Promise((resume) => setTimeout(resume, delay))
    }
  }
  throw new StoreError('store.damaged', { part: 'database' })
}

const readAlarm = (options: OpenGenerationOptions, keys: SubKeys, connection: Connection) => {
  const { dir, generation } = options
  return compareAnchor({ dir, generation, key: keys.anchor }, connection)
}

export const openGeneration = async (options: OpenGenerationOptions): Promise<Store> => {
  const { dir, generation, dek, migrations, clock, user } = options
  const file = pathsOf(dir, generation).database
  const keys = subKeysOf(dek)
  const connection = await openPatiently(file, dek, migrations.length)
  try {
    const alarm = readAlarm(options, keys, connection)
    await migrate({
      connection,
      migrations,
      now: clock.now(),
      beforeChange: options.beforeMigration,
      record: () =>
        appendAuditOn(connection, keys['audit-mac'], {
          at: clock.now(),
          actorId: user.userId,
          actorRole: user.role,
          operation: 'store.migrated',
          objectKind: 'store',
          objectId: options.storeId,
          result: `version ${migrations.length}`,
        }),
    })
    return storeOver(options, connection, keys, alarm)
  } catch (error) {
    connection.close()
    throw error
  }
}

const storeOver = (
  options: OpenGenerationOptions,
  connection: Connection,
  keys: SubKeys,
  firstAlarm: AnchorAlarm | undefined,
): Store => {
  const { dir, generation, dek, clock, user } = options
  const db = kyselyOver(connection)
  let alarm = firstAlarm
  let anchorTimer: NodeJS.Timeout | undefined
  let checkpointTimer: NodeJS.Timeout | undefined

  const renewAnchor = () => {
    // While an alarm stands, the anchor is the evidence for it.
    if (alarm || connection.degraded) return
    writeAnchor({ dir, generation, key: keys.anchor }, auditHead(connection), clock.now())
  }
  const stopTimers = () => {
    clearTimeout(anchorTimer)
    clearTimeout(checkpointTimer)
    anchorTimer = undefined
    checkpointTimer = undefined
  }
  const inBackground = (work: () => void) => {
    try {
      work()
    } catch (error) {
      options.onTrouble(error)
    }
  }
  const scheduleAnchor = () => {
    anchorTimer ??= setTimeout(() => {
      anchorTimer = undefined
      // Uncommitted rows must not be noted as written.
      if (connection.inTransaction) scheduleAnchor()
      else inBackground(renewAnchor)
    }, anchorDelayMs).unref()
  }
  const scheduleCheckpoint = () => {
    clearTimeout(checkpointTimer)
    checkpointTimer = setTimeout(() => {
      if (connection.inTransaction) scheduleCheckpoint()
      else inBackground(() => connection.checkpoint())
    }, checkpointDelayMs).unref()
  }
  const settle = () => {
    if (connection.inTransaction) return
    stopTimers()
    renewAnchor()
    if (!connection.degraded) connection.checkpoint()
  }

  return {
    dir,
    generation,
    storeId: options.storeId,
    schemaVersion: options.migrations.length,
    user,
    db,
    connection,
    keyring: storeKeyring({ ...options }),
    wall: wallOver(keys.wall),
    secrets: { dek, keys },
    get alarm() {
      return alarm
    },
    appendAudit: (tx, entry) => appendAudit(tx, keys['audit-mac'], entry),
    afterCommit() {
      scheduleAnchor()
      scheduleCheckpoint()
    },
    settle,
    acknowledgeAlarm(actor) {
      if (!alarm) return
      const result = alarm.code
      connection.transact(() =>
        appendAuditOn(connection, keys['audit-mac'], {
          at: clock.now(),
          actorId: actor.id,
          actorRole: actor.role,
          operation: 'store.alarmAcknowledged',
          objectKind: 'store',
          objectId: options.storeId,
          result,
        }),
      )
      alarm = undefined
      renewAnchor()
    },
    async close() {
      stopTimers()
      if (!connection.isOpen) return
      try {
        settle()
      } finally {
        await db.destroy()
        connection.close()
        for (const key of [dek, ...Object.values(keys)]) key.fill(0)
      }
    },
  }
}
