import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadClauseLibrary } from '#db/clause-library.ts'
import type { LprRow } from '#db/domain/agreement/lint/facts.ts'
import type { LibraryClause } from '#db/domain/agreement/library/library-clause.ts'
import type { PackLayer } from '#db/domain/dossier/pack.ts'
import type { HolidayYear } from '#db/domain/deadline/period.ts'
import type { DeadlineRule } from '#db/domain/deadline/rule.ts'
import type { LabourTables, Parameter } from '#db/domain/labour/parameters.ts'
import type { SpringFestivals } from '#db/domain/offer/read-terms/found-date.ts'
import type { DatedWeights } from '#db/domain/rota/weights.ts'
import type { Phrase } from '#db/domain/session/phrase.ts'
import { loadDeadlineRules } from '#db/deadline-rules.ts'
import { parseDossierRules } from '#db/dossier-rules.ts'
import { loadLabourTables } from '#db/labour-parameters.ts'
import { loadCalendar, loadLpr, loadSpringFestivals } from '#db/law.ts'
import { parsePhraseBook } from '#db/phrase-book.ts'
import { loadRotaWeights } from '#db/rota-weights.ts'
import type { FormDefinition } from '#documents/forms/form-definition.ts'
import { loadForms } from '#documents/forms/load-forms.ts'
import { parseNoticeText, type NoticeText } from '#documents/notice-text.ts'

/** Dated tables of law and texts of forms, read once when the core starts. */
export type Resources = {
  /** The yearly tables of days off: those of the open store before the shipped ones. */
  calendar: readonly HolidayYear[]
  /** What the labour calculators look up: figures of the open store before the shipped ones. */
  labour: () => LabourTables
  /** As the app was shipped, whatever the centre entered. */
  readonly shipped: {
    readonly calendar: readonly HolidayYear[]
    readonly parameters: () => readonly Parameter[]
    readonly lprTables: readonly LprRow[]
  }
  /** Every rule with a time in it, of every region and time. */
  readonly deadlineRules: () => readonly DeadlineRule[]
  readonly springFestivals: SpringFestivals
  /** As the linter looks it up: rates of the open store before the shipped ones. */
  lprTables: readonly LprRow[]
  /** Wording of the notice of rights. */
  readonly notice: NoticeText
  readonly clauses: readonly LibraryClause[]
  readonly phrases: readonly Phrase[]
  /**
   * Every version of every form that is data, read when they are first asked for: a start needs none of them.
   * Those with the id of a form that code makes are what it prints without a case.
   */
  readonly forms: () => readonly FormDefinition[]
  /** Rule packs of the dossier doctor, read when they are first asked for. */
  readonly dossierRules: () => readonly PackLayer[]
  /** House weights of the lawyers' rota, every version. */
  readonly rotaWeights: () => readonly DatedWeights[]
}

/** @throws when a file of `resources` is missing or not what it must be: the app then does not start. */
export function loadResources(folder: string): Resources {
  const law = join(folder, 'law')
  const calendar = loadCalendar(law)
  const parameters = once(() => loadLabourTables(law).parameters)
  const lprTables = loadLpr(law)
  const form = (name: string) => readFileSync(join(folder, 'forms', name), 'utf8')
  return {
    calendar,
    labour: () => ({ parameters: parameters(), calendar }),
    shipped: { calendar, parameters, lprTables },
    deadlineRules: once(() => loadDeadlineRules(law)),
    springFestivals: loadSpringFestivals(law),
    lprTables,
    notice: parseNoticeText(form('f04.json')),
    clauses: loadClauseLibrary(join(folder, 'forms', 'clauses')),
    phrases: parsePhraseBook(form('phrases.json')),
    forms: once(() => {
      const definitions = join(folder, 'forms', 'definitions')
      return [...loadForms(definitions), ...loadForms(join(folder, 'forms', 'blanks'), definitions)]
    }),
    dossierRules: once(() => parseDossierRules(form('dossier-rules.json'))),
    rotaWeights: once(() => loadRotaWeights(join(folder, 'rota'))),
  }
}

function once<T>(load: () => T): () => T {
  let loaded: { value: T } | undefined
  return () => (loaded ??= { value: load() }).value
}
