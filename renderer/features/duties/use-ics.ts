import { useState } from 'react'
import { useRun, type InputOf } from '../../lib/ask.ts'

/** Saves a calendar file; what was saved stays to be read. */
export const useIcs = (input: InputOf<'duties.exportIcs'>) => {
  const saving = useRun('duties.exportIcs')
  const [saved, setSaved] = useState<string>()
  const save = async () => {
    setSaved(undefined)
    const done = await saving.run(input)
    if (done?.saved) setSaved(`已存好 ${done.count} 班：${done.saved}`)
  }
  return { save, saved, saving: saving.running, failure: saving.failure }
}
