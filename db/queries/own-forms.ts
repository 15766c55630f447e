import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Every version of a form in the centre's own words, newest first day first; `definition` is whole JSON. */
export async function ownForms(db: Reader) {
  const rows = await db
    .selectFrom('own_forms')
    .innerJoin('users', 'users.id', 'own_forms.made_by')
    .select([
      'own_forms.id',
      'own_forms.form',
      'own_forms.from_on',
      'own_forms.definition',
      'own_forms.made_at',
      'users.name as made_by_name',
    ])
    .where('own_forms.removed', '=', 0)
    .orderBy('own_forms.form')
    .orderBy('own_forms.from_on', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    from: row.from_on as LocalDate,
    definition: row.definition,
    madeByName: row.made_by_name,
    madeAt: row.made_at,
  }))
}
