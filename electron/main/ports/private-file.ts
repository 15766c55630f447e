import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that only this user reads, for a program of the machine; wiped when `work` ends, whatever happens. */
export async function withPrivateFile<T>(
  root: string,
  file: { name: string; bytes: Uint8Array },
  work: (path: string, folder: string) => Promise<T>,
): Promise<T> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(root, 'job-'))
  try {
    const path = join(folder, file.name)
    await writeFile(path, file.bytes, { mode: 0o600 })
    return await work(path, folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
