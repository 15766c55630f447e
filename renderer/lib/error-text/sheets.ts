import { textIn, type WordsOf } from './words.ts'

/** 案件.卷号 is 卷号 to whoever fills the form. */
const fieldName = (name: string | undefined) => name?.split('.').at(-1) ?? ''

const kindHints: Readonly<Record<string, string>> = {
  date: '请写成 2026年11月22日 或 2026-11-22。',
  time: '请写成 2026年11月22日 09:30。',
  money: '请写金额，例如 1,234.50。',
  number: '请写一个整数。',
  flag: '请写“是”或者“否”。',
  text: '文字太长，这一格最多300字。',
}

export const sheetTexts = {
  'sheets.notFound': '找不到这一份文书，可能已被删除。请从案件的卷宗重新打开。',
  'sheets.stale': '这份文书刚在别处改过，您写的内容没有覆盖它。请刷新后核对，再把没写进去的补上。',
  'sheets.notAddable': '这种文书不能在这个案件里添加或移出。',
  'sheets.unknownName': (details) =>
    `表里没有“${fieldName(textIn(details, 'name'))}”这一栏，可能表样刚改过。请关闭后重新打开这份文书。`,
  'sheets.badValue': (details) =>
    `“${fieldName(textIn(details, 'name'))}”写得不对，没有保存。${kindHints[textIn(details, 'kind') ?? ''] ?? '请检查后再保存。'}`,
  'sheets.closed': '这个案件的卷宗已经归档，不能再改文书。需要更改，请先由中心主任重新开启案件。',
} satisfies WordsOf<'sheets'>
