import type { obligations as contract } from '#contract/obligations.ts'
import { mayMediate, mayReadContent } from '#db/domain/access/case-access.ts'
import { rollBack } from '#db/domain/deadline/period.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { totalsOf, type ObligationState } from '#db/domain/performance/obligation.ts'
import { phoneScript } from '#db/domain/performance/phone-script.ts'
import { findCaseRow } from '#db/queries/cases.ts'
import { listObligations } from '#db/queries/obligations.ts'
import { optional } from '#db/queries/parties.ts'
import { listPerformances, type PerformanceRecord } from '#db/queries/performances.ts'
import { getSetting } from '#db/queries/settings.ts'
import { listApplications } from '#db/queries/strengthenings.ts'
import { listUrges } from '#db/queries/urges.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { setDue } from '#db/services/obligations.ts'
import { sweepOverdue, takesPerformances } from '#db/services/performance-case.ts'
import {
  addPerformanceProofs,
  recordPerformance,
  undoPerformance,
} from '#db/services/performances.ts'
import { enforceableBy } from '#db/services/route-facts.ts'
import { recordUrge, writeUrgeLetter } from '#db/services/urges.ts'
import { refreshPlans } from '#db/services/visits.ts'
import type { Handlers, QueryContext } from './context.ts'

const shown = (
  { resources }: Pick<QueryContext, 'resources'>,
  one: ObligationState,
  performances: readonly PerformanceRecord[],
) => ({
  id: one.id,
  kind: one.kind,
  title: one.title,
  text: one.text,
  ...optional({
    debtorId: one.debtorId ?? null,
    debtorName: one.debtorName ?? null,
    creditorId: one.creditorId ?? null,
    creditorName: one.creditorName ?? null,
    dueOn: one.dueOn ?? null,
    payBy: one.dueOn ? rollBack(one.dueOn, resources.calendar) : null,
    amountFen: one.amountFen ?? null,
    droppedReason: one.droppedReason || null,
  }),
  paidFen: one.paidFen,
  leftFen: one.leftFen,
  method: one.method,
  account: one.account,
  state: one.state,
  daysLate: one.daysLate,
  performances: performances
    .filter(({ obligationId }) => obligationId === one.id)
    .map(({ obligationId: _obligationId, ...performance }) => performance),
})

async function get(context: QueryContext, { caseId }: { caseId: string }) {
  const { db, actor, now } = context
  const caseRow = await getCase(db, actor, caseId, mayReadContent)
  const row = await findCaseRow(db, caseId)
  const inForce = await db
    .selectFrom('agreements')
    .select(['id', 'file_number', 'effective_on'])
    .where('case_id', '=', caseId)
    .where('status', '=', 'signed')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  const obligations = await listObligations(
    db,
    caseId,
    localDateOf(now),
    context.resources.calendar,
  )
  const performances = await listPerformances(db, caseId)
  const urges = await listUrges(db, caseId)
  const effectiveOn = inForce?.effective_on ? localDate(inForce.effective_on) : undefined
  const agreementNumber = inForce?.file_number ?? undefined
  const titles = new Map(obligations.map(({ id, title }) => [id, title]))
  return {
    caseId,
    ...optional({
      agreementId: inForce?.id ?? null,
      agreementNumber: agreementNumber ?? null,
      effectiveOn: effectiveOn ?? null,
    }),
    obligations: obligations.map((one) => shown(context, one, performances)),
    totals: totalsOf(obligations),
    urges: urges.map((urge) => ({
      ...urge,
      ...optional({ obligationTitle: titles.get(urge.obligationId ?? '') ?? null }),
    })),
    phoneScript: phoneScript(obligations, {
      bodyName: (await getSetting(db, 'body')).fullName,
      mediatorName: row?.mediator_name ?? '',
      agreementNumber,
      effectiveOn,
      enforceable: enforceableBy(await listApplications(db, caseId)) !== undefined,
    }),
    mayRecord:
      mayMediate(actor, accessOf(caseRow)) && takesPerformances(caseRow) && obligations.length > 0,
  }
}

export const obligations: Handlers<typeof contract> = {
  get,
  async record(context, wish) {
    const { caseId, ...recorded } = await recordPerformance(context, wish)
    context.about('case', caseId)
    return recorded
  },
  async addProof(context, { performanceId, attachmentIds }) {
    context.about('case', await addPerformanceProofs(context, performanceId, attachmentIds))
    return {}
  },
  async undo(context, { performanceId, reason }) {
    context.about('case', await undoPerformance(context, performanceId, reason))
    return {}
  },
  async setDue(context, { obligationId, dueOn }) {
    context.about('case', await setDue(context, obligationId, dueOn))
    return {}
  },
  async urge(context, wish) {
    context.about('case', wish.caseId)
    return { id: await recordUrge(context, wish) }
  },
  async urgeLetter(context, { caseId, obligationIds }) {
    context.about('case', caseId)
    return { objectId: await writeUrgeLetter(context, caseId, obligationIds) }
  },
  async sweep(context) {
    context.about('obligations', 'overdue')
    const fallen = await sweepOverdue(context)
    await refreshPlans(context)
    return { fallen }
  },
}
