import type { Reader } from '../schema.ts'

export type PaperVersion = {
  version: number
  sha256: string
  pages: number
  /** Instant. */
  madeAt: string
}

/** The newest version of a paper that left the house; undefined for one that never did. */
export async function latestVersion(
  db: Reader,
  form: string,
  objectId: string,
): Promise<PaperVersion | undefined> {
  const row = await db
    .selectFrom('paper_versions')
    .select(['version', 'sha256', 'pages', 'made_at'])
    .where('form', '=', form)
    .where('object_id', '=', objectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { version: row.version, sha256: row.sha256, pages: row.pages, madeAt: row.made_at }
}

/** What the newest version says, to the letter; undefined for a paper that never left the house. */
export async function keptModel(
  db: Reader,
  form: string,
  objectId: string,
): Promise<
  { model: string; sha256: string; madeAt: string; templateId: string | undefined } | undefined
> {
  const row = await db
    .selectFrom('paper_versions')
    .select(['model', 'sha256', 'made_at', 'template_id'])
    .where('form', '=', form)
    .where('object_id', '=', objectId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { model, sha256, made_at: madeAt, template_id: templateId } = row
  return { model, sha256, madeAt, templateId: templateId ?? undefined }
}
