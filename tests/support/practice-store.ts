import { putSetting } from '#db/queries/settings.ts'
import { insertUser } from '#db/services/users.ts'
import type { Store } from '#db/store/opened-store.ts'
import { createStore, unlockStore } from '#db/store/store.ts'
import { cheapCost } from '#tests/db/store-fixture.ts'
import { body, password, staff } from './centre.ts'

export const now = '2026-11-22T03:15:04.123Z'
export const head = {
  id: '01900000-0000-7000-8000-000000000001',
  name: staff.head,
  role: 'head' as const,
}

/** A store with its head and body and nothing else, unlocked; `password` opens it. */
export async function practiceStore(dir: string): Promise<Store> {
  const options = { dir, userId: head.id, password, cost: cheapCost }
  await createStore({
    ...options,
    userName: head.name,
    role: head.role,
    setUp: async (tx) => {
      await insertUser(tx, head, now)
      await putSetting(tx, 'body', body, now)
      await putSetting(tx, 'practice', true, now)
    },
  })
  return unlockStore(options)
}
