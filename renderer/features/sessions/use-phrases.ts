import { useMemo } from 'react'
import type { Phrase } from '#db/domain/session/phrase.ts'
import { useAsk } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { roomPhrases } from './room-phrases.ts'

const none: readonly Phrase[] = []

export const usePhrases = (): { phrases: readonly Phrase[]; failure: Failure | undefined } => {
  const { data, failure } = useAsk('clauses.phrases', {})
  const phrases = useMemo(() => (data ? roomPhrases(data) : none), [data])
  return { phrases, failure }
}
