import type { Entry } from '#contract/sessions.ts'
import type { EntryMark } from '#db/domain/session/room.ts'

/** A line as the column shows it. Its words are kept apart, so that typing changes no row. */
export type Row = {
  id: string
  attendeeId: string
  isKeyPoint: boolean
  createdAt: string
  mark: EntryMark | undefined
  /** The separate talk behind whose wall the line lies. */
  partId: string | undefined
}
/** `same` leaves the cursor where it is inside the line; a number counts characters before it. */
export type Caret = { rowId: string; at: 'start' | 'end' | 'same' | number; turn: number }
export type RowWords = { rowId: string; attendeeId: string; text: string }
export type NotebookView = {
  rows: readonly Row[]
  currentId: string
  /** Where the cursor has to go; a new `turn` asks for it again. */
  caret: Caret
  keyPoints: readonly RowWords[]
  /** Lines of joint talks that are marked as undisputed facts. */
  factLines: readonly RowWords[]
}
export type StoredEntry = Omit<Entry, 'createdAt' | 'updatedAt'>

/** What new lines belong to; `closed` takes none: a break, or a talk that this person must not see. */
export type NotebookPart =
  | { kind: 'joint' }
  | { kind: 'separate'; partId: string }
  | { kind: 'closed' }

export const isSamePart = (a: NotebookPart, b: NotebookPart): boolean =>
  a.kind === b.kind && partIdOf(a) === partIdOf(b)

export const partIdOf = (part: NotebookPart): string | undefined =>
  part.kind === 'separate' ? part.partId : undefined

export type Line = Row & {
  position: number
  text: string
  /** What the line said before the present run of deletions; comes back with a removed line. */
  fullText: string
  removed: boolean
  /** Whether the store was ever told of it: a line without words is not. */
  isKept: boolean
}

export const lineOfEntry = (entry: Entry): Line => ({
  id: entry.id,
  attendeeId: entry.attendeeId,
  isKeyPoint: entry.isKeyPoint,
  createdAt: entry.createdAt,
  mark: entry.mark,
  partId: entry.partId,
  position: entry.position,
  text: entry.text,
  fullText: entry.text,
  removed: entry.removed,
  isKept: true,
})

export const storedEntry = (line: Line): StoredEntry => ({
  id: line.id,
  position: line.position,
  attendeeId: line.attendeeId,
  text: line.text,
  isKeyPoint: line.isKeyPoint,
  removed: line.removed,
  ...(line.mark === undefined ? {} : { mark: line.mark }),
  ...(line.partId === undefined ? {} : { partId: line.partId }),
})

const rowKeys = ['attendeeId', 'isKeyPoint', 'mark', 'partId'] as const

/** Rows that did not change stay the same objects, so that they are not drawn again. */
export const rowOf = (line: Line, known: Row | undefined): Row =>
  known && rowKeys.every((key) => known[key] === line[key])
    ? known
    : {
        id: line.id,
        attendeeId: line.attendeeId,
        isKeyPoint: line.isKeyPoint,
        createdAt: line.createdAt,
        mark: line.mark,
        partId: line.partId,
      }

export const wordsOfLine = (line: Line): RowWords => ({
  rowId: line.id,
  attendeeId: line.attendeeId,
  text: line.text,
})
