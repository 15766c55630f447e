import type { agreements as contract } from '#contract/agreements.ts'
import { mayMediate, mayReadContent, mayReviewAgreement } from '#db/domain/access/case-access.ts'
import { withoutOrigins } from '#db/domain/agreement/content.ts'
import { lintAgreement } from '#db/domain/agreement/lint/lint-agreement.ts'
import { isEditable } from '#db/domain/agreement/status.ts'
import { missingSignatures } from '#db/domain/agreement/signing.ts'
import { DomainError } from '#db/domain/errors.ts'
import { paperCode } from '#db/domain/paper-code.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import {
  contentOf,
  countPrintedCopies,
  findAgreementRow,
  listQueue,
  listReviews,
} from '#db/queries/agreements.ts'
import { agreementDigests } from '#db/queries/digests.ts'
import { findStrokes, listSignatureRecords } from '#db/queries/signatures.ts'
import { listAttachments, listKeyPoints } from '#db/queries/case-details.ts'
import { listParties, optional } from '#db/queries/parties.ts'
import { statutorySumOf } from '#db/queries/statutory.ts'
import { listFacts } from '#db/queries/undisputed-facts.ts'
import {
  findLastSubmitted,
  listPassedWarnings,
  listVersionTexts,
} from '#db/queries/agreement-versions.ts'
import {
  approveAgreement,
  recallAgreement,
  sendBackAgreement,
  submitAgreement,
} from '#db/services/agreement-review.ts'
import {
  draftAgreement,
  reviseAgreement,
  saveAgreement,
  type FrozenAgreement,
} from '#db/services/agreements.ts'
import { accessOf, getCase } from '#db/services/case-access.ts'
import { followPackage, stepFor } from '#db/services/package-step.ts'
import { recordSignatures, removeSignature } from '#db/services/signing.ts'
import { endsOfCase } from './case-clocks.ts'
import type { Handlers, QueryContext } from './context.ts'

async function get({ db, wall, actor, now, resources }: QueryContext, { id }: { id: string }) {
  const row = await findAgreementRow(db, id)
  if (!row) throw new DomainError('agreements.notFound')
  const caseRow = await getCase(db, actor, row.case_id, mayReadContent)
  const today = localDateOf(now)
  const frozen = row.frozen === null ? undefined : (JSON.parse(row.frozen) as FrozenAgreement)
  const content = frozen?.content ?? (await contentOf(db, row))
  const parties = frozen?.parties ?? (await listParties(db, row.case_id, today))
  const step = await stepFor({ db, wall, actor }, caseRow, id)
  const signatures = await listSignatureRecords(db, id)
  const statutory = await statutorySumOf(db, row.case_id)
  const effectiveOn = row.effective_on === null ? undefined : localDate(row.effective_on)
  const { F1, E1 } = await endsOfCase(db, row.case_id, resources, now)
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
    content: step ? content : withoutOrigins(content),
    parties,
    mediatorName: row.mediator_name,
    recorderName: row.recorder_name,
    reasons: frozen
      ? []
      : lintAgreement(content, parties, {
          typeCode: row.type_code,
          today,
          lprTables: resources.lprTables,
          statutory,
        }),
    reviews: await listReviews(db, id),
    passedWarnings: await listPassedWarnings(db, id),
    ...optional({ lastSubmitted: await findLastSubmitted(db, id, row.status === 'submitted') }),
    ...optional({ step }),
    ...(row.frozen_sha256 === null
      ? {}
      : { sha256: row.frozen_sha256, paperCode: paperCode(row.frozen_sha256) }),
    signatures,
    missingSignatures: frozen
      ? missingSignatures(parties, [{ name: frozen.mediatorName }], signatures)
      : [],
    deadlines: row.status === 'signed' && effectiveOn ? [F1, E1].flatMap((end) => end ?? []) : [],
    scans: await listAttachments(db, { agreementId: id }),
    printedCopies: await countPrintedCopies(db, id),
    keyPoints: [
      ...(await listFacts(db, row.case_id))
        .filter(({ answers }) =>
          parties.every(({ id: partyId }) =>
            answers.some((one) => one.partyId === partyId && one.answer === 'yes'),
          ),
        )
        .map(({ text }) => ({ speaker: '', text, isUndisputed: true })),
      ...(await listKeyPoints(db, row.case_id)),
    ],
    mayEdit: isEditable(row.status) && mayMediate(actor, accessOf(caseRow)),
    lprTables: isEditable(row.status) ? [...resources.lprTables] : [],
    ...(statutory ? { statutory } : {}),
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
  async followPackage(context, { id, revision }) {
    context.about('agreement', id)
    return { revision: await followPackage(context, id, revision) }
  },
  async submit(context, { id, revision, passedWarnings }) {
    context.about('agreement', id)
    await submitAgreement(context, id, revision, passedWarnings ?? [], context.resources)
    return {}
  },
  async versions({ db, actor }, { caseId }) {
    await getCase(db, actor, caseId, mayReadContent)
    return listVersionTexts(db, caseId)
  },
  async strokes({ db, actor }, { id, signatureId }) {
    const row = await findAgreementRow(db, id)
    if (!row) throw new DomainError('agreements.notFound')
    await getCase(db, actor, row.case_id, mayReadContent)
    const strokes = await findStrokes(db, id, signatureId)
    if (!strokes) throw new DomainError('agreements.notFound')
    return strokes
  },
  async recall(context, { id }) {
    context.about('agreement', id)
    await recallAgreement(context, id)
    return {}
  },
  async approve(context, { id, revision }) {
    const fileNumber = await approveAgreement(context, id, revision, context.resources)
    context.about('agreement', id, await agreementDigests(context.tx, id))
    return { fileNumber }
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
    const effectiveOn = await recordSignatures(context, id, signatures)
    context.about('agreement', id, await agreementDigests(context.tx, id))
    return optional({ effectiveOn })
  },
  async removeSignature(context, { id, signatureId }) {
    await removeSignature(context, id, signatureId)
    context.about('agreement', id, await agreementDigests(context.tx, id))
    return {}
  },
}
