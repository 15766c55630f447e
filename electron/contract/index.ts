import { agreements, attachments } from './agreements.ts'
import { cases } from './cases.ts'
import { clauses } from './clauses.ts'
import { drafts } from './drafts.ts'
import { intake } from './intake.ts'
import { offers } from './offers.ts'
import { audit, backups, papers } from './papers.ts'
import { readBacks } from './read-backs.ts'
import { recordings } from './recordings.ts'
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
  offers,
  clauses,
  drafts,
  readBacks,
  recordings,
  attachments,
  papers,
  backups,
  audit,
}
export type Contract = typeof contract
