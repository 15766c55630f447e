import { useEffect, useState } from 'react'
import type { Printer, PrintJob } from '#contract/printing.ts'
import { useAsk, type Asked } from './ask.ts'
import { hasEnded } from './print-choice.ts'

/** In milliseconds; a printer is looked at more often while somebody is about to use it. */
const nearMs = 10_000
const farMs = 60_000
const followMs = 1000

/** Printers of this machine as they are now. */
export const usePrinters = (from: 'near' | 'far' = 'near'): Asked<Printer[]> =>
  useAsk('printing.printers', {}, { every: from === 'near' ? nearMs : farMs })

/** A job until it has ended, and those around it; no job until the queue was asked. */
export const usePrintJob = (jobId: string): { job?: PrintJob; jobs: readonly PrintJob[] } => {
  const [isOver, setOver] = useState(false)
  const { data } = useAsk('printing.queue', { openOnly: false }, isOver ? {} : { every: followMs })
  const job = data?.find(({ id }) => id === jobId)
  const ended = job !== undefined && hasEnded(job)
  useEffect(() => setOver(ended), [ended])
  return { ...(job && { job }), jobs: data ?? [] }
}

/** The name of a printer as people know it; its own name when it is not there any more. */
export const printerLabel = (printers: readonly Printer[] | undefined, name: string): string =>
  printers?.find((each) => each.name === name)?.label ?? name
