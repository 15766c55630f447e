import type { KdfCost } from '#db/store/keyslots.ts'
import type { Clock } from '#db/store/clock.ts'
import type { Store } from '#db/store/opened-store.ts'
import type { Signed } from './context.ts'
import type { Host } from './host.ts'
import type { Resources } from './resources.ts'

export type LogFields = Record<string, string | number | boolean>
export type Log = (level: 'info' | 'warn' | 'error', code: string, fields?: LogFields) => void

/** What one process of the core holds: at most one open store. */
export type Core = Resources & {
  /** The store's folder. */
  readonly dir: string
  readonly appVersion: string
  readonly host: Host
  readonly clock: Clock
  readonly log: Log
  /** Cheaper key derivation for tests; undefined everywhere else. */
  readonly cost: KdfCost | undefined
  store: Store | undefined
  /** The store whose own tables of law stand in `calendar` and `labour`. */
  lawOf?: Store
  backupRunning: boolean
  /** When the last command was asked, ISO; nobody writes while it is long ago. */
  lastCommandAt?: string
  /** Files picked by a person in this run, by handle: the page never names a path. */
  readonly pickedFiles: Map<string, string>
}

/** One page's port. Who signed in there is known here and nowhere else. */
export type Connection = { actor: Signed | undefined }
