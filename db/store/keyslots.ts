import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
  randomUUID,
  scrypt,
} from 'node:crypto'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts'
import { StoreError } from './store-error.ts'
import { macOf, sameDigest, subKeysOf } from './sub-keys.ts'

/** Cost of one password guess. `N` is a power of two; memory is 128·N·r bytes. */
export type KdfCost = { N: number; r: number; p: number }

/** About 0.33 s and 128 MiB on an office PC (reliability.md §6.13). */
export const defaultCost: KdfCost = { N: 131072, r: 8, p: 1 }

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

const wrapSchema = z.strictObject({
  alg: z.literal('A256GCM'),
  nonce: hex(12),
  ct: hex(32),
  tag: hex(16),
})

const passwordKdfSchema = z.strictObject({
  alg: z.literal('scrypt'),
  N: z.int().min(1024).max(4194304),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(16),
  salt: hex(16),
})

const passwordSlotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('password'),
  userId: z.string().min(1).max(64),
  userName: z.string().min(1).max(60),
  role: z.string().min(1).max(40),
  kdf: passwordKdfSchema,
  wrap: wrapSchema,
})

const recoverySlotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('recovery'),
  kdf: z.strictObject({ alg: z.literal('hkdf-sha256'), salt: hex(16) }),
  wrap: wrapSchema,
})

/** keys.json: who can open the store, with the data key wrapped once for each of them. */
export const keyslotSchema = z.strictObject({
  format: z.literal('tanxin-keyslots'),
  version: z.literal(1),
  storeId: z.uuid(),
  /** MAC of the store id under the data key: tells a wrong key from a damaged file. */
  check: hex(32),
  slots: z.array(z.discriminatedUnion('kind', [passwordSlotSchema, recoverySlotSchema])).max(500),
  /** Fits no password; an unknown user costs as much time as a known one. */
  dummy: z.strictObject({ kdf: passwordKdfSchema, wrap: wrapSchema }),
  /** MAC of everything above under the data key: names and roles cannot be edited in the file. */
  mac: hex(32),
})

export type KeyslotDocument = z.infer<typeof keyslotSchema>
export type PasswordSlot = z.infer<typeof passwordSlotSchema>
type Wrap = z.infer<typeof wrapSchema>
type PasswordKdf = z.infer<typeof passwordKdfSchema>

export type SlotUser = { userId: string; userName: string; role: string }

const scryptKey = (password: string, kdf: PasswordKdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { N, r, p } = kdf
    const options = { N, r, p, maxmem: 128 * N * r + 128 * r * p + 1048576 }
    const salt = Buffer.from(kdf.salt, 'hex')
    scrypt(password.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

const recoveryWrapKey = (key: Buffer, salt: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'hex'), 'tanxin/recovery/v1', 32))

const aadOf = (storeId: string, slotId: string, holder: string) =>
  Buffer.from(`v1|${storeId}|${slotId}|${holder}`, 'utf8')

const wrap = (dek: Buffer, key: Buffer, aad: Buffer): Wrap => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  const ct = Buffer.concat([cipher.update(dek), cipher.final()])
  return {
    alg: 'A256GCM',
    nonce: nonce.toString('hex'),
    ct: ct.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  }
}

const unwrap = (wrapped: Wrap, key: Buffer, aad: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'hex'), {
    authTagLength: 16,
  })
  decipher.setAAD(aad).setAuthTag(Buffer.from(wrapped.tag, 'hex'))
  try {
    return Buffer.concat([decipher.update(Buffer.from(wrapped.ct, 'hex')), decipher.final()])
  } catch {
    return undefined
  }
}

const newKdf = (cost: KdfCost): PasswordKdf => ({
  alg: 'scrypt',
  N: cost.N,
  r: cost.r,
  p: cost.p,
  salt: randomBytes(16).toString('hex'),
})

const checkOf = (dek: Buffer, storeId: string) => macOf(subKeysOf(dek)['key-check'], storeId)

const bodyMac = (dek: Buffer, { mac: _mac, ...body }: KeyslotDocument) =>
  macOf(subKeysOf(dek).keyslots, canonical(body))

const sealed = (dek: Buffer, document: KeyslotDocument): KeyslotDocument => ({
  ...document,
  mac: bodyMac(dek, document),
})

/** A document without slots, to which the first user and the recovery key are added. */
export const newKeyslots = (dek: Buffer, cost: KdfCost = defaultCost): KeyslotDocument => {
  const storeId = randomUUID()
  const dummy = {
    kdf: newKdf(cost),
    wrap: wrap(randomBytes(32), randomBytes(32), Buffer.alloc(0)),
  }
  return sealed(dek, {
    format: 'tanxin-keyslots',
    version: 1,
    storeId,
    check: checkOf(dek, storeId),
    slots: [],
    dummy,
    mac: '0'.repeat(64),
  })
}

const isPasswordSlot = (slot: KeyslotDocument['slots'][number]): slot is PasswordSlot =>
  slot.kind === 'password'

export const passwordSlots = (document: KeyslotDocument): PasswordSlot[] =>
  document.slots.filter(isPasswordSlot)

export const slotOf = (document: KeyslotDocument, userId: string): PasswordSlot | undefined =>
  passwordSlots(document).find((slot) => slot.userId === userId)

/** Adds a user, or gives a known one a new password, name and role. Needs the open data key. */
export const putPasswordSlot = async (
  document: KeyslotDocument,
  dek: Buffer,
  user: SlotUser,
  password: string,
  cost: KdfCost = defaultCost,
): Promise<KeyslotDocument> => {
  if (password === '') throw new RangeError('an empty password')
  const id = randomUUID()
  const kdf = newKdf(cost)
  const key = await scryptKey(password, kdf)
  const slot: PasswordSlot = {
    id,
    kind: 'password',
    userId: user.userId,
    userName: user.userName,
    role: user.role,
    kdf,
    wrap: wrap(dek, key, aadOf(document.storeId, id, user.userId)),
  }
  key.fill(0)
  const others = document.slots.filter((other) => !isHeldBy(other, user.userId))
  return sealed(dek, { ...document, slots: [...others, slot] })
}

const isHeldBy = (slot: KeyslotDocument['slots'][number], userId: string) =>
  slot.kind === 'password' && slot.userId === userId

/** Changes what the sign-in screen shows; the password stays. */
export const describePasswordSlot = (
  document: KeyslotDocument,
  dek: Buffer,
  user: SlotUser,
): KeyslotDocument => {
  if (!slotOf(document, user.userId)) throw new StoreError('store.no-such-user')
  const slots = document.slots.map((slot) =>
    isHeldBy(slot, user.userId) ? { ...slot, userName: user.userName, role: user.role } : slot,
  )
  return sealed(dek, { ...document, slots })
}

/** @throws StoreError `store.last-slot`: someone must be able to sign in. */
export const removePasswordSlot = (
  document: KeyslotDocument,
  dek: Buffer,
  userId: string,
): KeyslotDocument => {
  if (!slotOf(document, userId)) throw new StoreError('store.no-such-user')
  if (passwordSlots(document).length === 1) throw new StoreError('store.last-slot')
  return sealed(dek, {
    ...document,
    slots: document.slots.filter((slot) => !isHeldBy(slot, userId)),
  })
}

/** Replaces the recovery slot. The returned text is shown once and kept nowhere. */
export const renewRecoverySlot = (
  document: KeyslotDocument,
  dek: Buffer,
): { document: KeyslotDocument; recoveryKey: string } => {
  const id = randomUUID()
  const secret = randomBytes(20)
  const salt = randomBytes(16).toString('hex')
  const key = recoveryWrapKey(secret, salt)
  const others = document.slots.filter(isPasswordSlot)
  const next = sealed(dek, {
    ...document,
    slots: [
      ...others,
      {
        id,
        kind: 'recovery',
        kdf: { alg: 'hkdf-sha256', salt },
        wrap: wrap(dek, key, aadOf(document.storeId, id, 'recovery')),
      },
    ],
  })
  return { document: next, recoveryKey: formatRecoveryKey(secret) }
}

/** @throws StoreError `store.damaged` when the key does not fit the document it came from. */
export const assertKeyFits = (document: KeyslotDocument, dek: Buffer) => {
  const fits =
    sameDigest(document.check, checkOf(dek, document.storeId)) &&
    sameDigest(document.mac, bodyMac(dek, document))
  if (!fits) throw new StoreError('store.damaged', { part: 'keyslots' })
}

/**
 * The data key, if the password is right.
 * @throws StoreError `store.wrong-password`, also for an unknown user and after the same time.
 */
export const openWithPassword = async (
  document: KeyslotDocument,
  userId: string,
  password: string,
): Promise<Buffer> => {
  const slot = slotOf(document, userId)
  const key = await scryptKey(password, slot?.kdf ?? document.dummy.kdf)
  const dek = slot
    ? unwrap(slot.wrap, key, aadOf(document.storeId, slot.id, slot.userId))
    : unwrap(document.dummy.wrap, key, Buffer.alloc(0))
  key.fill(0)
  if (!dek || !slot) throw new StoreError('store.wrong-password')
  assertKeyFits(document, dek)
  return dek
}

/** @throws StoreError `store.recovery-key-mistyped` before, `store.wrong-recovery-key` after use. */
export const openWithRecoveryKey = (document: KeyslotDocument, typed: string): Buffer => {
  const secret = parseRecoveryKey(typed)
  if (!secret) throw new StoreError('store.recovery-key-mistyped')
  const slot = document.slots.find((other) => other.kind === 'recovery')
  if (!slot || slot.kind !== 'recovery') throw new StoreError('store.wrong-recovery-key')
  const key = recoveryWrapKey(secret, slot.kdf.salt)
  const dek = unwrap(slot.wrap, key, aadOf(document.storeId, slot.id, 'recovery'))
  if (!dek) throw new StoreError('store.wrong-recovery-key')
  assertKeyFits(document, dek)
  return dek
}
