import type { WordsOf } from './words.ts'

export const backupTexts = {
  'backups.notFound': '找不到这份备份，U 盘可能拔掉了。请插好再选。',
  'backups.failed': '备份没有做成，现在的数据没有动。请检查磁盘空间后再试。',
} satisfies WordsOf<'backups'>
