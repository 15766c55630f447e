import type { BodySettings } from '../domain/body-settings.ts'
import { firstPrintingSettings, type PrintingSettings } from '../domain/printing/settings.ts'
import { firstVisitSettings, type VisitSettings } from '../domain/visits/settings.ts'
import { firstRotaSettings, type RotaSettings } from '../domain/duty/settings.ts'
import type { Reader, Tx } from '../schema.ts'

/** What the settings table holds, by key. */
export type Settings = {
  body: BodySettings
  practice: boolean
  /** Sound of sessions: off until a centre wants it; kept with the case when no days are set. */
  recordings: { allowed: boolean; keepDays?: number | undefined }
  printing: PrintingSettings
  /** Years that a short and a long class are kept; no law names them (forms.md F00). */
  retentionYears: { short?: number | undefined; long?: number | undefined }
  /** Whose law the clocks go by, what is soon, and when a settlement is far below the law (D11). */
  clocks: { region: string; wageTier: string; soonDays: number; warnBelowPercent: number }
  visits: VisitSettings
  rota: RotaSettings
  /** Key pair (PEM) of the box in which signs at the desk wait while the store is closed; '' until there is a PIN. */
  dutyMailbox: { publicKey: string; privateKey: string }
}

/** What holds until somebody sets it; the others are set when the store is made. */
const untilSet: Partial<Settings> = {
  recordings: { allowed: false },
  printing: firstPrintingSettings,
  retentionYears: {},
  clocks: { region: 'CN', wageTier: '', soonDays: 7, warnBelowPercent: 60 },
  visits: firstVisitSettings,
  rota: firstRotaSettings,
  dutyMailbox: { publicKey: '', privateKey: '' },
}

export async function getSetting<K extends keyof Settings>(
  db: Reader,
  key: K,
): Promise<Settings[K]> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirst()
  if (row) return JSON.parse(row.value) as Settings[K]
  const value = untilSet[key]
  if (value === undefined) throw new Error(`setting ${key} was never set`)
  return value
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
