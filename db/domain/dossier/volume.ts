import type { DossierPaper, ListedRow } from './dossier.ts'
import { type Facts, type Found } from './facts.ts'
import { type FormId, isCounted, isOnce, liesByDate } from './forms.ts'
import { normalName } from './look-alike.ts'

/** An annex lies with the paper that it belongs to. */
const mainOf = (paper: DossierPaper, papers: readonly DossierPaper[]): DossierPaper =>
  papers.find(({ id }) => id === paper.partOf) ?? paper

const sortKey = (paper: DossierPaper, facts: Facts): string => {
  const main = mainOf(paper, facts.dossier.papers)
  const place = facts.order.indexOf(main.formId)
  const rank = String(place === -1 ? facts.order.length : place).padStart(3, '0')
  const day = liesByDate(main.formId) ? (main.date ?? '') : ''
  return `${rank}|${day}|${main === paper ? 0 : 1}`
}

/** Places of a longest run that is in order: what is not among them has to be moved. */
const inOrder = (keys: readonly string[]): Set<number> => {
  const best: { length: number; before: number }[] = []
  let end = -1
  keys.forEach((key, at) => {
    let own = { length: 1, before: -1 }
    for (let earlier = 0; earlier < at; earlier += 1) {
      const run = best[earlier]
      if (run && (keys[earlier] ?? '') <= key && run.length + 1 > own.length) {
        own = { length: run.length + 1, before: earlier }
      }
    }
    best.push(own)
    if (own.length > (best[end]?.length ?? 0)) end = at
  })
  const kept = new Set<number>()
  for (let at = end; at !== -1; at = best[at]?.before ?? -1) kept.add(at)
  return kept
}

/**
 * The papers lie in the order of the pack; only those that have to be moved are named.
 * @policy forms.md §0
 */
export const papersOutOfOrder = (facts: Facts): Found[] => {
  const { papers } = facts.dossier
  const keys = papers.map((paper) => sortKey(paper, facts))
  const kept = inOrder(keys)
  return papers.flatMap((paper, index): Found[] => {
    if (kept.has(index)) return []
    const before = papers
      .map((other, at) => ({ other, key: keys[at] ?? '', at }))
      .findLast(({ at, key }) => kept.has(at) && key <= (keys[index] ?? ''))
    return [
      {
        rule: 'V7-order',
        code: 'orderWrong',
        paper,
        path: `papers.${paper.id}`,
        details: before ? { after: before.other.title } : {},
      },
    ]
  })
}

const counted = (facts: Facts): DossierPaper[] =>
  facts.dossier.papers.filter((paper) => isCounted(mainOf(paper, facts.dossier.papers).formId))

/** Neither printed nor scanned: the house has made no sheet of it yet that could bear a number. */
const isToPrint = ({ version, scans, pages }: DossierPaper): boolean =>
  version === undefined && scans.length === 0 && pages.from === undefined

/** Numbers are stamped when the volume is printed: before that none is lacking. */
const unnumbered = (facts: Facts): Found[] => {
  const papers = counted(facts)
  if (papers.length > 0 && papers.every(isToPrint))
    return [{ rule: 'V7-pages', code: 'nothingPrinted', path: 'volume', informs: true }]
  return papers
    .filter(({ pages }) => pages.from === undefined)
    .map((paper) => ({
      rule: 'V7-pages',
      code: isToPrint(paper) ? 'notPrinted' : 'pagesUnnumbered',
      paper,
      path: `papers.${paper.id}.pages`,
    }))
}

/**
 * Page numbers run from 1 without gap or repetition, over all but cover, contents and back cover.
 * @policy forms.md F01
 */
export const pageFindings = (facts: Facts): Found[] => {
  if (facts.case.outcome === undefined) return []
  const found: Found[] = []
  const numbered = counted(facts)
    .flatMap((paper) => (paper.pages.from === undefined ? [] : [{ paper, from: paper.pages.from }]))
    .toSorted((a, b) => a.from - b.from || (a.paper.id < b.paper.id ? -1 : 1))
  let next = 1
  for (const { paper, from } of numbered) {
    const at = { rule: 'V7-pages', paper, path: `papers.${paper.id}.pages` } as const
    if (from > next)
      found.push({ ...at, code: 'pageGap', details: { firstPage: next, lastPage: from - 1 } })
    if (from < next) found.push({ ...at, code: 'pageDouble', details: { page: from } })
    next = Math.max(next, from + paper.pages.count)
  }
  return [...found, ...unnumbered(facts)]
}

const firstPages = (rows: readonly ListedRow[]): Map<string, number | undefined> => {
  const pages = new Map<string, number | undefined>()
  for (const { title, from } of rows) {
    const key = normalName(title)
    const known = pages.get(key)
    pages.set(key, known === undefined || (from !== undefined && from < known) ? from : known)
  }
  return pages
}

/**
 * The contents list has every paper with its first page, and nothing else; papers of one title may share a row.
 * @policy forms.md F01
 */
export const contentsFindings = (facts: Facts): Found[] => {
  const [contents] = facts.of('f01')
  if (!contents?.listed) return []
  const papers = counted(facts).filter(
    ({ partOf, superseded }) => partOf === undefined && !superseded,
  )
  const rows = firstPages(contents.listed)
  const there = firstPages(papers.map(({ title, pages }) => ({ title, from: pages.from })))
  const titles = new Map(
    [...papers, ...contents.listed].map(({ title }) => [normalName(title), title]),
  )
  const find = (code: Found['code'], key: string, more = {}): Found => ({
    rule: 'V7-contents',
    code,
    paper: contents,
    path: `papers.${contents.id}.listed.${key}`,
    details: { title: titles.get(key) ?? key, ...more },
  })
  return [
    ...[...there].flatMap(([key, page]): Found[] => {
      if (!rows.has(key)) return [find('contentsRowMissing', key)]
      const listed = rows.get(key)
      return listed === undefined || page === undefined || listed === page
        ? []
        : [find('contentsPageDiffers', key, { listed, page })]
    }),
    ...[...rows.keys()]
      .filter((key) => !there.has(key))
      .map((key) => find('contentsRowTooMany', key)),
  ]
}

const doubled = (facts: Facts): Found[] => {
  const forms: FormId[] = [...new Set(facts.papers.map(({ formId }) => formId))].filter(isOnce)
  return forms.flatMap((form): Found[] => {
    const count = facts.of(form).length
    return count > 1
      ? [
          {
            rule: 'V7-duplicates',
            code: 'paperDouble',
            form,
            path: `forms.${form}`,
            details: { count },
          },
        ]
      : []
  })
}

const scanFault = (paper: DossierPaper): Found[] => {
  const onPaper = paper.signedBy.some(({ manner }) => manner.some((one) => one !== 'screen'))
  if (!onPaper || !paper.isFinal || paper.superseded) return []
  const at = { rule: 'V7-scans', paper, path: `papers.${paper.id}.scans` } as const
  if (paper.scans.length === 0) return [{ ...at, code: 'scanMissing' }]
  const isOld = (version: number | undefined) =>
    version !== undefined && paper.version !== undefined && version < paper.version
  const current = paper.scans.filter(({ version }) => !isOld(version))
  if (current.length === 0) {
    return [{ ...at, code: 'scanOutdated', details: { version: paper.version ?? 0 } }]
  }
  const pages = current.reduce((sum, scan) => sum + scan.pages, 0)
  const details = { scanned: pages, pages: paper.pages.count }
  return pages < paper.pages.count ? [{ ...at, code: 'scanPagesMissing', details }] : []
}

/**
 * No version that was replaced before anybody signed it, no draft, nothing twice; what was signed on paper is scanned
 * whole.
 * @policy issue 4 §2, forms.md §0
 */
export const bindingFindings = (facts: Facts): Found[] => [
  ...facts.dossier.papers.flatMap((paper): Found[] => {
    const at = { paper, path: `papers.${paper.id}` }
    if (paper.superseded && paper.keptOriginal) return []
    if (paper.superseded) return [{ ...at, rule: 'V7-superseded', code: 'supersededInVolume' }]
    return paper.isFinal ? [] : [{ ...at, rule: 'V7-drafts', code: 'draftInVolume' }]
  }),
  ...doubled(facts),
  ...facts.dossier.papers.flatMap(scanFault),
]
