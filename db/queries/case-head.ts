import { sql } from 'kysely'

/** What a line of the board says of its case; `c` is the case and `m` its mediator. */
export const caseHeadColumns = [
  'c.case_number',
  'c.title as case_title',
  'c.mediator_id',
  'm.name as mediator_name',
  sql<string | null>`(SELECT group_concat(name, '、') FROM
    (SELECT p.name FROM parties p WHERE p.case_id = c.id ORDER BY p.position))`.as('parties'),
] as const

type HeadRow = {
  case_id: string
  case_number: string
  case_title: string
  mediator_id: string | null
  mediator_name: string | null
  parties: string | null
}

export const caseHeadOf = (row: HeadRow) => ({
  caseId: row.case_id,
  caseNumber: row.case_number,
  caseTitle: row.case_title,
  parties: row.parties ?? '',
  mediatorId: row.mediator_id ?? undefined,
  mediatorName: row.mediator_name ?? undefined,
})
