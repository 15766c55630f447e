import { agreements, attachments } from './agreements.ts'
import { cases } from './cases.ts'
import { intake } from './intake.ts'
import { audit, backups, papers } from './papers.ts'
import { sessions } from './sessions.ts'
import { settings, store } from './store.ts'
import { users } from './users.ts'

/** Everything that may be asked through the door, by slice. */
export const contract = {
  store,
  settings,
  users,
  intake,
  cases,
  sessions,
  agreements,
  attachments,
  papers,
  backups,
  audit,
}
export type Contract = typeof contract
