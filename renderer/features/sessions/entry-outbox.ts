/** What the page says about saving. `count` is the number of lines that are not in the store yet. */
export type SaveState = { savedAt: string | undefined } & (
  | { kind: 'saved' }
  /** On the way as it should be; `slow` once it takes longer than a moment. */
  | { kind: 'saving'; count: number; slow: boolean }
  /** The last try failed; the next one comes by itself. */
  | { kind: 'failing'; count: number; error: unknown }
  /** Trying again by itself is of no use; `flush` tries once more. */
  | { kind: 'refused'; count: number; error: unknown }
)

export type EntryOutbox<Item> = {
  /** Keeps the newest form of an item until the store has it. */
  put(item: Item): void
  /** Sends at once what waits, also after a failure. */
  flush(): void
  /** Sends at once; true when everything is in the store, false as soon as a try fails. */
  drain(): Promise<boolean>
  /** What the store does not have yet, newest form of each. */
  unsaved(): readonly Item[]
  state(): SaveState
  subscribe(listener: () => void): () => void
}

type Options<Item> = {
  /** One request; the answer says when the store had it. Must be idempotent. */
  send(items: Item[]): Promise<{ savedAt: string }>
  /** Whether trying again by itself can help. */
  isLasting(error: unknown): boolean
  /** From the first unsaved change to the request, in ms; later typing does not push it away. */
  delayMs?: number
  /** Waits between tries, in ms; the last one repeats. */
  retryMs?: readonly number[]
  /** A request without an answer counts as failed after this many ms. */
  answerMs?: number
  /** A request counts as slow after this many ms. */
  slowMs?: number
  /** Most items in one request. */
  batchSize?: number
}

/**
 * Carries changed lines to the store: newest form of each line only, one request at a time, nothing
 * dropped. The promise to the person who types: in the store within 300 ms while the core answers.
 */
export const createEntryOutbox = <Item extends { id: string }>({
  send,
  isLasting,
  delayMs = 150,
  retryMs = [300, 1000, 2000, 5000],
  answerMs = 8000,
  slowMs = 1500,
  batchSize = 500,
}: Options<Item>): EntryOutbox<Item> => {
  let waiting = new Map<string, Item>()
  let onTheWay: Map<string, Item> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let isDue = false
  let failures = 0
  let failure: { error: unknown; lasting: boolean } | undefined
  let isSlow = false
  let savedAt: string | undefined
  let state: SaveState = { kind: 'saved', savedAt }
  const listeners = new Set<() => void>()
  let drainers: ((isEmpty: boolean) => void)[] = []

  const unsavedItems = (): Map<string, Item> => new Map([...(onTheWay ?? []), ...waiting])

  const publish = () => {
    const count = unsavedItems().size
    const next: SaveState =
      count === 0
        ? { kind: 'saved', savedAt }
        : failure
          ? { kind: failure.lasting ? 'refused' : 'failing', count, error: failure.error, savedAt }
          : { kind: 'saving', count, slow: isSlow, savedAt }
    if (isSameState(state, next)) return
    state = next
    for (const listener of listeners) listener()
  }

  const settleDrainers = (isEmpty: boolean) => {
    const settled = drainers
    drainers = []
    for (const settle of settled) settle(isEmpty)
  }

  const stopTimer = () => {
    clearTimeout(timer)
    timer = undefined
  }

  const startTimer = (ms: number) => {
    timer ??= setTimeout(() => {
      timer = undefined
      sendNow()
    }, ms)
  }

  const succeed = (answer: { savedAt: string }) => {
    onTheWay = undefined
    savedAt = answer.savedAt
    failures = 0
    failure = undefined
    if (waiting.size === 0) settleDrainers(true)
    else if (isDue) sendNow()
    else startTimer(delayMs)
    publish()
  }

  const fail = (error: unknown) => {
    waiting = unsavedItems()
    onTheWay = undefined
    isDue = false
    failure = { error, lasting: isLasting(error) }
    stopTimer()
    if (!failure.lasting) {
      startTimer(retryMs[Math.min(failures, retryMs.length - 1)] ?? delayMs)
      failures += 1
    }
    settleDrainers(false)
    publish()
  }

  const attempt = (items: Item[]): Promise<{ savedAt: string }> => {
    try {
      return send(items)
    } catch (error) {
      return Promise.reject(error)
    }
  }

  const sendNow = () => {
    stopTimer()
    isDue = waiting.size > 0
    if (onTheWay || !isDue) return
    const batch = new Map([...waiting].slice(0, batchSize))
    for (const id of batch.keys()) waiting.delete(id)
    onTheWay = batch
    isDue = waiting.size > 0
    isSlow = false
    let isOpen = true
    const close = (then: () => void) => {
      if (!isOpen) return
      isOpen = false
      isSlow = false
      clearTimeout(slowTimer)
      clearTimeout(answerTimer)
      then()
    }
    const slowTimer = setTimeout(() => {
      isSlow = true
      publish()
    }, slowMs)
    const answerTimer = setTimeout(() => close(() => fail(new Error('no answer'))), answerMs)
    attempt([...batch.values()]).then(
      (answer) => close(() => succeed(answer)),
      (error: unknown) => close(() => fail(error)),
    )
    publish()
  }

  return {
    put(item) {
      waiting.set(item.id, item)
      if (!failure) startTimer(delayMs)
      publish()
    },
    flush: sendNow,
    drain() {
      if (unsavedItems().size === 0) return Promise.resolve(true)
      const drained = new Promise<boolean>((resolve) => drainers.push(resolve))
      sendNow()
      return drained
    },
    unsaved: () => [...unsavedItems().values()],
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const isSameState = (a: SaveState, b: SaveState): boolean => {
  if (a.kind !== b.kind || a.savedAt !== b.savedAt) return false
  if (a.kind === 'saved' || b.kind === 'saved') return true
  if (a.kind === 'saving' && b.kind === 'saving') return a.count === b.count && a.slow === b.slow
  if (a.kind === 'saving' || b.kind === 'saving') return false
  return a.count === b.count && a.error === b.error
}
