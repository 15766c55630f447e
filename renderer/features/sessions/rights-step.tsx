import { Printer } from 'lucide-react'
import type { SessionRecord } from '#contract/sessions.ts'
import { useRun } from '../../lib/ask.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { rightsNotice } from './rights-notice.ts'

type Props = { record: SessionRecord; onTold: () => Promise<void> }

/** First of all the rights and duties are told; before that nothing can be recorded (rule C1). */
export function RightsStep({ record, onTold }: Props) {
  const { run, running, failure } = useRun('sessions.tellRights')
  const go = useGo()
  const tell = async () => {
    if (await run({ sessionId: record.id })) await onTold()
  }
  return (
    <section className="session-rights" aria-labelledby="rights-title">
      <FailureNotice failure={failure} />
      <h2 id="rights-title">先告知权利义务</h2>
      <p className="session-rights-lead">请读给在场的人听，各方听清后按“已告知”，然后开始记录。</p>
      <div className="session-notice">
        {rightsNotice.map((part) => (
          <div key={part.title}>
            <h3>{part.title}</h3>
            <ul>
              {part.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="session-rights-foot">
        <Button
          icon={<Printer aria-hidden="true" />}
          onClick={() => go({ to: 'paper', form: 'f04', objectId: record.caseId })}
        >
          打印告知书
        </Button>
        <Button
          kind="primary"
          large
          autoFocus
          shortcut="Ctrl+Enter"
          busy={running}
          onClick={() => void tell()}
        >
          已告知
        </Button>
      </div>
    </section>
  )
}
