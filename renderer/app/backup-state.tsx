import { HardDriveDownload, TriangleAlert } from 'lucide-react'
import type { OutputOf } from '../lib/ask.ts'
import { useAsk } from '../lib/ask.ts'
import { backupWords } from '../lib/backup-words.ts'
import { now } from '../lib/clock.ts'

const minute = 60_000

/** When the data were last backed up; red words and a symbol when that is too long ago. */
export function BackupState() {
  const asked = useAsk('backups.status', {}, { every: minute })
  if (!asked.data) return null
  return <BackupWords status={asked.data} />
}

function BackupWords({ status }: { status: OutputOf<'backups.status'> }) {
  const { text, late } = backupWords(status, now())
  const Icon = late ? TriangleAlert : HardDriveDownload
  return (
    <span className={late ? 'status-item status-item-late' : 'status-item'}>
      <Icon aria-hidden="true" />
      {text}
    </span>
  )
}
