import { daysBetween, localDateOf } from '#db/domain/local-date.ts'
import { formatInstantNear } from './format/date.ts'

/** @policy A backup is due daily; after three days without one it is told in red. */
const lateAfterDays = 3

type BackupStatus = { lastSuccessAt?: string; running: boolean; lastError?: string }

export const backupWords = (status: BackupStatus, now: string): { text: string; late: boolean } => {
  if (status.running) return { text: '正在备份…', late: false }
  if (!status.lastSuccessAt) return { text: '还没有备份过', late: true }
  const today = localDateOf(now)
  const days = daysBetween(localDateOf(status.lastSuccessAt), today)
  if (days > lateAfterDays) return { text: `已 ${days} 天没有备份`, late: true }
  if (status.lastError) return { text: '上次备份没有做成', late: true }
  return { text: `${formatInstantNear(status.lastSuccessAt, today)} 已备份`, late: false }
}
