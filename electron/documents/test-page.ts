import { formatChineseTime } from '#db/domain/local-date.ts'
import type { Sides } from '#db/domain/printing/settings.ts'
import { makePaper, type PaperContext } from './paper-context.ts'
import type { PaperFonts } from './paper-fonts.ts'
import { fieldRow, formPage, paragraph, type Block, type Paper } from './paper.ts'

export type TestPageInput = {
  context: PaperContext
  /** As people know it. */
  printer: string
  sides: Sides
  fonts: PaperFonts
  /** Those of the rare characters that no font holds. */
  missing: readonly string[]
  /** ISO instant. */
  at: string
}

/** Millimetres. */
const textWidth = formPage.width - formPage.margins.left - formPage.margins.right

/** Two sides of paper: the second shows whether the printer turns the sheet. */
export const testPageSides = 2

/** Of names of people and places; fonts that hold only the usual 20,902 characters lack them. */
export const rareCharacters = '䶮㛃㳚玥禤昇𠅤𬱖𬭚𫖯'

const pointsPerCm = 72 / 2.54

const rulerCells = Math.floor(textWidth / 10)

/** A table as wide as the text: whole centimetres, and what is left over. */
const ruler: Block = {
  kind: 'table',
  columns: [
    ...Array.from({ length: rulerCells }, (_, index) => ({
      header: String(index + 1),
      width: pointsPerCm,
      align: 'right' as const,
    })),
    { header: '', width: (textWidth / 10 - rulerCells) * pointsPerCm, align: 'right' },
  ],
  rows: [Array.from({ length: rulerCells + 1 }, () => ({ text: '' }))],
  rowHeight: pointsPerCm,
}

const sidesWords: Record<Sides, string> = {
  one: '单面',
  long: '双面，沿长边翻',
  short: '双面，沿短边翻',
}

const turnWords: Record<Sides, string> = {
  one: '选的是单面：这一面应当印在第二张纸上。',
  long: '选的是双面、沿长边翻：这一面应当印在同一张纸的背面，像翻书一样翻过来，字是正的。',
  short: '选的是双面、沿短边翻：这一面应当印在同一张纸的背面，像翻台历一样翻过来，字是正的。',
}

const rareWords = (missing: readonly string[]): string => {
  const codes = missing.map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  )
  return missing.length === 0
    ? '这一行的字都应当印得出来。'
    : `这台电脑的字体里没有其中 ${missing.length} 个字（${codes.join('、')}），它们会印成方框。装上含这些字的字体，就能印出来。`
}

/**
 * Shows at a glance whether a printer does what papers need: true size, white on all edges, Chinese in each face,
 * rare characters, and the back of the sheet.
 * @policy peers.md rows 63 to 67: what goes wrong in printing is found here and not on an agreement.
 */
export const testPage = (input: TestPageInput): Paper => {
  const { context, fonts, sides } = input
  const blocks: Block[] = [
    { kind: 'title', text: '打印测试页', letterhead: context.body.fullName },
    { kind: 'numberLine', text: '第 1 面' },
    {
      kind: 'fields',
      columns: [98, 343],
      rows: [
        fieldRow('打印机', input.printer),
        fieldRow('单双面', sidesWords[sides]),
        fieldRow('时间', formatChineseTime(input.at)),
        fieldRow('标题字体', fonts.title),
        fieldRow('小标题字体', fonts.heading),
        fieldRow('正文字体', fonts.body),
      ],
    },
    { kind: 'heading', text: '一、大小和边距' },
    paragraph(
      `下面从 1 到 ${rulerCells} 一共长 ${rulerCells} 厘米，用尺子量一量。差出 3 毫米以上，说明打印机缩放了，请在打印机设置里改成“实际大小”。`,
    ),
    ruler,
    paragraph(
      '左边留白 2.8 厘米，是装订线的位置；右边 2.45 厘米。四边的字都应当完整，页脚应当印着页码。',
    ),
    { kind: 'heading', text: '二、字' },
    paragraph(
      '横平竖直，笔画清楚：甲乙丙丁戊己庚辛壬癸，壹贰叁肆伍陆柒捌玖拾佰仟万元整；0123456789，￥40,800.00。',
    ),
    { kind: 'big', text: rareCharacters },
    paragraph(rareWords(input.missing)),
    { kind: 'pageBreak' },
    { kind: 'heading', text: '三、背面' },
    { kind: 'numberLine', text: '第 2 面' },
    { kind: 'gap', units: 2 },
    { kind: 'big', text: '背　　面' },
    { kind: 'gap', units: 2 },
    paragraph(turnWords[sides]),
  ]
  return makePaper('testPage', '打印测试页', input.printer, { ...context, draft: false }, blocks)
}
