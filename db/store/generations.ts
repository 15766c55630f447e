import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readSmallFile, syncFolder, writeSmallFile } from './small-file.ts'
import { StoreError } from './store-error.ts'

const generationName = /^gen-(\d{6})$/
const unfinishedName = /^(gen-\d{6}|work-[0-9a-f]{8})\.part$/

const pointer = (dir: string) => join(dir, 'CURRENT')

const generations = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir)
        .filter((name) => generationName.test(name))
        .toSorted()
    : []

/** Whether a store, or what is left of one, is in the folder. */
export const holdsStore = (dir: string): boolean => generations(dir).length > 0

/** @throws StoreError `store.not-found`, or `store.damaged` when the pointer names nothing. */
export const currentGeneration = (dir: string): string => {
  const name = readSmallFile(pointer(dir))?.trim()
  if (!holdsStore(dir)) throw new StoreError('store.not-found')
  if (name === undefined || !generationName.test(name) || !existsSync(join(dir, name))) {
    throw new StoreError('store.damaged', { part: 'pointer' })
  }
  return name
}

export type GenerationPaths = { folder: string; database: string; keys: string; keysCopy: string }

export const generationPaths = (folder: string): GenerationPaths => ({
  folder,
  database: join(folder, 'case.db'),
  keys: join(folder, 'keys.json'),
  keysCopy: join(folder, 'keys.bak.json'),
})

export const pathsOf = (dir: string, generation: string): GenerationPaths =>
  generationPaths(join(dir, generation))

export type NewGeneration = {
  name: string
  /** Where it is built; not yet a generation by its name, so a kill leaves nothing half-made. */
  paths: GenerationPaths
  /** Gives the finished folder its name. Every file in it is closed by then. */
  finish(): void
  discard(): void
}

/** Starts the next generation beside the others; nothing points to it yet. */
export const startGeneration = (dir: string): NewGeneration => {
  mkdirSync(dir, { recursive: true })
  const last = generations(dir).at(-1)
  const number = last === undefined ? 1 : Number(generationName.exec(last)?.[1]) + 1
  const name = `gen-${String(number).padStart(6, '0')}`
  const part = join(dir, `${name}.part`)
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { mode: 0o700 })
  return {
    name,
    paths: generationPaths(part),
    finish() {
      syncFolder(part)
      renameSync(part, join(dir, name))
      syncFolder(dir)
    },
    discard: () => rmSync(part, { recursive: true, force: true }),
  }
}

/** One atomic step from the old state to the new one; the old generation stays. */
export const switchGeneration = (dir: string, name: string) => {
  if (!generationName.test(name)) throw new RangeError('generation name')
  writeSmallFile(pointer(dir), `${name}\n`)
}

/** A scratch folder in the store's own, so that nothing of a case is ever written elsewhere. */
export const withWorkFolder = async <T>(
  dir: string,
  work: (folder: string) => Promise<T>,
): Promise<T> => {
  const folder = join(dir, `work-${randomBytes(4).toString('hex')}.part`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const abandonedAfterMs = 6 * 3_600_000

/** Removes folders of builds that a kill left unfinished hours ago; touches nothing else. */
export const sweepUnfinished = (dir: string, now: string) => {
  for (const name of existsSync(dir) ? readdirSync(dir) : []) {
    const path = join(dir, name)
    if (!unfinishedName.test(name)) continue
    if (Date.parse(now) - statSync(path).mtimeMs > abandonedAfterMs) {
      rmSync(path, { recursive: true, force: true })
    }
  }
}
