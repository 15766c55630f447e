/** The line, and how many characters stand before the cursor. */
export type Cursor = { entryId: string; caret: number }

export type CursorKeeper = {
  /** The cursor is here now. */
  move(cursor: Cursor): void
  /** For lines on their way to the store: the cursor travels with them, nothing else is sent. */
  take(): Cursor | undefined
  last(): Cursor | undefined
  stop(): void
}

type Options = {
  send(cursor: Cursor): Promise<unknown>
  /** From the first move not yet sent, in ms; moving on does not push it away. */
  delayMs?: number
}

/** Tells the store where somebody is writing when no line travels there anyway. */
export const createCursorKeeper = ({ send, delayMs = 250 }: Options): CursorKeeper => {
  let last: Cursor | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false

  const stopTimer = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const sendNow = () => {
    timer = undefined
    // A lost cursor costs nothing but a glance; the next move sends it again.
    if (last) send(last).catch(() => undefined)
  }

  return {
    move(cursor) {
      if (isStopped || (last?.entryId === cursor.entryId && last.caret === cursor.caret)) return
      last = cursor
      timer ??= setTimeout(sendNow, delayMs)
    },
    take() {
      stopTimer()
      return last
    },
    last: () => last,
    stop() {
      isStopped = true
      stopTimer()
    },
  }
}
