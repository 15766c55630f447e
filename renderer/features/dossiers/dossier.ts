import type { OutputOf } from '../../lib/ask.ts'
import type { DossierPart } from '../../lib/navigation.ts'

/** The window sees what it has registered; only who may read the content is told what the doctor finds. */
export type Dossier = OutputOf<'dossiers.get'> & { contentVisible: boolean }

/** To another part of the dossier; with a paper, for the sake of that paper. */
export type LeadToPart = (
  part: DossierPart,
  paper?: { form?: string | undefined; objectId?: string | undefined },
) => void
