import type { CaseRecord } from '#contract/cases.ts'
import { useAsk, type OutputOf } from '../../lib/ask.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { deadlineTitle } from '../../lib/labels/cases.ts'
import { movedWords } from '../../lib/labels/clocks.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { DaysLeft } from './case-line.tsx'

type Deadline = CaseRecord['deadlines'][number]
type CaseClocks = OutputOf<'clocks.ofCase'>

const rolledWords = ({ raw, rolled, needsCalendar }: Deadline): string | undefined => {
  if (needsCalendar) return `${raw.slice(0, 4)} 年放假安排还没有录入，是否顺延请自己核对`
  return rolled && rolled !== raw
    ? `遇休息日，法定可顺延到 ${formatDateWithWeekday(rolled)}`
    : undefined
}

/** What people did to this clock: paused, extended, set by hand. */
const movesOf = (ruleId: string, clocks: CaseClocks | undefined): string[] => {
  const clock = clocks?.clocks.find((one) => one.ruleId === ruleId)
  if (!clock || !clocks) return []
  return movedWords(
    clock,
    clocks.changes.filter(({ rule }) => rule === clock.rule),
  )
}

/** The clocks of the case that press now: last safe day, where it comes from, and whether something moves it. */
export function DeadlinePanel({ record }: { record: CaseRecord }) {
  const go = useGo()
  const clocks = useAsk('clocks.ofCase', { caseId: record.id }, { enabled: record.contentVisible })
  const { deadlines } = record
  if (deadlines.length === 0 && !record.contentVisible) return null
  return (
    <Section
      title="期限"
      extra={
        record.contentVisible ? (
          <Button onClick={() => go({ to: 'clocks', caseId: record.id })}>全部期限</Button>
        ) : null
      }
    >
      {deadlines.length === 0 ? <p className="muted">眼下没有催着要办的期限。</p> : null}
      <ul className="cases-deadlines">
        {deadlines.map((deadline) => {
          const { title, length } = deadlineTitle(deadline.ruleId)
          const rolled = rolledWords(deadline)
          return (
            <li key={deadline.ruleId}>
              <div className="row">
                <strong>{title}</strong>
                <DaysLeft due={deadline.raw} />
              </div>
              <div>{formatDateWithWeekday(deadline.raw)} 前</div>
              {rolled ? <div className="muted">{rolled}</div> : null}
              {movesOf(deadline.ruleId, clocks.data).map((words) => (
                <div key={words}>{words}</div>
              ))}
              <div className="hint">
                {length}，从 {deadline.base} 起算。
                {deadline.source ? `依据${deadline.source}。` : null}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
