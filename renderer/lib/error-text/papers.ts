import { textIn, type WordsOf } from './words.ts'

export const paperTexts = {
  'papers.notFound': '找不到这份文书所依据的记录。请从案件页重新打开。',
  'papers.notReady': '这份文书还不能打印，前面的步骤没有办完。请看案件页写的下一步。',
  'papers.printFailed': (details) =>
    `没有打印出来${textIn(details, 'detail') ? `：${textIn(details, 'detail')}` : ''}。请看打印机是否开着、有没有纸，再按打印。`,
  'papers.noPrinter': '这台电脑没有找到打印机。请接好打印机再试，或先存成 PDF。',
  'papers.fileExists': '那里已有同名的文件。请换一个名字。',
  'papers.fileNotWritable':
    '文件写不进去，可能正被 WPS 或 Word 打开，或磁盘写保护。请关闭后再试，或换个地方。',
  'papers.attachmentTooLarge': '文件太大，没有加进来。请压缩后再试。',
  'papers.attachmentKind': '这种文件不能加进来。可以加照片（JPG、PNG）、PDF 和 Word 文件。',
  'papers.unknownForm': '没有这种表格，或它不能空白打印。请从“表格”里重新选择。',
  'papers.noOffice':
    '这份文书用的是本单位自己的 Word 模板，这台电脑没有可用的办公软件，做不成 PDF，也不能直接打印。请存为 Word，用 WPS 或 Word 打开后打印。',
} satisfies WordsOf<'papers'>
