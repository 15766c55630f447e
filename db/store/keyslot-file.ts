import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import type { GenerationPaths } from './generations.ts'
import { keyslotSchema, type KeyslotDocument } from './keyslots.ts'
import { readSmallFile, writeSmallFile } from './small-file.ts'
import { StoreError } from './store-error.ts'

const fileSchema = z.strictObject({ sha256: z.string(), keyslots: keyslotSchema })

const digest = (document: KeyslotDocument) =>
  createHash('sha256').update(canonical(document)).digest('hex')

const fileText = (document: KeyslotDocument) =>
  `${JSON.stringify({ sha256: digest(document), keyslots: document }, null, 1)}\n`

const parse = (text: string | undefined): KeyslotDocument | undefined => {
  if (text === undefined) return undefined
  try {
    const file = fileSchema.parse(JSON.parse(text))
    return file.sha256 === digest(file.keyslots) ? file.keyslots : undefined
  } catch {
    return undefined
  }
}

/** Both copies, one after the other: a kill between them leaves one good file. */
export const writeKeyslots = (paths: GenerationPaths, document: KeyslotDocument) => {
  const text = fileText(document)
  writeSmallFile(paths.keys, text)
  writeSmallFile(paths.keysCopy, text)
}

/**
 * The first copy that is whole.
 * @throws StoreError `store.damaged` when neither is; nothing is overwritten.
 */
export const readKeyslots = (paths: GenerationPaths): KeyslotDocument => {
  const document = parse(readSmallFile(paths.keys)) ?? parse(readSmallFile(paths.keysCopy))
  if (!document) throw new StoreError('store.damaged', { part: 'keyslots' })
  return document
}

/** Makes the two copies equal again after a kill or a repair. Only for a document that opened. */
export const healKeyslots = (paths: GenerationPaths, document: KeyslotDocument) => {
  const text = fileText(document)
  if (readSmallFile(paths.keys) !== text || readSmallFile(paths.keysCopy) !== text) {
    writeKeyslots(paths, document)
  }
}
