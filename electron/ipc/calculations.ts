import type { calculations as contract, KeptCalculation } from '#contract/calculations.ts'
import { mayMediate, mayReadContent } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { calcTitles } from '#db/domain/labour/calc-names.ts'
import { compareSums, promisedTo } from '#db/domain/labour/kept-calculation.ts'
import { localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { contentOf, findAgreementRow } from '#db/queries/agreements.ts'
import {
  type CalculationRecord,
  findCalculation,
  listCalculations,
  statutoryOf,
} from '#db/queries/calculations.ts'
import { clockSettings } from '#db/queries/clocks.ts'
import { findLivingAgreement } from '#db/queries/offers.ts'
import { listParties } from '#db/queries/parties.ts'
import type { Reader } from '#db/schema.ts'
import {
  claimCalculation,
  keepCalculation,
  setCalculationRemoved,
  setStatutory,
} from '#db/services/calculations.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { StepRefused } from '#db/services/step-refused.ts'
import { prefillOf } from './calculation-prefill.ts'
import type { Handlers, QueryContext } from './context.ts'
import { reasonsOf, reckon } from './reckon.ts'

const kept = (record: CalculationRecord): KeptCalculation => ({
  id: record.id,
  caseId: record.caseId,
  name: record.name,
  title: record.title,
  amountFen: record.amountFen,
  per: record.per,
  statutory: record.statutory,
  keptByName: record.keptByName,
  keptAt: record.keptAt,
})

/** Agreed against statutory (D11); nothing where one of the two is not known. */
async function comparisonOf(db: Reader, caseId: string, today: LocalDate) {
  const statutory = await statutoryOf(db, caseId)
  const living = statutory && (await findLivingAgreement(db, caseId))
  const agreement = living && (await findAgreementRow(db, living.id))
  if (!statutory || !agreement) return undefined
  const parties = await listParties(db, caseId, today)
  const agreedFen = promisedTo(statutory.claimant, await contentOf(db, agreement), parties)
  if (agreedFen === undefined) return undefined
  const { warnBelowPercent } = await clockSettings(db)
  const compared = compareSums(agreedFen, statutory.amountFen, warnBelowPercent)
  return compared && { agreedFen, statutoryFen: statutory.amountFen, ...compared }
}

async function ofCase({ db, actor, now }: QueryContext, { caseId }: { caseId: string }) {
  const row = await getCase(db, actor, caseId, mayReadContent)
  const comparison = await comparisonOf(db, caseId, localDateOf(now))
  return {
    items: (await listCalculations(db, caseId)).map(kept),
    ...(comparison ? { comparison } : {}),
    ...(row.amount_fen === null ? {} : { claimFen: row.amount_fen }),
    claim: row.claim,
    mayKeep: row.status !== 'archived' && mayMediate(actor, accessOf(row)),
  }
}

export const calculations: Handlers<typeof contract> = {
  async run({ resources }, { name, input }) {
    const reckoned = reckon(name, input, resources.labour())
    return reckoned.ok
      ? { ok: true, result: reckoned.result }
      : { ok: false, reasons: reasonsOf(reckoned, input) }
  },
  async prefill({ db, actor, now, resources }, { name, caseId }) {
    const row = caseId === undefined ? undefined : await getCase(db, actor, caseId, mayReadContent)
    return prefillOf(name, { db, row, today: localDateOf(now), calendar: resources.calendar })
  },
  ofCase,
  async get({ db, actor }, { id }) {
    const found = await findCalculation(db, id)
    if (!found) throw new DomainError('calculations.notFound')
    await getCase(db, actor, found.caseId, mayReadContent)
    return { ...kept(found), input: found.input, result: found.result }
  },
  async keep(context, { caseId, name, title, input, statutory }) {
    const reckoned = reckon(name, input, context.resources.labour())
    if (!reckoned.ok)
      throw new StepRefused(
        'calculations.noFigure',
        reasonsOf(reckoned, input).map(({ code, path, text }) => ({
          ruleId: 'P',
          level: 'block' as const,
          path,
          code,
          details: { text },
        })),
      )
    const id = await keepCalculation(context, {
      caseId,
      name,
      title: title.trim() || calcTitles[name],
      input: reckoned.input,
      result: reckoned.result,
      statutory,
    })
    context.about('calculation', id)
    return { id }
  },
  async remove(context, { id }) {
    context.about('calculation', id)
    await setCalculationRemoved(context, id, true)
    return {}
  },
  async restore(context, { id }) {
    context.about('calculation', id)
    await setCalculationRemoved(context, id, false)
    return {}
  },
  async setStatutory(context, { id, statutory }) {
    context.about('calculation', id)
    await setStatutory(context, id, statutory)
    return {}
  },
  async useAsClaim(context, { id, words }) {
    context.about('calculation', id)
    await claimCalculation(context, id, words)
    return {}
  },
}
