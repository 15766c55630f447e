import { mayReadContent } from '#db/domain/access/case-access.ts'
import { findCaseSource } from '#db/domain/case/taxonomy.ts'
import { copiesOf } from '#db/domain/dossier/copies.ts'
import { isEntrustedSource } from '#db/domain/dossier/facts.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import type { DossierEntry } from '#db/queries/dossier-papers.ts'
import { listParties } from '#db/queries/parties.ts'
import type { Reader } from '#db/schema.ts'
import { getCase } from '#db/services/case-access.ts'
import type { QueryContext } from '../context.ts'
import { dossierEntries } from '../dossier/rule-pack.ts'
import type { Resources } from '../resources.ts'

/** A paper that is there: what is missing, begun or not wanted is neither printed nor bound. */
export type BoundEntry = DossierEntry & { objectId: string }

const isBound = (entry: DossierEntry): entry is BoundEntry =>
  entry.objectId !== undefined && entry.state === 'there'

type Asking = Pick<QueryContext, 'actor' | 'now'> & {
  resources: Pick<Resources, 'dossierRules'>
}

/** The papers of a volume in its order. @throws DomainError cases.notReadable */
export async function boundEntries(
  db: Reader,
  { actor, now, resources }: Asking,
  caseId: string,
): Promise<BoundEntry[]> {
  await getCase(db, actor, caseId, mayReadContent)
  return (await dossierEntries(resources, db, caseId, localDateOf(now))).filter(isBound)
}

export const titleOf = ({ title, subtitle }: Pick<DossierEntry, 'title' | 'subtitle'>): string =>
  subtitle === undefined ? title : `${title}（${subtitle}）`

const toOffices = new Set(['f14-persons', 'f14-organisation', 'f23', 'f24'])

/** Each part and how many copies of it are usual. */
export async function volumePlan(db: Reader, asking: Asking, caseId: string) {
  const entries = await boundEntries(db, asking, caseId)
  const parties = await listParties(db, caseId, localDateOf(asking.now))
  const row = await getCase(db, asking.actor, caseId, mayReadContent)
  const about = {
    parties: parties.length,
    applicants: parties.filter(({ role }) => role === 'applicant').length || 1,
    court: entries.some(({ form }) => toOffices.has(form)),
    referred:
      isEntrustedSource(row.source_code) || findCaseSource(row.source_code)?.bucket === 'court',
  }
  return entries.map((entry) => ({
    form: entry.form,
    objectId: entry.objectId,
    title: titleOf(entry),
    copies: copiesOf(entry, about),
  }))
}
