import { v7 as uuid } from 'uuid'
import {
  reasonsNotToAccept,
  reasonsNotToRegister,
  type Attitude,
  type OtherBody,
  type ScopeDoubt,
} from '../domain/case/intake.ts'
import { findDisputeType } from '../domain/case/taxonomy.ts'
import { DomainError } from '../domain/errors.ts'
import { caseNumber } from '../domain/file-number.ts'
import { localDateOf, yearOf } from '../domain/local-date.ts'
import { isBlocked, type Reason } from '../domain/reason.ts'
import { getSetting } from '../queries/settings.ts'
import { applyEvent, type Happening } from './case-events.ts'
import { nextNumber } from './numbers.ts'
import { normaliseParties, putParties, type NewParty } from './parties.ts'
import { StepRefused } from './step-refused.ts'

export type NewCase = {
  sourceCode: string
  typeCode: string
  parties: NewParty[]
  place: string
  narrative: string
  claim: string
  amountFen?: number | undefined
  peopleCount: number
  otherBody: OtherBody
  otherBodyName: string
  otherBodyRefers: boolean
  otherSide: Attitude
  scopeDoubts: ScopeDoubt[]
}

export type Registered = {
  caseId: string
  caseNumber: string
  accepted: boolean
  reasons: Reason[]
}

/**
 * Registers a dispute under a new number; it is accepted at once when no rule stands against it.
 * @throws StepRefused when the registration itself lacks something
 */
export async function registerCase(happening: Happening, form: NewCase): Promise<Registered> {
  const { tx, actor, now } = happening
  const today = localDateOf(now)
  const facts = { ...form, facts: form.narrative }
  const gaps = reasonsNotToRegister(facts)
  if (isBlocked(gaps)) throw new StepRefused('intake.incomplete', gaps)
  const parties = normaliseParties(form.parties, today)
  const year = yearOf(today)
  const seq = await nextNumber(tx, 'case', year)
  const id = uuid()
  const number = caseNumber(year, seq)
  await tx
    .insertInto('cases')
    .values({
      id,
      year,
      seq,
      case_number: number,
      status: 'draft',
      title: caseTitle(form.typeCode, parties),
      source_code: form.sourceCode,
      type_code: form.typeCode,
      place: form.place.trim(),
      narrative: form.narrative.trim(),
      claim: form.claim.trim(),
      amount_fen: form.amountFen ?? null,
      people_count: form.peopleCount,
      other_body: form.otherBody,
      other_body_name: form.otherBodyName.trim(),
      other_body_refers: form.otherBodyRefers ? 1 : 0,
      other_side: form.otherSide,
      scope_doubts: JSON.stringify(form.scopeDoubts),
      applied_at: now,
      accepted_on: null,
      mediator_id: null,
      created_by: actor.userId,
      practice: (await getSetting(tx, 'practice')) ? 1 : 0,
      created_at: now,
      updated_at: now,
    })
    .execute()
  await putParties(tx, id, parties)
  const status = await applyEvent(
    happening,
    { id, status: 'draft' },
    {
      type: 'submit',
      partyCount: parties.length,
      typeCode: form.typeCode,
      sourceCode: form.sourceCode,
      facts: form.narrative,
    },
  )
  const reasons = reasonsNotToAccept(facts)
  if (isBlocked(reasons)) return { caseId: id, caseNumber: number, accepted: false, reasons }
  await applyEvent(
    happening,
    { id, status },
    { type: 'accept', otherSideAsked: true, otherSideRefuses: false },
  )
  await tx.updateTable('cases').set({ accepted_on: today }).where('id', '=', id).execute()
  return { caseId: id, caseNumber: number, accepted: true, reasons }
}

/** 制造业欠薪纠纷; a type's "other" takes the name of the whole class. */
function disputeName(typeCode: string): string {
  const type = findDisputeType(typeCode)
  const named = type?.label === '其他' && type.parent ? findDisputeType(type.parent) : type
  const label = named?.label ?? ''
  return label.endsWith('纠纷') ? label : `${label}纠纷`
}

/** 张某与某厂劳动报酬纠纷, as on the cover (forms.md F00). */
export function caseTitle(
  typeCode: string,
  parties: readonly Pick<NewParty, 'name' | 'role'>[],
): string {
  const isOpening = ({ role }: Pick<NewParty, 'role'>) =>
    role === 'applicant' || role === 'coApplicant'
  const side = (names: string[]) =>
    names.length > 1 ? `${names[0]}等${names.length}人` : (names[0] ?? '')
  const openers = side(parties.filter(isOpening).map(({ name }) => name))
  const others = side(parties.filter((party) => !isOpening(party)).map(({ name }) => name))
  return [[openers, others].filter(Boolean).join('与'), disputeName(typeCode)].join('')
}

/** Keeps whatever was typed; only its owner sees it. @throws DomainError when a newer revision is stored */
export async function saveDraft(
  { tx, actor, now }: Happening,
  draft: { id: string; revision: number; form: unknown },
): Promise<number> {
  const stored = await tx
    .selectFrom('intake_drafts')
    .select(['owner_id', 'revision'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  const form = JSON.stringify(draft.form)
  // A late save must not bring back a draft that was registered or thrown away.
  if (!stored && draft.revision > 0) throw new DomainError('intake.notFound')
  if (!stored) {
    await tx
      .insertInto('intake_drafts')
      .values({
        id: draft.id,
        owner_id: actor.userId,
        form,
        revision: 1,
        created_at: now,
        updated_at: now,
      })
      .execute()
    return 1
  }
  if (stored.owner_id !== actor.userId) throw new DomainError('intake.notFound')
  if (stored.revision !== draft.revision) throw new DomainError('cases.changedElsewhere')
  const revision = stored.revision + 1
  await tx
    .updateTable('intake_drafts')
    .set({ form, revision, updated_at: now })
    .where('id', '=', draft.id)
    .execute()
  return revision
}

export async function discardDraft({ tx, actor }: Happening, draftId: string) {
  await tx
    .deleteFrom('intake_drafts')
    .where('id', '=', draftId)
    .where('owner_id', '=', actor.userId)
    .execute()
}
