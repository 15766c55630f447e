import type { HolidayYear } from '#db/domain/deadline/period.ts'
import type { NoticeText } from '#documents/notice-text.ts'
import type { KdfCost } from '#db/store/keyslots.ts'
import type { Clock } from '#db/store/clock.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Signed } from './context.ts'
import type { Host } from './host.ts'

export type LogFields = Record<string, string | number | boolean>
export type Log = (level: 'info' | 'warn' | 'error', code: string, fields?: LogFields) => void

/** What one process of the core holds: at most one open store. */
export type Core = {
  /** The store's folder. */
  readonly dir: string
  readonly appVersion: string
  readonly host: Host
  readonly clock: Clock
  readonly log: Log
  readonly calendar: readonly HolidayYear[]
  /** Wording of the notice of rights, dated data of `resources/forms`. */
  readonly notice: NoticeText
  /** Cheaper key derivation for tests; undefined everywhere else. */
  readonly cost: KdfCost | undefined
  store: Store | undefined
  backupRunning: boolean
  /** Files picked by a person in this run, by handle: the page never names a path. */
  readonly pickedFiles: Map<string, string>
}

/** One page's port. Who signed in there is known here and nowhere else. */
export type Connection = { actor: Signed | undefined }
