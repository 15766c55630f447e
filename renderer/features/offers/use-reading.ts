import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import type { Suggestion } from './take-suggestions.ts'

export type Reading = {
  /** The text that was read; the spans of the suggestions count in it. */
  text: string
  suggestions: Suggestion[]
  failure?: Failure
}

const nothingRead: Reading = { text: '', suggestions: [] }
const pauseMs = 250

type Asked = { caseId: string; partyId: string | undefined; text: string }

/**
 * Reads terms out of a text after a short pause in typing, never in the midst of a composition. Not kept in the
 * cache of answers: these are words behind the wall.
 */
export const useReading = (
  { caseId, partyId, text }: Asked,
  isComposing: boolean,
): Reading & { isCurrent: boolean } => {
  const [reading, setReading] = useState(nothingRead)
  const isFirst = useRef(true)
  useEffect(() => {
    if (isComposing) return undefined
    if (text.trim() === '') {
      setReading({ text, suggestions: [] })
      return undefined
    }
    let isStale = false
    const read = async (): Promise<void> => {
      isFirst.current = false
      try {
        const input = { caseId, text, ...(partyId ? { partyId } : {}) }
        const suggestions = await call('offers.read', input)
        if (!isStale) setReading({ text, suggestions })
      } catch (error) {
        if (!isStale) setReading({ text, suggestions: [], failure: failureOf(error) })
      }
    }
    const timer = setTimeout(() => void read(), isFirst.current ? 0 : pauseMs)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [caseId, partyId, text, isComposing])
  return { ...reading, isCurrent: reading.text === text }
}
