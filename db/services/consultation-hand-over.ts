import { v7 as uuid } from 'uuid'
import {
  caseSourceOf,
  disputeTypeOf,
  isOrganisationName,
} from '../domain/consultation/to-intake.ts'
import { DomainError } from '../domain/errors.ts'
import { findDraft } from '../queries/intake.ts'
import {
  findConsultation,
  mayRead,
  type ConsultationForm,
  type ConsultationRecord,
} from '../queries/consultations.ts'
import type { Happening } from './case-events.ts'
import { saveDraft } from './intake.ts'

/** Which draft was registered: whose consultation it was then has its case. */
export async function linkConsultation(
  { tx, now }: Happening,
  draftId: string,
  caseId: string,
): Promise<void> {
  await tx
    .updateTable('consultations')
    .set((set) => ({
      case_id: caseId,
      draft_id: null,
      revision: set('revision', '+', 1),
      updated_at: now,
    }))
    .where('draft_id', '=', draftId)
    .execute()
}

/** A draft that was thrown away: the consultation may be handed over again. */
export async function unlinkDraft({ tx, now }: Happening, draftId: string): Promise<void> {
  await tx
    .updateTable('consultations')
    .set((set) => ({ draft_id: null, revision: set('revision', '+', 1), updated_at: now }))
    .where('draft_id', '=', draftId)
    .execute()
}

/** An intake asks for the day of birth, which an age does not tell: it stays with the facts. */
const narrativeOf = ({ facts, age }: ConsultationForm): string =>
  [facts, ...(age === undefined ? [] : [`咨询时年龄：${age} 岁`])].filter(Boolean).join('\n')

const intakeOf = (form: ConsultationForm) => ({
  sourceCode: caseSourceOf(form.manner),
  typeCode: disputeTypeOf(form.category, form.identities),
  parties: [
    {
      role: 'applicant',
      kind: 'person',
      name: form.anonymous ? '' : form.name,
      ...(form.sex === undefined ? {} : { sex: form.sex }),
      phone: form.phone,
      address: form.address,
      workUnit: form.workUnit,
    },
    {
      role: 'respondent',
      kind: isOrganisationName(form.otherSide) ? 'organisation' : 'person',
      name: form.otherSide,
    },
  ],
  narrative: narrativeOf(form),
})

/**
 * Begins an intake with what the register knows: asked again it answers the draft that there is. What the lawyer
 * answered stays in the register.
 * @throws DomainError consultations.notFound, notYours, changedElsewhere, removed, alreadyHandedOver
 */
export async function handOver(
  happening: Happening,
  id: string,
  revision: number,
): Promise<{ draftId: string }> {
  const { tx, actor, now } = happening
  const known: ConsultationRecord | undefined = await findConsultation(tx, id)
  if (!known) throw new DomainError('consultations.notFound')
  if (!mayRead(actor, known)) throw new DomainError('consultations.notYours')
  if (known.removed) throw new DomainError('consultations.removed')
  if (known.caseId !== undefined) throw new DomainError('consultations.alreadyHandedOver')
  if (known.draftId !== undefined) {
    if (await findDraft(tx, actor.userId, known.draftId)) return { draftId: known.draftId }
    throw new DomainError('consultations.alreadyHandedOver')
  }
  if (known.revision !== revision) throw new DomainError('consultations.changedElsewhere')
  const draftId = uuid()
  await saveDraft(happening, { id: draftId, revision: 0, form: intakeOf(known.form) })
  await tx
    .updateTable('consultations')
    .set({
      draft_id: draftId,
      outcome: known.form.outcome ?? 'mediation',
      revision: revision + 1,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
  return { draftId }
}
