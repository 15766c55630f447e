import type { Dossier, DossierPaper } from '../domain/dossier/dossier.ts'
import { isCounted } from '../domain/dossier/forms.ts'
import { orderOn, type RulePack } from '../domain/dossier/pack.ts'
import { localDateOf } from '../domain/local-date.ts'
import { type ArchiveWords, readArchive } from '../queries/dossier-archive.ts'
import { type DossierEntry, entriesOf } from '../queries/dossier-papers.ts'
import { dossierRows, type DossierRows } from '../queries/dossier-rows.ts'
import { listParties } from '../queries/parties.ts'
import { getSetting } from '../queries/settings.ts'
import type { Reader } from '../schema.ts'
import { caseOf } from './dossier-case.ts'
import type { Asking, Making } from './dossier-making.ts'
import { ownAgreement } from './dossier-own-papers.ts'
import { paperIdOf, paperOf } from './dossier-paper.ts'

/** The doctor's view of a case, with the list that it was made from. */
export type DossierRecord = {
  dossier: Dossier
  entries: DossierEntry[]
  rows: DossierRows
  archive: ArchiveWords & { revision: number }
}

/**
 * @returns undefined when there is no such case
 * @param pack the one that `readArchive` names
 */
export async function dossierRecord(
  asking: Asking,
  caseId: string,
  pack: RulePack,
): Promise<DossierRecord | undefined> {
  const { db, now } = asking
  const today = localDateOf(now)
  const rows = await dossierRows(db, caseId)
  if (!rows) return undefined
  const archive = await readArchive(db, caseId)
  const entries = entriesOf(rows, today, orderOn(pack, today))
  const parties = await listParties(db, caseId, today)
  const inForce = entries.find(
    ({ form, state, superseded }) => form === 'f10' && state === 'there' && !superseded,
  )
  const own = inForce?.objectId === undefined ? {} : await ownAgreement(db, inForce.objectId)
  const people = await namesOfPeople(db, caseId)
  const mediator = people.mediators.get(rows.row.mediator_id ?? '')
  const signer = own.signedBy?.find(({ capacity }) => capacity === 'mediator')?.name
  const mediators = [signer ?? mediator].filter((name) => name !== undefined)
  const { sealName } = await getSetting(db, 'body')
  const fileNumber = own.number ?? archive.archiveNumber
  const making: Making = {
    asking,
    pack,
    rows,
    archive,
    parties,
    mediators,
    sealName,
    fileNumber,
    agreement: own,
    today,
  }
  const hasFinal = new Set(
    entries
      .filter(({ state, superseded }) => state === 'there' && !superseded)
      .map(({ dossierForm }) => dossierForm),
  )
  const isOver = rows.course.outcome !== undefined
  const bound = entries.filter(
    ({ form, state, dossierForm, scanOnly, signed, superseded }) =>
      // An agreement that was only approved waits for its signatures, as it should.
      (state === 'there' && (isOver || form !== 'f10' || signed || superseded)) ||
      // A draft beside a final one is left out when the volume is bound.
      (state === 'draft' && !scanOnly && isOver && !hasFinal.has(dossierForm)),
  )
  const lateIds = new Set(bound.filter(({ cameLate }) => cameLate).map(paperIdOf))
  const papers: DossierPaper[] = []
  for (const entry of bound) papers.push(await paperOf(entry, making))
  return {
    dossier: {
      case: caseOf(making),
      body: { sealName },
      parties,
      mediators: mediators.map((name) => ({ name })),
      people: [...people.all],
      papers: numbered(withList(papers), (id) => lateIds.has(id)),
    },
    entries,
    rows,
    archive,
  }
}

async function namesOfPeople(db: Reader, caseId: string) {
  const users = await db.selectFrom('users').select(['id', 'name']).execute()
  const attendees = await db
    .selectFrom('attendees as a')
    .innerJoin('sessions as s', 's.id', 'a.session_id')
    .select(['a.name', 's.recorder_name'])
    .where('s.case_id', '=', caseId)
    .execute()
  return {
    mediators: new Map(users.map(({ id, name }) => [id, name])),
    all: new Set([
      ...users.map(({ name }) => name),
      ...attendees.flatMap(({ name, recorder_name }) => [name, recorder_name]),
    ]),
  }
}

/** Each piece of evidence as a sheet behind the list; where a sheet does not name them nothing is compared. */
const withList = (papers: readonly DossierPaper[]): DossierPaper[] => {
  const list = papers.find(({ id }) => id.startsWith('f08-list~'))
  if (!list) return papers.map(({ listed: _listed, ...paper }) => paper)
  const isSheet = (paper: DossierPaper) => paper.formId === 'f08' && paper !== list
  const named = papers.filter(isSheet).every(({ listed }) => listed !== undefined)
  return papers.flatMap((paper) => {
    if (paper === list) {
      const rows = list.listed?.map(({ title }) => ({ title }))
      return [{ ...list, listed: named && papers.some(isSheet) ? rows : undefined }]
    }
    const { listed, ...sheet } = paper
    if (!isSheet(paper)) return [sheet]
    const pieces = named ? (listed ?? []) : []
    if (pieces.length === 0) return [{ ...sheet, partOf: list.id }]
    return pieces.map(({ title }, index) => ({
      ...sheet,
      id: index === 0 ? paper.id : `${paper.id}~${index}`,
      title,
      partOf: list.id,
      // All of them lie on the sheets of one paper.
      ...(index === 0 ? {} : { pages: { count: 0 }, scans: [{ pages: 0 }] }),
    }))
  })
}

/** Numbers run by themselves over what was printed or scanned, and on from there over what came after closing. */
const numbered = (
  papers: readonly DossierPaper[],
  cameLate: (id: string) => boolean,
): DossierPaper[] => {
  const first = new Map<string, number>()
  let next = 1
  const inTurn = papers.toSorted((a, b) => Number(cameLate(a.id)) - Number(cameLate(b.id)))
  for (const { id, formId, version, scans, pages } of inTurn) {
    if (!isCounted(formId) || (version === undefined && scans.length === 0)) continue
    first.set(id, next)
    next += pages.count
  }
  return papers.map((paper) => {
    const from = first.get(paper.id)
    return from === undefined ? paper : { ...paper, pages: { from, count: paper.pages.count } }
  })
}
