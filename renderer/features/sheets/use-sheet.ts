import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { askAgain, call } from '../../lib/ask.ts'
import { failureOf, isSignedOut, type Failure } from '../../lib/failure.ts'
import type { SheetRecord } from './sheet-form.ts'

export type OpenSheet = {
  record: SheetRecord | undefined
  failure: Failure | undefined
  /** Grows with each answer: what is written starts from it anew. */
  visit: number
  reload: () => Promise<void>
}

/** Asked past the cache: what the record says may have changed with any command since. */
export const useSheet = (form: PaperForm, objectId: string): OpenSheet => {
  const queries = useQueryClient()
  const [state, setState] = useState<Omit<OpenSheet, 'reload'>>({
    record: undefined,
    failure: undefined,
    visit: 0,
  })
  const reload = useCallback(async (): Promise<void> => {
    try {
      const record = await call('sheets.get', { form, objectId })
      setState(({ visit }) => ({ record, failure: undefined, visit: visit + 1 }))
    } catch (error) {
      const failure = failureOf(error)
      setState((old) => ({ ...old, failure }))
      if (isSignedOut(failure)) await askAgain(queries, ['store'])
    }
  }, [form, objectId, queries])
  useEffect(() => void reload(), [reload])
  return { ...state, reload }
}
