import { Notice } from './notice.tsx'
import { PrintJobStrip } from './print-job-strip.tsx'

export type PaperOutcome =
  | { kind: 'job'; jobId: string }
  | { kind: 'saved'; name: string }
  | { kind: 'notSaved' }

/** What became of a paper that was just printed or saved. */
export const OutcomeNotice = ({ outcome }: { outcome: PaperOutcome | undefined }) => {
  switch (outcome?.kind) {
    case undefined:
      return null
    case 'job':
      return <PrintJobStrip jobId={outcome.jobId} />
    case 'saved':
      return (
        <Notice tone="done" title="已存好">
          {outcome.name}
        </Notice>
      )
    case 'notSaved':
      return <Notice tone="warning">没有存：选位置的窗口关掉了。要存请再按一次。</Notice>
  }
}
