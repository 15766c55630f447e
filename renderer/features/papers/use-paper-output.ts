import { useState } from 'react'
import type { PaperForm } from '#contract/papers.ts'
import { useRun, type InputOf } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import type { PaperOutcome } from '../../ui/paper-outcome.tsx'

type PrintOptions = Pick<InputOf<'papers.print'>, 'copies' | 'printer' | 'sides'>
type Channel = InputOf<'papers.save'>['channel']

export type PaperOutput = {
  print: (options: PrintOptions) => Promise<void>
  save: (channel: Channel) => Promise<void>
  printing: boolean
  saving: boolean
  outcome: PaperOutcome | undefined
  failure: Failure | undefined
  clear: () => void
}

/** Prints and saves a paper of a case, or the blank form where there is no object. */
export const usePaperOutput = (form: PaperForm, objectId: string | undefined): PaperOutput => {
  const [outcome, setOutcome] = useState<PaperOutcome>()
  const printing = useRun('papers.print')
  const printingBlank = useRun('papers.printBlank')
  const saving = useRun('papers.save')
  const savingBlank = useRun('papers.saveBlank')
  const runs = [printing, printingBlank, saving, savingBlank]
  const clear = (): void => runs.forEach((each) => each.clear())

  return {
    print: async (options) => {
      setOutcome(undefined)
      clear()
      const done = await (objectId === undefined
        ? printingBlank.run({ form, ...options })
        : printing.run({ form, objectId, ...options }))
      if (done) setOutcome({ kind: 'job', jobId: done.jobId })
    },
    save: async (channel) => {
      setOutcome(undefined)
      clear()
      const done = await (objectId === undefined
        ? savingBlank.run({ form, channel })
        : saving.run({ form, objectId, channel }))
      if (!done) return
      setOutcome(
        done.saved === undefined ? { kind: 'notSaved' } : { kind: 'saved', name: done.saved },
      )
    },
    printing: printing.running || printingBlank.running,
    saving: saving.running || savingBlank.running,
    outcome,
    failure: runs.find(({ failure }) => failure !== undefined)?.failure,
    clear,
  }
}
