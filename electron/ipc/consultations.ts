import type { ConsultationRow, consultations as contract } from '#contract/consultations.ts'
import { mayReadCase } from '#db/domain/access/case-access.ts'
import { answerDueAt } from '#db/domain/consultation/answer-due.ts'
import {
  hasLegalAidWithoutMeansTest,
  legalAidSource,
  legalAidText,
} from '#db/domain/consultation/legal-aid.ts'
import type { ConsultationCategory } from '#db/domain/consultation/register.ts'
import { DomainError } from '#db/domain/errors.ts'
import { countedBetween, countsOn, dutiesOn } from '#db/queries/consultation-counts.ts'
import { consultationLawyers } from '#db/queries/consultation-lawyers.ts'
import {
  countRecords,
  findConsultation,
  lawyerShown,
  listConsultations,
  listConsultationsOfCase,
  mayRead,
  type ConsultationRecord,
} from '#db/queries/consultations.ts'
import { getCase } from '#db/services/case-access.ts'
import { handOver } from '#db/services/consultation-hand-over.ts'
import {
  lawyerFor,
  removeConsultation,
  restoreConsultation,
  saveConsultation,
  setCounts,
} from '#db/services/consultations.ts'
import { maySeeLawyer } from '#db/domain/consultation/access.ts'
import type { Handlers, QueryContext } from './context.ts'

const rowOf =
  ({ actor, resources }: QueryContext) =>
  (record: ConsultationRecord): ConsultationRow => {
    const { form } = record
    return {
      id: record.id,
      number: record.number,
      at: form.at,
      manner: form.manner,
      category: form.category,
      name: form.anonymous ? '' : form.name,
      lawyerName: lawyerShown(actor, record),
      outcome: form.outcome,
      answerDueAt: answerDueAt(form, resources.calendar),
      caseId: record.caseId,
      caseNumber: record.caseNumber,
    }
  }

/** Without the id of a lawyer whom this actor does not see. */
const formFor = ({ actor }: QueryContext, { form, lawyer }: ConsultationRecord) => {
  if (!lawyer || maySeeLawyer(actor, lawyer)) return form
  const { lawyerId: _lawyer, dutyId: _duty, ...rest } = form
  return rest
}

export const consultations: Handlers<typeof contract> = {
  async list(context, wanted) {
    const { records, total } = await listConsultations(context.db, context.actor, wanted)
    return { rows: records.map(rowOf(context)), total }
  },
  async get(context, { id }) {
    const { db, actor } = context
    const record = await findConsultation(db, id)
    if (!record) throw new DomainError('consultations.notFound')
    if (!mayRead(actor, record)) throw new DomainError('consultations.notYours')
    const { category, identities } = record.form
    return {
      id,
      number: record.number,
      revision: record.revision,
      form: formFor(context, record),
      lawyerName: lawyerShown(actor, record),
      caseId: record.caseId,
      caseNumber: record.caseNumber,
      draftId: record.draftId,
      removed: record.removed,
      mayEdit: !record.removed,
      legalAid: {
        applies: hasLegalAidWithoutMeansTest(category, identities),
        text: legalAidText,
        source: legalAidSource,
      },
    }
  },
  async save(context, { id, revision, form }) {
    context.about('consultation', id)
    return saveConsultation(context, id, revision, form)
  },
  async remove(context, { id, revision, words }) {
    context.about('consultation', id)
    return { revision: await removeConsultation(context, id, revision, words) }
  },
  async restore(context, { id, revision }) {
    context.about('consultation', id)
    return { revision: await restoreConsultation(context, id, revision) }
  },
  async ofCase(context, { caseId }) {
    await getCase(context.db, context.actor, caseId, mayReadCase)
    return (await listConsultationsOfCase(context.db, caseId)).map(rowOf(context))
  },
  lawyers: ({ db, actor }, { date }) => consultationLawyers(db, actor, date),
  async counts({ db, actor }, { lawyerId, date }) {
    await lawyerFor(db, actor, lawyerId)
    const [duty] = await dutiesOn(db, lawyerId, date)
    return { ...(await countsOn(db, lawyerId, date)), ...(duty ? { dutyId: duty.id } : {}) }
  },
  async setCounts(context, input) {
    context.about('lawyer', input.lawyerId)
    return { total: await setCounts(context, input) }
  },
  async handOver(context, { id, revision }) {
    context.about('consultation', id)
    return handOver(context, id, revision)
  },
  async statistics({ db, actor }, stretch) {
    const { categories, manners, outcomes } = await countRecords(db, actor, stretch)
    const counted = await countedBetween(db, actor, stretch)
    const sum = (rows: readonly { count: number }[]) =>
      rows.reduce((total, { count }) => total + count, 0)
    const full = new Map(categories.map(({ of, count }) => [of, count]))
    const only = new Map(counted.map(({ of, count }) => [of, count]))
    const named = [...new Set([...full.keys(), ...only.keys()])] as ConsultationCategory[]
    const byCategory = named
      .map((category) => ({
        category,
        full: full.get(category) ?? 0,
        counted: only.get(category) ?? 0,
      }))
      .toSorted((a, b) => b.full + b.counted - a.full - a.counted)
    return {
      full: sum(categories),
      counted: sum(counted),
      byCategory,
      byManner: manners.map(({ of, count }) => ({ manner: of, count })),
      byOutcome: outcomes.flatMap(({ of, count }) => (of === null ? [] : [{ outcome: of, count }])),
    }
  },
}
