import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanPage } from '#contract/scans.ts'
import { paperKeyOf, paperName } from './paper-words.ts'

type Row = DossierPaperRow
export type PlaceTarget = Row & { objectId: string }

/** Papers that a scanned page may belong to; those that still want pages first. */
export const placeTargets = (rows: readonly Row[]): PlaceTarget[] => {
  const targets = rows.filter((row): row is PlaceTarget => row.objectId !== undefined)
  const wants = (row: Row) => row.scanOnly || nextPage(row) <= (row.pages ?? Infinity)
  return [...targets.filter(wants), ...targets.filter((row) => !wants(row))]
}

/** The paper of this key, where a page may be placed with it. */
export const aimedPaper = (
  rows: readonly Row[],
  key: string | undefined,
): PlaceTarget | undefined => placeTargets(rows).find((row) => paperKeyOf(row) === key)

/** The first page that no scan is there of. */
export const nextPage = ({ scans }: Pick<Row, 'scans'>): number => {
  const there = new Set(scans.pages)
  let page = 1
  while (there.has(page)) page += 1
  return page
}

/** A page number as typed; undefined for anything else. */
export const parsePage = (text: string): number | undefined => {
  const normal = text.normalize('NFKC').trim()
  const page = Number(normal)
  return /^\d{1,4}$/.test(normal) && page >= 1 ? page : undefined
}

/** What may be doubted of this placing, in words; it is done all the same. */
export const placeDoubt = (row: Row, page: number, count: number): string | undefined => {
  const last = page + count - 1
  const taken = row.scans.pages.filter((one) => one >= page && one <= last)
  if (taken.length > 0)
    return `第 ${taken.join('、')} 页已经有扫描件了，放进去就成了两份，记得把不要的一份“不入卷”。`
  if (!row.scanOnly && row.pages !== undefined && last > row.pages)
    return `这份文书印出来是 ${row.pages} 页，没有第 ${last} 页。请再看看是不是这一份。`
  const lastThere = Math.max(0, ...row.scans.pages)
  if ((row.scanOnly || row.pages === undefined) && page > lastThere + 1)
    return lastThere === 0
      ? `这份文书还没有扫描件，一般从第 1 页放起，现在写的是第 ${page} 页。`
      : `这份文书现在扫到第 ${lastThere} 页，下一页是第 ${lastThere + 1} 页，现在写的是第 ${page} 页。`
  return undefined
}

export type PlacedPaper = { key: string; title: string; pages: ScanPage[] }

/** Placed pages by paper in dossier order, each paper's pages ascending. */
export const placedPapers = (scans: readonly ScanPage[], rows: readonly Row[]): PlacedPaper[] => {
  const groups = new Map<string, ScanPage[]>()
  for (const row of rows) if (row.objectId) groups.set(paperKeyOf(row), [])
  for (const scan of scans) {
    if (scan.state !== 'placed') continue
    const key = paperKeyOf(scan)
    groups.set(key, [...(groups.get(key) ?? []), scan])
  }
  const names = new Map(rows.map((row) => [paperKeyOf(row), paperName(row)]))
  return [...groups]
    .filter(([, pages]) => pages.length > 0)
    .map(([key, pages]) => ({
      key,
      title: names.get(key) ?? pages[0]?.title ?? '文书',
      pages: pages.toSorted((a, b) => (a.page ?? 0) - (b.page ?? 0)),
    }))
}
