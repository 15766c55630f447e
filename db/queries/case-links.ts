import type { Reader } from '../schema.ts'

const columns = ['c.id as caseId', 'c.case_number as caseNumber', 'c.title'] as const

/** The case that this one grew out of. */
export const findEarlierCase = (db: Reader, caseId: string) =>
  db
    .selectFrom('case_links as l')
    .innerJoin('cases as c', 'c.id', 'l.earlier_id')
    .select(columns)
    .where('l.case_id', '=', caseId)
    .executeTakeFirst()

/** The cases that grew out of this one, the oldest first, each with the visit that told of it. */
export const listLaterCases = (db: Reader, caseId: string) =>
  db
    .selectFrom('case_links as l')
    .innerJoin('cases as c', 'c.id', 'l.case_id')
    .select([...columns, 'l.visit_id as visitId'])
    .where('l.earlier_id', '=', caseId)
    .orderBy('l.created_at')
    .orderBy('l.case_id')
    .execute()
