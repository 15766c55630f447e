/** How one attempt to store ended. `retry`: the same may work later (the connection was lost). */
export type SendResult<F> =
  | { ok: true; revision: number; savedAt: string }
  | { ok: false; retry: boolean; failure: F }

export type SaveState<F> =
  | { kind: 'saved'; at: string | undefined }
  | { kind: 'waiting' }
  | { kind: 'retrying'; failure: F }
  | { kind: 'stopped'; failure: F }

export type SaveQueue<C> = {
  /** Keeps the newest content; sent after a short pause, one at a time. */
  put: (content: C) => void
  /** Sends now; true when everything given is stored. */
  flush: () => Promise<boolean>
  revision: () => number
}

type Options<C, F> = {
  revision: number
  send: (content: C, revision: number) => Promise<SendResult<F>>
  onState: (state: SaveState<F>) => void
  /** From the first change not yet sent, so typing on never puts it off. */
  delayMs?: number
  retryMs?: readonly number[]
}

/**
 * Autosave with a revision: changes are gathered for `delayMs`, only one send is on the way, what came in
 * meanwhile goes next with the new revision. A refusal stops the queue, since the next try would be refused too;
 * a lost connection is tried again.
 */
export const createSaveQueue = <C, F>({
  revision,
  send,
  onState,
  delayMs = 200,
  retryMs = [500, 1000, 2000, 5000],
}: Options<C, F>): SaveQueue<C> => {
  let current = revision
  let pending: { content: C } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let failures = 0
  let stopped = false

  const clearTimer = (): void => {
    clearTimeout(timer)
    timer = undefined
  }

  const sendOnce = async (content: C): Promise<boolean> => {
    const result = await send(content, current)
    if (result.ok) {
      failures = 0
      current = result.revision
      onState(pending ? { kind: 'waiting' } : { kind: 'saved', at: result.savedAt })
      return true
    }
    pending ??= { content }
    if (!result.retry) {
      stopped = true
      onState({ kind: 'stopped', failure: result.failure })
      return false
    }
    const wait = retryMs[Math.min(failures, retryMs.length - 1)] ?? delayMs
    failures += 1
    timer ??= setTimeout(() => void run(), wait)
    onState({ kind: 'retrying', failure: result.failure })
    return false
  }

  const drain = async (): Promise<boolean> => {
    while (pending && !stopped) {
      const { content } = pending
      pending = undefined
      if (!(await sendOnce(content))) return false
    }
    return !stopped
  }

  const run = (): Promise<boolean> => {
    clearTimer()
    running ??= drain().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    put: (content) => {
      pending = { content }
      if (stopped) return
      if (!running) timer ??= setTimeout(() => void run(), delayMs)
      onState({ kind: 'waiting' })
    },
    flush: run,
    revision: () => current,
  }
}
