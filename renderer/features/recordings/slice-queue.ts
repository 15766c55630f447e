/** One piece of sound; `startedMs` counts from the beginning of the recording. */
export type Slice = { position: number; startedMs: number; bytes: Blob }

type Options = {
  send(slice: Slice): Promise<void>
  /** Whether another try can help. */
  isLasting(error: unknown): boolean
  onChange(state: { waiting: number; failure: unknown }): void
  retryMs?: number
}

/** Sends slices one after the other, each until it is in the store; a lost one would spoil those after it. */
export const createSliceQueue = ({ send, isLasting, onChange, retryMs = 2000 }: Options) => {
  const waiting: Slice[] = []
  let isSending = false
  let failure: unknown
  let idle: (() => void)[] = []

  const tell = () => onChange({ waiting: waiting.length, failure })

  const settle = () => {
    const settled = idle
    idle = []
    for (const done of settled) done()
  }

  const sendNext = async (): Promise<void> => {
    const [first] = waiting
    if (isSending || !first) return
    isSending = true
    try {
      await send(first)
      waiting.shift()
      failure = undefined
    } catch (error) {
      failure = error
      // What the store itself refuses stays refused: it is dropped, and told.
      if (isLasting(error)) waiting.shift()
      else await new Promise((resume) => setTimeout(resume, retryMs))
    }
    isSending = false
    tell()
    if (waiting.length === 0) settle()
    else void sendNext()
  }

  return {
    put(slice: Slice) {
      waiting.push(slice)
      tell()
      void sendNext()
    },
    /** Resolves when nothing waits any more. */
    drained(): Promise<void> {
      if (waiting.length === 0) return Promise.resolve()
      return new Promise((resolve) => idle.push(resolve))
    },
  }
}
