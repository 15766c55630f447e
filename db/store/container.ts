import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import { keyslotSchema } from './keyslots.ts'
import { codeOf, StoreError } from './store-error.ts'
import { macOf, sameDigest } from './sub-keys.ts'

const magic = 'TANXIN-BACKUP 1\n'
const longestManifest = 4 * 1024 * 1024
const chunkBytes = 1024 * 1024

export const backupKinds = ['daily', 'quit', 'migration', 'manual', 'restore'] as const
export type BackupKind = (typeof backupKinds)[number]

const manifestSchema = z.strictObject({
  format: z.literal('tanxin-backup'),
  version: z.literal(1),
  appVersion: z.string().max(40),
  schemaVersion: z.int().min(1),
  createdAt: z.iso.datetime({ precision: 3 }),
  kind: z.enum(backupKinds),
  storeId: z.uuid(),
  generation: z.string().max(20),
  /** Readable without a key, for the preview: the centre's name and the like, no case text. */
  labels: z.record(z.string(), z.string().max(200)),
  /** Rows per table. */
  counts: z.record(z.string(), z.int().min(0)),
  audit: z.strictObject({ seq: z.int().min(0), head: z.string() }),
  keyslots: keyslotSchema,
  db: z.strictObject({ bytes: z.int().min(1), sha256: z.string() }),
  mac: z.string(),
})

/** The line before the bytes: what the backup holds, and who can open it. */
export type Manifest = z.infer<typeof manifestSchema>

export type Container = { file: string; manifest: Manifest; offset: number; bytes: number }

const manifestMac = (key: Buffer, { mac: _mac, ...body }: Manifest) => macOf(key, canonical(body))

export const signManifest = (key: Buffer, manifest: Manifest): Manifest => ({
  ...manifest,
  mac: manifestMac(key, manifest),
})

export const isManifestGenuine = (key: Buffer, manifest: Manifest): boolean =>
  sameDigest(manifest.mac, manifestMac(key, manifest))

const unreadable = (reason: string, cause?: unknown) =>
  new StoreError('backup.unreadable', { reason }, cause)

/** Reads chunk after chunk without holding up other work. */
const eachChunk = async (
  handle: FileHandle,
  from: number,
  bytes: number,
  take: (chunk: Buffer) => Promise<void>,
) => {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  for (let at = 0; at < bytes;) {
    const wanted = Math.min(chunkBytes, bytes - at)
    const { bytesRead } = await handle.read(buffer, 0, wanted, from + at)
    if (bytesRead === 0) throw unreadable('truncated')
    await take(buffer.subarray(0, bytesRead))
    at += bytesRead
  }
}

export const sha256OfFile = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  const handle = await open(file, 'r')
  try {
    await eachChunk(handle, 0, (await handle.stat()).size, async (chunk) => {
      hash.update(chunk)
    })
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

/** Writes a new container and makes it durable. The target must not exist. */
export const writeContainer = async (target: string, manifest: Manifest, database: string) => {
  const output = await open(target, 'wx', 0o600)
  try {
    await output.write(`${magic}${JSON.stringify(manifest)}\n`)
    const input = await open(database, 'r')
    try {
      await eachChunk(input, 0, manifest.db.bytes, async (chunk) => {
        await writeAll(output, chunk)
      })
    } finally {
      await input.close()
    }
    await output.sync()
  } finally {
    await output.close()
  }
}

const writeAll = async (output: FileHandle, chunk: Buffer) => {
  for (let at = 0; at < chunk.length;) {
    at += (await output.write(chunk, at, chunk.length - at)).bytesWritten
  }
}

/**
 * Reads magic and manifest and checks the length; the bytes are checked when they are taken out.
 * @throws StoreError `backup.not-found`, `backup.unreadable` (`reason`: format, truncated).
 */
export const readContainer = async (file: string): Promise<Container> => {
  const bytes = await sizeOf(file)
  const handle = await open(file, 'r')
  try {
    const head = Buffer.alloc(Math.min(bytes, longestManifest))
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const end = head.subarray(0, bytesRead).indexOf(0x0a, magic.length)
    if (head.subarray(0, magic.length).toString('latin1') !== magic || end < 0) {
      throw unreadable('format')
    }
    const manifest = parseManifest(head.subarray(magic.length, end).toString('utf8'))
    const offset = end + 1
    if (offset + manifest.db.bytes !== bytes) throw unreadable('truncated')
    return { file, manifest, offset, bytes }
  } finally {
    await handle.close()
  }
}

const sizeOf = async (file: string): Promise<number> => {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new StoreError('backup.not-found', {}, error)
    throw error
  }
}

const parseManifest = (line: string): Manifest => {
  try {
    return manifestSchema.parse(JSON.parse(line))
  } catch (error) {
    throw unreadable('format', error)
  }
}

/**
 * Takes the database out into a new, durable file.
 * @throws StoreError `backup.unreadable` (`reason`: truncated, checksum).
 */
export const extractDatabase = async (container: Container, target: string) => {
  const { manifest, offset } = container
  const hash = createHash('sha256')
  const input = await open(container.file, 'r')
  try {
    const output = await open(target, 'wx', 0o600)
    try {
      await eachChunk(input, offset, manifest.db.bytes, async (chunk) => {
        hash.update(chunk)
        await writeAll(output, chunk)
      })
      await output.sync()
    } finally {
      await output.close()
    }
  } finally {
    await input.close()
  }
  if (hash.digest('hex') !== manifest.db.sha256) throw unreadable('checksum')
}
