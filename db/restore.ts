import { mkdirSync } from 'node:fs'
import { appendAuditOn, auditHead, type AuditHead } from './audit.ts'
import { assertAsDescribed, assertGenuine, assertSpace, infoOf, type BackupInfo } from './backup.ts'
import { migrations as allMigrations } from './migrations/index.ts'
import { isDatabaseInUse, openDatabase, type Connection } from './open.ts'
import { peekAnchor, writeAnchor } from './store/anchor.ts'
import { systemClock, type Clock } from './store/clock.ts'
import { extractDatabase, readContainer, type Container } from './store/container.ts'
import {
  currentGeneration,
  holdsStore,
  pathsOf,
  startGeneration,
  switchGeneration,
  type NewGeneration,
} from './store/generations.ts'
import { tryPassword, userOf } from './store/keyring.ts'
import { readKeyslots, writeKeyslots } from './store/keyslot-file.ts'
import {
  openWithPassword,
  openWithRecoveryKey,
  passwordSlots,
  slotOf,
  type SlotUser,
} from './store/keyslots.ts'
import { startLockOut } from './store/lock-out.ts'
import { StoreError } from './store/store-error.ts'
import { subKeysOf } from './store/sub-keys.ts'
import type { StoreCheck } from './verify.ts'

/** What a backup says of itself before any key; only a restore proves it. */
export type BackupPreview = BackupInfo & { people: SlotUser[] }

/** @throws StoreError `backup.not-found`, `backup.unreadable`. */
export const previewBackup = async (file: string): Promise<BackupPreview> => {
  const container = await readContainer(file)
  return { ...infoOf(container), people: passwordSlots(container.manifest.keyslots).map(userOf) }
}

export type RestoreSecret =
  | { kind: 'password'; userId: string; password: string }
  | { kind: 'recoveryKey'; recoveryKey: string }

export type RestoreStep = 'check' | 'extract' | 'verify' | 'switch'

export type RestoreOptions = {
  file: string
  /** The store's folder, which may be empty. A store in it stays as an older generation. */
  dir: string
  /** Of the time when the backup was made. */
  secret: RestoreSecret
  clock?: Clock
  checks?: readonly StoreCheck[]
  /** Allows a backup of a store other than the one in the folder. */
  replaceOtherStore?: boolean
  /** Newest schema this program knows. */
  knownVersion?: number
  onStep?: (step: RestoreStep) => void
}

export type Restored = {
  storeId: string
  generation: string
  /** The generation that was current before, kept as it is; undefined on an empty folder. */
  previousGeneration: string | undefined
  counts: Record<string, number>
}

type Previous = { generation: string; storeId: string | undefined } | undefined

/** What is in the folder now, as far as it can still be read: a restore is for damaged stores too. */
const previousStore = (dir: string): Previous => {
  if (!holdsStore(dir)) return undefined
  try {
    const generation = currentGeneration(dir)
    return { generation, storeId: storeIdOf(dir, generation) }
  } catch (error) {
    if (error instanceof StoreError) return undefined
    throw error
  }
}

const storeIdOf = (dir: string, generation: string): string | undefined => {
  try {
    return readKeyslots(pathsOf(dir, generation)).storeId
  } catch (error) {
    if (error instanceof StoreError) return undefined
    throw error
  }
}

/** The data key and who showed it. Tries at a password count as at sign-in. */
const openContainer = async (
  container: Container,
  options: RestoreOptions,
  previous: Previous,
  clock: Clock,
): Promise<{ dek: Buffer; actor: { id: string; role: string } }> => {
  const { keyslots } = container.manifest
  const { secret, dir } = options
  if (secret.kind === 'recoveryKey') {
    const dek = openWithRecoveryKey(keyslots, secret.recoveryKey)
    return { dek, actor: { id: 'recovery-key', role: 'recovery-key' } }
  }
  const { userId, password } = secret
  const dek =
    previous?.storeId === keyslots.storeId
      ? await tryPassword({ dir, clock }, keyslots, userId, password)
      : await openWithPassword(keyslots, userId, password)
  return { dek, actor: { id: userId, role: slotOf(keyslots, userId)?.role ?? '' } }
}

const assertNotInUse = (dir: string, previous: Previous, storeId: string, dek: Buffer) => {
  if (!previous || previous.storeId !== storeId) return
  try {
    if (isDatabaseInUse(pathsOf(dir, previous.generation).database, dek)) {
      throw new StoreError('store.in-use')
    }
  } catch (error) {
    // A file that cannot be opened is what the restore is for.
    if (error instanceof StoreError && error.code === 'store.in-use') throw error
  }
}

/**
 * Builds a new generation from a backup, proves it, and then points the store to it. Before that
 * one step the old state is untouched, and after it the old state still lies beside the new one.
 *
 * @throws StoreError `backup.not-found`, `backup.unreadable`, `backup.other-store`,
 * `store.wrong-password`, `store.locked-out`, `store.recovery-key-mistyped`,
 * `store.wrong-recovery-key`, `store.newer-schema`, `store.in-use`, `store.no-space`.
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const { file, dir, clock = systemClock, onStep } = options
  const known = options.knownVersion ?? allMigrations.length
  onStep?.('check')
  const container = await readContainer(file)
  const { manifest } = container
  if (manifest.schemaVersion > known) {
    throw new StoreError('store.newer-schema', { found: manifest.schemaVersion, known })
  }
  const previous = previousStore(dir)
  const other = previous?.storeId !== undefined && previous.storeId !== manifest.storeId
  if (other && !options.replaceOtherStore) throw new StoreError('backup.other-store')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const { dek, actor } = await openContainer(container, options, previous, clock)
  try {
    assertGenuine(container, dek)
    assertNotInUse(dir, previous, manifest.storeId, dek)
    assertSpace(dir, manifest.db.bytes, 'store.no-space')
    const generation = startGeneration(dir)
    const was = previous && peekAnchor(dir, previous.generation)
    const replaces = holdsStore(dir)
    await buildGeneration({ options, container, generation, dek, actor, was, clock })
    onStep?.('switch')
    if (previous?.storeId !== manifest.storeId) startLockOut(dir, manifest.storeId)
    // The last of the two is the moment of the change; without a store before, a pointer alone is none.
    if (replaces) generation.finish()
    switchGeneration(dir, generation.name)
    if (!replaces) generation.finish()
    return {
      storeId: manifest.storeId,
      generation: generation.name,
      previousGeneration: previous?.generation,
      counts: manifest.counts,
    }
  } finally {
    dek.fill(0)
  }
}

type Build = {
  options: RestoreOptions
  container: Container
  generation: NewGeneration
  dek: Buffer
  actor: { id: string; role: string }
  was: AuditHead | undefined
  clock: Clock
}

const headText = (head: AuditHead | undefined) =>
  head ? `${head.seq}:${head.head.slice(0, 20)}` : 'none'

/** What waited for a printer then may have come out since: no job of a backup prints by itself. */
const leavePrintJobs = (connection: Connection, now: string) => {
  const hasQueue = connection.get(`SELECT 1 FROM sqlite_master WHERE name = 'print_jobs'`)
  if (!hasQueue) return
  connection.run(
    `UPDATE print_jobs SET state = 'failed', trouble = 'unsure', system_job = NULL, ended_at = ?
      WHERE state IN ('waiting', 'sent')`,
    [now],
  )
}

const buildGeneration = async (build: Build) => {
  const { options, container, generation, dek, actor, was, clock } = build
  const { manifest } = container
  const { paths } = generation
  const keys = subKeysOf(dek)
  try {
    options.onStep?.('extract')
    await extractDatabase(container, paths.database)
    options.onStep?.('verify')
    const connection = openDatabase({ file: paths.database, dek, mode: 'open' })
    try {
      await assertAsDescribed(connection, manifest, dek, options.checks)
      connection.transact(() => {
        leavePrintJobs(connection, clock.now())
        appendAuditOn(connection, keys['audit-mac'], {
          at: clock.now(),
          actorId: actor.id,
          actorRole: actor.role,
          operation: 'store.restored',
          objectKind: 'backup',
          objectId: manifest.createdAt,
          result: `from ${headText(manifest.audit)} over ${headText(was)}`,
        })
      })
      connection.checkpoint()
      const place = { dir: options.dir, generation: generation.name, key: keys.anchor }
      writeAnchor(place, auditHead(connection), clock.now())
    } finally {
      connection.close()
    }
    writeKeyslots(paths, manifest.keyslots)
  } catch (error) {
    generation.discard()
    throw error
  }
}
