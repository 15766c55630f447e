import { randomBytes } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Makes the names in a folder durable. Windows cannot flush a folder, and need not. */
export const syncFolder = (folder: string) => {
  if (process.platform === 'win32') return
  syncFile(folder, 'r')
}

/** Makes the bytes of a file durable. */
export const syncFile = (file: string, flags: 'r' | 'r+' = 'r+') => {
  const handle = openSync(file, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Replaces a small file whole: a kill or a full disk leaves the old one, never half of one. */
export const writeSmallFile = (file: string, content: string | Uint8Array) => {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = openSync(temporary, 'wx', 0o600)
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(file))
}

/** The text of a file, or undefined when there is none. */
export const readSmallFile = (file: string): string | undefined =>
  existsSync(file) ? readFileSync(file, 'utf8') : undefined
