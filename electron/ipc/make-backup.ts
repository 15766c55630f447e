import { backupFileName, readBackupRecord, rotateBackups, writeBackup } from '#db/backup.ts'
import { DomainError } from '#db/domain/errors.ts'
import { getSetting } from '#db/queries/settings.ts'
import { storeChecks } from '#db/store-checks.ts'
import type { BackupKind } from '#db/store/container.ts'
import { backupFolder } from '#db/store/places.ts'
import type { Core } from './core.ts'

/** Writes and verifies one backup of the open store, then keeps the rotation. One at a time. */
export async function makeBackup(core: Core, kind: BackupKind, target?: string) {
  const { store } = core
  if (!store) throw new DomainError('store.locked')
  if (core.backupRunning) return undefined
  core.backupRunning = true
  try {
    store.settle()
    const now = core.clock.now()
    const folder = backupFolder(core.dir)
    const info = await writeBackup({
      dir: core.dir,
      generation: store.generation,
      dek: store.secrets.dek,
      target: target ?? backupFileName(folder, now, kind),
      appVersion: core.appVersion,
      kind,
      now,
      labels: await labelsOf(store.db),
      checks: storeChecks,
    })
    if (target === undefined)
      await rotateBackups({
        dir: core.dir,
        storeId: store.storeId,
        dek: store.secrets.dek,
        folder,
        now,
      })
    core.log('info', 'backup.done', { kind, bytes: info.bytes })
    return info
  } finally {
    core.backupRunning = false
  }
}

const lookAgainMs = 100

/** The store's key must not be cleared under a backup that is being written. */
export async function backupEnded(core: Core) {
  while (core.backupRunning) await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
}

/** What the preview before a restore may say without a key: the centre and its last case number. */
async function labelsOf(db: NonNullable<Core['store']>['db']) {
  const body = await getSetting(db, 'body')
  const last = await db
    .selectFrom('cases')
    .select('case_number')
    .orderBy('year', 'desc')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return { bodyName: body.fullName, lastCaseNumber: last?.case_number ?? '' }
}

const dayMs = 24 * 60 * 60 * 1000
const quietMs = 60_000
const longestWaitMs = 30 * 60_000

/** Daily, and whenever the last success is older than that. */
function isBackupDue(core: Core): boolean {
  const last = readBackupRecord(core.dir).lastSuccess?.at
  return last === undefined || Date.parse(core.clock.now()) - Date.parse(last) >= dayMs
}

/**
 * Says when the daily backup may begin. Copying the store holds up the core, so it waits for a quiet minute: what is
 * being typed must reach the store within 300 ms. It does not wait for ever.
 */
export function backupWatch(core: Core): () => boolean {
  let dueSince: number | undefined
  return () => {
    if (!core.store || core.backupRunning) return false
    if (!isBackupDue(core)) {
      dueSince = undefined
      return false
    }
    const now = Date.parse(core.clock.now())
    dueSince ??= now
    const isQuiet =
      core.lastCommandAt === undefined || now - Date.parse(core.lastCommandAt) >= quietMs
    return isQuiet || now - dueSince >= longestWaitMs
  }
}
