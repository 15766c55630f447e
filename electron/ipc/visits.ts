import type { visits as contract, Visit } from '#contract/visits.ts'
import { mayMediate, mayReadContent } from '#db/domain/access/case-access.ts'
import { tidySettings } from '#db/domain/visits/settings.ts'
import { riskReasonWords } from '#db/domain/visits/words.ts'
import { findEarlierCase, listLaterCases } from '#db/queries/case-links.ts'
import { caseRisk } from '#db/queries/case-risk.ts'
import { getSetting, putSetting } from '#db/queries/settings.ts'
import { listVisits, type VisitRecord } from '#db/queries/visits.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { reopenAsNew } from '#db/services/case-links.ts'
import { moveVisit, planByHand, recordVisit, setRisk, skipVisit } from '#db/services/visit-steps.ts'
import { planAllVisits } from '#db/services/visits.ts'
import type { Handlers, QueryContext } from './context.ts'

type LaterCase = Awaited<ReturnType<typeof listLaterCases>>[number]

const shown = (record: VisitRecord, laterCases: readonly LaterCase[]): Visit => {
  const { id, plannedOn, cause, obligationTitle, doneAt, answers, revision } = record
  const later = laterCases.find(({ visitId }) => visitId === id)
  return {
    id,
    plannedOn,
    cause,
    ...(obligationTitle === undefined ? {} : { obligationTitle }),
    state: record.state === 'dropped' ? 'skipped' : record.state,
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(answers === undefined ? {} : { answers }),
    ...(record.state === 'skipped' ? { skippedReason: record.skippedReason } : {}),
    revision,
    ...(record.state === 'done' ? { sheetId: id } : {}),
    ...(later ? { laterCase: { caseId: later.caseId, caseNumber: later.caseNumber } } : {}),
  }
}

async function ofCase({ db, actor }: QueryContext, { caseId }: { caseId: string }) {
  const row = await getCase(db, actor, caseId, mayReadContent)
  const { risk, words, proposed } = await caseRisk(db, row)
  const laterCases = await listLaterCases(db, caseId)
  const earlierCase = await findEarlierCase(db, caseId)
  return {
    risk,
    riskWords: words,
    riskProposed: { risk: proposed.risk, why: proposed.reasons.map(riskReasonWords) },
    visits: (await listVisits(db, caseId)).map((record) => shown(record, laterCases)),
    ...(earlierCase ? { earlierCase } : {}),
    laterCases: laterCases.map(({ visitId: _visitId, ...later }) => later),
    mayEdit: mayMediate(actor, accessOf(row)) && row.status !== 'archived',
  }
}

const copy = (days: readonly number[]) => [...days]

export const visits: Handlers<typeof contract> = {
  ofCase,
  async setRisk(context, { caseId, risk, words }) {
    context.about('case', caseId)
    await setRisk(context, caseId, risk, words)
    return {}
  },
  async plan(context, { caseId, plannedOn }) {
    const id = await planByHand(context, caseId, plannedOn)
    context.about('visit', id)
    return { id }
  },
  async move(context, { id, revision, plannedOn }) {
    context.about('visit', id)
    return { revision: await moveVisit(context, id, revision, plannedOn) }
  },
  async record(context, { caseId, id, revision, ...made }) {
    const planned = id === undefined ? undefined : { id, revision }
    const answers = { ...made, partyId: made.partyId }
    const recorded = await recordVisit(context, caseId, planned, answers)
    context.about('visit', recorded.id)
    return { ...recorded, sheetId: recorded.id }
  },
  async skip(context, { id, revision, reason }) {
    context.about('visit', id)
    await skipVisit(context, id, revision, reason)
    return {}
  },
  async reopenAsNew(context, relapse) {
    const made = await reopenAsNew(context, relapse)
    context.about('case', made.caseId)
    return made
  },
  async settings({ db }) {
    const { beforeDue, afterDue, afterClosing } = await getSetting(db, 'visits')
    const { low, normal, high } = afterClosing
    return {
      beforeDue: copy(beforeDue),
      afterDue: copy(afterDue),
      afterClosing: { low: copy(low), normal: copy(normal), high: copy(high) },
    }
  },
  async saveSettings(context, settings) {
    context.about('settings', 'visits')
    await putSetting(context.tx, 'visits', tidySettings(settings), context.now)
    await planAllVisits(context)
    return {}
  },
}
