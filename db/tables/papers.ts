import type { RetentionClass } from '../domain/dossier/dossier.ts'

/** What somebody wrote into a form of a case; a form without a row prints from the record alone. */
export type SheetsTable = {
  form: string
  /** The case itself for the first sheet of a form, an id of its own for each further one. */
  object_id: string
  case_id: string
  /** JSON of `SheetWords`. */
  words: string
  /** 0 for a sheet that a case has anyway, else in the order in which they were added. */
  position: number
  removed: number
  revision: number
  created_by: string
  created_at: string
  updated_at: string
}

/** Each version of a paper that left the house; what was printed can be printed again to the letter. */
export type PaperVersionsTable = {
  id: string
  case_id: string
  form: string
  object_id: string
  version: number
  sha256: string
  pages: number
  /** JSON of the block model. */
  model: string
  /** The centre's own Word template that it was made with. */
  template_id: string | null
  made_by: string
  made_at: string
}

/** Somebody looked at a paper and found every signature and seal on it. */
export type SignedPapersTable = {
  form: string
  object_id: string
  case_id: string
  confirmed_by: string
  confirmed_at: string
}

/** One side of paper in an added file and where in the volume it lies. */
export type ScanPagesTable = {
  id: string
  attachment_id: string
  case_id: string
  /** Page of the file, from 1. */
  file_page: number
  /** Of a scan with two pages side by side, which. */
  part: 'whole' | 'left' | 'right' | 'top' | 'bottom'
  /** Degrees clockwise to turn it upright. */
  turn: 0 | 90 | 180 | 270
  state: 'placed' | 'loose' | 'setAside'
  form: string | null
  object_id: string | null
  /** Page of the paper, from 1. */
  page: number | null
  version: number | null
  read_by: 'code' | 'hand' | null
  /** Why it came after closing. */
  late_reason: string | null
  placed_by: string
  placed_at: string
}

export type DossiersTable = {
  case_id: string
  pack_id: string
  retention: RetentionClass | null
  archive_number: string | null
  shelf: string
  compiler_name: string
  compiled_on: string | null
  checker_name: string
  checked_on: string | null
  missing: string
  late: string
  damaged: string
  media: string
  other_notes: string
  remark: string
  revision: number
  updated_at: string
}

/** Closing of a dossier, with what was found at that moment; a reopened case is closed again. */
export type DossierClosingsTable = {
  id: string
  case_id: string
  closed_on: string
  closed_by: string
  closed_at: string
  /** Of a dossier that was closed with findings: the head's. */
  reason: string
  /** JSON: the findings passed over, as sentences. */
  findings: string
  volume_pages: number
}

export type DossierLoansTable = {
  id: string
  case_id: string
  borrower: string
  unit: string
  purpose: string
  lent_on: string
  due_on: string
  lent_by: string
  lent_at: string
  returned_on: string | null
  returned_to: string | null
  return_note: string
}

export type HandoversTable = {
  id: string
  from_id: string
  to_id: string
  reason: string
  made_by: string
  made_at: string
}

export type HandoverCasesTable = { handover_id: string; case_id: string; position: number }

/** A county's own wording of a built-in form, whole, from a day on. */
export type OwnFormsTable = {
  id: string
  form: string
  from_on: string
  /** JSON of a form definition. */
  definition: string
  made_by: string
  made_at: string
  removed: number
}

/** A Word file with tags that replaces a built-in form from a day on. */
export type WordTemplatesTable = {
  id: string
  form: string
  name: string
  from_on: string
  bytes: Uint8Array
  sha256: string
  added_by: string
  added_at: string
  removed: number
}

/** What waits for a printer; the file itself is kept until it is printed or given up. */
export type PrintJobsTable = {
  id: string
  case_id: string | null
  title: string
  form: string
  object_id: string
  copies: number
  pages: number
  printer: string
  sides: 'one' | 'long' | 'short'
  state: 'waiting' | 'sent' | 'printed' | 'failed' | 'cancelled'
  /** Why it failed: a code of the printer port. */
  trouble: string | null
  tries: number
  /** The number that the system's own queue gave it. */
  system_job: string | null
  pdf: Uint8Array | null
  asked_by: string
  asked_at: string
  ended_at: string | null
}
