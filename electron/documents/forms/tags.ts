/** A text of a form cut into words and tags such as {案件.名称} or {协议.总金额|大写}. */
export type TextPart = { words: string } | { name: string; format?: string }

export type TagFaultKind = 'unclosed' | 'unopened' | 'fullWidth' | 'empty'
/** `at` counts characters from 1. */
export type TagFault = { kind: TagFaultKind; at: number; tag: string }

const fullWidthBraces = /[｛｝]/u
const fullWidthSigns = /[．。｜，、\u3000]/u

/** How much of a broken tag is shown. */
const shown = 16

const cut = (text: string): string => [...text].slice(0, shown).join('')

/** Parts of a text, or the first thing that is wrong with its tags. */
export const readTags = (
  text: string,
): { parts: TextPart[]; fault?: undefined } | { fault: TagFault } => {
  const parts: TextPart[] = []
  const fault = (kind: TagFaultKind, index: number, tag: string) => ({
    fault: { kind, at: Array.from(text.slice(0, index)).length + 1, tag: cut(tag) },
  })
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('{', at)
    const words = text.slice(at, open === -1 ? text.length : open)
    const stray = words.search(/[}｛｝]/u)
    if (stray !== -1) {
      const wide = fullWidthBraces.test(words[stray] ?? '')
      return fault(wide ? 'fullWidth' : 'unopened', at + stray, text.slice(at + stray))
    }
    if (words !== '') parts.push({ words })
    if (open === -1) break
    const close = text.indexOf('}', open)
    const next = text.indexOf('{', open + 1)
    const inner = text.slice(open + 1, close === -1 ? text.length : close)
    if (fullWidthBraces.test(inner)) return fault('fullWidth', open, text.slice(open))
    if (close === -1 || (next !== -1 && next < close)) {
      return fault('unclosed', open, text.slice(open))
    }
    if (inner.trim() === '') return fault('empty', open, `{${inner}}`)
    if (fullWidthSigns.test(inner)) return fault('fullWidth', open, `{${inner}}`)
    const bar = inner.indexOf('|')
    parts.push(
      bar === -1
        ? { name: inner.trim() }
        : { name: inner.slice(0, bar).trim(), format: inner.slice(bar + 1).trim() },
    )
    at = close + 1
  }
  return { parts }
}

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** The known name that is most like a wrong one; undefined when none is known. */
export const nearestName = (wrong: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Infinity
  for (const name of known) {
    const far = distance(wrong, name)
    if (far < least) [best, least] = [name, far]
  }
  return best
}
