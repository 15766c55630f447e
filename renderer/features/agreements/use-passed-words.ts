import { useState } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useMe } from '../../lib/me.ts'
import { keepWords, type PassedWords, startingWords } from './passed-warnings.ts'

/** The reasons typed for warnings: the last submission's to begin with, kept while the window is open. */
export const usePassedWords = (
  record: AgreementRecord,
): [words: PassedWords, put: (key: string, words: string) => void] => {
  const { userId } = useMe()
  const [words, setWords] = useState(() => startingWords(userId, record))
  const put = (key: string, text: string): void => {
    const next = { ...words, [key]: text }
    setWords(next)
    keepWords(userId, record.id, next)
  }
  return [words, put]
}
