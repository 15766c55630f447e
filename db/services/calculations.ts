import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import type { CalcName } from '../domain/labour/calc-names.ts'
import { owedByOtherSide, type ReckonedResult } from '../domain/labour/kept-calculation.ts'
import { formatYuan } from '../domain/money.ts'
import { findCalculation, type CalculationRecord } from '../queries/calculations.ts'
import { getCase, type CaseRecord } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'

export type NewCalculation = {
  caseId: string
  name: CalcName
  title: string
  input: Readonly<Record<string, unknown>>
  result: ReckonedResult
  statutory: boolean
}

async function getWritableCase({ tx, actor }: Happening, caseId: string): Promise<CaseRecord> {
  const row = await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  requireNotArchived(row)
  return row
}

/** @throws DomainError calculations.perMonth: a monthly benefit is no sum that an agreement or a claim is held against */
function requireSum({ per }: Pick<ReckonedResult, 'per'>) {
  if (per === 'month') throw new DomainError('calculations.perMonth')
}

/** One reckoning of a case at most is what the law would give. */
async function clearStatutory({ tx }: Happening, caseId: string) {
  await tx
    .updateTable('calculations')
    .set({ statutory: 0 })
    .where('case_id', '=', caseId)
    .where('statutory', '=', 1)
    .where('removed', '=', 0)
    .execute()
}

/** Keeps a reckoning as it was made: input and result never change. */
export async function keepCalculation(happening: Happening, form: NewCalculation): Promise<string> {
  const { tx, actor, now } = happening
  const row = await getWritableCase(happening, form.caseId)
  if (form.statutory) {
    requireSum(form.result)
    await clearStatutory(happening, row.id)
  }
  const id = uuid()
  await tx
    .insertInto('calculations')
    .values({
      id,
      case_id: row.id,
      name: form.name,
      version: form.result.version,
      title: form.title,
      input: JSON.stringify(form.input),
      result: JSON.stringify(form.result),
      amount_fen: form.result.amountFen,
      statutory: form.statutory ? 1 : 0,
      removed: 0,
      kept_by: actor.userId,
      kept_at: now,
    })
    .execute()
  await recordEvent(happening, row.id, 'calculationKept', { title: form.title })
  return id
}

async function getWritable(
  happening: Happening,
  id: string,
): Promise<{ kept: CalculationRecord; row: CaseRecord }> {
  const kept = await findCalculation(happening.tx, id)
  if (!kept) throw new DomainError('calculations.notFound')
  return { kept, row: await getWritableCase(happening, kept.caseId) }
}

/** Takes it away, or back; the mark of what the law would give stays with whoever has it by then. */
export async function setCalculationRemoved(happening: Happening, id: string, removed: boolean) {
  const { kept, row } = await getWritable(happening, id)
  if (kept.removed === removed) return
  const { tx } = happening
  const taken = tx
    .selectFrom('calculations')
    .select('id')
    .where('case_id', '=', row.id)
    .where('statutory', '=', 1)
    .where('removed', '=', 0)
  const isTaken = !removed && (await taken.executeTakeFirst()) !== undefined
  await tx
    .updateTable('calculations')
    .set({ removed: removed ? 1 : 0, ...(isTaken ? { statutory: 0 } : {}) })
    .where('id', '=', id)
    .execute()
  const kind = removed ? 'calculationRemoved' : 'calculationRestored'
  await recordEvent(happening, row.id, kind, { title: kept.title })
}

async function getStanding(happening: Happening, id: string) {
  const found = await getWritable(happening, id)
  if (found.kept.removed) throw new DomainError('calculations.notFound')
  return found
}

/** Marks it as what the law would give (D11), in place of the one marked before. */
export async function setStatutory(happening: Happening, id: string, statutory: boolean) {
  const { kept, row } = await getStanding(happening, id)
  if (statutory) {
    requireSum(kept)
    await clearStatutory(happening, row.id)
  }
  await happening.tx
    .updateTable('calculations')
    .set({ statutory: statutory ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

const claimLimit = 4000

/** 经济补偿：6个月×6,800.00元＝40,800.00元；… 合计 …元。 */
const claimWords = ({ result }: CalculationRecord): string => {
  const items = result.lines.filter(({ amountFen }) => amountFen !== undefined)
  const sum = items.length > 1 ? `；合计${formatYuan(result.amountFen)}元` : ''
  return `${items.map(({ text }) => text.replace(/[。；]$/u, '')).join('；')}${sum}。`
}

/** Before the first reckoning a claim often ends without a full stop. */
const appended = (before: string, words: string): string => {
  const text = before.trim()
  if (text === '' || text.includes(words)) return text === '' ? words : text
  return /[。；！？]$/u.test(text) ? `${text}${words}` : `${text}。${words}`
}

/**
 * Its sum becomes the sum claimed, without what the insurance fund pays; its lines become words of the claim.
 * @throws DomainError calculations.perMonth, calculations.tooLong
 */
export async function claimCalculation(
  happening: Happening,
  id: string,
  words: 'replace' | 'append' | 'keep',
) {
  const { kept, row } = await getStanding(happening, id)
  requireSum(kept)
  const lines = claimWords(kept)
  const claim = {
    replace: () => lines,
    append: () => appended(row.claim, lines),
    keep: () => row.claim,
  }[words]()
  if (claim.length > claimLimit) throw new DomainError('calculations.tooLong')
  const amountFen = owedByOtherSide(kept.result)
  await happening.tx
    .updateTable('cases')
    .set({ claim, amount_fen: amountFen, updated_at: happening.now })
    .where('id', '=', row.id)
    .execute()
  await recordEvent(happening, row.id, 'claimReckoned', {
    title: kept.title,
    amount: formatYuan(amountFen),
  })
}
