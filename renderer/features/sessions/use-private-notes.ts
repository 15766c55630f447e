import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import { usePendingSave } from '../../lib/pending-saves.ts'
import { createSaveQueue, type SaveQueue, type SaveState } from '../../lib/save-queue.ts'
import { mergeNotes } from './merge-notes.ts'

export type PrivateNotes = {
  /** Undefined until the store has answered. */
  text: string | undefined
  write(text: string): void
  state: SaveState<Failure>
  /** The notes were changed at another place as well; both texts were kept. */
  wasMerged: boolean
  failure?: Failure
}

/** The mediator's own pad of a case. It outlives the part of the screen that shows it. */
export const usePrivateNotes = (caseId: string, isAllowed: boolean): PrivateNotes => {
  const [text, setText] = useState<string>()
  const [state, setState] = useState<SaveState<Failure>>({ kind: 'saved', at: undefined })
  const [wasMerged, setWasMerged] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const queue = useRef<SaveQueue<string>>(undefined)
  const newest = useRef('')

  useEffect(() => {
    if (!isAllowed) return undefined
    let isHere = true
    const show = (next: string) => {
      newest.current = next
      setText(next)
    }
    const openQueue = (revision: number) => {
      queue.current = createSaveQueue<string, Failure>({
        revision,
        onState: setState,
        send: async (words, at) => {
          try {
            const saved = await call('sessions.savePrivateNotes', {
              caseId,
              revision: at,
              text: words,
            })
            return { ok: true, ...saved }
          } catch (error) {
            const refused = failureOf(error)
            if (refused.code.endsWith('.changedElsewhere')) void keepBoth()
            return { ok: false, retry: refused.code === 'page.connectionLost', failure: refused }
          }
        },
      })
    }
    const keepBoth = async () => {
      try {
        const stored = await call('sessions.privateNotes', { caseId })
        const merged = mergeNotes(stored.text, newest.current)
        setWasMerged(merged !== newest.current)
        openQueue(stored.revision)
        if (merged !== stored.text) queue.current?.put(merged)
        else setState({ kind: 'saved', at: undefined })
        show(merged)
      } catch (error) {
        setFailure(failureOf(error))
      }
    }
    call('sessions.privateNotes', { caseId }).then(
      (stored) => {
        if (!isHere) return
        openQueue(stored.revision)
        show(stored.text)
      },
      (error: unknown) => setFailure(failureOf(error)),
    )
    return () => {
      isHere = false
      void queue.current?.flush()
    }
  }, [caseId, isAllowed])

  usePendingSave(async () => {
    if (queue.current && !(await queue.current.flush()))
      throw new Error('the private notes are not in the store yet')
  })
  const write = useCallback((words: string) => {
    newest.current = words
    setText(words)
    queue.current?.put(words)
  }, [])
  return { text, write, state, wasMerged, ...(failure ? { failure } : {}) }
}
