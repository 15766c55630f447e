import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { relative } from 'node:path'
import { v7 } from 'uuid'
import { appendAuditOn, auditHead } from '../audit.ts'
import { backupFileName, writeBackup } from '../backup.ts'
import { kyselyOver } from '../kysely.ts'
import { migrations as allMigrations } from '../migrations/index.ts'
import { migrate, type Migration } from '../migrations/runner.ts'
import { openDatabase, type Connection } from '../open.ts'
import type { Tx } from '../schema.ts'
import { writeAnchor } from './anchor.ts'
import { systemClock, type Clock } from './clock.ts'
import {
  currentGeneration,
  holdsStore,
  pathsOf,
  startGeneration,
  sweepUnfinished,
  switchGeneration,
  type NewGeneration,
} from './generations.ts'
import { tryPassword, userOf } from './keyring.ts'
import { healKeyslots, readKeyslots, writeKeyslots } from './keyslot-file.ts'
import {
  newKeyslots,
  openWithRecoveryKey,
  passwordSlots,
  putPasswordSlot,
  renewRecoverySlot,
  slotOf,
  type KdfCost,
  type KeyslotDocument,
  type SlotUser,
} from './keyslots.ts'
import { openLockOut, startLockOut } from './lock-out.ts'
import { openGeneration, type Store } from './opened-store.ts'
import { backupFolder } from './places.ts'
import { StoreError } from './store-error.ts'
import { subKeysOf } from './sub-keys.ts'

type StoreOptions = {
  /** The store's folder; nothing of the store lies outside it. */
  dir: string
  clock?: Clock
  appVersion?: string
  /** Cheaper key derivation for tests. */
  cost?: KdfCost
  migrations?: readonly Migration[]
  /** Told when background work (anchor, checkpoint) could not write. */
  onTrouble?: (error: unknown) => void
}

export type CreateStoreOptions = StoreOptions & {
  /** UUIDv7 of the first user's row; made when absent. */
  userId?: string
  userName: string
  role: string
  password: string
  /** Fills the new store in one transaction, before anything points to it: body, first user. */
  setUp?: (tx: Tx, user: SlotUser) => Promise<void>
}

export type CreatedStore = { storeId: string; userId: string; recoveryKey: string }

/**
 * Makes a store of its own in `dir`. Until the last step nothing is there; after it, everything is.
 * The recovery key is returned once and kept nowhere.
 *
 * @throws StoreError `store.exists`.
 */
export const createStore = async (options: CreateStoreOptions): Promise<CreatedStore> => {
  const { dir, clock = systemClock } = options
  if (holdsStore(dir)) throw new StoreError('store.exists')
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const user = { userId: options.userId ?? v7(), userName: options.userName, role: options.role }
  const dek = randomBytes(32)
  const generation = startGeneration(dir)
  try {
    const slots = newKeyslots(dek, options.cost)
    const withUser = await putPasswordSlot(slots, dek, user, options.password, options.cost)
    const { document, recoveryKey } = renewRecoverySlot(withUser, dek)
    await fillFirstGeneration(options, generation, dek, user, document.storeId, clock)
    writeKeyslots(generation.paths, document)
    startLockOut(dir, document.storeId)
    switchGeneration(dir, generation.name)
    // The pointer names nothing until this rename: that is the moment the store exists.
    generation.finish()
    return { storeId: document.storeId, userId: user.userId, recoveryKey }
  } catch (error) {
    generation.discard()
    throw error
  } finally {
    dek.fill(0)
  }
}

const fillFirstGeneration = async (
  options: CreateStoreOptions,
  generation: NewGeneration,
  dek: Buffer,
  user: SlotUser,
  storeId: string,
  clock: Clock,
) => {
  const file = generation.paths.database
  const keys = subKeysOf(dek)
  const connection = openDatabase({ file, dek, mode: 'create' })
  try {
    const migrations = options.migrations ?? allMigrations
    const record = () =>
      appendAuditOn(connection, keys['audit-mac'], {
        at: clock.now(),
        actorId: user.userId,
        actorRole: user.role,
        operation: 'store.created',
        objectKind: 'store',
        objectId: storeId,
        result: `version ${migrations.length}`,
      })
    await migrate({ connection, migrations, now: clock.now(), record })
    await runSetUp(connection, options, user)
    const place = { dir: options.dir, generation: generation.name, key: keys.anchor }
    writeAnchor(place, auditHead(connection), clock.now())
    connection.checkpoint()
  } finally {
    connection.close()
  }
}

const runSetUp = async (connection: Connection, options: CreateStoreOptions, user: SlotUser) => {
  const { setUp } = options
  if (!setUp) return
  await kyselyOver(connection)
    .transaction()
    .execute((tx) => setUp(tx, user))
}

/** Whether `dir` has a store that can be signed in to. */
export const storeExists = (dir: string): boolean => holdsStore(dir)

/** The people on the sign-in screen, known before anyone signed in. */
export const listSignInNames = (dir: string): SlotUser[] =>
  passwordSlots(readKeyslots(pathsOf(dir, currentGeneration(dir)))).map(userOf)

/** Milliseconds until this user may try a password again. */
export const signInWaitMs = (dir: string, userId: string, clock: Clock = systemClock): number => {
  const { storeId } = readKeyslots(pathsOf(dir, currentGeneration(dir)))
  return openLockOut(dir, storeId, clock).waitMs(userId)
}

export type UnlockOptions = StoreOptions & { userId: string; password: string }

/**
 * @throws StoreError `store.wrong-password` and `store.locked-out` (`failures`, `waitMs`),
 * `store.damaged` (`part`), `store.newer-schema`, `store.not-found`, `store.migration-failed`
 * (`from`, `to`, and within `dir` the places `store` and `backup`).
 */
export const unlockStore = async (options: UnlockOptions): Promise<Store> => {
  const { dir, userId, password, clock = systemClock } = options
  const generation = currentGeneration(dir)
  const document = readKeyslots(pathsOf(dir, generation))
  const dek = await tryPassword({ dir, clock }, document, userId, password)
  const slot = slotOf(document, userId)
  if (!slot) throw new StoreError('store.no-such-user')
  return open(options, generation, document, dek, userOf(slot))
}

export type RecoverOptions = StoreOptions & {
  recoveryKey: string
  /** Whose password is set anew; must have a slot. */
  userId: string
  newPassword: string
}

/**
 * Opens with the printed key, sets a new password for one user and voids the key for a new one.
 * The use is in the audit log. Throws `store.recovery-key-mistyped`, `store.wrong-recovery-key`,
 * `store.no-such-user` and whatever `unlockStore` throws of the file.
 */
export const unlockWithRecoveryKey = async (
  options: RecoverOptions,
): Promise<{ store: Store; recoveryKey: string }> => {
  const { dir, userId, clock = systemClock } = options
  const generation = currentGeneration(dir)
  const paths = pathsOf(dir, generation)
  const document = readKeyslots(paths)
  const slot = slotOf(document, userId)
  if (!slot) throw new StoreError('store.no-such-user')
  const user = userOf(slot)
  const dek = openWithRecoveryKey(document, options.recoveryKey)
  const store = await open(options, generation, document, dek, user)
  try {
    const reset = await putPasswordSlot(document, dek, user, options.newPassword, options.cost)
    const renewed = renewRecoverySlot(reset, dek)
    store.connection.transact(() =>
      appendAuditOn(store.connection, store.secrets.keys['audit-mac'], {
        at: clock.now(),
        actorId: userId,
        actorRole: user.role,
        operation: 'store.recovered',
        objectKind: 'user',
        objectId: userId,
        result: 'done',
      }),
    )
    writeKeyslots(paths, renewed.document)
    openLockOut(dir, document.storeId, clock).succeed(userId)
    store.afterCommit()
    return { store, recoveryKey: renewed.recoveryKey }
  } catch (error) {
    await store.close()
    throw error
  }
}

const open = async (
  options: StoreOptions,
  generation: string,
  document: KeyslotDocument,
  dek: Buffer,
  user: SlotUser,
): Promise<Store> => {
  const { dir, clock = systemClock, appVersion = '0', migrations = allMigrations } = options
  sweepUnfinished(dir, clock.now())
  healKeyslots(pathsOf(dir, generation), document)
  let backup: string | undefined
  const beforeMigration = async () => {
    const now = clock.now()
    const target = backupFileName(backupFolder(dir), now, 'migration')
    await writeBackup({ dir, generation, dek, target, appVersion, kind: 'migration', now })
    backup = target
  }
  const { storeId } = document
  const onTrouble = options.onTrouble ?? (() => undefined)
  const cost = options.cost
  try {
    return await openGeneration({
      dir,
      generation,
      dek,
      storeId,
      user,
      clock,
      migrations,
      cost,
      beforeMigration,
      onTrouble,
    })
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'store.migration-failed') throw error
    const places = {
      store: relative(dir, pathsOf(dir, generation).database),
      ...(backup === undefined ? {} : { backup: relative(dir, backup) }),
    }
    throw new StoreError(error.code, { ...error.details, ...places }, error.cause)
  }
}
