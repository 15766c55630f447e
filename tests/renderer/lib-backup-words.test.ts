import { describe, expect, it } from 'vitest'
import { backupWords } from '../../renderer/lib/backup-words.ts'

const now = '2026-11-22T03:00:00.000Z'
const at = (lastSuccessAt: string, lastError?: string) =>
  backupWords({ lastSuccessAt, running: false, lastError }, now)

describe('backupWords', () => {
  it('says when the last backup was made', () => {
    expect(at('2026-11-21T14:00:00.000Z')).toEqual({ text: '昨天 22:00 已备份', late: false })
    expect(at('2026-11-22T01:05:00.000Z')).toEqual({ text: '今天 09:05 已备份', late: false })
  })

  it('is late only after three whole days', () => {
    expect([at('2026-11-19T03:00:00.000Z').late, at('2026-11-18T03:00:00.000Z')]).toEqual([
      false,
      { text: '已 4 天没有备份', late: true },
    ])
  })

  it('is late when there was never one or the last one failed', () => {
    expect(backupWords({ running: false }, now)).toEqual({ text: '还没有备份过', late: true })
    expect(at('2026-11-22T01:05:00.000Z', 'backup.no-space').late).toBe(true)
  })

  it('says that one is under way', () => {
    expect(backupWords({ running: true }, now)).toEqual({ text: '正在备份…', late: false })
  })
})
