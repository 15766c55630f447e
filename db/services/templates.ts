import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { DomainError } from '../domain/errors.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Happening } from './case-events.ts'

export type NewTemplate = { form: string; name: string; from: LocalDate; bytes: Uint8Array }

/** @throws DomainError templates.dayTaken when another template of the form begins on that day */
export async function addTemplate(
  { tx, actor, now }: Happening,
  { form, name, from, bytes }: NewTemplate,
): Promise<string> {
  const taken = await tx
    .selectFrom('word_templates')
    .select('name')
    .where('form', '=', form)
    .where('from_on', '=', from)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (taken) throw new DomainError('templates.dayTaken', { name: taken.name, day: from })
  const id = uuid()
  await tx
    .insertInto('word_templates')
    .values({
      id,
      form,
      name: name.trim(),
      from_on: from,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      added_by: actor.userId,
      added_at: now,
      removed: 0,
    })
    .execute()
  return id
}

/** It is used no more; papers that were made with it keep it. */
export async function removeTemplate({ tx }: Happening, id: string): Promise<void> {
  const removed = await tx
    .updateTable('word_templates')
    .set({ removed: 1 })
    .where('id', '=', id)
    .where('removed', '=', 0)
    .executeTakeFirst()
  if (removed.numUpdatedRows === 0n) throw new DomainError('templates.notFound')
}
