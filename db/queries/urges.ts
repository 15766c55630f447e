import type { Reader } from '../schema.ts'
import { localDate } from '../domain/local-date.ts'
import { optional } from './parties.ts'

/** How the debtor was reminded, the newest first. */
export async function listUrges(db: Reader, caseId: string) {
  const rows = await db
    .selectFrom('urges as u')
    .innerJoin('users as who', 'who.id', 'u.recorded_by')
    .selectAll('u')
    .select('who.name as recorded_by_name')
    .where('u.case_id', '=', caseId)
    .orderBy('u.at', 'desc')
    .orderBy('u.id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ...optional({ obligationId: row.obligation_id, sheetId: row.sheet_id }),
    at: row.at,
    channel: row.channel,
    person: row.person,
    answer: row.answer,
    ...(row.promised_on === null ? {} : { promisedOn: localDate(row.promised_on) }),
    ...(row.promised_fen === null ? {} : { promisedFen: row.promised_fen }),
    words: row.words,
    recordedByName: row.recorded_by_name,
  }))
}
