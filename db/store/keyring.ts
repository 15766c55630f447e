import type { Clock } from './clock.ts'
import { pathsOf } from './generations.ts'
import { readKeyslots, writeKeyslots } from './keyslot-file.ts'
import {
  assertKeyFits,
  describePasswordSlot,
  openWithPassword,
  passwordSlots,
  putPasswordSlot,
  removePasswordSlot,
  renewRecoverySlot,
  slotOf,
  type KdfCost,
  type KeyslotDocument,
  type SlotUser,
} from './keyslots.ts'
import { openLockOut } from './lock-out.ts'
import { StoreError } from './store-error.ts'

/** Who can open the store. Each change is on disk when the promise ends; none touches the data. */
export type Keyring = {
  list(): SlotUser[]
  /** Adds a user, or resets a known one's password. */
  put(user: SlotUser, password: string): Promise<void>
  /** New name or role on the sign-in screen. */
  describe(user: SlotUser): void
  /** The user can no longer open the store; backups made before still hold the old slot. */
  remove(userId: string): void
  /** @throws StoreError `store.wrong-password`, `store.locked-out`. */
  changePassword(userId: string, oldPassword: string, newPassword: string): Promise<void>
  /** Asks for a password again before something grave. Throws as `changePassword` does. */
  authenticate(userId: string, password: string): Promise<SlotUser>
  /** The old recovery key is void; the new one is returned once. */
  renewRecoveryKey(): string
}

type KeyringOptions = {
  dir: string
  generation: string
  dek: Buffer
  clock: Clock
  cost: KdfCost | undefined
}

export const userOf = (slot: SlotUser): SlotUser => ({
  userId: slot.userId,
  userName: slot.userName,
  role: slot.role,
})

/**
 * A try at a password, counted and made to wait.
 * @throws StoreError `store.wrong-password` and `store.locked-out`, both with `failures` in a row
 * and `waitMs` until the next try.
 */
export const tryPassword = async (
  place: { dir: string; clock: Clock },
  document: KeyslotDocument,
  userId: string,
  password: string,
): Promise<Buffer> => {
  const lockOut = openLockOut(place.dir, document.storeId, place.clock)
  const counted = slotOf(document, userId) ? userId : 'unknown'
  const failures = lockOut.begin(counted)
  try {
    const dek = await openWithPassword(document, userId, password)
    lockOut.succeed(counted)
    return dek
  } catch (error) {
    const wrong = error instanceof StoreError && error.code === 'store.wrong-password'
    if (wrong) {
      const waitMs = lockOut.waitMs(counted)
      throw new StoreError('store.wrong-password', { failures, waitMs }, error)
    }
    lockOut.succeed(counted)
    throw error
  }
}

export const storeKeyring = (options: KeyringOptions): Keyring => {
  const { dir, generation, dek, cost } = options
  const paths = pathsOf(dir, generation)
  // Read each time: another process may have changed it.
  const load = () => {
    const document = readKeyslots(paths)
    assertKeyFits(document, dek)
    return document
  }
  const authenticate = async (userId: string, password: string): Promise<SlotUser> => {
    const document = load()
    const opened = await tryPassword(options, document, userId, password)
    opened.fill(0)
    const slot = slotOf(document, userId)
    if (!slot) throw new StoreError('store.no-such-user')
    return userOf(slot)
  }
  const put = async (user: SlotUser, password: string) => {
    writeKeyslots(paths, await putPasswordSlot(load(), dek, user, password, cost))
  }
  return {
    list: () => passwordSlots(load()).map(userOf),
    put,
    describe: (user) => writeKeyslots(paths, describePasswordSlot(load(), dek, user)),
    remove: (userId) => writeKeyslots(paths, removePasswordSlot(load(), dek, userId)),
    authenticate,
    async changePassword(userId, oldPassword, newPassword) {
      await put(await authenticate(userId, oldPassword), newPassword)
    },
    renewRecoveryKey() {
      const { document, recoveryKey } = renewRecoverySlot(load(), dek)
      writeKeyslots(paths, document)
      return recoveryKey
    },
  }
}
