import type { Printer, PrintJob } from '#contract/printing.ts'
import type { OutputOf } from '../ask.ts'
import { paperSheets, type Sides } from '../print-choice.ts'
import type { StatusLook, Tone } from './status.ts'
import { printTroubleWords } from './print-trouble.ts'

export const sidesLabels = {
  one: '单面',
  long: '双面，长边翻',
  short: '双面，短边翻',
} satisfies Record<Sides, string>

export const sidesOptions = [
  { value: 'one', label: sidesLabels.one },
  { value: 'long', label: sidesLabels.long, keywords: '像翻书一样' },
  { value: 'short', label: sidesLabels.short, keywords: '像翻日历一样' },
] as const satisfies readonly { value: Sides; label: string; keywords?: string }[]

const stateLooks = {
  ready: { word: '正常', tone: 'done' },
  printing: { word: '正在打印', tone: 'going' },
  stopped: { word: '停用了', tone: 'late' },
  unknown: { word: '状态不明', tone: 'plain' },
} satisfies Record<Printer['state'], StatusLook>

/** 正常, 正在打印, 缺纸 …: what keeps it comes before what it is doing. */
export const printerLook = ({ state, trouble }: Printer): StatusLook =>
  trouble === undefined
    ? stateLooks[state]
    : { word: printTroubleWords(trouble).what, tone: 'late' }

/** What to do about it; undefined when nothing keeps it. */
export const printerMend = ({ trouble }: Printer): string | undefined =>
  trouble === undefined ? undefined : printTroubleWords(trouble).mend

/** HP 二楼（缺纸） */
export const printerOption = (printer: Printer): { value: string; label: string } => ({
  value: printer.name,
  label: `${printer.label}（${printerLook(printer).word}）`,
})

const jobLooks = {
  waiting: { word: '等着打印', tone: 'waiting' },
  sent: { word: '正在打印', tone: 'going' },
  printed: { word: '打完了', tone: 'done' },
  failed: { word: '没有打印出来', tone: 'late' },
  cancelled: { word: '取消了', tone: 'plain' },
} satisfies Record<PrintJob['state'], StatusLook>

/** Where it may have come out, or nobody tried. */
const unsureWords: Readonly<Record<string, string>> = {
  unsure: '不知道打出来没有',
  waitedLong: '还没有打印，放得太久了',
}

export const jobLook = ({ state, trouble = '' }: PrintJob): StatusLook =>
  state === 'failed'
    ? { word: unsureWords[trouble] ?? jobLooks.failed.word, tone: 'late' }
    : jobLooks[state]

/** 每份 2 页，用 1 张纸；3 份共 3 张纸 */
export const paperCountWords = (pages: number, sides: Sides, copies: number): string => {
  const each = paperSheets(pages, sides)
  const one = `每份 ${pages} 页，用 ${each} 张纸`
  return copies === 1 ? one : `${one}；${copies} 份共 ${each * copies} 张纸`
}

/** 3 份，每份 2 页，双面 */
export const jobPaperWords = ({ copies, pages, sides }: PrintJob): string =>
  `${copies} 份，每份 ${pages} 页，${sides === 'one' ? '单面' : '双面'}`

/** Why it did not come out or stands still, and what to do; undefined when nothing keeps it. */
export const jobTroubleWords = ({ state, trouble }: PrintJob): string | undefined => {
  if (trouble === undefined || state === 'printed' || state === 'cancelled') return undefined
  const { what, mend } = printTroubleWords(trouble)
  return `${what}。${mend}`
}

export type JobWords = { tone: 'info' | 'done' | 'warning' | 'danger'; title: string; text: string }

/**
 * What became of a job, and what to do.
 * @param printer the printer as people know it
 * @param before jobs that come first on it
 */
export const jobWords = (job: PrintJob, printer: string, before: number): JobWords => {
  const trouble = job.trouble === undefined ? undefined : printTroubleWords(job.trouble)
  switch (job.state) {
    case 'waiting':
      return trouble
        ? {
            tone: 'warning',
            title: `还没有打印：「${printer}」${trouble.what}`,
            text: trouble.mend,
          }
        : {
            tone: 'info',
            title: `排队等着打印，${job.copies} 份`,
            text:
              before === 0
                ? `马上送到「${printer}」，可以先去做别的事。`
                : `「${printer}」前面还有 ${before} 件，轮到了自己会打，可以先去做别的事。`,
          }
    case 'sent':
      return trouble
        ? {
            tone: 'warning',
            title: `打印停住了：「${printer}」${trouble.what}`,
            text: trouble.mend,
          }
        : {
            tone: 'done',
            title: `已送到打印机，${job.copies} 份`,
            text: `「${printer}」正在打印。`,
          }
    case 'printed':
      return {
        tone: 'done',
        title: `已送到打印机，${job.copies} 份`,
        text: `「${printer}」收下了。请看纸张出齐了没有${job.form === 'testPage' ? '' : '；少了可以改份数再打'}。`,
      }
    case 'failed':
      return {
        tone: 'danger',
        title:
          unsureWords[job.trouble ?? ''] ??
          `没有打印出来：「${printer}」${trouble?.what ?? '没有打成'}`,
        text: `${trouble?.mend ?? '请看打印机是否开着、有没有纸，再打一次。'}文书还在这里，没有丢。`,
      }
    case 'cancelled':
      return {
        tone: 'warning',
        title: '没有打印：打印取消了',
        text: '文书没有丢。要打请再按“打印”。',
      }
  }
}

type FontUse = OutputOf<'papers.fonts'>['uses'][number]
const fontUses = {
  body: '正文',
  heading: '小标题',
  title: '大标题',
} satisfies Record<FontUse['use'], string>

/** 正文用“仿宋”; where the wished one is missing, what is taken instead. */
export const fontWords = ({ use, family, wished, installed }: FontUse): string =>
  installed
    ? `${fontUses[use]}用“${family}”`
    : `${fontUses[use]}要用“${wished}”，这台电脑没有，改用“${family}”`

export const channelLabels = {
  printer: '打印',
  pdf: '存 PDF',
  docx: '存 Word',
} satisfies Record<OutputOf<'printing.log'>['items'][number]['channel'], string>

export type DeskPrinterState = { tone: Tone; words: string }

/** The printer in the status bar: the one that is used most, and what did not come out. */
export const deskPrinterWords = (
  printer: Printer | undefined,
  failed: number,
): DeskPrinterState => {
  const unprinted = `${failed} 件没打出来`
  if (failed > 0 && printer?.trouble === undefined) return { tone: 'late', words: unprinted }
  if (!printer) return { tone: 'late', words: '没有打印机' }
  const { word, tone } = printerLook(printer)
  return { tone, words: failed > 0 ? `打印机${word}，${unprinted}` : `打印机${word}` }
}
