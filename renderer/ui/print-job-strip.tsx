import { useState } from 'react'
import type { PrintJob } from '#contract/printing.ts'
import { useRun } from '../lib/ask.ts'
import { jobWords } from '../lib/labels/printing.ts'
import { jobsBefore } from '../lib/print-choice.ts'
import { useGo } from '../lib/navigation.ts'
import { printerLabel, usePrinters, usePrintJob } from '../lib/print-desk.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { Notice } from './notice.tsx'
import { OtherPrinterDialog } from './other-printer-dialog.tsx'

type Props = {
  jobId: string
  onClose?: () => void
}

/** What becomes of a job that was just asked for: followed until it has ended. */
export const PrintJobStrip = ({ jobId, onClose }: Props) => {
  const { job, jobs } = usePrintJob(jobId)
  const printers = usePrinters()
  const go = useGo()
  if (!job) return <Notice>正在送去打印…</Notice>
  const words = jobWords(job, printerLabel(printers.data, job.printer), jobsBefore(jobs, job))
  return (
    <Notice
      tone={words.tone}
      title={words.title}
      onClose={onClose}
      actions={
        job.state === 'printed' ? undefined : (
          <>
            {job.mayChange ? <PrintJobActions job={job} /> : undefined}
            <Button kind="link" onClick={() => go({ to: 'printQueue' })}>
              看打印队列
            </Button>
          </>
        )
      }
    >
      {words.text}
    </Notice>
  )
}

/** For what did not come out or stands still: 再打一次, 换一台打印机; and giving it up while it may be given up. */
export const PrintJobActions = ({ job }: { job: PrintJob }) => {
  const retrying = useRun('printing.retry')
  const cancelling = useRun('printing.cancel')
  const [choosing, setChoosing] = useState(false)
  if (job.state === 'printed' || job.state === 'cancelled') return null
  const failed = job.state === 'failed'
  const again = async (printer?: string): Promise<void> => {
    const done = await retrying.run({ jobId: job.id, ...(printer !== undefined && { printer }) })
    if (done) setChoosing(false)
  }
  return (
    <>
      {choosing ? undefined : <FailureNotice failure={retrying.failure} onClose={retrying.clear} />}
      <FailureNotice failure={cancelling.failure} onClose={cancelling.clear} />
      {failed ? (
        <Button busy={retrying.running} onClick={() => void again()}>
          再打一次
        </Button>
      ) : undefined}
      {failed || job.trouble !== undefined ? (
        <Button onClick={() => setChoosing(true)}>换一台打印机</Button>
      ) : undefined}
      <Button busy={cancelling.running} onClick={() => void cancelling.run({ jobId: job.id })}>
        {failed ? '不打了' : '取消打印'}
      </Button>
      <OtherPrinterDialog
        job={job}
        open={choosing}
        busy={retrying.running}
        failure={retrying.failure}
        onClose={() => {
          retrying.clear()
          setChoosing(false)
        }}
        onChoose={(printer) => void again(printer)}
      />
    </>
  )
}
