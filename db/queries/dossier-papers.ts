import { findCaseSource } from '../domain/case/taxonomy.ts'
import { isEntrustedSource } from '../domain/dossier/facts.ts'
import { type FormId, liesByDate, volumeOrder } from '../domain/dossier/forms.ts'
import {
  comesBack,
  formRank,
  type HouseForm,
  houseForm,
  houseForms,
  presenceOf,
  type WantedBy,
} from '../domain/dossier/house-forms.ts'
import { type PaperScans, surveyScans } from '../domain/dossier/place-scans.ts'
import {
  formatChineseDate,
  formatChineseTime,
  localDateOf,
  type LocalDate,
} from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { dossierRows, type DossierRows, keyOf } from './dossier-rows.ts'
import type { PaperVersion } from './paper-versions.ts'

/** A paper of a volume, or the place of one that it lacks. Only what is `there` is printed and bound. */
export type DossierEntry = {
  form: string
  /** The place in the volume at which the form lies. */
  dossierForm: FormId
  /** Absent where nothing can be opened: no session was held, no agreement drafted. */
  objectId?: string
  title: string
  /** What tells it from others of its form. */
  subtitle?: string
  state: 'there' | 'missing' | 'draft' | 'optional'
  /** Nothing is rendered: it is made of its scans alone. */
  scanOnly: boolean
  wantsSigning: boolean
  /** May be written into, see `sheets`. */
  editable: boolean
  removable: boolean
  latest?: PaperVersion
  /** Every signature and seal is known to be on it. */
  signed: boolean
  /** How far it was scanned, page by page. */
  scans: Omit<PaperScans, 'form' | 'objectId'>
  /** Added after closing, be it a page of it. */
  filedLate: boolean
  /** Nothing of it was there when the volume was closed. */
  cameLate?: true
  /** The one party that it is about. */
  partyId?: string
  /** A signed agreement that a correction took the place of: it is bound for the record, not in force. */
  superseded?: true
}

type Sketch = Pick<DossierEntry, 'objectId' | 'subtitle' | 'state' | 'partyId'> & {
  form: HouseForm
  scanOnly?: boolean
  /** Known to be signed without anybody having said so of the paper. */
  signed?: boolean
  added?: boolean
  superseded?: true
  /** Papers of one kind lie by it. */
  day?: string | undefined
}

const onceOnly = new Set(['f00', 'f01', 'f16'])

const wantedBy = (rows: DossierRows, today: LocalDate): WantedBy => {
  const { row, course, parties, sessions, sheets, scans } = rows
  const has = (form: string) =>
    sheets.some((sheet) => sheet.form === form && sheet.removed === 0) ||
    scans.some((scan) => scan.form === form)
  const bucket = findCaseSource(row.source_code)?.bucket
  const isOpen = course.performance === 'open'
  return {
    outcome: course.outcome,
    accepted: row.accepted_on !== null && course.outcome !== 'rejected',
    mediated: sessions.length > 0,
    closedSession: sessions.some(({ is_open }) => is_open === 0),
    hasAgents: parties.some(({ hasAgent }) => hasAgent),
    fromCourt: bucket === 'court',
    entrusted: isEntrustedSource(row.source_code),
    organisation: parties.some(({ kind }) => kind === 'organisation'),
    performed:
      course.performance === 'performed' || (isOpen && rows.dueOn.some((day) => day < today)),
    followUpDue:
      course.followUpSkipped === undefined &&
      (course.performance === 'performed' ||
        ['followUp', 'toArchive', 'archived'].includes(row.status)),
    confirmation: ['f14-persons', 'f14-organisation', 'f14-proof'].some(has)
      ? 'judicial'
      : has('f23')
        ? 'arbitral'
        : has('f24')
          ? 'paymentOrder'
          : undefined,
    filedLate: scans.some(({ isLate }) => isLate),
  }
}

const form = (id: string): HouseForm => {
  const found = houseForm(id)
  if (!found) throw new RangeError(`no form ${id}`)
  return found
}

const minutes = ({ sessions }: DossierRows): Sketch[] =>
  sessions.map((session) => ({
    form: form('f09'),
    objectId: session.id,
    state: session.status === 'ended' ? 'there' : 'draft',
    subtitle: `第${session.ordinal}次，${formatChineseDate(localDateOf(session.started_at))}`,
    day: session.started_at,
  }))

/**
 * The agreement that binds, else the one that was approved; behind it signed ones that it replaced. A later one that
 * is still worked on is a draft.
 */
const agreement = (rows: DossierRows): Sketch[] => {
  const isReplaced = ({ status }: DossierRows['agreements'][number]) => status === 'superseded'
  const agreements = rows.agreements.filter((one) => !isReplaced(one))
  const inForce =
    agreements.find(({ status }) => status === 'signed') ??
    agreements.find(({ status }) => status === 'approved')
  const sketch = (one: (typeof agreements)[number]): Sketch => ({
    form: form('f10'),
    objectId: one.id,
    state: one === inForce ? 'there' : 'draft',
    ...(one === inForce ? {} : { subtitle: `第${one.version}稿` }),
    signed: one.status === 'signed',
  })
  return [
    ...(inForce ? [sketch(inForce)] : []),
    ...rows.agreements.filter(isReplaced).map((one): Sketch => ({
      form: form('f10'),
      objectId: one.id,
      state: 'there',
      subtitle: `第${one.version}版，已由新版本代替`,
      signed: one.effective_on !== null,
      superseded: true,
    })),
    ...agreements
      .filter((one) => one !== inForce && (!inForce || one.version > inForce.version))
      .map(sketch),
  ]
}

/** Copies of identity papers lie by party; unless all are pasted on the sheets of the form. */
const identities = (rows: DossierRows): Sketch[] => {
  const { parties, scans, unplaced, versions, row } = rows
  const pasted =
    versions.has(keyOf('f05', row.id)) ||
    scans.some((scan) => scan.form === 'f05' && scan.objectId === row.id)
  const lacking = pasted || row.accepted_on === null ? 'optional' : 'missing'
  return parties.map((party) => ({
    form: form('f05'),
    objectId: party.id,
    partyId: party.id,
    subtitle: party.name,
    scanOnly: true,
    state: scans.some((scan) => scan.form === 'f05' && scan.objectId === party.id)
      ? 'there'
      : unplaced.identity > 0 && lacking === 'missing'
        ? 'draft'
        : lacking,
  }))
}

/** Words that tell sheets of one form apart. */
const tellingNames = ['回访.时间', '收款.日期', '调查.时间', '函件.文号']

/** Sheets that somebody wrote or added, printed papers, and pages that were scanned without either. */
const sheetsOf = (of: HouseForm, rows: DossierRows): Sketch[] => {
  const { row, sheets, versions, scans, signed } = rows
  const written = sheets.filter((sheet) => sheet.form === of.id)
  const known = (objectId: string) => written.find((sheet) => sheet.object_id === objectId)
  const scanned = scans.filter((scan) => scan.form === of.id).map(({ objectId }) => objectId)
  const partyIds = new Set(of.id === 'f05' ? rows.parties.map(({ id }) => id) : [])
  const paid = of.id === 'f12' ? [...rows.payments.keys()] : []
  const keys = [row.id, ...written.map(({ object_id }) => object_id), ...paid, ...scanned]
  const found = [...new Set(keys)].flatMap((objectId): Sketch[] => {
    const sheet = known(objectId)
    const isScanned = scanned.includes(objectId)
    const isPrinted = versions.has(keyOf(of.id, objectId))
    const isKept =
      isPrinted ||
      signed.has(keyOf(of.id, objectId)) ||
      (of.made === 'sheet' && sheet !== undefined)
    const isHere = isScanned || (isKept && sheet?.removed !== 1) || onceOnly.has(of.id)
    if (!isHere || partyIds.has(objectId)) return []
    const visitedAt = of.id === 'f13' ? rows.visits.get(objectId) : undefined
    const paidOn = of.place === 'f12' ? rows.payments.get(objectId) : undefined
    const own =
      tellingNames.map((name) => sheet?.words.fields[name]).find(Boolean) ??
      (visitedAt === undefined ? undefined : formatChineseTime(visitedAt)) ??
      (paidOn === undefined ? undefined : formatChineseDate(paidOn))
    return [
      {
        form: of,
        objectId,
        state: 'there',
        scanOnly: of.made === 'scan' || (isScanned && !isKept),
        // What the record holds is not taken out of its volume.
        added: of.made === 'sheet' && visitedAt === undefined,
        ...(own === undefined ? {} : { subtitle: own }),
        day: visitedAt ?? paidOn ?? own ?? sheet?.created_at,
      },
    ]
  })
  return found.length < 2
    ? found
    : found.map((one, index) => ({ ...one, subtitle: one.subtitle ?? `第${index + 1}份` }))
}

/** Papers that the record makes by itself as soon as it can. */
const registration = (of: HouseForm, rows: DossierRows, by: WantedBy): Sketch[] => {
  const { row, sessions, versions, signed, scans } = rows
  const key = keyOf(of.id, row.id)
  const isScanned = scans.some((scan) => scan.form === of.id && scan.objectId === row.id)
  // The applicant takes the receipt home: only a page of it that came back belongs to the volume.
  const isOut = isScanned || (of.id !== 'receipt' && (versions.has(key) || signed.has(key)))
  const isMade = {
    f03: !rows.sheets.some(({ form: other, removed }) => other === 'f22-register' && removed === 0),
    f04: sessions.some(({ rights_told_at }) => rights_told_at !== null),
    undisputedFacts: rows.hasFacts,
  }[of.id]
  if (isOut || isMade === true) return [{ form: of, objectId: row.id, state: 'there' }]
  const state = of.id === 'f04' ? presenceOf(of.id, by) : undefined
  return state === undefined ? [] : [{ form: of, objectId: row.id, state }]
}

/**
 * Annexes of what was reckoned: bound once they were printed, signed or scanned, before that offered. One that was
 * taken away stays where somebody has it on paper.
 */
const annexes = (of: HouseForm, rows: DossierRows): Sketch[] =>
  rows.calculations.flatMap(({ id, title, removed, kept_at }): Sketch[] => {
    const isScanned = rows.scans.some((scan) => scan.form === of.id && scan.objectId === id)
    const isOut = isScanned || rows.signed.has(keyOf(of.id, id))
    const isKept = removed === 0 && rows.versions.has(keyOf(of.id, id))
    if (!isOut && removed === 1) return []
    const state = isOut || isKept ? ('there' as const) : ('optional' as const)
    return [{ form: of, objectId: id, subtitle: title, state, day: kept_at }]
  })

const lacking = (of: HouseForm, rows: DossierRows, by: WantedBy): Sketch[] => {
  const state = presenceOf(of.id, by)
  if (state === undefined) return []
  const opens = of.made !== 'record'
  return [
    {
      form: of,
      state,
      ...(opens ? { objectId: rows.row.id } : {}),
      scanOnly: of.made === 'scan',
    },
  ]
}

const sketches = (of: HouseForm, rows: DossierRows, by: WantedBy): Sketch[] => {
  switch (of.id) {
    case 'f03':
    case 'f04':
    case 'receipt':
    case 'undisputedFacts':
      return registration(of, rows, by)
    case 'calc-annex':
      return annexes(of, rows)
    case 'f05':
      return [...sheetsOf(of, rows), ...identities(rows)]
    default: {
      const found =
        of.id === 'f09' ? minutes(rows) : of.id === 'f10' ? agreement(rows) : sheetsOf(of, rows)
      const isHere = found.some(({ superseded }) => superseded !== true)
      return isHere ? found : [...lacking(of, rows, by), ...found]
    }
  }
}

const scansOf = (
  of: HouseForm,
  objectId: string,
  own: DossierRows['scans'],
  latest: PaperVersion | undefined,
): DossierEntry['scans'] => {
  const paper = {
    form: of.id,
    objectId,
    version: latest?.version,
    pages: latest?.pages,
    expected: comesBack(of),
  }
  const [found] = surveyScans([paper], own)
  if (!found) return { pages: [], missing: [], double: [], outdated: [] }
  const { pages, missing, double, outdated } = found
  return { pages, missing, double, outdated }
}

const finish = (sketch: Sketch, rows: DossierRows): DossierEntry => {
  const { form: of, objectId, subtitle, partyId } = sketch
  const isClosed = rows.row.status === 'archived'
  const key = keyOf(of.id, objectId ?? '')
  const latest = rows.versions.get(key)
  const own = rows.scans.filter((scan) => keyOf(scan.form, scan.objectId) === key)
  const isSheet = of.made === 'sheet' && sketch.scanOnly !== true && of.id !== 'f01'
  return {
    form: of.id,
    dossierForm: of.place,
    ...(objectId === undefined ? {} : { objectId }),
    title: of.title,
    ...(subtitle === undefined ? {} : { subtitle }),
    state: sketch.state,
    scanOnly: sketch.scanOnly ?? false,
    wantsSigning: of.signs,
    editable: isSheet && !isClosed,
    removable: sketch.added === true && !onceOnly.has(of.id) && own.length === 0 && !isClosed,
    ...(latest === undefined ? {} : { latest }),
    signed: sketch.signed === true || rows.signed.has(key),
    scans: scansOf(of, objectId ?? '', own, latest),
    filedLate: own.some(({ isLate }) => isLate),
    ...(partyId === undefined ? {} : { partyId }),
    ...(sketch.superseded ? { superseded: true } : {}),
  }
}

/**
 * The volume of a case in its order, from the records alone. Empty when there is no such case.
 * @param order of the rule pack that the dossier is kept by; the national one unless given
 */
export async function listDossierPapers(
  db: Reader,
  caseId: string,
  today: LocalDate,
  order: readonly FormId[] = volumeOrder,
): Promise<DossierEntry[]> {
  const rows = await dossierRows(db, caseId)
  return rows === undefined ? [] : entriesOf(rows, today, order)
}

/** Of the rows those that were there when the volume was closed. */
function asClosed(rows: DossierRows, closedAt: string): DossierRows {
  const { scans, sheets, versions, signed } = rows
  return {
    ...rows,
    scans: scans.filter(({ isLate, placedAt }) => !isLate || placedAt <= closedAt),
    sheets: sheets.filter(({ created_at }) => created_at <= closedAt),
    versions: new Map([...versions].filter(([, one]) => one.version > 1 || one.madeAt <= closedAt)),
    signed: new Map([...signed].filter(([, { confirmedAt }]) => confirmedAt <= closedAt)),
  }
}

const isThere = ({ objectId, state }: DossierEntry) => objectId !== undefined && state === 'there'

/** The same from rows that were read already. */
export function entriesOf(
  rows: DossierRows,
  today: LocalDate,
  order: readonly FormId[],
): DossierEntry[] {
  const entries = sortedEntries(rows, today, order)
  if (rows.closedAt === undefined) return entries
  const bound = sortedEntries(asClosed(rows, rows.closedAt), today, order).filter(isThere)
  const keys = new Set(bound.map(({ form: of, objectId }) => keyOf(of, objectId ?? '')))
  return entries.map((entry) =>
    isThere(entry) && !keys.has(keyOf(entry.form, entry.objectId ?? ''))
      ? { ...entry, cameLate: true }
      : entry,
  )
}

function sortedEntries(
  rows: DossierRows,
  today: LocalDate,
  order: readonly FormId[],
): DossierEntry[] {
  const by = wantedBy(rows, today)
  const sorted = houseForms
    .flatMap((of) => sketches(of, rows, by))
    .map((sketch, index) => ({ sketch, index }))
    .toSorted((a, b) => {
      const [one, other] = [a.sketch, b.sketch]
      const place = order.indexOf(one.form.place) - order.indexOf(other.form.place)
      if (place !== 0) return place
      const rank = formRank(one.form.id) - formRank(other.form.id)
      if (rank !== 0) return rank
      const byDay = liesByDate(one.form.place) ? (one.day ?? '').localeCompare(other.day ?? '') : 0
      return byDay === 0 ? a.index - b.index : byDay
    })
  return sorted.map(({ sketch }) => finish(sketch, rows))
}
