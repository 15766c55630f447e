import { basename } from 'node:path'
import type { backups as contract } from '#contract/papers.ts'
import { backupFileName, listBackups, readBackupRecord } from '#db/backup.ts'
import { backupFolder } from '#db/store/places.ts'
import type { Handlers } from './context.ts'
import { backupEnded, makeBackup } from './make-backup.ts'

export const backups: Handlers<typeof contract> = {
  async status(context) {
    context.actor()
    const { dir, backupRunning } = context.core
    const record = readBackupRecord(dir)
    return {
      ...(record.lastSuccess ? { lastSuccessAt: record.lastSuccess.at } : {}),
      ...(record.lastFailure ? { lastError: record.lastFailure.code } : {}),
      running: backupRunning,
    }
  },
  async list(context) {
    context.actor()
    const found = await listBackups(backupFolder(context.core.dir))
    return found.map((info) => ({
      name: basename(info.file),
      createdAt: info.createdAt,
      size: info.bytes,
      caseCount: info.counts['cases'] ?? 0,
    }))
  },
  async make(context, { elsewhere }) {
    context.actor()
    const { core } = context
    let target: string | undefined
    if (elsewhere) {
      target = await core.host.chooseSaveFile({
        title: '把备份存到哪里',
        defaultName: basename(backupFileName('', core.clock.now(), 'manual')),
        extension: 'tanxin',
      })
      if (target === undefined) return {}
    }
    // One runs already by itself: this one is made after it, or nothing would be there to show.
    await backupEnded(core)
    await context.write({ kind: 'backup', id: elsewhere ? 'elsewhere' : 'local' }, () =>
      Promise.resolve(),
    )
    const info = await makeBackup(core, 'manual', target)
    return info ? { name: basename(info.file), size: info.bytes } : {}
  },
}
