import { noWords, type SheetWords } from '../domain/dossier/sheet-words.ts'
import type { Reader, Row } from '../schema.ts'
import { caseOfPerformance } from './performances.ts'

/** What somebody wrote into a form of a case. */
export type SheetRecord = {
  form: string
  objectId: string
  caseId: string
  words: SheetWords
  /** 0 for the first sheet of its form in the case. */
  position: number
  removed: boolean
  revision: number
}

const recordOf = (row: Row<'sheets'>): SheetRecord => ({
  form: row.form,
  objectId: row.object_id,
  caseId: row.case_id,
  words: { ...noWords, ...(JSON.parse(row.words) as SheetWords) },
  position: row.position,
  removed: row.removed === 1,
  revision: row.revision,
})

export async function findSheet(
  db: Reader,
  form: string,
  objectId: string,
): Promise<SheetRecord | undefined> {
  const row = await db
    .selectFrom('sheets')
    .selectAll()
    .where('form', '=', form)
    .where('object_id', '=', objectId)
    .executeTakeFirst()
  return row && recordOf(row)
}

/** The case that a form without a sheet is of: the object itself, or that of the payment that a receipt is for. */
export async function caseOfRecord(db: Reader, form: string, objectId: string): Promise<string> {
  const of = form === 'f12' ? await caseOfPerformance(db, objectId) : undefined
  return of ?? objectId
}

/** All sheets that were written in, added or removed, in the order of their forms and of being added. */
export async function listSheets(db: Reader, caseId: string): Promise<SheetRecord[]> {
  const rows = await db
    .selectFrom('sheets')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('form')
    .orderBy('position')
    .orderBy('object_id')
    .execute()
  return rows.map(recordOf)
}
