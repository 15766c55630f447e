import { agreements, attachments } from './agreements.ts'
import { bookings } from './bookings.ts'
import { calculations, figures } from './calculations.ts'
import { cases } from './cases.ts'
import { clauses } from './clauses.ts'
import { clocks, holidays } from './clocks.ts'
import { consultations } from './consultations.ts'
import { desks } from './desks.ts'
import { dossiers } from './dossiers.ts'
import { drafts } from './drafts.ts'
import { duties } from './duties.ts'
import { intake } from './intake.ts'
import { firms, lawyers } from './lawyers.ts'
import { obligations } from './obligations.ts'
import { offers } from './offers.ts'
import { audit, backups, papers } from './papers.ts'
import { printing } from './printing.ts'
import { readBacks } from './read-backs.ts'
import { recordings } from './recordings.ts'
import { requests } from './requests.ts'
import { rotaPapers } from './rota-papers.ts'
import { rotas } from './rotas.ts'
import { scans } from './scans.ts'
import { sessions } from './sessions.ts'
import { sheets } from './sheets.ts'
import { settings, store } from './store.ts'
import { offices, strengthening } from './strengthening.ts'
import { templates } from './templates.ts'
import { users } from './users.ts'
import { visits } from './visits.ts'
import { volumes } from './volumes.ts'

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
  sheets,
  dossiers,
  volumes,
  scans,
  printing,
  templates,
  obligations,
  strengthening,
  offices,
  visits,
  clocks,
  holidays,
  calculations,
  figures,
  firms,
  lawyers,
  desks,
  rotas,
  duties,
  requests,
  bookings,
  consultations,
  rotaPapers,
  backups,
  audit,
}
export type Contract = typeof contract
