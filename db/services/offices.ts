import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import { findOffice, type OfficeRecord } from '../queries/offices.ts'
import type { Happening } from './case-events.ts'

export type OfficeForm = Omit<OfficeRecord, 'id' | 'revision'>

const columnsOf = (office: OfficeForm) => ({
  kind: office.kind,
  level: office.level,
  name: office.name.trim(),
  areas: JSON.stringify([
    ...new Set(office.areas.map((area) => area.trim()).filter((area) => area !== '')),
  ]),
  address: office.address.trim(),
  phone: office.phone.trim(),
  note: office.note.trim(),
  invites_us: office.invitesUs ? 1 : 0,
})

/** @throws DomainError offices.notFound, offices.changedElsewhere */
export async function saveOffice(
  { tx, actor, now }: Happening,
  id: string | undefined,
  revision: number,
  office: OfficeForm,
): Promise<{ id: string; revision: number }> {
  if (id === undefined) {
    const made = uuid()
    await tx
      .insertInto('offices')
      .values({
        id: made,
        ...columnsOf(office),
        removed: 0,
        revision: 1,
        created_by: actor.userId,
        created_at: now,
        updated_at: now,
      })
      .execute()
    return { id: made, revision: 1 }
  }
  const known = await findOffice(tx, id)
  if (!known) throw new DomainError('offices.notFound')
  if (known.revision !== revision) throw new DomainError('offices.changedElsewhere')
  await tx
    .updateTable('offices')
    .set({ ...columnsOf(office), revision: revision + 1, updated_at: now })
    .where('id', '=', id)
    .execute()
  return { id, revision: revision + 1 }
}

/** Applications keep its name. @throws DomainError offices.notFound */
export async function removeOffice({ tx, now }: Happening, id: string) {
  if (!(await findOffice(tx, id))) throw new DomainError('offices.notFound')
  await tx
    .updateTable('offices')
    .set({ removed: 1, updated_at: now })
    .where('id', '=', id)
    .execute()
}
