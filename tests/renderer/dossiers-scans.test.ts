import { describe, expect, it } from 'vitest'
import type { DossierPaperRow } from '#contract/dossiers.ts'
import type { ScanPage, ScanReport } from '#contract/scans.ts'
import { paperKeyOf } from '../../renderer/features/dossiers/paper-words.ts'
import {
  aimedPaper,
  nextPage,
  parsePage,
  placeDoubt,
  placedPapers,
  placeTargets,
} from '../../renderer/features/dossiers/placing.ts'
import {
  emptyReport,
  mergeReports,
  reportLines,
  reportSummary,
} from '../../renderer/features/dossiers/report-words.ts'
import { scanName } from '../../renderer/features/dossiers/scan-words.ts'

const agreement = { form: 'f10', objectId: 'agreement', title: '人民调解协议书' }
const minutes = { form: 'f09', objectId: 'session', title: '人民调解记录' }
const report = (part: Partial<ScanReport>): ScanReport => ({ ...emptyReport, ...part })

describe('the report of what was read', () => {
  const mixed = report({
    files: 3,
    pages: 9,
    placed: [{ ...agreement, pages: [1, 2, 4] }],
    missing: [{ ...agreement, pages: [3] }],
    double: [{ ...agreement, pages: [2] }],
    outdated: [{ ...minutes, pages: [1], version: 1 }],
    foreign: [{ fileName: '扫描.pdf', filePage: 5, caseNumber: '2026-0009' }],
    loose: 2,
    broken: [{ fileName: '坏的.pdf', why: 'locked' }],
  })
  it('sums up in one sentence', () => {
    expect(reportSummary(mixed)).toBe(
      '读了 3 个文件，共 9 页：3 页已归位，还缺 1 页，2 页没有认出来，1 页是别的案件的，1 个文件没有读成。',
    )
    expect(reportSummary(report({ files: 1, pages: 0 }))).toBe('读了 1 个文件，共 0 页。')
  })
  it('says of each paper what somebody has to see to, then what was placed', () => {
    expect(reportLines(mixed)).toEqual([
      { tone: 'warning', text: '《人民调解协议书》还缺第 3 页，请找到这几页再扫' },
      {
        tone: 'warning',
        text: '《人民调解协议书》第 2 页有两份，请留清楚的一份，另一份不入卷',
      },
      {
        tone: 'danger',
        text: '《人民调解记录》第 1 页是旧的第 1 版，文书后来改过。请打印新版，签好再扫，或者不入卷',
      },
      { tone: 'danger', text: '“扫描.pdf”第 5 页是案件 2026-0009 的，没有收进本卷' },
      {
        tone: 'warning',
        text: '2 页没有读出页码标记，在下面“还没归位的页”里，请放到对应的文书',
      },
      { tone: 'danger', text: '“坏的.pdf”设了密码，读不出来。请去掉密码再放进来' },
      { tone: 'done', text: '《人民调解协议书》第 1-2、4 页已归位' },
    ])
  })
  it('tells papers of which nothing came from those that lack a page', () => {
    const of = report({
      files: 1,
      pages: 2,
      placed: [{ ...agreement, pages: [1, 3] }],
      missing: [
        { ...agreement, pages: [2] },
        { ...minutes, pages: [1, 2] },
      ],
    })
    const papers = [row(), row({ ...minutes })]
    expect(reportLines(of, papers).map(({ text }) => text)).toEqual([
      '《人民调解协议书》还缺第 2 页，请找到这几页再扫',
      '还没扫的 1 份：《人民调解记录》2 页',
      '《人民调解协议书》第 1、3 页已归位',
    ])
    expect(reportSummary(of, papers)).toContain('2 页已归位，还缺 1 页，1 份还没扫')
    const begun = [row(), row({ ...minutes, scans: withPages([3]) })]
    expect(reportLines(of, begun)[1]?.text).toContain('《人民调解记录》还缺第 1-2 页')
  })
  it('says what was laid aside or was there before, and that nobody has to see to it', () => {
    const second = report({ files: 2, pages: 2, blank: 1, loose: 1, again: ['昨天.pdf'] })
    expect(reportSummary(second)).toContain('1 页是白纸，1 个文件以前放过')
    expect(reportLines(second).map(({ tone }) => tone)).toEqual(['warning', 'done', 'done'])
    const both = mergeReports(second, report({ blank: 2, again: ['前天.pdf'] }))
    expect([both.blank, both.again]).toEqual([3, ['昨天.pdf', '前天.pdf']])
  })
  it('forgets a missing page that a later file brought', () => {
    const first = report({
      files: 1,
      pages: 2,
      placed: [{ ...agreement, pages: [1, 3] }],
      missing: [{ ...agreement, pages: [2] }],
    })
    const second = report({ files: 1, pages: 1, placed: [{ ...agreement, pages: [2] }] })
    expect(mergeReports(first, second)).toEqual(
      report({ files: 2, pages: 3, placed: [{ ...agreement, pages: [1, 2, 3] }] }),
    )
  })
  it('keeps old versions of a paper apart', () => {
    const old = (version: number, pages: number[]) =>
      report({ outdated: [{ ...minutes, version, pages }] })
    const both = mergeReports(mergeReports(old(1, [2]), old(2, [1])), old(1, [1]))
    expect(both.outdated).toEqual([
      { ...minutes, version: 1, pages: [1, 2] },
      { ...minutes, version: 2, pages: [1] },
    ])
  })
  it('keeps what a later file says nothing of', () => {
    const first = report({ missing: [{ ...agreement, pages: [2] }], loose: 1 })
    const second = report({ placed: [{ ...minutes, pages: [1] }], loose: 2 })
    const both = mergeReports(first, second)
    expect(both.missing).toEqual([{ ...agreement, pages: [2] }])
    expect(both.loose).toBe(3)
  })
})

const row = (part: Partial<DossierPaperRow> = {}): DossierPaperRow => ({
  ...agreement,
  state: 'there',
  scanOnly: false,
  pages: 3,
  changedSince: false,
  signed: false,
  wantsSigning: true,
  scans: { pages: [], missing: [], double: [], outdated: [] },
  filedLate: false,
  editable: false,
  removable: false,
  ...part,
})
const withPages = (pages: number[]) => ({ pages, missing: [], double: [], outdated: [] })

describe('placing by hand', () => {
  it('begins at the first page that is not there', () => {
    expect(nextPage(row())).toBe(1)
    expect(nextPage(row({ scans: withPages([1, 2, 4]) }))).toBe(3)
  })
  it('offers papers that still want pages first, and none that is not there', () => {
    const full = row({ objectId: 'full', scans: withPages([1, 2, 3]) })
    const identity = row({ form: 'f05', objectId: 'identity', scanOnly: true, pages: undefined })
    const { objectId: _absent, ...absent } = row()
    expect(placeTargets([full, absent, row(), identity]).map(({ objectId }) => objectId)).toEqual([
      'agreement',
      'identity',
      'full',
    ])
  })
  it('doubts a page that is there already and one that the paper has not', () => {
    expect(placeDoubt(row({ scans: withPages([2]) }), 1, 2)).toContain('第 2 页已经有扫描件')
    expect(placeDoubt(row(), 3, 2)).toContain('没有第 4 页')
    expect(placeDoubt(row(), 1, 3)).toBeUndefined()
  })
  it('doubts a page that leaves a gap behind what was added to a paper made of scans', () => {
    const identity = row({ scanOnly: true, pages: undefined, scans: withPages([1, 2]) })
    expect(placeDoubt(identity, 15, 1)).toContain('下一页是第 3 页')
    expect(placeDoubt(identity, 3, 2)).toBeUndefined()
    expect(placeDoubt(row({ scanOnly: true, pages: undefined }), 2, 1)).toContain('第 1 页放起')
    expect(placeDoubt(row({ scanOnly: true, pages: undefined }), 1, 2)).toBeUndefined()
  })
  it('finds the paper that somebody wants to scan, unless it cannot take a page', () => {
    const { objectId: _absent, ...absent } = row({ form: 'f06' })
    expect(aimedPaper([row()], paperKeyOf(agreement))).toEqual(row())
    expect(aimedPaper([absent], paperKeyOf(absent))).toBeUndefined()
    expect(aimedPaper([row()], undefined)).toBeUndefined()
  })
  it('reads a page number in any width, and nothing else', () => {
    expect(parsePage(' １２ ')).toBe(12)
    expect([parsePage('0'), parsePage('2-3'), parsePage(''), parsePage('12345')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

const scan = (part: Partial<ScanPage>): ScanPage => ({
  id: 'scan',
  attachmentId: 'file',
  fileName: '扫描.pdf',
  filePage: 1,
  part: 'whole',
  turn: 0,
  state: 'placed',
  form: 'f10',
  objectId: 'agreement',
  page: 1,
  outdated: false,
  double: false,
  placedAt: '2026-11-22T03:15:04.123Z',
  ...part,
})

describe('placedPapers', () => {
  it('groups by paper in dossier order, pages ascending, and leaves out what is not placed', () => {
    const papers = [row({ ...minutes, subtitle: '第一次' }), row()]
    const placed = placedPapers(
      [
        scan({ id: 'b', page: 2 }),
        scan({ id: 'a', page: 1 }),
        scan({ id: 'm', form: 'f09', objectId: 'session' }),
        scan({ id: 'x', state: 'loose' }),
      ],
      papers,
    )
    expect(placed.map(({ title, pages }) => [title, pages.map(({ id }) => id)])).toEqual([
      ['人民调解记录（第一次）', ['m']],
      ['人民调解协议书', ['a', 'b']],
    ])
  })
  it('keeps pages of a paper that has left the volume, by their own title', () => {
    const placed = placedPapers([scan({ objectId: 'gone', title: '旧协议' })], [row()])
    expect(placed.map(({ title }) => title)).toEqual(['旧协议'])
  })
  it('names a half of a sheet', () => {
    expect(scanName(scan({ filePage: 3, part: 'left' }))).toBe('扫描.pdf 第 3 页左半')
  })
})
