import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, type Failure } from './failure.ts'

type Answer<Row, Mark> = { items: Row[]; next?: Mark | undefined }

/**
 * A log newest first, a page at a time; asked past the cache since every operation adds a row.
 * @param ask the same function at every call; `before` is the mark of the oldest row so far
 */
export function useOlderRows<Row, Mark>(
  ask: (before: Mark | undefined) => Promise<Answer<Row, Mark>>,
) {
  const [rows, setRows] = useState<Row[]>([])
  const [next, setNext] = useState<Mark>()
  const [loading, setLoading] = useState(true)
  const [failure, setFailure] = useState<Failure>()
  const load = useCallback(
    async (before: Mark | undefined) => {
      setLoading(true)
      try {
        const answer = await ask(before)
        setRows((old) => (before === undefined ? answer.items : [...old, ...answer.items]))
        setNext(() => answer.next)
        setFailure(undefined)
      } catch (error) {
        setFailure(failureOf(error))
      } finally {
        setLoading(false)
      }
    },
    [ask],
  )
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    void load(undefined)
  }, [load])
  return { rows, more: next !== undefined, loading, failure, loadMore: () => void load(next) }
}
