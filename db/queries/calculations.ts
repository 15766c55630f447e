import type { CalcName } from '../domain/labour/calc-names.ts'
import {
  claimantOf,
  owedByOtherSide,
  type Claimant,
  type ReckonedResult,
} from '../domain/labour/kept-calculation.ts'
import type { Fen } from '../domain/money.ts'
import type { Reader } from '../schema.ts'

export type CalculationInput = Record<string, unknown>

/** A reckoning as it was kept. */
export type CalculationRecord = {
  id: string
  caseId: string
  name: CalcName
  title: string
  amountFen: Fen
  per: 'once' | 'month'
  statutory: boolean
  removed: boolean
  keptByName: string
  keptAt: string
  input: CalculationInput
  result: ReckonedResult
}

const rows = (db: Reader) =>
  db
    .selectFrom('calculations as k')
    .innerJoin('users as u', 'u.id', 'k.kept_by')
    .selectAll('k')
    .select('u.name as kept_by_name')

type CalculationRow = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const recordOf = (row: CalculationRow): CalculationRecord => {
  const result = JSON.parse(row.result) as ReckonedResult
  return {
    id: row.id,
    caseId: row.case_id,
    name: row.name as CalcName,
    title: row.title,
    amountFen: row.amount_fen,
    per: result.per,
    statutory: row.statutory === 1,
    removed: row.removed === 1,
    keptByName: row.kept_by_name,
    keptAt: row.kept_at,
    input: JSON.parse(row.input) as CalculationInput,
    result,
  }
}

/** Also one that was taken away: its paper may have been signed. */
export async function findCalculation(
  db: Reader,
  id: string,
): Promise<CalculationRecord | undefined> {
  const row = await rows(db).where('k.id', '=', id).executeTakeFirst()
  return row && recordOf(row)
}

/** What is kept with a case, the newest first. */
export async function listCalculations(db: Reader, caseId: string): Promise<CalculationRecord[]> {
  const found = await rows(db)
    .where('k.case_id', '=', caseId)
    .where('k.removed', '=', 0)
    .orderBy('k.kept_at', 'desc')
    .orderBy('k.id', 'desc')
    .execute()
  return found.map(recordOf)
}

/** What the law would give one side from the other: see `owedByOtherSide`. */
export type Statutory = { id: string; amountFen: Fen; title: string; claimant: Claimant }

/** The kept reckoning that is marked as what the law would give (D11). */
export async function statutoryOf(db: Reader, caseId: string): Promise<Statutory | undefined> {
  const row = await rows(db)
    .where('k.case_id', '=', caseId)
    .where('k.removed', '=', 0)
    .where('k.statutory', '=', 1)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, title, name, input, result } = recordOf(row)
  return { id, title, amountFen: owedByOtherSide(result), claimant: claimantOf(name, input) }
}
