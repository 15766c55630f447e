import type { BodySettings } from '../domain/body-settings.ts'
import type { Reader, Tx } from '../schema.ts'

/** What the settings table holds, by key. */
export type Settings = { body: BodySettings; practice: boolean }

export async function getSetting<K extends keyof Settings>(
  db: Reader,
  key: K,
): Promise<Settings[K]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return JSON.parse(row.value) as Settings[K]
}

export async function putSetting<K extends keyof Settings>(
  tx: Tx,
  key: K,
  setting: Settings[K],
  now: string,
) {
  const value = JSON.stringify(setting)
  await tx
    .insertInto('settings')
    .values({ key, value, updated_at: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, updated_at: now }))
    .execute()
}
