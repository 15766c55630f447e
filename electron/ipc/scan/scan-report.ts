import type { ScanReport } from '#contract/scans.ts'
import type { Placement } from '#db/domain/dossier/place-scans.ts'
import type { DossierEntry } from '#db/queries/dossier-papers.ts'

/** What was seen and done while the files were read. */
export type ScanTally = Pick<
  ScanReport,
  'files' | 'pages' | 'foreign' | 'broken' | 'again' | 'blank' | 'loose'
> & { placements: Placement[] }

export const newTally = (): ScanTally => ({
  files: 0,
  pages: 0,
  foreign: [],
  broken: [],
  again: [],
  blank: 0,
  loose: 0,
  placements: [],
})

type Entry = DossierEntry & { objectId: string }

export const titleOf = ({ title, subtitle }: Pick<DossierEntry, 'title' | 'subtitle'>): string =>
  subtitle === undefined ? title : `${title}（${subtitle}）`

const nameOf = (entry: Entry) => ({
  form: entry.form,
  objectId: entry.objectId,
  title: titleOf(entry),
})

/**
 * What became of the files. Missing are the pages of papers that they showed, and those of papers that lie between
 * two of them: a stack is scanned in its order.
 * @param entries of the volume after the files were filed, in its order
 */
export function scanReport(tally: ScanTally, entries: readonly DossierEntry[]): ScanReport {
  const { placements, ...rest } = tally
  const placed = placements.flatMap((each) => (each.to === 'paper' ? [each] : []))
  const papers = entries.filter((entry): entry is Entry => entry.objectId !== undefined)
  const pagesOf = (entry: Entry) => [
    ...new Set(
      placed
        .filter(({ form, objectId }) => form === entry.form && objectId === entry.objectId)
        .map(({ page }) => page),
    ),
  ]
  const isShown = papers.map((entry) => pagesOf(entry).length > 0)
  const stack = papers.slice(isShown.indexOf(true), isShown.lastIndexOf(true) + 1)
  const shown = papers.filter((_, index) => isShown[index])
  const named = (list: readonly Entry[], pages: (entry: Entry) => readonly number[]) =>
    list
      .map((entry) => ({ ...nameOf(entry), pages: pages(entry).toSorted((a, b) => a - b) }))
      .filter((found) => found.pages.length > 0)
  return {
    ...rest,
    placed: named(shown, pagesOf),
    missing: named(shown.length > 0 ? stack : [], ({ scans }) => scans.missing),
    double: named(shown, ({ scans }) => scans.double),
    outdated: shown.flatMap((entry) => {
      const versions = new Set(entry.scans.outdated.map(({ version }) => version))
      return [...versions].map((version) => ({
        ...nameOf(entry),
        version,
        pages: entry.scans.outdated
          .filter((each) => each.version === version)
          .map(({ page }) => page),
      }))
    }),
  }
}
