import { useEffect, useState } from 'react'
import type { RotaPaper } from '#contract/rota-papers.ts'
import { call, useRun, type InputOf, type OutputOf } from '../../lib/ask.ts'
import { failureOf, type Failure } from '../../lib/failure.ts'
import type { PaperOutcome } from '../../ui/paper-outcome.tsx'

type Preview = {
  paper: OutputOf<'rotaPapers.preview'> | undefined
  failure: Failure | undefined
  making: boolean
  again: () => void
}

/** The paper as it prints, made when the page is opened; never cached, since any sign changes it. */
export const useRotaPreview = (of: RotaPaper): Preview => {
  const [paper, setPaper] = useState<Preview['paper']>()
  const [failure, setFailure] = useState<Failure>()
  const [turn, setTurn] = useState(0)
  const key = JSON.stringify(of)
  useEffect(() => {
    let isWanted = true
    call('rotaPapers.preview', { of: JSON.parse(key) as RotaPaper }).then(
      (made) => {
        if (isWanted) setPaper(made)
      },
      (error: unknown) => {
        if (isWanted) setFailure(failureOf(error))
      },
    )
    return () => {
      isWanted = false
    }
  }, [key, turn])
  return {
    paper,
    failure,
    making: paper === undefined && failure === undefined,
    again: () => {
      setFailure(undefined)
      setTurn((count) => count + 1)
    },
  }
}

type Channel = InputOf<'rotaPapers.save'>['channel']

export const useRotaOutput = (of: RotaPaper) => {
  const [outcome, setOutcome] = useState<PaperOutcome>()
  const printing = useRun('rotaPapers.print')
  const saving = useRun('rotaPapers.save')
  const begin = (): void => {
    setOutcome(undefined)
    printing.clear()
    saving.clear()
  }
  return {
    print: async (options: Omit<InputOf<'rotaPapers.print'>, 'of'>): Promise<void> => {
      begin()
      const done = await printing.run({ of, ...options })
      if (done) setOutcome({ kind: 'job', jobId: done.jobId })
    },
    save: async (channel: Channel): Promise<void> => {
      begin()
      const done = await saving.run({ of, channel })
      if (!done) return
      setOutcome(
        done.saved === undefined ? { kind: 'notSaved' } : { kind: 'saved', name: done.saved },
      )
    },
    printing: printing.running,
    saving: saving.running,
    outcome,
    failure: printing.failure ?? saving.failure,
    clear: begin,
  }
}
