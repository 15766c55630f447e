import { DomainError } from '#db/domain/errors.ts'
import { type Prepared, prepare } from '#db/domain/rota/prepared.ts'
import { breakText, toldBreakText } from '#db/domain/rota/rule-words.ts'
import type { Break } from '#db/domain/rota/breaks.ts'
import type { FairnessRow } from '#db/domain/rota/fairness-table.ts'
import { type ReadRota, readRotaProblem } from '#db/queries/rota-problem.ts'
import { findRota } from '#db/queries/rotas.ts'
import type { Row } from '#db/schema.ts'
import { unseenLawyers } from '#db/services/rota-moves.ts'
import type { QueryContext } from '../context.ts'

/** A rota as one editor may see it. */
export type RotaView = ReadRota & {
  rota: Row<'rotas'>
  prepared: Prepared
  /** Whom this editor does not see. */
  unseen: ReadonlySet<string>
}

/** @throws DomainError rotas.notFound */
export async function viewOf(
  { db, actor, resources }: QueryContext,
  rotaId: string,
): Promise<RotaView> {
  const rota = await findRota(db, rotaId)
  if (!rota) throw new DomainError('rotas.notFound')
  const read = await readRotaProblem(db, rotaId, resources)
  return {
    ...read,
    rota,
    prepared: prepare(read.problem),
    unseen: await unseenLawyers(db, actor),
  }
}

/** What is broken, without what would name somebody whom this editor does not see. */
export const toldBreaks = ({ prepared, unseen }: RotaView, breaks: readonly Break[]) =>
  breaks
    .filter(({ rule }) => !rule.lawyers.some((id) => unseen.has(id)))
    .map((each) => ({
      ruleId: each.rule.id,
      kind: each.rule.kind,
      text: breakText(prepared, each),
      lawyerIds: each.lawyers.filter((id) => !unseen.has(id)),
      shiftIds: [...each.shifts],
    }))

/** Why somebody cannot sit somewhere; a rule about another one, whom this editor does not see, by its kind only. */
export const barrierTexts = (
  { prepared, unseen }: RotaView,
  breaks: readonly Break[],
): string[] => [...new Set(breaks.map((each) => toldBreakText(prepared, { unseen }, each)))]

export const toldFairness = ({ lawyer, total, weekends, beforeHolidays }: FairnessRow) => ({
  lawyerId: lawyer,
  total,
  weekends,
  beforeHolidays,
})
