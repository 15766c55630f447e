import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { OutputOf } from '../../lib/ask.ts'
import { presenceLooks } from '../../lib/labels/dossiers.ts'
import type { StatusLook } from '../../lib/labels/status.ts'

type Row = Pick<DossierPaperRow, 'form' | 'objectId' | 'title' | 'subtitle' | 'state'>
export type DossierLine = { key: string; name: string; look: StatusLook }

/** What still has to be done, by name: what is missing, then what is begun. */
export const dossierLines = (papers: readonly Row[]): DossierLine[] =>
  (['missing', 'draft'] as const).flatMap((state) =>
    papers
      .filter((row) => row.state === state)
      .map(({ form, objectId, title, subtitle }) => ({
        key: `${form} ${objectId ?? ''} ${subtitle ?? ''}`,
        name: subtitle ? `${title}（${subtitle}）` : title,
        look: presenceLooks[state],
      })),
  )

type Summed = {
  papers: readonly Pick<DossierPaperRow, 'state'>[]
  findings: readonly unknown[]
  isClosed: boolean
  /** Only who may read the content is told what the doctor finds. */
  contentVisible: boolean
} & Partial<Pick<OutputOf<'dossiers.get'>, 'looseScans'>>

/** 有 9 份，缺 2 份，按需 12 种；体检 3 项要看 */
export const dossierSummary = ({
  papers,
  findings,
  isClosed,
  contentVisible,
  looseScans = 0,
}: Summed): string => {
  const count = (state: DossierPaperRow['state']) =>
    papers.filter((row) => row.state === state).length
  const parts = [
    `有 ${count('there')} 份`,
    count('missing') > 0 ? `缺 ${count('missing')} 份` : '',
    count('draft') > 0 ? `草稿 ${count('draft')} 份` : '',
    count('optional') > 0 ? `按需 ${count('optional')} 种` : '',
  ].filter((words) => words !== '')
  const found = findings.length === 0 ? '；体检没有问题' : `；体检有 ${findings.length} 项要看`
  const doctor = contentVisible ? found : ''
  const scans = looseScans > 0 ? `；扫描件 ${looseScans} 页没归位` : ''
  return `${parts.join('，')}${doctor}${scans}${isClosed ? '；已归档' : ''}`
}
