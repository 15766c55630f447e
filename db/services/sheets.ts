import { v7 as uuid } from 'uuid'
import type { Actor, CaseAccess } from '../domain/access/case-access.ts'
import { noWords, type SheetWords } from '../domain/dossier/sheet-words.ts'
import { DomainError } from '../domain/errors.ts'
import { caseOfRecord, findSheet, type SheetRecord } from '../queries/sheets.ts'
import type { Reader } from '../schema.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'

/** A form that may be written into: its title for the time line, and who may do so. */
export type WritableForm = {
  id: string
  title: string
  may: (actor: Actor, access: CaseAccess) => boolean
}

type Found = { row: CaseRecord; sheet: SheetRecord | undefined }

/** @throws DomainError sheets.notFound where neither a sheet nor a case has the id; cases.notYours, sheets.closed */
async function openForWriting(
  { tx, actor }: Happening,
  form: WritableForm,
  objectId: string,
): Promise<Found> {
  const sheet = await findSheet(tx, form.id, objectId)
  const caseId = sheet?.caseId ?? (await caseOfRecord(tx, form.id, objectId))
  if (!(await hasCase(tx, caseId))) throw new DomainError('sheets.notFound')
  const row = await getCase(tx, actor, caseId, form.may, 'cases.notYours')
  if (row.status === 'archived') throw new DomainError('sheets.closed')
  return { row, sheet }
}

async function hasCase(db: Reader, caseId: string): Promise<boolean> {
  const row = await db.selectFrom('cases').select('id').where('id', '=', caseId).executeTakeFirst()
  return row !== undefined
}

type NewRow = {
  form: Pick<WritableForm, 'id'>
  objectId: string
  caseId: string
  position: number
  words?: SheetWords
  removed?: boolean
}

async function insertSheet({ tx, actor, now }: Happening, row: NewRow) {
  await tx
    .insertInto('sheets')
    .values({
      form: row.form.id,
      object_id: row.objectId,
      case_id: row.caseId,
      words: JSON.stringify(row.words ?? noWords),
      position: row.position,
      removed: row.removed === true ? 1 : 0,
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
}

/** One more sheet of a form; the first bears the case's own id. */
export async function addSheet(
  happening: Happening,
  caseId: string,
  form: WritableForm,
): Promise<string> {
  const { row, sheet: first } = await openForWriting(happening, form, caseId)
  const last = await happening.tx
    .selectFrom('sheets')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('case_id', '=', row.id)
    .where('form', '=', form.id)
    .executeTakeFirst()
  const objectId = first ? uuid() : row.id
  const position = first ? (last?.position ?? 0) + 1 : 0
  await insertSheet(happening, { form, objectId, caseId: row.id, position })
  await recordEvent(happening, row.id, 'sheetAdded', { form: form.id, title: form.title })
  return objectId
}

/** The sheet that shows a record of the case, under that record's own id; made once. */
export async function keepRecordSheet(
  happening: Happening,
  caseId: string,
  form: string,
  recordId: string,
) {
  if (await findSheet(happening.tx, form, recordId)) return
  const last = await happening.tx
    .selectFrom('sheets')
    .select((expression) => expression.fn.max('position').as('position'))
    .where('case_id', '=', caseId)
    .where('form', '=', form)
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  await insertSheet(happening, { form: { id: form }, objectId: recordId, caseId, position })
}

/**
 * Keeps what was typed, whole.
 * @throws DomainError sheets.stale when the screen worked on an older text
 */
export async function saveSheet(
  happening: Happening,
  form: WritableForm,
  objectId: string,
  words: SheetWords,
  revision: number,
): Promise<number> {
  const { row, sheet } = await openForWriting(happening, form, objectId)
  if ((sheet?.revision ?? 0) !== revision) throw new DomainError('sheets.stale')
  if (!sheet) {
    await insertSheet(happening, { form, objectId, caseId: row.id, position: 0, words })
    return 1
  }
  await happening.tx
    .updateTable('sheets')
    .set({ words: JSON.stringify(words), revision: revision + 1, updated_at: happening.now })
    .where('form', '=', form.id)
    .where('object_id', '=', objectId)
    .execute()
  return revision + 1
}

/** Out of the volume or back into it; what was typed stays with it. */
export async function setSheetRemoved(
  happening: Happening,
  form: WritableForm,
  objectId: string,
  removed: boolean,
) {
  const { row, sheet } = await openForWriting(happening, form, objectId)
  if ((sheet?.removed ?? false) === removed) return
  if (sheet)
    await happening.tx
      .updateTable('sheets')
      .set({ removed: removed ? 1 : 0, updated_at: happening.now })
      .where('form', '=', form.id)
      .where('object_id', '=', objectId)
      .execute()
  else await insertSheet(happening, { form, objectId, caseId: row.id, position: 0, removed })
  const kind = removed ? 'sheetRemoved' : 'sheetRestored'
  await recordEvent(happening, row.id, kind, { form: form.id, title: form.title })
}
