import type { EntryMark } from '#db/domain/session/room.ts'

/** What was done to a row as a whole; what was done to its words is the text box's own history. */
export type RowChange =
  | { kind: 'remove'; rowId: string }
  | { kind: 'speaker'; rowId: string; before: string; after: string }
  | { kind: 'keyPoint'; rowId: string; before: boolean; after: boolean }
  | {
      kind: 'mark'
      rowId: string
      before: EntryMark | undefined
      after: EntryMark | undefined
    }

/** Undo and redo of rows, beside the undo that every text box has by itself. */
export const createRowHistory = () => {
  const done: RowChange[] = []
  const undone: RowChange[] = []
  let isTextNewer = false

  return {
    push(change: RowChange) {
      done.push(change)
      undone.length = 0
      isTextNewer = false
    },
    /** @param isFromHistory the words came by the text box's own undo or redo */
    noteText(isFromHistory: boolean) {
      isTextNewer = true
      if (!isFromHistory) undone.length = 0
    },
    undoIsOurs: () => !isTextNewer && done.length > 0,
    redoIsOurs: () => !isTextNewer && undone.length > 0,
    undo(): RowChange | undefined {
      const change = done.pop()
      if (change) undone.push(change)
      if (change) isTextNewer = false
      return change
    },
    redo(): RowChange | undefined {
      const change = undone.pop()
      if (change) done.push(change)
      if (change) isTextNewer = false
      return change
    },
  }
}
