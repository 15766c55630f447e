import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import { copiesNeeded } from '../domain/agreement/completeness.ts'
import type { AgreementContent, AgreementParty } from '../domain/agreement/content.ts'
import { isEditable } from '../domain/agreement/status.ts'
import type { BodySettings } from '../domain/body-settings.ts'
import { DomainError } from '../domain/errors.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { contentOf, findAgreementRow } from '../queries/agreements.ts'
import type { Row } from '../schema.ts'
import { putContent, withOwnOrigins } from './agreement-content.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { requireLiveCase } from './live-case.ts'
import { catchUp, writeAgreedClauses } from './package-step.ts'
import type { Walled } from './seals.ts'

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

/** The living draft of the case, or a new one from its registration and the agreed package. */
export async function draftAgreement(happening: Walled, caseId: string): Promise<string> {
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
  const id = await insertAgreement(happening, {
    case_id: caseId,
    version: await nextVersion(happening, caseId),
    facts: row.narrative,
    issues: row.claim,
    copies: copiesNeeded(parties),
    mediator_id: row.mediator_id ?? actor.userId,
    recorder_name: session?.recorder_name ?? '',
    created_at: now,
  })
  await writeAgreedClauses(happening, { id, case_id: caseId })
  return id
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
  await putContent(happening, row, await withOwnOrigins(happening.tx, row, content))
  return row.revision + 1
}

/** A later change of an approved or signed agreement: a new draft beside the frozen one (D15). */
export async function reviseAgreement(happening: Walled, agreementId: string): Promise<string> {
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
  await catchUp(happening, { id, case_id: row.case_id })
  return id
}
