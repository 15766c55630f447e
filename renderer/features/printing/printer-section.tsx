import { useState } from 'react'
import type { Printer } from '#contract/printing.ts'
import { useRun } from '../../lib/ask.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PrintJobStrip } from '../../ui/print-job-strip.tsx'
import { Section } from '../../ui/section.tsx'
import { PrinterLines } from './printer-lines.tsx'

type Props = { printers: readonly Printer[] | undefined; onLook: () => void }

export const PrinterSection = ({ printers, onLook }: Props) => (
  <Section title="打印机" extra={<Button onClick={onLook}>再找一遍</Button>}>
    {printers ? (
      <PrinterLines
        printers={printers}
        onLook={onLook}
        renderAction={(printer) => <TestPage printer={printer} />}
      />
    ) : (
      <Loading text="正在找打印机…" />
    )}
  </Section>
)

/** On both sides where the printer can: that shows which edge it turns over. */
const TestPage = ({ printer }: { printer: Printer }) => {
  const testing = useRun('printing.testPage')
  const [jobId, setJobId] = useState<string>()
  const test = async (): Promise<void> => {
    const sides = printer.duplex === true ? 'long' : 'one'
    const done = await testing.run({ printer: printer.name, sides })
    if (done) setJobId(done.jobId)
  }
  return (
    <>
      <Button
        aria-label={`打印测试页：${printer.label}`}
        busy={testing.running}
        onClick={() => void test()}
      >
        打印测试页
      </Button>
      {testing.failure || jobId !== undefined ? (
        <div className="printing-outcome">
          <FailureNotice failure={testing.failure} onClose={testing.clear} />
          {jobId === undefined ? undefined : (
            <PrintJobStrip jobId={jobId} onClose={() => setJobId(undefined)} />
          )}
        </div>
      ) : undefined}
    </>
  )
}
