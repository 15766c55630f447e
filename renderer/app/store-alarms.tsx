import { useRun } from '../lib/ask.ts'
import { textOfCode } from '../lib/error-text/index.ts'
import { hasRole, useMe } from '../lib/me.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'

/** The opened record is not the one that was last noted: in sight on every page until a head has looked into it. */
export function StoreAlarms({ alarms }: { alarms: readonly { code: string }[] }) {
  const me = useMe()
  const { run, running, failure, clear } = useRun('audit.acknowledgeAlarm')
  const mayAnswer = hasRole(me, 'head', 'administrator')
  return (
    <>
      {alarms.map((alarm) => (
        <Notice
          key={alarm.code}
          tone="danger"
          title="数据核对有问题"
          actions={
            mayAnswer ? (
              <Button busy={running} onClick={() => void run({})}>
                已查明，记入日志
              </Button>
            ) : undefined
          }
        >
          {textOfCode(alarm.code, {})}
        </Notice>
      ))}
      <FailureNotice failure={failure} onClose={clear} />
    </>
  )
}
