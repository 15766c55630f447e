import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Words behind the wall: each part, pad and ledger has a key of its own, wrapped by the store's wall key. */
export type Wall = {
  /** A new key, wrapped; `place` ties it to what it is for. */
  newKey(place: string): string
  /** `place` ties the words to their row: moved elsewhere they do not open. */
  seal(wrappedKey: string, keyPlace: string, place: string, words: string): string
  /** @throws Error when the row was altered or moved: a defect, never a wrong password */
  open(wrappedKey: string, keyPlace: string, place: string, sealed: string): string
}

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16

const encrypt = (key: Buffer, place: string, plain: Buffer): string => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place, 'utf8'))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

const decrypt = (key: Buffer, place: string, sealed: string): Buffer => {
  const bytes = Buffer.from(sealed, 'base64')
  const nonce = bytes.subarray(0, nonceLength)
  const tag = bytes.subarray(nonceLength, nonceLength + tagLength)
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
  decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()])
}

export const wallOver = (wallKey: Buffer): Wall => {
  const within = <T>(wrappedKey: string, keyPlace: string, work: (key: Buffer) => T): T => {
    const key = decrypt(wallKey, `key/${keyPlace}`, wrappedKey)
    try {
      return work(key)
    } finally {
      key.fill(0)
    }
  }
  return {
    newKey(place) {
      const key = randomBytes(32)
      const wrapped = encrypt(wallKey, `key/${place}`, key)
      key.fill(0)
      return wrapped
    },
    seal: (wrappedKey, keyPlace, place, words) =>
      within(wrappedKey, keyPlace, (key) => encrypt(key, place, Buffer.from(words, 'utf8'))),
    open: (wrappedKey, keyPlace, place, sealed) =>
      within(wrappedKey, keyPlace, (key) => decrypt(key, place, sealed).toString('utf8')),
  }
}
