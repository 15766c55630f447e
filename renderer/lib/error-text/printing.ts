import { textIn, type WordsOf } from './words.ts'

export const printingTexts = {
  'printing.noPrinter': (details) =>
    textIn(details, 'why') === 'notChosen'
      ? '这台电脑有几台打印机，还没有选定用哪一台，没有送去打印。请在打印时选一台，或到“设置”的“打印”里选定常用的。'
      : '这台电脑没有找到打印机，没有送去打印。请接好打印机再试，或先存成 PDF。',
  'printing.unknownPrinter': (details) =>
    `找不到打印机${textIn(details, 'printer') ? `“${textIn(details, 'printer')}”` : ''}，没有送去打印。请看它是否还接着、换了名字没有，或另选一台打印机。`,
  'printing.notFound': '找不到这件打印。请关掉这个列表再打开看看。',
  'printing.alreadyEnded': '这件已经打印完或取消了，不能再改。还要一份，请打开文书再按“打印”。',
  'printing.notYours': '这件是别人要打印的，只有本人和中心主任可以重打或取消。',
  'printing.busy': '打印机正在处理这件，现在收不回来。请等几秒钟再试；还不行，请在打印机上按取消。',
} satisfies WordsOf<'printing'>
