import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanReport } from '#contract/scans.ts'
import { Notice } from '../../ui/notice.tsx'
import { reportLines, reportSummary } from './report-words.ts'

const icons = { done: CircleCheck, warning: TriangleAlert, danger: CircleX }
const words = { done: '好了', warning: '请处理', danger: '要紧' }

type Props = { report: ScanReport; papers: readonly DossierPaperRow[]; onClose: () => void }

/** What became of the files that were dropped in. */
export function ScanReportNotice({ report, papers, onClose }: Props) {
  const lines = reportLines(report, papers)
  const isClean = lines.every(({ tone }) => tone === 'done')
  return (
    <Notice
      tone={isClean ? 'done' : 'warning'}
      title={reportSummary(report, papers)}
      onClose={onClose}
    >
      <ul className="dossier-report">
        {lines.map(({ tone, text }) => {
          const Icon = icons[tone]
          return (
            <li key={text} className={`dossier-report-${tone}`}>
              <Icon aria-label={words[tone]} role="img" />
              <span>{text}</span>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
