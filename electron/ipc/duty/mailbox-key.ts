import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import type { Store } from '#db/store/opened-store.ts'

const generate = promisify(generateKeyPair)

/**
 * The pair by which signs are sealed while the store is closed; made when the first PIN is set. It is no record, so it
 * leaves no line in the log.
 */
export async function ensureMailboxKey({ db }: Store, now: string): Promise<void> {
  if ((await getSetting(db, 'dutyMailbox')).publicKey !== '') return
  const anyPin = await db
    .selectFrom('lawyers')
    .select('id')
    .where('pin', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (!anyPin) return
  const pair = await generate('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  await db.transaction().execute((tx) => putSetting(tx, 'dutyMailbox', pair, now))
}
