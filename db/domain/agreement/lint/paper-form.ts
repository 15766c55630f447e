import type { AgreementContent } from '../content.ts'
import { placesOf, type TextPlace } from './places.ts'
import { lintFinding, type LintReason } from './rules.ts'

const blanks = [
  /_{2,}/u,
  /[×✕]{2,}/u,
  /(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])/u,
  /[（(【[〔][ _]*[）)】\]〕]/u,
  /【(?!\d+】)[^【】\n]*】/u,
  /\d{0,4}\s*年[ _]+月(?:[ _]*日)?|月[ _]+日/u,
  /(?:金额|账号|日期|姓名)[:：]\s*(?=[，。；\n]|$)/u,
  /待填|此处填写|请填写|TODO/u,
  /[?？]{2,}/u,
]

const blankFindings = ({ path, text }: TextPlace): LintReason[] => {
  const words = blanks
    .map((pattern) => pattern.exec(text)?.[0])
    .find((found) => found !== undefined)
  return words === undefined ? [] : [lintFinding('blankLeft', path, { words: words.trim() })]
}

const openers = '（(《〈“「『【[〔'
const closers = '）)》〉”」』】]〕'
/** （ and ( are one sign to the reader. */
const kindOf = (sign: string, signs: string): number => {
  const at = signs.indexOf(sign)
  return at === 1 ? 0 : at
}

/** 1）and 一) begin an item of a list and close nothing. */
const itemMarks =
  /(?<=^|[\s。；：:，、])[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])[）)]/gu

const firstUnpaired = (text: string): string | undefined => {
  const open: string[] = []
  for (const sign of text.replaceAll(itemMarks, '')) {
    if (openers.includes(sign)) open.push(sign)
    if (!closers.includes(sign)) continue
    const last = open.pop()
    if (last === undefined || kindOf(last, openers) !== kindOf(sign, closers)) return sign
  }
  return open[0] ?? (text.split('"').length % 2 === 0 ? '"' : undefined)
}

const pairFindings = ({ path, text }: TextPlace): LintReason[] => {
  const words = firstUnpaired(text)
  return words === undefined ? [] : [lintFinding('unpaired', path, { words })]
}

/**
 * Blanks that were left from a template, brackets and quotes without their other half.
 * @law 《人民调解法》第二十九条 (D1)
 */
export const paperFormFindings = (content: AgreementContent): LintReason[] =>
  placesOf(content).flatMap((place) => [...blankFindings(place), ...pairFindings(place)])
