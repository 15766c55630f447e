import { v7 as uuid } from 'uuid'
import { latestVersion } from '../queries/paper-versions.ts'
import type { Tx } from '../schema.ts'

export type NewVersion = {
  caseId: string
  form: string
  objectId: string
  sha256: string
  pages: number
  /** JSON of the block model, or of the data that a Word template was filled with. */
  model: string
  templateId?: string | undefined
  actorId: string
  now: string
}

/**
 * Keeps what leaves the house, unless it is what left last: the same words on the same pages are the same version,
 * so that a reprint bears the same code.
 * @returns the number of the version, from 1
 */
export async function keepVersion(tx: Tx, made: NewVersion): Promise<number> {
  const latest = await latestVersion(tx, made.form, made.objectId)
  if (latest && isSameVersion(latest, made)) return latest.version
  const version = (latest?.version ?? 0) + 1
  await tx
    .insertInto('paper_versions')
    .values({
      id: uuid(),
      case_id: made.caseId,
      form: made.form,
      object_id: made.objectId,
      version,
      sha256: made.sha256,
      pages: made.pages,
      model: made.model,
      template_id: made.templateId ?? null,
      made_by: made.actorId,
      made_at: made.now,
    })
    .execute()
  return version
}

type Sameness = Pick<NewVersion, 'sha256' | 'pages'>

/** Other fonts may turn other pages: a code then must not say of how many the old ones were. */
export const isSameVersion = (latest: Sameness, made: Sameness): boolean =>
  latest.sha256 === made.sha256 && latest.pages === made.pages
