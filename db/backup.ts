import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { auditHead } from './audit.ts'
import { openDatabase, type Connection } from './open.ts'
import {
  extractDatabase,
  isManifestGenuine,
  readContainer,
  sha256OfFile,
  signManifest,
  writeContainer,
  type BackupKind,
  type Container,
  type Manifest,
} from './store/container.ts'
import { pathsOf, withWorkFolder } from './store/generations.ts'
import { readKeyslots } from './store/keyslot-file.ts'
import { assertKeyFits, passwordSlots } from './store/keyslots.ts'
import { backupRecordFile } from './store/places.ts'
import { backupsToDelete } from './store/rotation.ts'
import { readSmallFile, syncFile, syncFolder, writeSmallFile } from './store/small-file.ts'
import { codeOf, StoreError } from './store/store-error.ts'
import { subKeysOf } from './store/sub-keys.ts'
import { countRows, verifyStore, type StoreCheck } from './verify.ts'

const extension = '.tanxin'

export type BackupInfo = {
  file: string
  bytes: number
  createdAt: string
  kind: BackupKind
  appVersion: string
  schemaVersion: number
  storeId: string
  labels: Record<string, string>
  /** Rows per table. */
  counts: Record<string, number>
  auditSeq: number
}

export type BackupStep = 'copy' | 'pack' | 'verify' | 'done'

export type BackupOptions = {
  dir: string
  generation: string
  dek: Buffer
  /** A new file; its folder is made when missing. */
  target: string
  appVersion: string
  kind: BackupKind
  /** UTC instant with milliseconds. */
  now: string
  /** Shown in the preview without a key: the centre's name and the like, never case text. */
  labels?: Record<string, string>
  /** Rules that the copy must keep as well. */
  checks?: readonly StoreCheck[]
  onStep?: (step: BackupStep) => void
}

/** `tanxin-20261122-111504-daily.tanxin`, in the time of China. */
export const backupFileName = (folder: string, now: string, kind: BackupKind): string => {
  const local = new Date(Date.parse(now) + 8 * 3_600_000).toISOString()
  const stamp = local.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')
  return join(folder, `tanxin-${stamp}-${kind}${extension}`)
}

export const infoOf = ({ file, bytes, manifest }: Container): BackupInfo => ({
  file,
  bytes,
  createdAt: manifest.createdAt,
  kind: manifest.kind,
  appVersion: manifest.appVersion,
  schemaVersion: manifest.schemaVersion,
  storeId: manifest.storeId,
  labels: manifest.labels,
  counts: manifest.counts,
  auditSeq: manifest.audit.seq,
})

/** @throws StoreError with `code` when a folder has less than 1.2 times the bytes free. */
export const assertSpace = (
  folder: string,
  bytes: number,
  code: 'backup.no-space' | 'store.no-space',
) => {
  const { bavail, bsize } = statfsSync(folder)
  const needed = Math.ceil(bytes * 1.2)
  if (bavail * bsize < needed) throw new StoreError(code, { needed, free: bavail * bsize })
}

/**
 * Writes one verified backup file: a consistent copy of the encrypted database with its key slots.
 * It has its name only after it was opened as a restore would open it.
 *
 * @throws StoreError `backup.exists`, `backup.no-space`, `backup.unreadable` (what was written does
 * not read back), `store.damaged` (the store itself is not sound).
 */
export const writeBackup = async (options: BackupOptions): Promise<BackupInfo> => {
  const { dir, target, now } = options
  try {
    const info = await writeVerified(options)
    writeBackupRecord(dir, { lastSuccess: { at: now, file: resolve(target), bytes: info.bytes } })
    options.onStep?.('done')
    return info
  } catch (error) {
    const full = codeOf(error) === 'SQLITE_FULL' || codeOf(error) === 'ENOSPC'
    const told = full ? new StoreError('backup.no-space', {}, error) : error
    noteFailure(dir, { at: now, code: codeOf(told) || 'failed' })
    throw told
  }
}

const writeVerified = async (options: BackupOptions): Promise<BackupInfo> => {
  const { dir, generation, target } = options
  if (existsSync(target)) throw new StoreError('backup.exists')
  const folder = dirname(resolve(target))
  mkdirSync(folder, { recursive: true })
  const size = sizeWithLog(pathsOf(dir, generation).database)
  assertSpace(folder, size, 'backup.no-space')
  assertSpace(dir, size * 2, 'backup.no-space')
  const part = `${target}.${randomBytes(4).toString('hex')}.part`
  try {
    const info = await withWorkFolder(dir, async (work) => {
      const container = await pack(options, work, part)
      options.onStep?.('verify')
      await verifyContainer(container, options.dek, join(work, 'verify.db'), options.checks)
      return infoOf(container)
    })
    if (existsSync(target)) throw new StoreError('backup.exists')
    renameSync(part, target)
    syncFolder(folder)
    return { ...info, file: resolve(target) }
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

const sizeWithLog = (file: string): number =>
  [file, `${file}-wal`].reduce(
    (sum, each) => sum + (statSync(each, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

const pack = async (options: BackupOptions, work: string, part: string): Promise<Container> => {
  const { dir, generation, dek, onStep } = options
  const copy = join(work, 'copy.db')
  onStep?.('copy')
  copyDatabase(pathsOf(dir, generation).database, dek, copy)
  onStep?.('pack')
  const facts = factsOf(copy, dek)
  const keyslots = readKeyslots(pathsOf(dir, generation))
  assertKeyFits(keyslots, dek)
  const manifest: Manifest = signManifest(subKeysOf(dek).backup, {
    format: 'tanxin-backup',
    version: 1,
    appVersion: options.appVersion,
    createdAt: options.now,
    kind: options.kind,
    storeId: keyslots.storeId,
    generation,
    labels: options.labels ?? {},
    ...facts,
    keyslots,
    db: { bytes: statSync(copy).size, sha256: await sha256OfFile(copy) },
    mac: '',
  })
  await writeContainer(part, manifest, copy)
  return readContainer(part)
}

/** On a connection of its own, so that writers go on. The copy holds what the log held. */
const copyDatabase = (file: string, dek: Buffer, copy: string) => {
  const source = openDatabase({ file, dek, mode: 'open' })
  try {
    source.vacuumInto(copy)
  } finally {
    source.close()
  }
  syncFile(copy)
}

/** What the copy holds, read from the copy: the store may have gone on since. */
const factsOf = (copy: string, dek: Buffer) => {
  const connection = openDatabase({ file: copy, dek, mode: 'open' })
  try {
    return {
      schemaVersion: connection.userVersion,
      counts: countRows(connection),
      audit: auditHead(connection),
    }
  } finally {
    connection.close()
  }
}

/**
 * Opens the backup as a restore does: genuine manifest, key slots that fit, bytes that hash right,
 * a sound file with the same rows and the same end of the audit chain.
 * @throws StoreError `backup.unreadable` with the `reason`.
 */
export const verifyContainer = async (
  container: Container,
  dek: Buffer,
  scratch: string,
  checks: readonly StoreCheck[] = [],
) => {
  assertGenuine(container, dek)
  await extractDatabase(container, scratch)
  const connection = openDatabase({ file: scratch, dek, mode: 'open' })
  try {
    await assertAsDescribed(connection, container.manifest, dek, checks)
  } finally {
    connection.close()
  }
}

const unreadable = (reason: string, details = '') =>
  new StoreError('backup.unreadable', { reason, details })

export const assertGenuine = ({ manifest }: Container, dek: Buffer) => {
  if (!isManifestGenuine(subKeysOf(dek).backup, manifest)) throw unreadable('manifest')
  assertKeyFits(manifest.keyslots, dek)
  const recoverable = manifest.keyslots.slots.some((slot) => slot.kind === 'recovery')
  if (!recoverable || passwordSlots(manifest.keyslots).length === 0) throw unreadable('keyslots')
}

export const assertAsDescribed = async (
  connection: Connection,
  manifest: Manifest,
  dek: Buffer,
  checks: readonly StoreCheck[] = [],
) => {
  const report = await verifyStore({ connection, auditKey: subKeysOf(dek)['audit-mac'], checks })
  const [first] = report.findings
  if (first) throw unreadable(first.check, first.details)
  const sameRows = JSON.stringify(report.counts) === JSON.stringify(manifest.counts)
  if (!sameRows) throw unreadable('counts')
  const { seq, head } = manifest.audit
  if (report.audit.seq !== seq || report.audit.head !== head) throw unreadable('auditHead')
}

const recordSchema = z.object({
  lastSuccess: z.object({ at: z.string(), file: z.string(), bytes: z.number() }).optional(),
  lastFailure: z.object({ at: z.string(), code: z.string() }).optional(),
})

/** The last verified backup, and the last failure if it came after that. */
export type BackupRecord = z.infer<typeof recordSchema>

export const readBackupRecord = (dir: string): BackupRecord => {
  try {
    return recordSchema.parse(JSON.parse(readSmallFile(backupRecordFile(dir)) ?? '{}'))
  } catch {
    return {}
  }
}

const writeBackupRecord = (dir: string, record: BackupRecord) =>
  writeSmallFile(backupRecordFile(dir), `${JSON.stringify(record)}\n`)

/** The failure is thrown on anyway; a disk too full to note it must not hide it. */
const noteFailure = (dir: string, lastFailure: BackupRecord['lastFailure']) => {
  try {
    writeBackupRecord(dir, { ...readBackupRecord(dir), lastFailure })
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error
  }
}

/** The complete backups in a folder, newest first. Their bytes are not checked here. */
export const listBackups = async (folder: string): Promise<BackupInfo[]> => {
  const containers = await readFolder(folder)
  return containers.map(infoOf).toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
}

const readFolder = async (folder: string): Promise<Container[]> => {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const containers: Container[] = []
  for (const name of names.filter((each) => each.endsWith(extension))) {
    try {
      containers.push(await readContainer(join(folder, name)))
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
    }
  }
  return containers
}

export type RotateOptions = {
  dir: string
  storeId: string
  dek: Buffer
  folder: string
  now: string
}

/**
 * Deletes backups that the rotation no longer keeps: only files whose manifest this store signed,
 * never the newest, never the last verified one.
 * @returns the names of the deleted files.
 */
export const rotateBackups = async (options: RotateOptions): Promise<string[]> => {
  const { dir, folder, storeId, dek, now } = options
  const key = subKeysOf(dek).backup
  const lastVerified = readBackupRecord(dir).lastSuccess?.file
  const own = (await readFolder(folder)).filter(
    ({ manifest }) => manifest.storeId === storeId && isManifestGenuine(key, manifest),
  )
  const dated = own.map(({ file, manifest }) => ({ file, createdAt: manifest.createdAt }))
  const gone = backupsToDelete(dated, now).filter(({ file }) => resolve(file) !== lastVerified)
  for (const { file } of gone) rmSync(file)
  return gone.map(({ file }) => basename(file))
}
