import { courseOf, type CaseCourse, type CourseEvent } from '../domain/dossier/course.ts'
import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { SheetWords } from '../domain/dossier/sheet-words.ts'
import type { Reader, Row } from '../schema.ts'
import type { PaperVersion } from './paper-versions.ts'
import { optional } from './parties.ts'
import { listFacts } from './undisputed-facts.ts'

export type SheetRow = Pick<
  Row<'sheets'>,
  'form' | 'object_id' | 'position' | 'removed' | 'created_at'
> & { words: SheetWords }
export type PlacedRow = {
  form: string
  objectId: string
  page: number
  version: number | undefined
  isLate: boolean
  placedAt: string
}

/** All that says which papers a case has, as its rows stand. */
export type DossierRows = {
  row: Row<'cases'>
  parties: (Pick<Row<'parties'>, 'id' | 'kind' | 'role' | 'name'> & { hasAgent: boolean })[]
  sessions: Pick<
    Row<'sessions'>,
    'id' | 'ordinal' | 'status' | 'is_open' | 'started_at' | 'rights_told_at'
  >[]
  /** The newest first; of those that a newer one replaced only what somebody signed or scanned. */
  agreements: Pick<Row<'agreements'>, 'id' | 'version' | 'status' | 'effective_on'>[]
  sheets: SheetRow[]
  /** The newest of each paper, by `keyOf`. */
  versions: ReadonlyMap<string, PaperVersion>
  scans: PlacedRow[]
  signed: ReadonlyMap<string, { confirmedAt: string }>
  /** Instant at which that was printed which then was signed, also where another version was printed since. */
  handSigned: ReadonlyMap<string, string>
  /** Added files that are no pages of the volume yet, by kind. */
  unplaced: Readonly<Record<Row<'attachments'>['kind'], number>>
  hasFacts: boolean
  /** Reckonings kept with the case, and those taken away whose paper may be among the signed ones. */
  calculations: Pick<Row<'calculations'>, 'id' | 'title' | 'removed' | 'kept_at'>[]
  /** Visits that were made, each with its instant; its paper is `f13` of the visit's id. */
  visits: ReadonlyMap<string, string>
  /** Payments that count, each with its day: receipt and slips go by its id. */
  payments: ReadonlyMap<string, LocalDate>
  dueOn: string[]
  course: CaseCourse
  /** Of an archived case. */
  closedOn: LocalDate | undefined
  /** The instant of it. */
  closedAt: string | undefined
}

export const keyOf = (form: string, objectId: string): string => `${form}~${objectId}`

async function eventsOf(db: Reader, caseId: string): Promise<CourseEvent[]> {
  const rows = await db
    .selectFrom('case_events')
    .select(['kind', 'at', 'from_status', 'to_status', 'details'])
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    at: row.at,
    ...optional({ from: row.from_status, to: row.to_status }),
    details: JSON.parse(row.details) as CourseEvent['details'],
  }))
}

async function partiesOf(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('parties')
    .select((expression) => [
      'id',
      'kind',
      'role',
      'name',
      expression
        .selectFrom('representatives as r')
        .whereRef('r.party_id', '=', 'parties.id')
        .where('r.kind', '=', 'agent')
        .select((inner) => inner.fn.countAll<number>().as('agents'))
        .as('agents'),
    ])
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute()
  return rows.map(({ agents, ...party }) => ({ ...party, hasAgent: Number(agents) > 0 }))
}

type VersionRow = PaperVersion & { key: string }

/** Ascending. */
async function versionsOf(db: Reader, caseId: string): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('paper_versions')
    .select(['form', 'object_id', 'version', 'sha256', 'pages', 'made_at'])
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute()
  return rows.map(({ form, object_id, made_at: madeAt, ...version }) => ({
    key: keyOf(form, object_id),
    ...version,
    madeAt,
  }))
}

type Said = { key: string; confirmedAt: string }

async function saidOf(db: Reader, caseId: string): Promise<Said[]> {
  const rows = await db
    .selectFrom('signed_papers')
    .select(['form', 'object_id', 'confirmed_at'])
    .where('case_id', '=', caseId)
    .execute()
  return rows.map((row) => ({
    key: keyOf(row.form, row.object_id),
    confirmedAt: row.confirmed_at,
  }))
}

/** Papers that were said to be signed; a version that was put out since with other words is not. */
function signedOf(said: readonly Said[], versions: readonly VersionRow[]): DossierRows['signed'] {
  const isOfOlder = ({ key, confirmedAt }: Said) => {
    const own = versions.filter((version) => version.key === key)
    const before = own.filter(({ madeAt }) => madeAt <= confirmedAt)
    return before.length > 0 && before.length < own.length
  }
  return new Map(
    said.filter((one) => !isOfOlder(one)).map(({ key, confirmedAt }) => [key, { confirmedAt }]),
  )
}

/** The newest version before somebody saw the signatures, else the one that was scanned. */
function handSignedOf(
  said: readonly Said[],
  scans: readonly PlacedRow[],
  versions: readonly VersionRow[],
): DossierRows['handSigned'] {
  const scanned = scans.flatMap(({ form, objectId, version }) => {
    const key = keyOf(form, objectId)
    const made = versions.find((one) => one.key === key && one.version === version)
    return made ? [[key, made.madeAt] as const] : []
  })
  const confirmed = said.map(({ key, confirmedAt }) => {
    const before = versions.filter((one) => one.key === key && one.madeAt <= confirmedAt)
    return [key, before.at(-1)?.madeAt ?? confirmedAt] as const
  })
  return new Map([...scanned, ...confirmed])
}

async function scansOf(db: Reader, caseId: string): Promise<PlacedRow[]> {
  const rows = await db
    .selectFrom('scan_pages')
    .select(['form', 'object_id', 'page', 'version', 'late_reason', 'placed_at'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'placed')
    .orderBy('page')
    .execute()
  return rows.flatMap((row): PlacedRow[] => {
    const { form, object_id: objectId, page, placed_at: placedAt } = row
    if (form === null || objectId === null || page === null) return []
    const isLate = row.late_reason !== null
    return [{ form, objectId, page, version: row.version ?? undefined, isLate, placedAt }]
  })
}

async function unplacedOf(db: Reader, caseId: string): Promise<DossierRows['unplaced']> {
  const rows = await db
    .selectFrom('attachments as a')
    .select((expression) => ['a.kind', expression.fn.countAll<number>().as('files')])
    .where('a.case_id', '=', caseId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('scan_pages as s')
            .select('s.id')
            .whereRef('s.attachment_id', '=', 'a.id')
            .where('s.state', '<>', 'loose'),
        ),
      ),
    )
    .groupBy('a.kind')
    .execute()
  const counts = { signedScan: 0, evidence: 0, identity: 0, other: 0 }
  for (const { kind, files } of rows) counts[kind] = Number(files)
  return counts
}

/** What people signed stays in the volume when a correction takes its place. */
async function agreementsOf(
  db: Reader,
  caseId: string,
  scans: readonly PlacedRow[],
): Promise<DossierRows['agreements']> {
  const rows = await db
    .selectFrom('agreements as a')
    .select((expression) => [
      'a.id',
      'a.version',
      'a.status',
      'a.effective_on',
      expression
        .selectFrom('signatures as s')
        .whereRef('s.agreement_id', '=', 'a.id')
        .select((inner) => inner.fn.countAll<number>().as('signatures'))
        .as('signatures'),
    ])
    .where('a.case_id', '=', caseId)
    .where('a.status', '<>', 'void')
    .orderBy('a.version', 'desc')
    .execute()
  const isScanned = (id: string) =>
    scans.some(({ form, objectId }) => form === 'f10' && objectId === id)
  return rows
    .filter(
      ({ id, status, signatures }) =>
        status !== 'superseded' || Number(signatures) > 0 || isScanned(id),
    )
    .map(({ signatures: _signatures, ...agreement }) => agreement)
}

const standing = ['approved', 'signed'] as const

async function dueDays(db: Reader, caseId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('instalments as i')
    .innerJoin('clauses as k', 'k.id', 'i.clause_id')
    .innerJoin('agreements as a', 'a.id', 'k.agreement_id')
    .select('i.due_on')
    .where('a.case_id', '=', caseId)
    .where('a.status', 'in', [...standing])
    .execute()
  return rows.map(({ due_on }) => due_on)
}

async function visitsMade(db: Reader, caseId: string): Promise<DossierRows['visits']> {
  const rows = await db
    .selectFrom('visits')
    .select(['id', 'done_at'])
    .where('case_id', '=', caseId)
    .where('state', '=', 'done')
    .execute()
  return new Map(rows.flatMap(({ id, done_at }) => (done_at === null ? [] : [[id, done_at]])))
}

async function paymentsMade(db: Reader, caseId: string): Promise<DossierRows['payments']> {
  const rows = await db
    .selectFrom('performances')
    .select(['id', 'done_on'])
    .where('case_id', '=', caseId)
    .where('undone_at', 'is', null)
    .orderBy('done_on')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ id, done_on }) => [id, localDate(done_on)]))
}

const calculationsOf = (db: Reader, caseId: string): Promise<DossierRows['calculations']> =>
  db
    .selectFrom('calculations')
    .select(['id', 'title', 'removed', 'kept_at'])
    .where('case_id', '=', caseId)
    .orderBy('kept_at')
    .orderBy('id')
    .execute()

/** Undefined when there is no such case. */
export async function dossierRows(db: Reader, caseId: string): Promise<DossierRows | undefined> {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst()
  if (!row) return undefined
  const parties = await partiesOf(db, caseId)
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'ordinal', 'status', 'is_open', 'started_at', 'rights_told_at'])
    .where('case_id', '=', caseId)
    .orderBy('ordinal')
    .execute()
  const scans = await scansOf(db, caseId)
  const agreements = await agreementsOf(db, caseId, scans)
  const sheets = await db
    .selectFrom('sheets')
    .select(['form', 'object_id', 'position', 'removed', 'created_at', 'words'])
    .where('case_id', '=', caseId)
    .orderBy('form')
    .orderBy('position')
    .orderBy('created_at')
    .execute()
  const versions = await versionsOf(db, caseId)
  const said = await saidOf(db, caseId)
  const closing = await db
    .selectFrom('dossier_closings')
    .select(['closed_on', 'closed_at'])
    .where('case_id', '=', caseId)
    .orderBy('closed_at', 'desc')
    .executeTakeFirst()
  const binds = agreements.some(({ status }) => status === 'signed')
  const isOral = !binds && sheets.some(({ form, removed }) => form === 'f11' && removed === 0)
  return {
    row,
    parties,
    sessions,
    agreements,
    sheets: sheets.map((sheet) => ({ ...sheet, words: JSON.parse(sheet.words) as SheetWords })),
    versions: new Map(versions.map(({ key, ...version }) => [key, version])),
    scans,
    signed: signedOf(said, versions),
    handSigned: handSignedOf(said, scans, versions),
    unplaced: await unplacedOf(db, caseId),
    hasFacts: (await listFacts(db, caseId)).length > 0,
    calculations: await calculationsOf(db, caseId),
    visits: await visitsMade(db, caseId),
    payments: await paymentsMade(db, caseId),
    dueOn: await dueDays(db, caseId),
    course: courseOf(row.status, await eventsOf(db, caseId), {
      partyIds: parties.map(({ id }) => id),
      isOral,
    }),
    closedOn: row.status === 'archived' && closing ? localDate(closing.closed_on) : undefined,
    closedAt: row.status === 'archived' ? closing?.closed_at : undefined,
  }
}
