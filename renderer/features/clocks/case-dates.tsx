import type { OutputOf } from '../../lib/ask.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'

type CaseClocks = OutputOf<'clocks.ofCase'>

export type DateTask = { dialog: 'date' | 'forgetDate'; event: string; eventName: string }

type CaseDatesProps = { data: CaseClocks; onOpen: (task: DateTask) => void }

/** Days that only people know: those told, and those that further clocks wait for. */
export function CaseDates({ data, onOpen }: CaseDatesProps) {
  const { dates, datesWanted, mayChange } = data
  if (dates.length === 0 && datesWanted.length === 0) return null
  return (
    <Section title="起算的日期">
      {dates.length > 0 ? (
        <ul className="clocks-changes">
          {dates.map((date) => (
            <li key={date.event} className="clocks-change">
              <div className="clocks-change-words">
                <strong>{date.eventName}</strong> {formatDateWithWeekday(date.onDay)}
                {date.words === '' ? null : <div className="muted">{date.words}</div>}
                <div className="hint">{date.recordedByName}记</div>
              </div>
              {mayChange ? (
                <div className="row">
                  <Button
                    aria-label={`改 ${date.eventName}`}
                    onClick={() => onOpen({ dialog: 'date', ...named(date) })}
                  >
                    改
                  </Button>
                  <Button
                    kind="link"
                    aria-label={`不再用 ${date.eventName}`}
                    onClick={() => onOpen({ dialog: 'forgetDate', ...named(date) })}
                  >
                    不再用
                  </Button>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {datesWanted.length > 0 ? (
        <>
          <p className="muted">
            下面的日子只有当事人知道。和本案有关的，填上以后期限就会自己算；无关的不用填。
          </p>
          <ul className="clocks-changes">
            {datesWanted.map((wanted) => (
              <li key={wanted.event} className="clocks-change">
                <div className="clocks-change-words">
                  <strong>{wanted.eventName}</strong>
                  <div className="muted">用来算：{wanted.rules.join('、')}</div>
                </div>
                {mayChange ? (
                  <Button
                    aria-label={`填日期 ${wanted.eventName}`}
                    onClick={() => onOpen({ dialog: 'date', ...named(wanted) })}
                  >
                    填日期
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  )
}

const named = ({ event, eventName }: { event: string; eventName: string }) => ({
  event,
  eventName,
})
