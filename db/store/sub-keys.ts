import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const purposes = ['audit-mac', 'anchor', 'backup', 'keyslots', 'key-check', 'wall'] as const
type Purpose = (typeof purposes)[number]

/** Keys for one purpose each, all from the data key; the data key itself only opens the file. */
export type SubKeys = Readonly<Record<Purpose, Buffer>>

const derive = (dek: Buffer, purpose: Purpose) =>
  Buffer.from(hkdfSync('sha256', dek, Buffer.alloc(0), `tanxin/${purpose}/v1`, 32))

export const subKeysOf = (dek: Buffer): SubKeys => ({
  'audit-mac': derive(dek, 'audit-mac'),
  anchor: derive(dek, 'anchor'),
  backup: derive(dek, 'backup'),
  keyslots: derive(dek, 'keyslots'),
  'key-check': derive(dek, 'key-check'),
  wall: derive(dek, 'wall'),
})

export const macOf = (key: Buffer, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('hex')

/** Compares two hex digests in constant time. */
export const sameDigest = (a: string, b: string): boolean => {
  const left = Buffer.from(a, 'utf8')
  const right = Buffer.from(b, 'utf8')
  return left.length === right.length && timingSafeEqual(left, right)
}
