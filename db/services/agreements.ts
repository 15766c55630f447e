import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { mayMediate, mayReviewAgreement } from '../domain/access/case-access.ts'
import { copiesNeeded, reasonsNotToSubmit } from '../domain/agreement/completeness.ts'
import type { AgreementContent, AgreementParty } from '../domain/agreement/content.ts'
import { isEditable, transition, type AgreementEvent } from '../domain/agreement/status.ts'
import type { BodySettings } from '../domain/body-settings.ts'
import { DomainError } from '../domain/errors.ts'
import { fileNumber } from '../domain/file-number.ts'
import { localDateOf, yearOf, type LocalDate } from '../domain/local-date.ts'
import { isBlocked } from '../domain/reason.ts'
import { contentOf, findAgreementRow, type AgreementRow } from '../queries/agreements.ts'
import { listParties } from '../queries/parties.ts'
import { getSetting } from '../queries/settings.ts'
import type { Row } from '../schema.ts'
import { getCase } from './case-access.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { hasRecord } from './cases.ts'
import { requireLiveCase } from './live-case.ts'
import { nextNumber } from './numbers.ts'
import { StepRefused } from './step-refused.ts'

/** What approval froze: everything the paper says, so that it prints the same for ever. */
export type FrozenAgreement = {
  fileNumber: string
  /** The centre as it was called then: names of such bodies change by law. */
  body: BodySettings
  content: AgreementContent
  parties: AgreementParty[]
  mediatorName: string
  recorderName: string
  caseTitle: string
  approvedOn: LocalDate
}

/** The agreement and its case, if this actor works on it. */
export async function getAgreement(
  { tx, actor }: Pick<Happening, 'tx' | 'actor'>,
  agreementId: string,
) {
  const row = await findAgreementRow(tx, agreementId)
  if (!row) throw new DomainError('agreements.notFound')
  const caseRow = await getCase(tx, actor, row.case_id, mayMediate, 'cases.notYours')
  return { row, caseRow }
}

/** The living draft of the case, or a new one from its registration. */
export async function draftAgreement(happening: Happening, caseId: string): Promise<string> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  const living = await tx
    .selectFrom('agreements')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', 'not in', ['superseded', 'void'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (living) return living.id
  if (row.status !== 'mediating')
    throw new DomainError('agreements.stepNotAllowed', { status: row.status })
  const parties = await tx
    .selectFrom('parties')
    .select('id')
    .where('case_id', '=', caseId)
    .execute()
  const session = await tx
    .selectFrom('sessions')
    .select('recorder_name')
    .where('case_id', '=', caseId)
    .orderBy('ordinal', 'desc')
    .executeTakeFirst()
  return insertAgreement(happening, {
    case_id: caseId,
    version: await nextVersion(happening, caseId),
    facts: row.narrative,
    issues: row.claim,
    copies: copiesNeeded(parties),
    mediator_id: row.mediator_id ?? actor.userId,
    recorder_name: session?.recorder_name ?? '',
    created_at: now,
  })
}

type FirstContent = Pick<
  Row<'agreements'>,
  | 'case_id'
  | 'version'
  | 'facts'
  | 'issues'
  | 'copies'
  | 'mediator_id'
  | 'recorder_name'
  | 'created_at'
>

async function insertAgreement(happening: Happening, first: FirstContent): Promise<string> {
  const id = uuid()
  await happening.tx
    .insertInto('agreements')
    .values({
      id,
      ...first,
      status: 'draft',
      revision: 1,
      year: null,
      seq: null,
      file_number: null,
      responsibilities: '',
      performance_manner: '',
      performance_deadline: '',
      performance_place: '',
      frozen: null,
      frozen_sha256: null,
      approved_by: null,
      approved_at: null,
      effective_on: null,
      updated_at: happening.now,
    })
    .execute()
  await recordEvent(happening, first.case_id, 'agreementDrafted', { version: first.version })
  return id
}

async function nextVersion({ tx }: Happening, caseId: string): Promise<number> {
  const row = await tx
    .selectFrom('agreements')
    .select((expression) => expression.fn.max('version').as('version'))
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (row?.version ?? 0) + 1
}

/** @throws DomainError agreements.changedElsewhere when the screen worked on an older text */
export async function saveAgreement(
  happening: Happening,
  agreementId: string,
  revision: number,
  content: AgreementContent,
): Promise<number> {
  const { row } = await getAgreement(happening, agreementId)
  if (!isEditable(row.status)) throw new DomainError('agreements.frozen', { status: row.status })
  if (row.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  await putContent(happening, row, content)
  return row.revision + 1
}

async function putContent(
  { tx, now }: Happening,
  row: Pick<AgreementRow, 'id' | 'revision' | 'case_id'>,
  content: AgreementContent,
) {
  await tx
    .updateTable('agreements')
    .set({
      facts: content.facts,
      issues: content.issues,
      responsibilities: content.responsibilities,
      performance_manner: content.performanceManner,
      performance_deadline: content.performanceDeadline,
      performance_place: content.performancePlace,
      copies: content.copies,
      revision: row.revision + 1,
      updated_at: now,
    })
    .where('id', '=', row.id)
    .execute()
  const parties = await tx
    .selectFrom('parties')
    .select('id')
    .where('case_id', '=', row.case_id)
    .execute()
  const known = new Set(parties.map(({ id }) => id))
  const partyId = (id: string | undefined) => (id !== undefined && known.has(id) ? id : null)
  await tx.deleteFrom('clauses').where('agreement_id', '=', row.id).execute()
  for (const [index, clause] of content.clauses.entries()) {
    const { payment } = clause
    await tx
      .insertInto('clauses')
      .values({
        id: clause.id,
        agreement_id: row.id,
        position: index + 1,
        kind: clause.kind,
        text: clause.text,
        payer_id: partyId(payment?.payerId),
        payee_id: partyId(payment?.payeeId),
        total_fen: payment?.totalFen ?? null,
        method: payment?.method ?? '',
        account: payment?.account ?? '',
      })
      .execute()
    for (const [position, instalment] of (payment?.instalments ?? []).entries())
      await tx
        .insertInto('instalments')
        .values({
          id: uuid(),
          clause_id: clause.id,
          position: position + 1,
          due_on: instalment.dueOn,
          amount_fen: instalment.amountFen,
          method: instalment.method ?? '',
        })
        .execute()
  }
}

/** The agreement's status after an event. @throws DomainError when its life does not allow it */
async function step(
  { tx, now }: Happening,
  row: AgreementRow,
  event: AgreementEvent,
  columns: Partial<Row<'agreements'>> = {},
) {
  const outcome = transition(row.status, event)
  if (!outcome.ok)
    throw new DomainError(
      outcome.reason.code === 'wordsRequired'
        ? 'agreements.wordsRequired'
        : 'agreements.stepNotAllowed',
      { status: row.status, event: event.type },
    )
  await tx
    .updateTable('agreements')
    .set({ ...columns, status: outcome.to, updated_at: now })
    .where('id', '=', row.id)
    .execute()
}

async function review(
  { tx, actor, now }: Happening,
  row: AgreementRow,
  decision: Row<'agreement_reviews'>['decision'],
  words = '',
) {
  await tx
    .insertInto('agreement_reviews')
    .values({ id: uuid(), agreement_id: row.id, at: now, actor_id: actor.userId, decision, words })
    .execute()
}

/** @throws StepRefused with every rule that is not met */
async function requireComplete({ tx, now }: Happening, row: AgreementRow) {
  const today = localDateOf(now)
  const content = await contentOf(tx, row)
  const parties = await listParties(tx, row.case_id, today)
  const reasons = reasonsNotToSubmit(content, parties, { typeCode: row.type_code, today })
  if (isBlocked(reasons)) throw new StepRefused('agreements.incomplete', reasons)
  return { content, parties, today }
}

export async function submitAgreement(happening: Happening, agreementId: string, revision: number) {
  const { row, caseRow } = await getAgreement(happening, agreementId)
  requireLiveCase(caseRow, 'submit')
  if (row.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  await requireComplete(happening, row)
  await step(happening, row, { type: 'submit' })
  await review(happening, row, 'submitted')
  await recordEvent(happening, row.case_id, 'agreementSubmitted', { version: row.version })
  return row.case_id
}

export async function recallAgreement(happening: Happening, agreementId: string) {
  const { row } = await getAgreement(happening, agreementId)
  await step(happening, row, { type: 'recall' })
  await review(happening, row, 'withdrawn')
  await recordEvent(happening, row.case_id, 'agreementRecalled', { version: row.version })
}

export async function sendBackAgreement(happening: Happening, agreementId: string, words: string) {
  const { row } = await getAgreement(happening, agreementId)
  if (!mayReviewAgreement(happening.actor)) throw new DomainError('users.notPermitted')
  await step(happening, row, { type: 'return', words })
  await review(happening, row, 'returned', words.trim())
  await recordEvent(happening, row.case_id, 'agreementReturned', {
    version: row.version,
    words: words.trim(),
  })
}

/**
 * Gives the number, freezes the text and sets the case to "agreed". A corrected version keeps the number of the
 * one it replaces.
 * @policy forms.md §1 numbering; 《人民调解工作若干规定》第四十条 (D15)
 */
export async function approveAgreement(
  happening: Happening,
  agreementId: string,
  revision: number,
) {
  const { tx, actor, now } = happening
  const { row, caseRow } = await getAgreement(happening, agreementId)
  if (!mayReviewAgreement(actor)) throw new DomainError('users.notPermitted')
  requireLiveCase(caseRow, 'approve')
  if (row.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  const { content, parties, today } = await requireComplete(happening, row)
  const number = await takeFileNumber(happening, row, today)
  const frozen: FrozenAgreement = {
    fileNumber: number.fileNumber,
    body: await getSetting(tx, 'body'),
    content,
    parties,
    mediatorName: row.mediator_name,
    recorderName: row.recorder_name,
    caseTitle: row.title,
    approvedOn: today,
  }
  const text = JSON.stringify(frozen)
  await step(
    happening,
    row,
    { type: 'approve' },
    {
      year: number.year,
      seq: number.seq,
      file_number: number.fileNumber,
      approved_by: actor.userId,
      approved_at: now,
      frozen: text,
      frozen_sha256: createHash('sha256').update(text).digest('hex'),
    },
  )
  await review(happening, row, 'approved')
  const details = { version: row.version, fileNumber: number.fileNumber }
  if (caseRow.status === 'mediating')
    await applyEvent(
      happening,
      caseRow,
      {
        type: 'reachAgreement',
        isContentComplete: true,
        hasRecord: await hasRecord(tx, row.case_id),
      },
      details,
    )
  else await recordEvent(happening, row.case_id, 'agreementApproved', details)
  return number.fileNumber
}

async function takeFileNumber(happening: Happening, row: AgreementRow, today: LocalDate) {
  const { tx } = happening
  const before = await tx
    .selectFrom('agreements')
    .select(['id', 'year', 'seq', 'file_number', 'status', 'version'])
    .where('case_id', '=', row.case_id)
    .where('version', '<', row.version)
    .where('status', 'in', ['approved', 'signed'])
    .orderBy('version', 'desc')
    .executeTakeFirst()
  if (before && before.year !== null && before.seq !== null && before.file_number !== null) {
    await tx
      .updateTable('agreements')
      .set({ status: 'superseded', updated_at: happening.now })
      .where('id', '=', before.id)
      // A signed one binds until its correction is signed too.
      .where('status', '=', 'approved')
      .execute()
    return { year: before.year, seq: before.seq, fileNumber: before.file_number }
  }
  const { shortName } = await getSetting(tx, 'body')
  const year = yearOf(today)
  const seq = await nextNumber(tx, 'agreement', year)
  return { year, seq, fileNumber: fileNumber(year, shortName, seq) }
}

/** A later change of an approved or signed agreement: a new draft beside the frozen one (D15). */
export async function reviseAgreement(happening: Happening, agreementId: string): Promise<string> {
  const { row, caseRow } = await getAgreement(happening, agreementId)
  requireLiveCase(caseRow, 'revise')
  if (row.status !== 'approved' && row.status !== 'signed')
    throw new DomainError('agreements.stepNotAllowed', { status: row.status, event: 'revise' })
  const newer = await happening.tx
    .selectFrom('agreements')
    .select('id')
    .where('case_id', '=', row.case_id)
    .where('version', '>', row.version)
    .where('status', '<>', 'void')
    .executeTakeFirst()
  if (newer) return newer.id
  const id = await insertAgreement(happening, {
    case_id: row.case_id,
    version: await nextVersion(happening, row.case_id),
    facts: row.facts,
    issues: row.issues,
    copies: row.copies,
    mediator_id: row.mediator_id,
    recorder_name: row.recorder_name,
    created_at: happening.now,
  })
  const content = await contentOf(happening.tx, row)
  await putContent(
    happening,
    { id, revision: 1, case_id: row.case_id },
    { ...content, clauses: content.clauses.map((clause) => ({ ...clause, id: uuid() })) },
  )
  return id
}
