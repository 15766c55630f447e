import type { Printer, PrintJob } from '#contract/printing.ts'
import { today } from '../../lib/clock.ts'
import { formatInstantNear } from '../../lib/format/date.ts'
import { jobLook, jobPaperWords, jobTroubleWords } from '../../lib/labels/printing.ts'
import { hrefOf } from '../../lib/navigation.ts'
import { printerLabel } from '../../lib/print-desk.ts'
import { PrintJobActions } from '../../ui/print-job-strip.tsx'
import { Tag } from '../../ui/status-tag.tsx'

type Props = { jobs: readonly PrintJob[]; printers: readonly Printer[] | undefined; label: string }

export const JobList = ({ jobs, printers, label }: Props) => (
  <ul className="printing-jobs" aria-label={label}>
    {jobs.map((job) => (
      <JobLine key={job.id} job={job} printer={printerLabel(printers, job.printer)} />
    ))}
  </ul>
)

const JobLine = ({ job, printer }: { job: PrintJob; printer: string }) => {
  const trouble = jobTroubleWords(job)
  return (
    <li className="printing-job">
      <div className="printing-job-words">
        <div className="row">
          <strong>{job.title}</strong>
          <Tag {...jobLook(job)} />
        </div>
        {trouble === undefined ? undefined : <p>{trouble}</p>}
        <p className="muted">
          {job.caseId !== undefined && job.caseNumber !== undefined ? (
            <>
              <a className="nums" href={`#${hrefOf({ to: 'case', caseId: job.caseId })}`}>
                {job.caseNumber}
              </a>
              ，
            </>
          ) : undefined}
          {jobPaperWords(job)}，「{printer}」，{job.askedByName}{' '}
          {formatInstantNear(job.askedAt, today())} 打印
          {job.tries > 1 ? `，已打过 ${job.tries} 次` : ''}
        </p>
      </div>
      {job.mayChange ? (
        <div className="printing-job-actions">
          <PrintJobActions job={job} />
        </div>
      ) : undefined}
    </li>
  )
}
