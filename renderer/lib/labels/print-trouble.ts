/** `what` goes on after a printer's name; `mend` is a sentence: what to do now. */
export type TroubleWords = { what: string; mend: string }

/** Codes of the printer port, which the page gets as text. */
const troubles = {
  noPrinter: {
    what: '不在了',
    mend: '这台电脑现在找不到它。请看线接好没有、电源开了没有，或者换一台打印机。',
  },
  offline: {
    what: '联系不上',
    mend: '请看打印机开着没有，数据线或网络通不通；接通以后会接着打。',
  },
  paperOut: { what: '没有纸了', mend: '请装上 A4 纸，装好以后会接着打。' },
  jam: { what: '卡纸了', mend: '请打开打印机取出卡住的纸，关好盖子，会接着打；打完请数一数页数。' },
  coverOpen: { what: '盖子开着', mend: '请关好打印机的盖子，关好以后会接着打。' },
  tonerOut: { what: '没有墨了', mend: '请换墨盒或硒鼓，换好以后会接着打。' },
  stopped: {
    what: '停用了',
    mend: '打印机在系统里被暂停了。请让管理员恢复它，恢复以后会接着打；急用就换一台打印机。',
  },
  refused: {
    what: '不收新的打印',
    mend: '打印机在系统里设成了不接收打印。请让管理员打开，或者换一台打印机。',
  },
  failed: {
    what: '没有打成',
    mend: '打印机或它的驱动程序出了错。请关掉打印机再打开，然后再打一次，或者换一台打印机。',
  },
  unsure: {
    what: '打到哪里不清楚',
    mend: '打印的时候断了，可能已经印出来，也可能没有。请先看打印机上有没有这几页，没有再打一次。',
  },
  waitedLong: {
    what: '还没有打',
    mend: '这件是很早以前要打的，软件关着的时候没有打，不会自己打。还要就再打一次，不要就取消。',
  },
} as const satisfies Record<string, TroubleWords>

type KnownTrouble = keyof typeof troubles

/** A code that is not known here is told as a failure. */
export const printTroubleWords = (code: string): TroubleWords =>
  Object.hasOwn(troubles, code) ? troubles[code as KnownTrouble] : troubles.failed
