import { useState } from 'react'
import { useRun } from '../../lib/ask.ts'
import type { Failure } from '../../lib/failure.ts'
import type { Pack } from './pack-list.tsx'

type Printing = {
  printing: boolean
  /** The last job that was sent; the earlier ones are in the queue before it. */
  jobId: string | undefined
  sent: number
  failure: Failure | undefined
  print: (pack: Pack) => Promise<void>
  clear: () => void
}

/** Sends every paper of a set to the printer, one after the other, each in its number of copies. */
export function usePrintPack(): Printing {
  const { run, running, failure, clear } = useRun('papers.print')
  const [jobId, setJobId] = useState<string>()
  const [sent, setSent] = useState(0)
  const print = async (pack: Pack) => {
    let count = 0
    for (const { form, objectId, copies, state } of pack) {
      if (state !== 'made' || objectId === undefined) continue
      // The order on the tray is the order of the list.
      const job = await run({ form, objectId, copies })
      if (!job) break
      count += 1
      setJobId(job.jobId)
      setSent(count)
    }
  }
  const forget = () => {
    clear()
    setJobId(undefined)
    setSent(0)
  }
  return { printing: running, jobId, sent, failure, print, clear: forget }
}
