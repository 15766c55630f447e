import type { WordsOf } from './words.ts'

export const scanTexts = {
  'scans.notFound': '找不到这页扫描件，可能不在这个案件里。请重新打开卷宗再试。',
  'scans.lateReasonRequired':
    '卷宗已经归档，补进来的材料要写明原因，一张也没有收。请写上为什么现在才补，再放一次。',
  'scans.unknownPaper':
    '这份文书不在卷里，或者还是草稿，扫描件不能放进去。请先在“卷内文书”里加上或办完它。',
  'scans.nothingChosen': '没有选中扫描件。请先选一页或几页。',
} satisfies WordsOf<'scans'>
