import { localDate, type LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'
import { optional } from './parties.ts'

export type LoanRecord = {
  id: string
  caseId: string
  caseNumber: string
  title: string
  archiveNumber?: string
  borrower: string
  unit: string
  purpose: string
  lentOn: LocalDate
  dueOn: LocalDate
  lentByName: string
  returnedOn?: LocalDate
  returnedToName?: string
  returnNote: string
  overdue: boolean
}

export const findOpenLoan = (db: Reader, caseId: string) =>
  db
    .selectFrom('dossier_loans')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('returned_on', 'is', null)
    .executeTakeFirst()

/** Those still out first, then the newest; of one case, or of all. */
export async function listLoans(
  db: Reader,
  today: LocalDate,
  wanted: { caseId?: string; openOnly: boolean },
) {
  let query = db
    .selectFrom('dossier_loans as l')
    .innerJoin('cases as c', 'c.id', 'l.case_id')
    .leftJoin('dossiers as d', 'd.case_id', 'l.case_id')
    .innerJoin('users as g', 'g.id', 'l.lent_by')
    .leftJoin('users as r', 'r.id', 'l.returned_to')
    .selectAll('l')
    .select([
      'c.case_number',
      'c.title',
      'c.status',
      'c.created_by',
      'c.mediator_id',
      'd.archive_number',
      'g.name as lent_by_name',
      'r.name as returned_to_name',
    ])
    .orderBy((order) => order('l.returned_on', 'is not', null))
    .orderBy('l.lent_at', 'desc')
    .orderBy('l.id')
  if (wanted.caseId !== undefined) query = query.where('l.case_id', '=', wanted.caseId)
  if (wanted.openOnly) query = query.where('l.returned_on', 'is', null)
  return (await query.execute()).map((row) => {
    const dueOn = localDate(row.due_on)
    const loan: LoanRecord = {
      id: row.id,
      caseId: row.case_id,
      caseNumber: row.case_number,
      title: row.title,
      ...optional({ archiveNumber: row.archive_number, returnedToName: row.returned_to_name }),
      borrower: row.borrower,
      unit: row.unit,
      purpose: row.purpose,
      lentOn: localDate(row.lent_on),
      dueOn,
      lentByName: row.lent_by_name,
      ...(row.returned_on === null ? {} : { returnedOn: localDate(row.returned_on) }),
      returnNote: row.return_note,
      overdue: row.returned_on === null && dueOn < today,
    }
    const access = {
      status: row.status,
      created_by: row.created_by,
      mediator_id: row.mediator_id,
    }
    return { loan, access }
  })
}
