import { ems, styles, type StyleName } from './flow.ts'
import { oneLine, paragraphsOf } from './paper.ts'

const wide = /^[\u2E80-\u9FFF\u3001-\u3003\uFF08\uFF09]+$/u

/** Lines of nearly one length; what stands in brackets begins one. */
const parted = (text: string, room: number): string[] => {
  const bracket = text.indexOf('（')
  if (bracket > 0 && bracket <= room && text.length - bracket <= room) {
    return [text.slice(0, bracket), text.slice(bracket)]
  }
  const count = Math.ceil(text.length / room)
  const each = Math.ceil(text.length / count)
  return Array.from({ length: count }, (_, index) => text.slice(index * each, (index + 1) * each))
}

/**
 * A label over the lines that its cell needs, so that no character is left alone on the last;
 * `\n` in it parts them as the form wants it.
 * @param width points within the cell
 */
export const labelLines = (label: string, style: StyleName, width: number): string[] => {
  const asked = paragraphsOf(label)
  if (asked.length > 1) return asked
  const text = oneLine(label)
  const { size } = styles[style]
  if (ems(text, 1) * size <= width || !wide.test(text)) return [text]
  const room = Math.max(2, Math.floor(width / size))
  const lines = parted(text, room)
  // A closing bracket begins no line and an opening one ends none; then the engines break it themselves.
  return lines.some((line) => line.startsWith('）') || line.endsWith('（')) ? [text] : lines
}
