import { useAsk } from '../../lib/ask.ts'
import { groupJobs } from '../../lib/print-choice.ts'
import { usePrinters } from '../../lib/print-desk.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { JobList } from './job-list.tsx'
import { PrinterLines } from './printer-lines.tsx'
import './printing.css'

const everyMs = 3000

/** What waits for a printer, what did not come out and why, and what was printed of late. */
export const PrintQueueScreen = () => {
  const go = useGo()
  const asked = useAsk('printing.queue', { openOnly: false }, { every: everyMs })
  const printers = usePrinters()
  const { failed, open, ended } = groupJobs(asked.data ?? [])
  return (
    <Screen
      title="打印队列"
      back
      actions={
        <Button onClick={() => go({ to: 'settings', section: 'printing' })}>打印机设置</Button>
      }
    >
      <FailureNotice failure={asked.failure} />
      {asked.data ? undefined : <Loading />}
      {failed.length > 0 ? (
        <Section title="要处理的" extra={<span className="muted">{failed.length} 件</span>}>
          <JobList jobs={failed} printers={printers.data} label="要处理的" />
        </Section>
      ) : undefined}
      {asked.data ? (
        <Section title="等着打印的">
          {open.length > 0 ? (
            <JobList jobs={open} printers={printers.data} label="等着打印的" />
          ) : (
            <EmptyState
              text={
                failed.length > 0
                  ? '没有别的要打印了。'
                  : '现在没有要打印的。文书在案件里打印，空白表在“文书”里打印。'
              }
              action={<Button onClick={() => go({ to: 'forms' })}>去文书</Button>}
            />
          )}
        </Section>
      ) : undefined}
      <Section title="打印机">
        <FailureNotice failure={printers.failure} />
        {printers.data ? (
          <PrinterLines printers={printers.data} onLook={printers.reload} />
        ) : (
          <Loading text="正在找打印机…" />
        )}
      </Section>
      {ended.length > 0 ? (
        <Section title="最近打印的">
          <JobList jobs={ended} printers={printers.data} label="最近打印的" />
        </Section>
      ) : undefined}
    </Screen>
  )
}
