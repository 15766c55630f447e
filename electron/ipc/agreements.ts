import type { agreements as contract } from '#contract/agreements.ts'
import { mayMediate, mayReadContent, mayReviewAgreement } from '#db/domain/access/case-access.ts'
import { reasonsNotToSubmit } from '#db/domain/agreement/completeness.ts'
import { isEditable } from '#db/domain/agreement/status.ts'
import { missingSignatures } from '#db/domain/agreement/signing.ts'
import { isLabourDispute } from '#db/domain/case/taxonomy.ts'
import { arbitralReviewDeadline } from '#db/domain/deadline/arbitral-review.ts'
import { confirmationDeadline } from '#db/domain/deadline/confirmation.ts'
import { DomainError } from '#db/domain/errors.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import {
  contentOf,
  countPrintedCopies,
  findAgreementRow,
  listQueue,
  listReviews,
  listSignatures,
} from '#db/queries/agreements.ts'
import { listAttachments, listKeyPoints } from '#db/queries/case-details.ts'
import { listParties, optional } from '#db/queries/parties.ts'
import {
  approveAgreement,
  draftAgreement,
  recallAgreement,
  reviseAgreement,
  saveAgreement,
  sendBackAgreement,
  submitAgreement,
  type FrozenAgreement,
} from '#db/services/agreements.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { recordSignatures, removeSignature } from '#db/services/signing.ts'
import type { Handlers, QueryContext } from './context.ts'

async function get({ db, actor, now, calendar }: QueryContext, { id }: { id: string }) {
  const row = await findAgreementRow(db, id)
  if (!row) throw new DomainError('agreements.notFound')
  const caseRow = await getCase(db, actor, row.case_id, mayReadContent)
  const today = localDateOf(now)
  const frozen = row.frozen === null ? undefined : (JSON.parse(row.frozen) as FrozenAgreement)
  const content = frozen?.content ?? (await contentOf(db, row))
  const parties = frozen?.parties ?? (await listParties(db, row.case_id, today))
  const signatures = await listSignatures(db, id)
  const effectiveOn = row.effective_on === null ? undefined : localDate(row.effective_on)
  return {
    id,
    caseId: row.case_id,
    caseNumber: row.case_number,
    caseTitle: row.title,
    typeCode: row.type_code,
    version: row.version,
    status: row.status,
    revision: row.revision,
    ...optional({ fileNumber: row.file_number, effectiveOn }),
    content,
    parties,
    mediatorName: row.mediator_name,
    recorderName: row.recorder_name,
    reasons: frozen ? [] : reasonsNotToSubmit(content, parties, { typeCode: row.type_code, today }),
    reviews: await listReviews(db, id),
    signatures,
    missingSignatures: frozen
      ? missingSignatures(parties, [{ name: frozen.mediatorName }], signatures)
      : [],
    deadlines: effectiveOn
      ? [
          ...(isLabourDispute(row.type_code)
            ? [arbitralReviewDeadline(effectiveOn, calendar)]
            : []),
          confirmationDeadline(effectiveOn, calendar),
        ]
      : [],
    scans: await listAttachments(db, { agreementId: id }),
    printedCopies: await countPrintedCopies(db, id),
    keyPoints: await listKeyPoints(db, row.case_id),
    mayEdit: isEditable(row.status) && mayMediate(actor, accessOf(caseRow)),
    mayReview: mayReviewAgreement(actor),
  }
}

export const agreements: Handlers<typeof contract> = {
  get,
  queue: ({ db }) => listQueue(db),
  async draft(context, { caseId }) {
    const id = await draftAgreement(context, caseId)
    context.about('agreement', id)
    return { id }
  },
  async save(context, { id, revision, content }) {
    context.about('agreement', id)
    return {
      revision: await saveAgreement(context, id, revision, content),
      savedAt: context.now,
    }
  },
  async submit(context, { id, revision }) {
    context.about('agreement', id)
    await submitAgreement(context, id, revision)
    return {}
  },
  async recall(context, { id }) {
    context.about('agreement', id)
    await recallAgreement(context, id)
    return {}
  },
  async approve(context, { id, revision }) {
    context.about('agreement', id)
    return { fileNumber: await approveAgreement(context, id, revision) }
  },
  async sendBack(context, { id, words }) {
    context.about('agreement', id)
    await sendBackAgreement(context, id, words)
    return {}
  },
  async revise(context, { id }) {
    context.about('agreement', id)
    return { id: await reviseAgreement(context, id) }
  },
  async sign(context, { id, signatures }) {
    context.about('agreement', id)
    return optional({ effectiveOn: await recordSignatures(context, id, signatures) })
  },
  async removeSignature(context, { id, signatureId }) {
    context.about('agreement', id)
    await removeSignature(context, id, signatureId)
    return {}
  },
}
