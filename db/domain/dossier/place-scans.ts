import { objectMark, sameForm, type PageCode } from './page-code.ts'

/** A paper of the case that scans may lie with. */
export type KnownPaper = {
  form: string
  objectId: string
  /** As last printed or saved; absent for papers that are made of scans alone. */
  version?: number | undefined
  pages?: number | undefined
  /** Somebody signs it, so that its scan is waited for. */
  expected: boolean
}

/** Where a scanned page lies. */
export type PlacedScan = {
  form: string
  objectId: string
  page: number
  /** Absent for a page that was placed by hand with a paper without versions. */
  version?: number | undefined
}

/** One side of paper as the reader saw it. */
export type ReadSide = { code?: PageCode | undefined; isBlank: boolean }

export type Placement =
  | ({ to: 'paper' } & Required<PlacedScan>)
  /** The code of another case: what it shows is none of this case's business. */
  | { to: 'foreign'; caseNumber: string }
  | { to: 'loose' }
  /** The blank back of a sheet. */
  | { to: 'setAside' }

const paperOf = (papers: readonly KnownPaper[], { form, object }: PageCode) =>
  papers.find((paper) => sameForm(form, paper.form) && objectMark(paper.objectId) === object)

/** @policy issue 4 §2: a code says which page of which paper; without one somebody has to look. */
export function placeScan(
  caseNumber: string,
  papers: readonly KnownPaper[],
  { code, isBlank }: ReadSide,
): Placement {
  if (!code) return { to: isBlank ? 'setAside' : 'loose' }
  if (code.caseNumber !== caseNumber.toUpperCase())
    return { to: 'foreign', caseNumber: code.caseNumber }
  const paper = paperOf(papers, code)
  if (!paper) return { to: 'loose' }
  // A code of a version that never was, or that contradicts its version, was not made here.
  if (code.version > (paper.version ?? 0)) return { to: 'loose' }
  const isSame = paper.version === code.version
  if (isSame && paper.pages !== undefined && paper.pages !== code.pages) return { to: 'loose' }
  const { form, objectId } = paper
  return { to: 'paper', form, objectId, page: code.page, version: code.version }
}

const isOf = (paper: KnownPaper, scan: PlacedScan) =>
  scan.form === paper.form && scan.objectId === paper.objectId

/** @policy issue 4 §2: of an older version than the one last printed. */
export const isOutdated = (paper: Pick<KnownPaper, 'version'> | undefined, scan: PlacedScan) =>
  paper?.version !== undefined && scan.version !== undefined && scan.version < paper.version

/** @policy issue 4 §2: double is the same page of the same paper. */
export const isSamePage = (one: PlacedScan, other: PlacedScan): boolean =>
  one.form === other.form && one.objectId === other.objectId && one.page === other.page

const ascending = (pages: Iterable<number>): number[] =>
  [...new Set(pages)].toSorted((a, b) => a - b)

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

/** What is scanned of one paper and what is wrong with it; page numbers ascending. */
export type PaperScans = {
  form: string
  objectId: string
  /** Scanned, of the version last printed. */
  pages: number[]
  missing: number[]
  double: number[]
  outdated: { page: number; version: number }[]
}

/** @policy issue 4 §2: papers scanned in part, or whose scan is waited for, in the order of the papers. */
export const surveyScans = (
  papers: readonly KnownPaper[],
  placed: readonly PlacedScan[],
): PaperScans[] =>
  papers.map((paper) => surveyPaper(paper, placed)).filter((found) => found !== undefined)

function surveyPaper(paper: KnownPaper, placed: readonly PlacedScan[]): PaperScans | undefined {
  const own = placed.filter((scan) => isOf(paper, scan))
  const isAwaited = paper.expected && paper.version !== undefined
  if (own.length === 0 && !isAwaited) return undefined
  const old = own.filter((scan) => isOutdated(paper, scan))
  const current = own.filter((scan) => !old.includes(scan)).map(({ page }) => page)
  const there = ascending(current)
  const last = paper.pages ?? there.at(-1) ?? 0
  const outdated = ascending(old.map(({ page }) => page)).map((page) => ({
    page,
    version: Math.max(...old.filter((scan) => scan.page === page).map((scan) => scan.version ?? 0)),
  }))
  return {
    form: paper.form,
    objectId: paper.objectId,
    pages: there,
    missing: upTo(last).filter((page) => !there.includes(page)),
    double: there.filter((page) => current.filter((each) => each === page).length > 1),
    outdated,
  }
}
