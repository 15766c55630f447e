import type { DossierPaperRow } from '#contract/dossiers.ts'
import { presenceLooks } from '../../lib/labels/dossiers.ts'
import { pageRanges } from './page-ranges.ts'

type Named = Pick<DossierPaperRow, 'title' | 'subtitle'>

/** 人民调解记录（第二次） */
export const paperName = ({ title, subtitle }: Named): string =>
  subtitle === undefined || subtitle === '' ? title : `${title}（${subtitle}）`

/** Form and object in one word. */
export const paperKeyOf = ({
  form,
  objectId,
}: {
  form?: string | undefined
  objectId?: string | undefined
}): string => `${form ?? ''} ${objectId ?? ''}`

/** 3 页，第 2 版; empty while nothing was printed or saved. */
export const printedWords = (row: Pick<DossierPaperRow, 'pages' | 'version'>): string =>
  [
    row.pages === undefined ? '' : `${row.pages} 页`,
    row.version === undefined ? '' : `第 ${row.version} 版`,
  ]
    .filter((words) => words !== '')
    .join('，')

export type ScanWords = { text: string; tone: 'done' | 'waiting' | 'late' }

type Scanned = Pick<DossierPaperRow, 'pages' | 'scans' | 'scanOnly'>

/** How far the signed paper is scanned; undefined where there is nothing to say yet. */
export const scanWords = ({ pages, scans, scanOnly }: Scanned): ScanWords | undefined => {
  const there = new Set(scans.pages).size
  if (there === 0) return undefined
  const troubles = [
    scans.missing.length > 0 ? `缺第 ${pageRanges(scans.missing)} 页` : '',
    scans.double.length > 0 ? `第 ${pageRanges(scans.double)} 页重复` : '',
    scans.outdated.length > 0 ? `第 ${pageRanges(scans.outdated)} 页是旧版` : '',
  ].filter((words) => words !== '')
  const count = scanOnly || pages === undefined ? `扫描 ${there} 页` : `扫描 ${there}/${pages} 页`
  if (troubles.length > 0)
    return {
      text: `${count}，${troubles.join('，')}`,
      tone: scans.outdated.length > 0 || scans.missing.length > 0 ? 'late' : 'waiting',
    }
  return { text: count, tone: 'done' }
}

export type PresenceTally = Record<DossierPaperRow['state'], number>

export const tallyOf = (rows: readonly Pick<DossierPaperRow, 'state'>[]): PresenceTally => {
  const tally: PresenceTally = { there: 0, missing: 0, draft: 0, optional: 0 }
  for (const { state } of rows) tally[state] += 1
  return tally
}

/** 有 9 份，缺 2 份，草稿 1 份 */
export const tallyWords = (tally: PresenceTally): string =>
  (['there', 'missing', 'draft'] as const)
    .filter((state) => tally[state] > 0 || state === 'there')
    .map((state) => `${presenceLooks[state].word} ${tally[state]} 份`)
    .join('，')
