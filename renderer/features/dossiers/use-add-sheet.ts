import { useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import { useGo } from '../../lib/navigation.ts'

/** One more sheet of a form, opened at once to be filled. */
export const useAddSheet = (
  caseId: string,
): {
  add: (form: string) => Promise<void>
  running: boolean
  failure?: Failure
  clear: () => void
} => {
  const go = useGo()
  const { run, running, failure, clear } = useRun('sheets.add')
  const add = async (form: string) => {
    const made = await run({ caseId, form })
    if (made) go({ to: 'sheet', form, objectId: made.objectId })
  }
  return { add, running, clear, ...(failure && { failure }) }
}
