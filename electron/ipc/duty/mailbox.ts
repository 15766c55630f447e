import {
  constants,
  createHash,
  createPrivateKey,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { id, instant } from '#contract/values.ts'
import { readSmallFile, syncFolder, writeSmallFile } from '#db/store/small-file.ts'

const kind = z.enum(['in', 'out'])

const letterSchema = z.strictObject({
  id,
  lawyerId: id,
  dutyId: id,
  kind,
  at: instant,
  pin: z.string().max(20),
})
/** A sign that was made while the store was closed. */
export type Letter = z.infer<typeof letterSchema>

/** What stands outside: only what the screen shows anyhow, never believed. `key` says which store can open it. */
const envelopeSchema = z.object({
  id,
  lawyerId: id,
  dutyId: id,
  kind,
  at: instant,
  key: z.string(),
  box: z.string(),
})
type Envelope = z.infer<typeof envelopeSchema>

const boxFile = (dir: string) => join(dir, 'duty-mailbox.jsonl')

const fingerprintOf = (publicKey: string) =>
  createHash('sha256').update(publicKey.trim()).digest('hex').slice(0, 32)

const oaep = (key: string | KeyObject) => ({
  key,
  padding: constants.RSA_PKCS1_OAEP_PADDING,
  oaepHash: 'sha256',
})

const seal = (letter: Letter, publicKey: string): string =>
  publicEncrypt(oaep(publicKey), Buffer.from(JSON.stringify(letter), 'utf8')).toString('base64')

/** Adds a letter, durably: when this returns, a power cut does not lose it. */
export function post(dir: string, letter: Letter, publicKey: string): void {
  const { pin: _pin, ...told } = letter
  const envelope = { ...told, key: fingerprintOf(publicKey), box: seal(letter, publicKey) }
  const handle = openSync(boxFile(dir), 'a+', 0o600)
  try {
    // The last line of a write that was cut off ends nowhere: the next must not grow onto it.
    const { size } = fstatSync(handle)
    const last = Buffer.alloc(1)
    if (size > 0) readSync(handle, last, 0, 1, size - 1)
    const begin = size > 0 && last.toString() !== '\n' ? '\n' : ''
    const bytes = Buffer.from(`${begin}${JSON.stringify(envelope)}\n`, 'utf8')
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  syncFolder(dir)
}

const readLines = (dir: string): string[] =>
  (readSmallFile(boxFile(dir)) ?? '').split('\n').filter((text) => text.trim() !== '')

const parsed = <T>(schema: z.ZodType<T>, text: string): T | undefined => {
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** Letters that wait for the store with this key, as far as the outside tells. */
export const listPosted = (dir: string, publicKey: string): Envelope[] =>
  readLines(dir)
    .flatMap((text) => parsed(envelopeSchema, text) ?? [])
    .filter(({ key }) => key === fingerprintOf(publicKey))

type Mail = {
  letters: Letter[]
  /** Lines that are no letter, or were altered: nothing can be read from them. */
  spoilt: number
  /** Takes these lines out of the box; what came since and what is another store's stays. */
  empty: () => void
}

/** Opens what was sealed for this store. */
export function collect(dir: string, pair: { publicKey: string; privateKey: string }): Mail {
  const lines = readLines(dir)
  const own = fingerprintOf(pair.publicKey)
  const key = pair.privateKey === '' ? undefined : createPrivateKey(pair.privateKey)
  const letters: Letter[] = []
  const done = new Set<string>()
  let spoilt = 0
  for (const text of lines) {
    const envelope = parsed(envelopeSchema, text)
    if (!key || (envelope && envelope.key !== own)) continue
    const letter = envelope && opened(envelope.box, key)
    if (letter) letters.push(letter)
    else spoilt += 1
    done.add(text)
  }
  return {
    letters,
    spoilt,
    empty() {
      if (done.size === 0) return
      const rest = readLines(dir).filter((text) => !done.has(text))
      if (rest.length === 0) rmSync(boxFile(dir), { force: true })
      else writeSmallFile(boxFile(dir), `${rest.join('\n')}\n`)
    },
  }
}

function opened(box: string, key: KeyObject): Letter | undefined {
  try {
    const text = privateDecrypt(oaep(key), Buffer.from(box, 'base64')).toString('utf8')
    return parsed(letterSchema, text)
  } catch {
    return undefined
  }
}
