import type { CaseRecord } from '#contract/cases.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { deadlineTitle } from '../../lib/labels/cases.ts'
import { Section } from '../../ui/section.tsx'
import { DaysLeft } from './case-line.tsx'

type Deadline = CaseRecord['deadlines'][number]

const rolledWords = ({ raw, rolled, needsCalendar }: Deadline): string | undefined => {
  if (needsCalendar) return `${raw.slice(0, 4)} 年放假安排还没有录入，是否顺延请自己核对`
  return rolled && rolled !== raw
    ? `遇休息日，法定可顺延到 ${formatDateWithWeekday(rolled)}`
    : undefined
}

/** The clocks of the case: last safe day, where it comes from, and whether a holiday moves it. */
export function DeadlinePanel({ deadlines }: { deadlines: readonly Deadline[] }) {
  if (deadlines.length === 0) return null
  return (
    <Section title="期限">
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
