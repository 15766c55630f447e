import { join } from 'node:path'

/** Where backups go unless a person names another folder. */
export const backupFolder = (dir: string) => join(dir, 'backups')

/** When the last backup succeeded and why one failed; told in the status bar. */
export const backupRecordFile = (dir: string) => join(dir, 'backup-record.json')
