import { diffArrays } from 'diff'

export type WordChange = { kind: 'same' | 'added' | 'removed'; text: string }

/** As `diffArrays` answers; undefined when it gave up. */
type Run = { value: string[]; added?: boolean; removed?: boolean }
export type DiffWords = (before: string[], after: string[]) => Run[] | undefined

/** Texts further apart than this many words are shown as replaced: a long, wholly new text holds up no screen. */
const mostEdits = 1000

const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** Words as a reader of Chinese sees them; a figure with its commas is one, a sign between words is one. */
export const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment)

const sharedStart = (before: readonly string[], after: readonly string[]): number => {
  const most = Math.min(before.length, after.length)
  let count = 0
  while (count < most && before[count] === after[count]) count += 1
  return count
}

const push = (changes: WordChange[], kind: WordChange['kind'], text: string): void => {
  if (text === '') return
  const last = changes.at(-1)
  if (last?.kind === kind) last.text += text
  else changes.push({ kind, text })
}

/** Within one change what went stands before what came. */
const joined = (runs: readonly Run[]): WordChange[] => {
  const changes: WordChange[] = []
  let [removed, added] = ['', '']
  const flush = (): void => {
    push(changes, 'removed', removed)
    push(changes, 'added', added)
    removed = ''
    added = ''
  }
  for (const run of runs) {
    const text = run.value.join('')
    if (run.removed) removed += text
    else if (run.added) added += text
    else if (text !== '') {
      flush()
      push(changes, 'same', text)
    }
  }
  flush()
  return changes
}

/** `wordDiff` over any way of comparing lists; a comparison that gives up yields one whole replacement. */
export const wordDiffBy =
  (diff: DiffWords) =>
  (before: string, after: string): WordChange[] => {
    const [old, now] = [wordsOf(before), wordsOf(after)]
    const start = sharedStart(old, now)
    const end = sharedStart(old.slice(start).toReversed(), now.slice(start).toReversed())
    const middle = {
      before: old.slice(start, old.length - end),
      after: now.slice(start, now.length - end),
    }
    const runs = diff(middle.before, middle.after) ?? [
      { value: middle.before, removed: true },
      { value: middle.after, added: true },
    ]
    return joined([{ value: old.slice(0, start) }, ...runs, { value: old.slice(old.length - end) }])
  }

/**
 * What differs between two texts, word by word and in reading order. `same` and `removed` joined give the earlier
 * text, `same` and `added` the later one.
 */
export const wordDiff = wordDiffBy((before, after) =>
  diffArrays(before, after, { maxEditLength: mostEdits }),
)
