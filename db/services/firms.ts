import { v7 as uuid } from 'uuid'
import { checkCreditCode } from '../domain/credit-code.ts'
import { foldName } from '../domain/duty/conflict.ts'
import { isWithCentre } from '../domain/duty/membership.ts'
import { DomainError } from '../domain/errors.ts'
import { checkIdNumber } from '../domain/id-number.ts'
import { localDateOf } from '../domain/local-date.ts'
import { findInterest, type FirmInterest, type FirmRecord, listFirms } from '../queries/firms.ts'
import { listLawyers } from '../queries/lawyers.ts'
import type { Tx } from '../schema.ts'
import type { Happening } from './case-events.ts'

type FirmForm = Omit<FirmRecord, 'id' | 'revision'>
type InterestForm = Omit<FirmInterest, 'id' | 'revision'>

const isReversed = (from: string | undefined, to: string | undefined) =>
  from !== undefined && to !== undefined && to < from

const columnsOf = (firm: FirmForm) => ({
  name: firm.name.trim(),
  short_name: firm.shortName.trim(),
  phone: firm.phone.trim(),
  address: firm.address.trim(),
  note: firm.note.trim(),
  agreement_from: firm.agreementFrom ?? null,
  agreement_to: firm.agreementTo ?? null,
})

async function known(tx: Tx, id: string, revision: number): Promise<FirmRecord> {
  const firm = (await listFirms(tx)).find((each) => each.id === id)
  if (!firm) throw new DomainError('firms.notFound')
  if (firm.revision !== revision) throw new DomainError('firms.changedElsewhere')
  return firm
}

/** @throws DomainError firms.notFound, firms.changedElsewhere, firms.datesReversed, firms.nameTaken */
export async function saveFirm(
  { tx, actor, now }: Happening,
  id: string | undefined,
  revision: number,
  firm: FirmForm,
): Promise<{ id: string; revision: number }> {
  if (id !== undefined) await known(tx, id, revision)
  if (isReversed(firm.agreementFrom, firm.agreementTo)) throw new DomainError('firms.datesReversed')
  const namesake = (await listFirms(tx)).find(
    (each) => each.id !== id && foldName(each.name) === foldName(firm.name),
  )
  if (namesake) throw new DomainError('firms.nameTaken', { name: namesake.name })
  if (id !== undefined) {
    await tx
      .updateTable('firms')
      .set({ ...columnsOf(firm), revision: revision + 1, updated_at: now })
      .where('id', '=', id)
      .execute()
    return { id, revision: revision + 1 }
  }
  const made = uuid()
  await tx
    .insertInto('firms')
    .values({
      id: made,
      ...columnsOf(firm),
      removed: 0,
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { id: made, revision: 1 }
}

/** What its lawyers did keeps its name. @throws DomainError firms.notFound, firms.changedElsewhere, firms.hasLawyers */
export async function removeFirm({ tx, now }: Happening, id: string, revision: number) {
  await known(tx, id, revision)
  const today = localDateOf(now)
  const lawyers = (await listLawyers(tx)).filter(
    (lawyer) => lawyer.firmId === id && (isWithCentre(lawyer, today) || lawyer.joinedOn > today),
  )
  if (lawyers.length > 0) throw new DomainError('firms.hasLawyers', { count: lawyers.length })
  await tx
    .updateTable('firms')
    .set({ removed: 1, revision: revision + 1, updated_at: now })
    .where('id', '=', id)
    .execute()
}

/** Normalised; '' when nothing was typed. */
function checkedIdentity(text: string): string {
  if (text.trim() === '') return ''
  const person = checkIdNumber(text)
  if (person.ok) return person.value
  const organisation = checkCreditCode(text)
  if (organisation.ok) return organisation.value
  throw new DomainError('firms.badIdentity')
}

const interestColumns = (interest: InterestForm) => ({
  firm_id: interest.firmId,
  side: interest.side,
  name: interest.name.trim(),
  identity_number: checkedIdentity(interest.identityNumber),
  from_on: interest.fromOn ?? null,
  to_on: interest.toOn ?? null,
  note: interest.note.trim(),
})

async function knownInterest(tx: Tx, id: string, revision: number) {
  const interest = await findInterest(tx, id)
  if (!interest) throw new DomainError('firms.notFound')
  if (interest.revision !== revision) throw new DomainError('firms.changedElsewhere')
}

/** @throws DomainError firms.notFound, firms.changedElsewhere, firms.datesReversed, firms.badIdentity */
export async function saveInterest(
  { tx, actor, now }: Happening,
  id: string | undefined,
  revision: number,
  interest: InterestForm,
): Promise<{ id: string; revision: number }> {
  if (id !== undefined) await knownInterest(tx, id, revision)
  if (!(await listFirms(tx)).some((firm) => firm.id === interest.firmId))
    throw new DomainError('firms.notFound')
  if (isReversed(interest.fromOn, interest.toOn)) throw new DomainError('firms.datesReversed')
  const columns = interestColumns(interest)
  if (id !== undefined) {
    await tx
      .updateTable('firm_interests')
      .set({ ...columns, revision: revision + 1, updated_at: now })
      .where('id', '=', id)
      .execute()
    return { id, revision: revision + 1 }
  }
  const made = uuid()
  await tx
    .insertInto('firm_interests')
    .values({
      id: made,
      ...columns,
      removed: 0,
      revision: 1,
      created_by: actor.userId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { id: made, revision: 1 }
}

/** @throws DomainError firms.notFound, firms.changedElsewhere */
export async function removeInterest({ tx, now }: Happening, id: string, revision: number) {
  await knownInterest(tx, id, revision)
  await tx
    .updateTable('firm_interests')
    .set({ removed: 1, revision: revision + 1, updated_at: now })
    .where('id', '=', id)
    .execute()
}
