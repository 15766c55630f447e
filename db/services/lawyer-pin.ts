import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { KdfCost } from '../store/keyslots.ts'

/** A quarter of a password's: somebody stands at the desk and waits for it. */
const pinCost: KdfCost = { N: 32768, r: 8, p: 1 }

const hashed = z.strictObject({
  N: z.int().min(2).max(4194304),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: z.string().regex(/^[0-9a-f]{32}$/u),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
})

const derive = (pin: string, salt: string, { N, r, p }: KdfCost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 128 * N * r + 128 * r * p + 1048576 }
    const typed = pin.normalize('NFKC').trim()
    scrypt(typed, Buffer.from(salt, 'hex'), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/**
 * What is kept of a PIN: JSON with salt, cost and hash. Six digits are guessed in a day, so it guards no secret.
 * @param salt 16 bytes in hex
 */
export async function hashPin(
  pin: string,
  cost: KdfCost = pinCost,
  salt = randomBytes(16).toString('hex'),
): Promise<string> {
  const hash = await derive(pin, salt, cost)
  return JSON.stringify({ ...cost, salt, hash: hash.toString('hex') })
}

/** Whether this PIN was hashed to `stored`; what cannot be read fits no PIN. */
export async function checkPin(pin: string, stored: string): Promise<boolean> {
  const read = hashed.safeParse(parsed(stored))
  if (!read.success) return false
  const { salt, hash, ...cost } = read.data
  return timingSafeEqual(await derive(pin, salt, cost), Buffer.from(hash, 'hex'))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
