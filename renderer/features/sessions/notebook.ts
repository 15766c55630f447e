import type { Entry } from '#contract/sessions.ts'
import { goesIntoMinutes, type EntryMark } from '#db/domain/session/room.ts'
import { nextSpeaker, type Speaker } from './next-speaker.ts'
import {
  isSamePart,
  lineOfEntry,
  partIdOf,
  rowOf,
  storedEntry,
  wordsOfLine,
  type Caret,
  type Line,
  type NotebookPart,
  type NotebookView,
  type StoredEntry,
} from './notebook-line.ts'
import { createRowHistory, type RowChange } from './row-history.ts'
import { positionBetween } from './row-position.ts'

type Options = {
  entries: readonly Entry[]
  /** Who may speak now. */
  speakers: readonly Speaker[]
  /** What the first new lines belong to; the joint talk when not given. */
  part?: NotebookPart
  /** Where the cursor was when the room was last open. */
  cursor?: { entryId: string; caret: number }
  save(entry: StoredEntry): void
  newId(): string
  /** ISO instant. */
  now(): string
}

export type Notebook = ReturnType<typeof createNotebook>

/** The lines of one session while they are written: order, speakers, marks, parts, removal and undo. */
export const createNotebook = (options: Options) => {
  const { save, newId, now } = options
  let { speakers } = options
  let part: NotebookPart = options.part ?? { kind: 'joint' }
  let lines: Line[] = options.entries
    .filter((entry) => !entry.removed)
    .toSorted((a, b) => a.position - b.position)
    .map(lineOfEntry)
  const history = createRowHistory()
  const listeners = new Set<() => void>()
  let turn = 0

  const shown = () => lines.filter((line) => !line.removed)
  const lineOf = (id: string) => lines.find((line) => line.id === id)
  const isBlank = (line: Line) => line.text.trim() === ''
  const isOpen = (line: Line | undefined) =>
    line !== undefined && part.kind !== 'closed' && line.partId === partIdOf(part)

  /** Only what was said in the same talk tells who speaks next. */
  const likelySpeaker = (index: number): string => {
    const before = shown()
      .slice(0, index)
      .filter((line) => line.partId === partIdOf(part))
    const spoken = before.map((line) => line.attendeeId)
    return nextSpeaker(spoken, speakers, before.at(-1)?.text)
  }

  const blankLine = (index: number): Line => {
    const others = shown()
    const position = positionBetween(others[index - 1]?.position, others[index]?.position)
    return {
      id: newId(),
      attendeeId: likelySpeaker(index),
      isKeyPoint: false,
      mark: undefined,
      partId: partIdOf(part),
      createdAt: now(),
      position: position ?? renumberFor(index),
      text: '',
      fullText: '',
      removed: false,
      isKept: false,
    }
  }

  /** Halving ran out of numbers between two lines: all get whole numbers again, leaving one out. */
  const renumberFor = (index: number): number => {
    for (const [at, line] of shown().entries())
      keep(line.id, { position: at < index ? at + 1 : at + 2 })
    return index + 1
  }

  const put = (line: Line) => {
    lines = lines.some(({ id }) => id === line.id)
      ? lines.map((other) => (other.id === line.id ? line : other))
      : [...lines, line]
    lines.sort((a, b) => a.position - b.position)
  }

  const keep = (id: string, change: Partial<Line>): Line | undefined => {
    const line = lineOf(id)
    if (!line) return undefined
    const isKept =
      line.isKept ||
      (change.text ?? line.text).trim() !== '' ||
      change.isKeyPoint === true ||
      change.mark !== undefined
    const changed: Line = { ...line, ...change, isKept }
    put(changed)
    if (isKept) save(storedEntry(changed))
    return changed
  }

  /** A line at the very end for what is said next: the blank one there, or a new one. */
  const freshLine = (): Line => {
    const last = shown().at(-1)
    if (last && isOpen(last) && isBlank(last)) return last
    const fresh = blankLine(shown().length)
    put(fresh)
    return fresh
  }

  const { cursor } = options
  const cursorLine = cursor ? shown().find((line) => line.id === cursor.entryId) : undefined
  // A cursor in an unknown line stood in one without words, which the store never had.
  const needsLine = cursor ? !cursorLine : !isOpen(shown().at(-1))
  if (needsLine && part.kind !== 'closed') freshLine()
  let currentId = cursorLine?.id ?? shown().at(-1)?.id ?? ''
  let caret: Caret = { rowId: currentId, at: cursorLine ? (cursor?.caret ?? 'end') : 'end', turn }

  const viewNow = (before?: NotebookView): NotebookView => {
    const known = new Map(before?.rows.map((row) => [row.id, row]))
    const all = shown()
    return {
      rows: all.map((line) => rowOf(line, known.get(line.id))),
      currentId,
      caret,
      keyPoints: all.filter((line) => line.isKeyPoint).map(wordsOfLine),
      factLines: all
        .filter((line) => line.mark === 'undisputedFact' && line.partId === undefined)
        .map(wordsOfLine),
    }
  }
  let view = viewNow()

  const publish = () => {
    view = viewNow(view)
    for (const listener of listeners) listener()
  }

  const goTo = (rowId: string, at: Caret['at'] = 'end') => {
    currentId = rowId
    turn += 1
    caret = { rowId, at, turn }
    publish()
  }

  const remove = (id: string) => {
    const index = shown().findIndex((line) => line.id === id)
    const line = shown()[index]
    if (!line || shown().length === 1) return
    const neighbour = shown()[index - 1] ?? shown()[index + 1]
    keep(id, { removed: true })
    goTo(neighbour?.id ?? currentId, index === 0 ? 'start' : 'end')
  }

  const apply = (change: RowChange, side: 'before' | 'after') => {
    const { rowId } = change
    if (change.kind === 'remove') {
      if (side === 'after') return remove(rowId)
      const line = lineOf(rowId)
      const text = line?.text === '' ? line.fullText : (line?.text ?? '')
      keep(rowId, { removed: false, text, fullText: text })
      return goTo(rowId)
    }
    if (change.kind === 'speaker') keep(rowId, { attendeeId: change[side] })
    else if (change.kind === 'mark') keep(rowId, { mark: change[side] })
    else keep(rowId, { isKeyPoint: change[side] })
    goTo(rowId, 'same')
  }

  /** Notes and does a change of the line where the cursor is. */
  const change = (made: RowChange) => {
    history.push(made)
    apply(made, 'after')
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => view,
    textOf: (id: string) => lineOf(id)?.text ?? '',
    part: () => part,
    /** Who may speak now; people who came later get a key, too. */
    seat(newSpeakers: readonly Speaker[]) {
      speakers = newSpeakers
    },
    /** Another talk begins: what is written from now on belongs to it, on a line of its own. */
    enter(next: NotebookPart) {
      if (isSamePart(part, next)) return
      const last = shown().at(-1)
      part = next
      lines = lines.filter((line) => line.isKept || isOpen(line))
      if (last?.isKept && isBlank(last) && !isOpen(last)) keep(last.id, { removed: true })
      if (part.kind !== 'closed') return goTo(freshLine().id)
      goTo(lineOf(currentId)?.id ?? shown().at(-1)?.id ?? '')
    },
    /** The cursor came here by itself. */
    visit(id: string) {
      if (id === currentId || !lineOf(id)) return
      currentId = id
      publish()
    },
    /**
     * The cursor rests in this line: the store is told of it even without words, to come back to it.
     * @returns false when the store knows it already, or there is nothing yet to come back to
     */
    anchor(id: string): boolean {
      const line = lineOf(id)
      if (!line || line.isKept || !lines.some((other) => other.isKept)) return false
      const anchored = { ...line, isKept: true }
      put(anchored)
      save(storedEntry(anchored))
      return true
    },
    isKept: (id: string) => lineOf(id)?.isKept === true,
    /** Words as they stand in the box; never called while a composition is open. */
    write(id: string, text: string, isFromHistory = false) {
      const line = lineOf(id)
      if (!line || line.text === text) return
      const isDeletion = text.length < line.text.length
      const wasDeletion = line.text.length < line.fullText.length
      const fullText = isDeletion ? (wasDeletion ? line.fullText : line.text) : text
      keep(id, { text, fullText })
      history.noteText(isFromHistory)
      if (line.isKeyPoint || line.mark === 'undisputedFact') publish()
    },
    /**
     * The next line: the blank one below if there is one, else a new one of the likely speaker. After a
     * line of another talk it is the last one, so that nothing gets between what was said before.
     */
    next() {
      const index = shown().findIndex((line) => line.id === currentId)
      const line = shown()[index]
      if (part.kind === 'closed') return
      if (!line || !isOpen(line)) return goTo(freshLine().id)
      if (isBlank(line)) return
      const below = shown()[index + 1]
      if (below && below.text === '' && isOpen(below)) return goTo(below.id)
      const fresh = blankLine(index + 1)
      put(fresh)
      goTo(fresh.id)
    },
    move(by: -1 | 1) {
      const index = shown().findIndex((line) => line.id === currentId)
      const target = shown()[index + by]
      if (target) goTo(target.id, by < 0 ? 'end' : 'start')
    },
    goTo,
    goToLast() {
      goTo(shown().at(-1)?.id ?? currentId)
    },
    /**
     * Somebody speaks: a last line that has words stays its speaker's and the next one begins. A line further up, or
     * one without words, gets another speaker: that is how a slip is mended.
     */
    speak(attendeeId: string) {
      const line = lineOf(currentId)
      const isLast = shown().at(-1)?.id === currentId
      if (line && isLast && !isBlank(line) && line.attendeeId !== attendeeId) {
        this.next()
        if (currentId === line.id) return
      }
      this.setSpeaker(attendeeId)
    },
    setSpeaker(attendeeId: string) {
      const line = lineOf(currentId)
      if (!line || line.attendeeId === attendeeId) return goTo(currentId, 'same')
      change({ kind: 'speaker', rowId: line.id, before: line.attendeeId, after: attendeeId })
    },
    toggleKeyPoint() {
      const line = lineOf(currentId)
      if (!line) return
      const before = line.isKeyPoint
      change({ kind: 'keyPoint', rowId: line.id, before, after: !before })
    },
    /** The same mark once more takes it off; a line has one mark at a time. */
    toggleMark(mark: EntryMark) {
      const line = lineOf(currentId)
      if (!line) return
      const after = line.mark === mark ? undefined : mark
      change({ kind: 'mark', rowId: line.id, before: line.mark, after })
    },
    /** The only line left is not removed. */
    removeCurrent() {
      if (shown().length === 1) return
      history.push({ kind: 'remove', rowId: currentId })
      remove(currentId)
    },
    /** Whether the last thing done was to a row rather than to words: then undo is ours. */
    undoIsOurs: history.undoIsOurs,
    redoIsOurs: history.redoIsOurs,
    /** @returns false when there is nothing to undo */
    undo(): boolean {
      const undone = history.undo()
      if (undone) apply(undone, 'before')
      return undone !== undefined
    },
    redo(): boolean {
      const redone = history.redo()
      if (redone) apply(redone, 'after')
      return redone !== undefined
    },
    /** Lines without words do not belong into the minutes. */
    dropBlankLines() {
      for (const line of shown()) {
        if (line.isKept && isBlank(line)) keep(line.id, { removed: true })
      }
      if (shown().length === 0 && part.kind !== 'closed') put(blankLine(0))
      if (!shown().some((line) => line.id === currentId)) goTo(shown().at(-1)?.id ?? '')
      publish()
    },
    lineCount: () => shown().filter((line) => !isBlank(line)).length,
    /** Of these, the ones that the minutes will have. */
    minutesCount: () =>
      shown().filter((line) => line.partId === undefined && goesIntoMinutes(line)).length,
  }
}
