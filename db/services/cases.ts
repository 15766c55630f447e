import {
  mayAssign,
  mayEditRegistration,
  mayMediate,
  mayReadCase,
  type Actor,
} from '../domain/access/case-access.ts'
import { reasonsNotToAccept, type Attitude, type ScopeDoubt } from '../domain/case/intake.ts'
import type { CaseEvent, TerminationReason } from '../domain/case/status.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import { isAllDone } from '../domain/performance/obligation.ts'
import { isBlocked } from '../domain/reason.ts'
import { listObligations } from '../queries/obligations.ts'
import { accessOf, getCase, type CaseRecord } from './case-access.ts'
import { calendarOf, applyEvent, recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'
import { caseTitle } from './intake.ts'
import { normaliseParties, putParties, type NewParty } from './parties.ts'
import { StepRefused } from './step-refused.ts'
import { giveUpVisits, planVisits } from './visits.ts'

export type Move = {
  caseId: string
  event:
    | 'requestSupplement'
    | 'supplement'
    | 'accept'
    | 'reject'
    | 'takeOn'
    | 'handBack'
    | 'suspend'
    | 'resume'
    | 'refuseSigning'
    | 'terminate'
    | 'withdraw'
    | 'extend'
    | 'performFully'
    | 'startFollowUp'
    | 'completeFollowUp'
    | 'skipFollowUp'
    | 'reopen'
  reason?: string | undefined
  otherSide?: Attitude | undefined
  terminationReason?: TerminationReason | undefined
  remediesTold?: boolean | undefined
  until?: LocalDate | undefined
  bothConsent?: boolean | undefined
}

/** Who makes which move: the window and the head decide on acceptance, the mediator on the rest. */
export const mayMove = (actor: Actor, row: CaseRecord, event: Move['event']): boolean => {
  const access = accessOf(row)
  switch (event) {
    case 'requestSupplement':
    case 'supplement':
    case 'accept':
    case 'reject':
    case 'withdraw':
      return mayEditRegistration(actor, access) || mayMediate(actor, access)
    case 'takeOn':
    case 'handBack':
    case 'suspend':
    case 'resume':
    case 'refuseSigning':
    case 'terminate':
    case 'extend':
    case 'performFully':
    case 'startFollowUp':
    case 'completeFollowUp':
    case 'skipFollowUp':
      return mayMediate(actor, access)
    case 'reopen':
      return actor.role === 'head'
  }
}

/** Moves after which others visits are due, or none. */
const movesVisits: readonly Move['event'][] = [
  'terminate',
  'withdraw',
  'performFully',
  'startFollowUp',
  'completeFollowUp',
  'skipFollowUp',
  'reopen',
]

export async function moveCase(happening: Happening, move: Move) {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, move.caseId, mayReadCase)
  if (!mayMove(actor, row, move.event)) throw new DomainError('cases.notYours')
  const reason = move.reason?.trim() ?? ''
  const event = await eventOf(happening, row, move, reason)
  const status = await applyEvent(happening, row, event, {
    ...(reason ? { reason } : {}),
    ...(move.terminationReason ? { terminationReason: move.terminationReason } : {}),
    ...(move.event === 'extend' && move.until ? { until: move.until } : {}),
  })
  if (move.event === 'accept')
    await tx
      .updateTable('cases')
      .set({ accepted_on: localDateOf(now), other_side: move.otherSide ?? row.other_side })
      .where('id', '=', row.id)
      .execute()
  if (move.event === 'handBack')
    await tx.updateTable('cases').set({ mediator_id: null }).where('id', '=', row.id).execute()
  if (move.event === 'skipFollowUp') await giveUpVisits(happening, row.id, reason)
  if (movesVisits.includes(move.event)) await planVisits(happening, row.id)
  return status
}

async function eventOf(
  happening: Happening,
  row: CaseRecord,
  move: Move,
  reason: string,
): Promise<CaseEvent> {
  switch (move.event) {
    case 'accept': {
      const otherSide = move.otherSide ?? row.other_side
      const reasons = await acceptanceReasons(happening.tx, { ...row, other_side: otherSide })
      if (isBlocked(reasons)) throw new StepRefused('cases.notAcceptable', reasons)
      return {
        type: 'accept',
        otherSideAsked: otherSide !== 'notAsked',
        otherSideRefuses: otherSide === 'refuses',
      }
    }
    case 'reject':
      return { type: 'reject', ruleId: 'A2', reason }
    case 'supplement':
    case 'takeOn':
    case 'resume':
    case 'startFollowUp':
    case 'completeFollowUp':
      return { type: move.event }
    case 'performFully': {
      const obligations = await listObligations(
        happening.tx,
        row.id,
        localDateOf(happening.now),
        calendarOf(happening),
      )
      return { type: 'performFully', isAllDone: isAllDone(obligations), reason }
    }
    case 'requestSupplement':
    case 'handBack':
    case 'suspend':
    case 'refuseSigning':
    case 'skipFollowUp':
      return { type: move.event, reason }
    case 'reopen':
      return { type: 'reopen', headApproves: happening.actor.role === 'head', reason }
    case 'extend': {
      // Consent is to a day, and to one that has not passed.
      const ahead = move.until !== undefined && move.until >= localDateOf(happening.now)
      return { type: 'extend', bothConsent: ahead && move.bothConsent === true }
    }
    case 'withdraw':
      return { type: 'withdraw', byApplicant: true }
    case 'terminate':
      return {
        type: 'terminate',
        reason: move.terminationReason ?? 'other',
        hasRecord: await hasRecord(happening.tx, row.id),
        remediesTold: move.remediesTold ?? false,
      }
  }
}

/** What stands against accepting this registered case. */
export async function acceptanceReasons(
  tx: Happening['tx'] | Parameters<typeof getCase>[0],
  row: CaseRecord,
) {
  const parties = await tx
    .selectFrom('parties')
    .select(['role', 'name'])
    .where('case_id', '=', row.id)
    .execute()
  return reasonsNotToAccept({
    parties,
    typeCode: row.type_code,
    sourceCode: row.source_code,
    facts: row.narrative,
    otherBody: row.other_body,
    otherBodyRefers: row.other_body_refers === 1,
    otherSide: row.other_side,
    scopeDoubts: JSON.parse(row.scope_doubts) as ScopeDoubt[],
  })
}

export async function hasRecord(
  db: Parameters<typeof getCase>[0],
  caseId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('sessions')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', '=', 'ended')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Gives the case to a mediator; one who gives it to himself takes it on at once.
 * @law 《人民调解工作若干规定》第二十五条 (B4): a mediator who is a party steps down
 */
export async function assignMediator(happening: Happening, caseId: string, mediatorId: string) {
  const { tx, actor } = happening
  const row = await getCase(tx, actor, caseId, mayReadCase)
  if (!mayAssign(actor, accessOf(row), mediatorId)) throw new DomainError('cases.notYours')
  const mediator = await tx
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', '=', mediatorId)
    .where('role', '=', 'mediator')
    .where('active', '=', 1)
    .executeTakeFirst()
  if (!mediator) throw new DomainError('cases.mediatorNotFound')
  const namesake = await tx
    .selectFrom('parties')
    .select('id')
    .where('case_id', '=', caseId)
    .where('name', '=', mediator.name)
    .executeTakeFirst()
  const status = await applyEvent(
    happening,
    row,
    { type: 'assign', mediatorId, hasConflict: namesake !== undefined },
    { mediatorName: mediator.name },
  )
  await tx.updateTable('cases').set({ mediator_id: mediatorId }).where('id', '=', caseId).execute()
  if (mediatorId === actor.userId)
    await applyEvent(happening, { id: caseId, status }, { type: 'takeOn' })
}

export async function updateParties(
  happening: Happening,
  caseId: string,
  parties: readonly NewParty[],
) {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, caseId, mayEditRegistration, 'cases.notYours')
  requireNotArchived(row)
  const frozen = await tx
    .selectFrom('agreements')
    .select('id')
    .where('case_id', '=', caseId)
    .where('status', 'in', ['submitted', 'approved', 'signed'])
    .executeTakeFirst()
  if (frozen) throw new DomainError('parties.frozen')
  const checked = normaliseParties(parties, localDateOf(now))
  await putParties(tx, caseId, checked)
  await tx
    .updateTable('cases')
    .set({ title: caseTitle(row.type_code, checked), updated_at: now })
    .where('id', '=', caseId)
    .execute()
  await recordEvent(happening, caseId, 'partiesUpdated', { count: checked.length })
}

export async function addNote(
  happening: Happening,
  caseId: string,
  kind: 'phone' | 'visit' | 'note',
  text: string,
) {
  await getCase(happening.tx, happening.actor, caseId, mayReadCase)
  await recordEvent(happening, caseId, kind, { text: text.trim() })
}
