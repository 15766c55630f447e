import type { AgreementParty } from '../domain/agreement/content.ts'
import type { RulePack } from '../domain/dossier/pack.ts'
import { noWords, type SheetWords } from '../domain/dossier/sheet-words.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { ArchiveWords } from '../queries/dossier-archive.ts'
import type { DossierRows } from '../queries/dossier-rows.ts'
import type { Reader } from '../schema.ts'
import type { OwnPaper } from './dossier-own-papers.ts'

export type Asking = { db: Reader; now: string }

/** What the doctor's view of a case is made from, read once. */
export type Making = {
  asking: Asking
  pack: RulePack
  rows: DossierRows
  archive: ArchiveWords
  parties: readonly AgreementParty[]
  mediators: readonly string[]
  sealName: string
  fileNumber: string | undefined
  agreement: OwnPaper
  today: LocalDate
}

/** What somebody wrote into a form that is in the volume; of one sheet, or of the first. */
export const wordsOf = ({ rows }: Making, form: string, objectId?: string): SheetWords =>
  rows.sheets.find(
    (sheet) =>
      sheet.form === form &&
      sheet.removed === 0 &&
      (objectId === undefined || sheet.object_id === objectId),
  )?.words ?? noWords
