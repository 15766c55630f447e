import type { LocalDate } from '../domain/local-date.ts'
import type { Reader } from '../schema.ts'

/** Every kept Word template with who added it, newest first day first; without its bytes. */
export async function listTemplates(db: Reader) {
  const rows = await db
    .selectFrom('word_templates')
    .innerJoin('users', 'users.id', 'word_templates.added_by')
    .select([
      'word_templates.id',
      'word_templates.form',
      'word_templates.name',
      'word_templates.from_on',
      'word_templates.added_at',
      'users.name as added_by_name',
    ])
    .where('word_templates.removed', '=', 0)
    .orderBy('word_templates.form')
    .orderBy('word_templates.from_on', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    form: row.form,
    name: row.name,
    from: row.from_on as LocalDate,
    addedByName: row.added_by_name,
    addedAt: row.added_at,
  }))
}

/** Of each form the template that holds on a day, if it has one. */
export async function templatesOn(db: Reader, day: LocalDate) {
  const inForce = new Map<string, { id: string; form: string; name: string; from: LocalDate }>()
  for (const { id, form, name, from } of await listTemplates(db))
    if (from <= day && !inForce.has(form)) inForce.set(form, { id, form, name, from })
  return inForce
}

const columns = ['id', 'form', 'name', 'from_on', 'bytes'] as const

/** The template that stands for a form on a day; undefined when the built-in form holds. */
export async function templateOn(db: Reader, form: string, day: LocalDate) {
  const row = await db
    .selectFrom('word_templates')
    .select(columns)
    .where('form', '=', form)
    .where('removed', '=', 0)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && templateOf(row)
}

/** A template by its id, taken out of force or not: what was printed with it can be printed again. */
export async function findTemplate(db: Reader, id: string) {
  const row = await db
    .selectFrom('word_templates')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && templateOf(row)
}

type Row = { id: string; form: string; name: string; from_on: string; bytes: Uint8Array }

const templateOf = ({ id, form, name, from_on: from, bytes }: Row) => ({
  id,
  form,
  name,
  from: from as LocalDate,
  bytes,
})
