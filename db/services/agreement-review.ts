import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { mayReviewAgreement } from '../domain/access/case-access.ts'
import type { LprRow } from '../domain/agreement/lint/facts.ts'
import { lintAgreement } from '../domain/agreement/lint/lint-agreement.ts'
import { withoutOrigins, type AgreementContent } from '../domain/agreement/content.ts'
import { transition, type AgreementEvent } from '../domain/agreement/status.ts'
import { DomainError } from '../domain/errors.ts'
import { fileNumber } from '../domain/file-number.ts'
import { localDateOf, yearOf, type LocalDate } from '../domain/local-date.ts'
import { isBlocked, type Reason } from '../domain/reason.ts'
import { contentOf, type AgreementRow } from '../queries/agreements.ts'
import { statutorySumOf } from '../queries/statutory.ts'
import { listParties } from '../queries/parties.ts'
import { getSetting } from '../queries/settings.ts'
import type { Row } from '../schema.ts'
import { getAgreement, type FrozenAgreement } from './agreements.ts'
import { applyEvent, recordEvent, type Happening } from './case-events.ts'
import { hasRecord } from './cases.ts'
import { requireLiveCase } from './live-case.ts'
import { nextNumber } from './numbers.ts'
import { StepRefused } from './step-refused.ts'

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
  { words = '', content }: { words?: string; content?: AgreementContent } = {},
) {
  await tx
    .insertInto('agreement_reviews')
    .values({
      id: uuid(),
      agreement_id: row.id,
      at: now,
      actor_id: actor.userId,
      decision,
      words,
      content: content === undefined ? null : JSON.stringify(withoutOrigins(content)),
    })
    .execute()
}

/** @throws StepRefused with every rule that is not met */
async function requireComplete({ tx, now }: Happening, row: AgreementRow, law: LawTables) {
  const today = localDateOf(now)
  const content = await contentOf(tx, row)
  const parties = await listParties(tx, row.case_id, today)
  const reasons = lintAgreement(content, parties, {
    typeCode: row.type_code,
    today,
    lprTables: law.lprTables,
    statutory: await statutorySumOf(tx, row.case_id),
  })
  if (isBlocked(reasons)) throw new StepRefused('agreements.incomplete', reasons)
  return { content, parties, today, warnings: reasons.filter(({ level }) => level === 'warn') }
}

/** Dated tables that the linter looks into. */
export type LawTables = { lprTables: readonly LprRow[] }

/** A warning that is passed, and why. */
export type PassedWarning = { ruleId: string; code: string; path: string; words: string }

/** Each warning that still stands was passed with a reason; those of before are forgotten. */
async function passWarnings(
  { tx, actor, now }: Happening,
  row: AgreementRow,
  warnings: readonly Reason[],
  passed: readonly PassedWarning[],
) {
  const same = (a: Pick<Reason, 'ruleId' | 'code' | 'path'>, b: PassedWarning) =>
    a.ruleId === b.ruleId && a.code === b.code && a.path === b.path && b.words.trim() !== ''
  const open = warnings.filter((warning) => !passed.some((one) => same(warning, one)))
  if (open.length > 0) throw new StepRefused('agreements.warningsNotPassed', open)
  await tx.deleteFrom('passed_warnings').where('agreement_id', '=', row.id).execute()
  for (const one of passed.filter((each) => warnings.some((warning) => same(warning, each))))
    await tx
      .insertInto('passed_warnings')
      .values({
        agreement_id: row.id,
        rule_id: one.ruleId,
        code: one.code,
        path: one.path,
        words: one.words.trim(),
        passed_by: actor.userId,
        passed_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/**
 * Hands the text to the head, who will see exactly this text.
 * @throws StepRefused agreements.incomplete, agreements.warningsNotPassed
 */
export async function submitAgreement(
  happening: Happening,
  agreementId: string,
  revision: number,
  passed: readonly PassedWarning[],
  law: LawTables,
) {
  const { row, caseRow } = await getAgreement(happening, agreementId)
  requireLiveCase(caseRow, 'submit')
  if (row.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  const { content, warnings } = await requireComplete(happening, row, law)
  await passWarnings(happening, row, warnings, passed)
  await step(happening, row, { type: 'submit' })
  await review(happening, row, 'submitted', { content })
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
  await review(happening, row, 'returned', { words: words.trim() })
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
  law: LawTables,
) {
  const { tx, actor, now } = happening
  const { row, caseRow } = await getAgreement(happening, agreementId)
  if (!mayReviewAgreement(actor)) throw new DomainError('users.notPermitted')
  requireLiveCase(caseRow, 'approve')
  if (row.revision !== revision) throw new DomainError('agreements.changedElsewhere')
  const { content, parties, today } = await requireComplete(happening, row, law)
  const number = await takeFileNumber(happening, row, today)
  const frozen: FrozenAgreement = {
    fileNumber: number.fileNumber,
    body: await getSetting(tx, 'body'),
    content: withoutOrigins(content),
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
