import { orderOn, resolvePack, type RulePack } from '#db/domain/dossier/pack.ts'
import type { LocalDate } from '#db/domain/local-date.ts'
import { nationalPack, readArchive } from '#db/queries/dossier-archive.ts'
import { type DossierEntry, listDossierPapers } from '#db/queries/dossier-papers.ts'
import type { Reader } from '#db/schema.ts'
import type { Resources } from '../resources.ts'

type Rules = Pick<Resources, 'dossierRules'>

/** A pack that is no longer shipped gives way to the national one. */
export function packOf({ dossierRules }: Rules, packId: string): RulePack {
  const layers = dossierRules()
  return resolvePack(layers, layers.some(({ id }) => id === packId) ? packId : nationalPack)
}

/** The volume in the order of the pack that its dossier is kept by. */
export async function dossierEntries(
  rules: Rules,
  db: Reader,
  caseId: string,
  today: LocalDate,
): Promise<DossierEntry[]> {
  const { packId } = await readArchive(db, caseId)
  return listDossierPapers(db, caseId, today, orderOn(packOf(rules, packId), today))
}
