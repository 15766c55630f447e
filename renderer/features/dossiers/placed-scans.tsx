import { useState } from 'react'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanPage } from '#contract/scans.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { pageRanges } from './page-ranges.ts'
import { scanWords, paperKeyOf } from './paper-words.ts'
import { type PlacedPaper, placedPapers } from './placing.ts'
import { ScanCard } from './scan-card.tsx'
import { scanName } from './scan-words.ts'

type Actions = {
  mayMove: (scan: ScanPage) => boolean
  onTakeOut: (scan: ScanPage) => void
  onPlace: (scan: ScanPage) => void
  onLook: (scan: ScanPage) => void
}
type Props = Actions & { scans: readonly ScanPage[]; papers: readonly DossierPaperRow[] }

/** Pages that found their paper, paper by paper; the pictures open on demand. */
export function PlacedScans({ scans, papers, ...actions }: Props) {
  const placed = placedPapers(scans, papers)
  if (placed.length === 0) return null
  const rows = new Map(papers.map((row) => [paperKeyOf(row), row]))
  return (
    <Section title={`已归位的 ${scans.filter(({ state }) => state === 'placed').length} 页`}>
      <ul className="dossier-placed">
        {placed.map((paper) => (
          <Placed key={paper.key} paper={paper} row={rows.get(paper.key)} {...actions} />
        ))}
      </ul>
    </Section>
  )
}

function Placed({
  paper,
  row,
  ...actions
}: Actions & { paper: PlacedPaper; row: DossierPaperRow | undefined }) {
  const [open, setOpen] = useState(false)
  const words = row && scanWords(row)
  return (
    <li className="dossier-placed-paper">
      <div className="dossier-placed-head">
        <strong className="dossier-row-name">{paper.title}</strong>
        <span className="muted nums">
          第 {pageRanges(paper.pages.flatMap(({ page }) => page ?? []))} 页
        </span>
        {words && words.tone !== 'done' ? <Tag tone={words.tone} word={words.text} /> : null}
        <Button
          aria-expanded={open}
          aria-label={`${open ? '收起' : '看扫描件'} ${paper.title}`}
          onClick={() => setOpen(!open)}
        >
          {open ? '收起' : '看扫描件'}
        </Button>
      </div>
      {open ? (
        <ul className="dossier-scans">
          {paper.pages.map((scan) => (
            <PlacedPage key={scan.id} scan={scan} {...actions} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function PlacedPage({ scan, mayMove, onTakeOut, onPlace, onLook }: Actions & { scan: ScanPage }) {
  return (
    <ScanCard
      scan={scan}
      onLook={() => onLook(scan)}
      title={
        <span className="row">
          <strong>第 {scan.page} 页</strong>
          {scan.double ? <Tag tone="waiting" word="重复" /> : null}
          {scan.outdated ? <Tag tone="late" word="旧版" /> : null}
          {scan.lateReason ? <Tag tone="waiting" word={`补入：${scan.lateReason}`} /> : null}
        </span>
      }
    >
      {mayMove(scan) ? (
        <>
          <Button aria-label={`改放到… ${scanName(scan)}`} onClick={() => onPlace(scan)}>
            改放到…
          </Button>
          <Button aria-label={`取下 ${scanName(scan)}`} onClick={() => onTakeOut(scan)}>
            取下
          </Button>
        </>
      ) : null}
    </ScanCard>
  )
}
