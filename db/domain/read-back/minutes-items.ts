import type { ReadBackItem } from './items.ts'

/** A line of the minutes: concessions and lines taken back are not among them (C15). */
export type SpokenLine = { speaker: string; text: string }

/** Characters of one piece: about a minute of reading aloud, so an hour of talk is some thirty stops. */
const mostCharacters = 300

const lineText = ({ speaker, text }: SpokenLine): string =>
  speaker.trim() === '' ? text.trim() : `${speaker.trim()}：${text.trim()}`

/** Consecutive lines in pieces of at most `mostCharacters`; a line is never cut. */
const grouped = (lines: readonly string[]): string[] => {
  const groups: string[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && joined.length <= mostCharacters) groups[groups.length - 1] = joined
    else groups.push(line)
  }
  return groups
}

/**
 * The pieces of the minutes: what was said, then how the session ended.
 * @law 《人民调解法》第二十七条;《人民调解工作若干规定》第三十五条 (C9)
 */
export const minutesItems = (lines: readonly SpokenLine[], result: string): ReadBackItem[] => {
  const groups = grouped(lines.map(lineText))
  return [
    ...groups.map((text, index) => ({
      key: `lines:${index + 1}`,
      heading: groups.length === 1 ? '记录' : `记录第${index + 1}段，共${groups.length}段`,
      text,
    })),
    ...(result.trim() === '' ? [] : [{ key: 'result', heading: '调解结果', text: result.trim() }]),
  ]
}
