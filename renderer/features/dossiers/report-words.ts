import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanReport } from '#contract/scans.ts'
import { pageRanges } from './page-ranges.ts'
import { paperKeyOf } from './paper-words.ts'

type Tone = 'done' | 'warning' | 'danger'
export type ReportLine = { tone: Tone; text: string }

const brokenWords = {
  kind: '不是 PDF 或图片（JPG、PNG），没有收',
  damaged: '打不开，文件可能坏了。请重新扫描',
  locked: '设了密码，读不出来。请去掉密码再放进来',
  tooLarge: '太大了。请分成几个文件，或者把扫描的分辨率调低',
} as const satisfies Record<ScanReport['broken'][number]['why'], string>

const paged = (words: (pages: string) => string) => (one: { title: string; pages: number[] }) =>
  `《${one.title}》${words(pageRanges(one.pages))}`

const pagesIn = (papers: readonly { pages: readonly number[] }[]): number =>
  papers.reduce((sum, { pages }) => sum + pages.length, 0)

type Papers = readonly Pick<DossierPaperRow, 'form' | 'objectId' | 'scans'>[]

/** Papers seen in part, and papers of which nothing ever came. */
const missingOf = (report: ScanReport, papers: Papers) => {
  const shown = new Set(report.placed.map(paperKeyOf))
  const bare = new Set(
    papers.filter(({ scans }) => scans.pages.length + scans.outdated.length === 0).map(paperKeyOf),
  )
  const isUnseen = (one: Paged) => bare.has(paperKeyOf(one)) && !shown.has(paperKeyOf(one))
  return {
    partly: report.missing.filter((one) => !isUnseen(one)),
    unseen: report.missing.filter(isUnseen),
  }
}

/** 共 5 页：3 页已归位，还缺 1 页，1 页没有认出来 */
export const reportSummary = (report: ScanReport, papers: Papers = []): string => {
  const { partly, unseen } = missingOf(report, papers)
  const placed = pagesIn(report.placed)
  const missing = pagesIn(partly)
  const parts = [
    placed > 0 ? `${placed} 页已归位` : '',
    missing > 0 ? `还缺 ${missing} 页` : '',
    unseen.length > 0 ? `${unseen.length} 份还没扫` : '',
    report.loose > 0 ? `${report.loose} 页没有认出来` : '',
    report.foreign.length > 0 ? `${report.foreign.length} 页是别的案件的` : '',
    report.blank > 0 ? `${report.blank} 页是白纸` : '',
    report.again.length > 0 ? `${report.again.length} 个文件以前放过` : '',
    report.broken.length > 0 ? `${report.broken.length} 个文件没有读成` : '',
  ].filter((words) => words !== '')
  return `读了 ${report.files} 个文件，共 ${report.pages} 页${parts.length > 0 ? `：${parts.join('，')}` : ''}。`
}

/** What somebody has to see to, then what was done. */
export const reportLines = (report: ScanReport, papers: Papers = []): ReportLine[] => [
  ...openLines(report, missingOf(report, papers)),
  ...doneLines(report),
]

const openLines = (
  report: ScanReport,
  { partly, unseen }: ReturnType<typeof missingOf>,
): ReportLine[] => [
  ...partly.map((one) => ({
    tone: 'warning' as const,
    text: paged((pages) => `还缺第 ${pages} 页，请找到这几页再扫`)(one),
  })),
  ...(unseen.length > 0
    ? [
        {
          tone: 'warning' as const,
          text: `还没扫的 ${unseen.length} 份：${unseen
            .map(({ title, pages }) => `《${title}》${pages.length} 页`)
            .join('、')}`,
        },
      ]
    : []),
  ...report.double.map((one) => ({
    tone: 'warning' as const,
    text: paged((pages) => `第 ${pages} 页有两份，请留清楚的一份，另一份不入卷`)(one),
  })),
  ...report.outdated.map((one) => ({
    tone: 'danger' as const,
    text: paged(
      (pages) =>
        `第 ${pages} 页是旧的第 ${one.version} 版，文书后来改过。请打印新版，签好再扫，或者不入卷`,
    )(one),
  })),
  ...report.foreign.map(({ fileName, filePage, caseNumber }) => ({
    tone: 'danger' as const,
    text: `“${fileName}”第 ${filePage} 页是案件 ${caseNumber} 的，没有收进本卷`,
  })),
  ...(report.loose > 0
    ? [
        {
          tone: 'warning' as const,
          text: `${report.loose} 页没有读出页码标记，在下面“还没归位的页”里，请放到对应的文书`,
        },
      ]
    : []),
  ...report.broken.map(({ fileName, why }) => ({
    tone: 'danger' as const,
    text: `“${fileName}”${brokenWords[why]}`,
  })),
]

const doneLines = (report: ScanReport): ReportLine[] => {
  const texts = [
    ...report.placed.map(paged((pages) => `第 ${pages} 页已归位`)),
    ...report.again.map((fileName) => `“${fileName}”以前已经放进来过，没有再收`),
    ...(report.blank > 0 ? [`${report.blank} 页是白纸，没有入卷，在下面“不入卷”里`] : []),
  ]
  return texts.map((text) => ({ tone: 'done', text }))
}

export const emptyReport: ScanReport = {
  files: 0,
  pages: 0,
  placed: [],
  missing: [],
  double: [],
  outdated: [],
  foreign: [],
  loose: 0,
  blank: 0,
  again: [],
  broken: [],
}

type Paged = ScanReport['placed'][number]
const keyOf = ({ form, objectId }: Pick<Paged, 'form' | 'objectId'>): string =>
  `${form} ${objectId}`

/** Pages of the same paper together; those of another version of it stand apart. */
const joined = <P extends Paged & { version?: number }>(
  old: readonly P[],
  more: readonly P[],
): P[] => {
  const nameOf = (one: P) => `${keyOf(one)} ${one.version ?? ''}`
  const all = new Map(old.map((one) => [nameOf(one), one]))
  for (const one of more) {
    const known = all.get(nameOf(one))
    const pages = [...new Set([...(known?.pages ?? []), ...one.pages])].toSorted((a, b) => a - b)
    all.set(nameOf(one), { ...one, pages })
  }
  return [...all.values()]
}

/** Of files read one after another: what a later one says of a paper's missing pages holds. */
export const mergeReports = (old: ScanReport, next: ScanReport): ScanReport => {
  const told = new Set([...next.placed, ...next.missing].map(keyOf))
  return {
    files: old.files + next.files,
    pages: old.pages + next.pages,
    placed: joined(old.placed, next.placed),
    missing: [...old.missing.filter((one) => !told.has(keyOf(one))), ...next.missing],
    double: joined(old.double, next.double),
    outdated: joined(old.outdated, next.outdated),
    foreign: [...old.foreign, ...next.foreign],
    loose: old.loose + next.loose,
    blank: old.blank + next.blank,
    again: [...old.again, ...next.again],
    broken: [...old.broken, ...next.broken],
  }
}
