import { proposeRisk, type RiskProposal } from '../domain/visits/risk.ts'
import type { Risk } from '../domain/visits/settings.ts'
import type { Reader, Row } from '../schema.ts'

type CaseColumns = Pick<
  Row<'cases'>,
  'id' | 'type_code' | 'people_count' | 'amount_fen' | 'narrative' | 'claim' | 'applied_at'
>

export type CaseRisk = { risk: Risk; words: string; proposed: RiskProposal }

/** Cases before this one with a party of the same ID number, credit code or phone; of a unit also the same name. */
async function countEarlierCases(db: Reader, row: CaseColumns): Promise<number> {
  const found = await db
    .selectFrom('parties as own')
    .innerJoin('parties as other', (join) =>
      join.on((on) =>
        on.or([
          on('other.id_number', '=', on.ref('own.id_number')),
          on('other.credit_code', '=', on.ref('own.credit_code')),
          on('other.phone', '=', on.ref('own.phone')),
          on.and([
            on('own.kind', '=', 'organisation'),
            on('other.kind', '=', 'organisation'),
            on('other.name', '=', on.ref('own.name')),
          ]),
        ]),
      ),
    )
    .innerJoin('cases as c', 'c.id', 'other.case_id')
    .select((expression) => expression.fn.count<number>('c.id').distinct().as('cases'))
    .where('own.case_id', '=', row.id)
    .where('c.id', '<>', row.id)
    .where('c.applied_at', '<', row.applied_at)
    .executeTakeFirst()
  return Number(found?.cases ?? 0)
}

/** The risk of a case: as somebody set it, else as it is proposed. */
export async function caseRisk(db: Reader, row: CaseColumns): Promise<CaseRisk> {
  const proposed = proposeRisk({
    typeCode: row.type_code,
    peopleCount: row.people_count,
    amountFen: row.amount_fen ?? undefined,
    words: `${row.narrative}\n${row.claim}`,
    earlierCases: await countEarlierCases(db, row),
  })
  const set = await db
    .selectFrom('case_risks')
    .select(['risk', 'words'])
    .where('case_id', '=', row.id)
    .executeTakeFirst()
  return { risk: set?.risk ?? proposed.risk, words: set?.words ?? '', proposed }
}
