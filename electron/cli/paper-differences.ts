import { diffChars } from 'diff'
import { withoutWhite } from './paper-file.ts'

/** One place where a file says something else than the record; empty where nothing stands. */
export type Difference = { expected: string; found: string }

/** More than this many changed characters and the place no longer matters. */
const mostEdits = 4000
const mostTold = 10

/**
 * Glyphs that Chromium writes without telling a character: the long dash and straight quotation marks. Only where the
 * record has one of these does an unknown glyph stand for it; anywhere else it stays unknown and is a difference.
 */
const withKnownGlyphs = (found: string, expected: string): string => {
  let text = ''
  let at = 0
  for (let index = 0; index < found.length; index += 1) {
    const char = found[index] ?? ''
    const dash = char === '\u0000' ? /^(?:—+|["'])/u.exec(expected.slice(at))?.[0] : undefined
    const meant = dash ?? char
    if (!expected.startsWith(meant, at)) return text + found.slice(index)
    text += meant
    at += meant.length
  }
  return text
}

const segmentsOf = (text: string): string[] =>
  text
    .split(/[\n\t]/u)
    .map(withoutWhite)
    .filter((segment) => segment !== '')

/**
 * Where a file says something else than the paper, line by line of the paper. White space does not count.
 * @param paperText lines of the paper as it is made from the record
 * @param found text of the file without white space
 */
export function differencesIn(paperText: string, found: string): Difference[] {
  const segments = segmentsOf(paperText)
  const expected = segments.join('')
  const read = withKnownGlyphs(found, expected)
  if (read === expected) return []
  const changes = diffChars(expected, read, { maxEditLength: mostEdits })
  if (!changes) return [{ expected: segments[0] ?? '', found: read.slice(0, 40) }]
  const lines = segments.map((segment) => ({ expected: segment, found: '', left: segment.length }))
  let line = 0
  const step = () => {
    while (line < lines.length - 1 && lines[line]?.left === 0) line += 1
    return lines[line]
  }
  for (const { value, added, removed } of changes)
    for (const char of value) {
      // What was put in at the end of a line belongs to that line.
      const current = added ? lines[line] : step()
      if (!current) continue
      if (!removed) current.found += char
      if (!added) current.left -= 1
    }
  return lines
    .filter((each) => each.expected !== each.found)
    .slice(0, mostTold)
    .map((each) => ({ expected: each.expected, found: each.found }))
}
