import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Happening } from './case-events.ts'

/** `definition` is the whole form as JSON, already checked. */
export type NewOwnForm = { form: string; from: LocalDate; definition: string }

/** A version of a form in the centre's own words; one that began on the same day gives way to it. */
export async function addOwnForm(
  { tx, actor, now }: Happening,
  { form, from, definition }: NewOwnForm,
): Promise<string> {
  await tx
    .updateTable('own_forms')
    .set({ removed: 1 })
    .where('form', '=', form)
    .where('from_on', '=', from)
    .where('removed', '=', 0)
    .execute()
  const id = uuid()
  await tx
    .insertInto('own_forms')
    .values({
      id,
      form,
      from_on: from,
      definition,
      made_by: actor.userId,
      made_at: now,
      removed: 0,
    })
    .execute()
  return id
}

export async function removeOwnForm({ tx }: Happening, id: string): Promise<void> {
  const removed = await tx
    .updateTable('own_forms')
    .set({ removed: 1 })
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new DomainError('templates.notFound')
}
