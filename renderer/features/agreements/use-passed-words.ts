import { useMemo } from 'react'
import type { AgreementRecord } from '#contract/agreements.ts'
import { useKeptDraft } from '../../lib/kept-draft.ts'
import { type PassedWords, wordsOfRecord } from './passed-warnings.ts'

/** The reasons typed for warnings, over those of the last submission; kept until the next one. */
export const usePassedWords = (
  record: AgreementRecord,
): [words: PassedWords, put: (key: string, words: string) => void, forget: () => void] => {
  const { draft, keep } = useKeptDraft<PassedWords>('passedWarnings', record.id)
  const words = useMemo(() => ({ ...wordsOfRecord(record), ...draft }), [record, draft])
  return [words, (key, text) => keep({ ...draft, [key]: text }), () => keep(undefined)]
}
