import type { Entry } from '#contract/sessions.ts'
import { nextSpeaker, type Speaker } from './next-speaker.ts'
import { createRowHistory, type RowChange } from './row-history.ts'
import { positionBetween } from './row-position.ts'

/** A line as the column shows it. Its words are kept apart, so that typing changes no row. */
export type Row = {
  id: string
  attendeeId: string
  isKeyPoint: boolean
  createdAt: string
}
/** `same` leaves the cursor where it is inside the line. */
export type Caret = { rowId: string; at: 'start' | 'end' | 'same'; turn: number }
export type KeyPoint = { rowId: string; attendeeId: string; text: string }
export type NotebookView = {
  rows: readonly Row[]
  currentId: string
  /** Where the cursor has to go; a new `turn` asks for it again. */
  caret: Caret
  keyPoints: readonly KeyPoint[]
}
export type StoredEntry = Omit<Entry, 'createdAt' | 'updatedAt'>

type Line = Row & {
  position: number
  text: string
  /** What the line said before the present run of deletions; comes back with a removed line. */
  fullText: string
  removed: boolean
  /** Whether the store was ever told of it: a line without words is not. */
  isKept: boolean
}

type Options = {
  entries: readonly Entry[]
  speakers: readonly Speaker[]
  save(entry: StoredEntry): void
  newId(): string
  /** ISO instant. */
  now(): string
}

export type Notebook = ReturnType<typeof createNotebook>

/** The lines of one session while they are written: order, speakers, key points, removal and undo. */
export const createNotebook = ({ entries, speakers: atFirst, save, newId, now }: Options) => {
  let speakers = atFirst
  let lines: Line[] = entries
    .filter((entry) => !entry.removed)
    .toSorted((a, b) => a.position - b.position)
    .map((entry) => ({ ...entry, fullText: entry.text, isKept: true }))
  const history = createRowHistory()
  const listeners = new Set<() => void>()
  let turn = 0

  const shown = () => lines.filter((line) => !line.removed)
  const spokenBefore = (index: number) =>
    shown()
      .slice(0, index)
      .map((line) => line.attendeeId)

  const blankLine = (index: number): Line => {
    const others = shown()
    const position = positionBetween(others[index - 1]?.position, others[index]?.position)
    return {
      id: newId(),
      attendeeId: nextSpeaker(spokenBefore(index), speakers),
      isKeyPoint: false,
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
    const line = lines.find((other) => other.id === id)
    if (!line) return undefined
    const isKept =
      line.isKept || (change.text ?? line.text).trim() !== '' || change.isKeyPoint === true
    const changed: Line = { ...line, ...change, isKept }
    put(changed)
    if (isKept) save(storedEntry(changed))
    return changed
  }

  if (lines.length === 0) put(blankLine(0))
  let currentId = lines.at(-1)?.id ?? ''
  let caret: Caret = { rowId: currentId, at: 'end', turn }

  const viewNow = (before?: NotebookView): NotebookView => {
    const known = new Map(before?.rows.map((row) => [row.id, row]))
    const rows = shown().map(({ id, attendeeId, isKeyPoint, createdAt }) => {
      const same = known.get(id)
      return same && same.attendeeId === attendeeId && same.isKeyPoint === isKeyPoint
        ? same
        : { id, attendeeId, isKeyPoint, createdAt }
    })
    const keyPoints = shown()
      .filter((line) => line.isKeyPoint)
      .map((line) => ({ rowId: line.id, attendeeId: line.attendeeId, text: line.text }))
    return { rows, currentId, caret, keyPoints }
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

  const lineOf = (id: string) => lines.find((line) => line.id === id)

  const remove = (id: string) => {
    const index = shown().findIndex((line) => line.id === id)
    const line = shown()[index]
    if (!line || shown().length === 1) return
    const neighbour = shown()[index - 1] ?? shown()[index + 1]
    keep(id, { removed: true })
    goTo(neighbour?.id ?? currentId, index === 0 ? 'start' : 'end')
  }

  const apply = (change: RowChange, side: 'before' | 'after') => {
    if (change.kind === 'remove') {
      if (side === 'after') return remove(change.rowId)
      const line = lineOf(change.rowId)
      const text = line?.text === '' ? line.fullText : (line?.text ?? '')
      keep(change.rowId, { removed: false, text, fullText: text })
      return goTo(change.rowId)
    }
    keep(
      change.rowId,
      change.kind === 'speaker' ? { attendeeId: change[side] } : { isKeyPoint: change[side] },
    )
    goTo(change.rowId, 'same')
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    view: () => view,
    textOf: (id: string) => lineOf(id)?.text ?? '',
    /** People who came later get a key, too. */
    seat(newSpeakers: readonly Speaker[]) {
      speakers = newSpeakers
    },
    /** The cursor came here by itself. */
    visit(id: string) {
      if (id === currentId || !lineOf(id)) return
      currentId = id
      publish()
    },
    /** Words as they stand in the box; never called while a composition is open. */
    write(id: string, text: string, isFromHistory = false) {
      const line = lineOf(id)
      if (!line || line.text === text) return
      const isDeletion = text.length < line.text.length
      const wasDeletion = line.text.length < line.fullText.length
      const fullText = isDeletion ? (wasDeletion ? line.fullText : line.text) : text
      keep(id, { text, fullText })
      history.noteText(isFromHistory)
      if (line.isKeyPoint) publish()
    },
    /** The next line: the blank one below if there is one, else a new one of the likely speaker. */
    next() {
      const index = shown().findIndex((line) => line.id === currentId)
      const line = shown()[index]
      if (!line || line.text.trim() === '') return
      const below = shown()[index + 1]
      if (below && below.text === '') return goTo(below.id)
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
    setSpeaker(attendeeId: string) {
      const line = lineOf(currentId)
      if (!line || line.attendeeId === attendeeId) return goTo(currentId, 'same')
      history.push({
        kind: 'speaker',
        rowId: currentId,
        before: line.attendeeId,
        after: attendeeId,
      })
      keep(currentId, { attendeeId })
      goTo(currentId, 'same')
    },
    toggleKeyPoint() {
      const line = lineOf(currentId)
      if (!line) return
      const isKeyPoint = !line.isKeyPoint
      history.push({
        kind: 'keyPoint',
        rowId: currentId,
        before: line.isKeyPoint,
        after: isKeyPoint,
      })
      keep(currentId, { isKeyPoint })
      goTo(currentId, 'same')
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
      const change = history.undo()
      if (change) apply(change, 'before')
      return change !== undefined
    },
    redo(): boolean {
      const change = history.redo()
      if (change) apply(change, 'after')
      return change !== undefined
    },
    /** Lines without words do not belong into the minutes. */
    dropBlankLines() {
      for (const line of shown()) {
        if (line.isKept && line.text.trim() === '') keep(line.id, { removed: true })
      }
      if (shown().length === 0) put(blankLine(0))
      if (!shown().some((line) => line.id === currentId)) goTo(shown().at(-1)?.id ?? '')
      publish()
    },
    lineCount: () => shown().filter((line) => line.text.trim() !== '').length,
  }
}

const storedEntry = ({
  id,
  position,
  attendeeId,
  text,
  isKeyPoint,
  removed,
}: Line): StoredEntry => ({
  id,
  position,
  attendeeId,
  text,
  isKeyPoint,
  removed,
})
