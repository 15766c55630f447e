import { useState } from 'react'
import { useMe } from '../../lib/me.ts'

/** By person and name; lives as long as the window. */
const kept = new Map<string, unknown>()

/** Like `useState`, but what somebody began is there again when they come back to the page. */
export const useMemory = <T>(name: string, start: T): [T, (value: T) => void] => {
  const { userId } = useMe()
  const key = `${userId} ${name}`
  const [held, setHeld] = useState<{ key: string; value: T }>()
  const value = held?.key === key ? held.value : ((kept.get(key) as T | undefined) ?? start)
  return [
    value,
    (next) => {
      kept.set(key, next)
      setHeld({ key, value: next })
    },
  ]
}
