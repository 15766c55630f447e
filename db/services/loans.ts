import { v7 as uuid } from 'uuid'
import { mayReadCase } from '../domain/access/case-access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf, type LocalDate } from '../domain/local-date.ts'
import { findOpenLoan } from '../queries/dossier-loans.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'

export type NewLoan = {
  caseId: string
  borrower: string
  unit: string
  purpose: string
  lentOn: LocalDate
  dueOn: LocalDate
}

/** A volume is with one borrower at a time. @throws DomainError dossiers.lentOut, dossiers.wrongDays */
export async function lendDossier(happening: Happening, form: NewLoan): Promise<string> {
  const { tx, actor, now } = happening
  const row = await getCase(tx, actor, form.caseId, mayReadCase)
  if (form.lentOn > localDateOf(now) || form.dueOn < form.lentOn)
    throw new DomainError('dossiers.wrongDays')
  const open = await findOpenLoan(tx, row.id)
  if (open)
    throw new DomainError('dossiers.lentOut', { borrower: open.borrower, dueOn: open.due_on })
  const id = uuid()
  const borrower = form.borrower.trim()
  await tx
    .insertInto('dossier_loans')
    .values({
      id,
      case_id: row.id,
      borrower,
      unit: form.unit.trim(),
      purpose: form.purpose.trim(),
      lent_on: form.lentOn,
      due_on: form.dueOn,
      lent_by: actor.userId,
      lent_at: now,
      returned_on: null,
      returned_to: null,
      return_note: '',
    })
    .execute()
  await recordEvent(happening, row.id, 'dossierLent', { borrower, dueOn: form.dueOn })
  return id
}

/** @throws DomainError dossiers.notFound, dossiers.notLent, dossiers.wrongDays */
export async function returnDossier(
  happening: Happening,
  loanId: string,
  { returnedOn, note }: { returnedOn: LocalDate; note: string },
) {
  const { tx, actor, now } = happening
  const loan = await tx
    .selectFrom('dossier_loans')
    .selectAll()
    .where('id', '=', loanId)
    .executeTakeFirst()
  if (!loan) throw new DomainError('dossiers.notFound')
  await getCase(tx, actor, loan.case_id, mayReadCase)
  if (loan.returned_on !== null) throw new DomainError('dossiers.notLent')
  if (returnedOn < loan.lent_on || returnedOn > localDateOf(now))
    throw new DomainError('dossiers.wrongDays')
  await tx
    .updateTable('dossier_loans')
    .set({ returned_on: returnedOn, returned_to: actor.userId, return_note: note.trim() })
    .where('id', '=', loanId)
    .execute()
  await recordEvent(happening, loan.case_id, 'dossierReturned', {
    borrower: loan.borrower,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  })
}
