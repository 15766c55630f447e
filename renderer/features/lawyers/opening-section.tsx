import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addMonths, yearOf, type LocalDate } from '#db/domain/local-date.ts'
import { useAsk, useRun, type OutputOf } from '../../lib/ask.ts'
import { today } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { useGo } from '../../lib/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { halfWords } from './day-words.ts'
import type { Desk } from './desk-form.ts'
import { monthWeeks } from './month-weeks.ts'
import { OpeningMonth } from './opening-month.tsx'

type Day = OutputOf<'desks.days'>['days'][number]
type ByHand = OutputOf<'desks.all'>['openingDays']
type OpeningSectionProps = { desks: readonly Desk[]; byHand: ByHand }

/** What is open on each day of a month, and a word against the calendar where it differs. */
export function OpeningSection({ desks, byHand }: OpeningSectionProps) {
  const [at, setAt] = useState<LocalDate>(today)
  const weeks = monthWeeks(at)
  const from = weeks[0]?.[0] ?? at
  const to = weeks.at(-1)?.[6] ?? at
  const { data, failure } = useAsk('desks.days', { from, to })
  const go = useGo()
  const day = data?.days.find(({ date }) => date === at)
  return (
    <Section title="开门的日子">
      <div className="stack">
        <FailureNotice failure={failure} />
        <div className="lawyers-month-bar">
          <Button
            icon={<ChevronLeft aria-hidden="true" />}
            aria-label="上个月"
            onClick={() => setAt(addMonths(at, -1))}
          />
          <strong aria-live="polite">
            {yearOf(at)}年{Number(at.slice(5, 7))}月
          </strong>
          <Button
            icon={<ChevronRight aria-hidden="true" />}
            aria-label="下个月"
            onClick={() => setAt(addMonths(at, 1))}
          />
          <Button onClick={() => setAt(today())}>回到今天</Button>
        </div>
        {data && data.missingYears.length > 0 ? (
          <Notice
            tone="warning"
            title={`${data.missingYears.join('、')} 年的放假安排还没有导入`}
            actions={
              <Button onClick={() => go({ to: 'settings', section: 'holidays' })}>去导入</Button>
            }
          >
            现在只认周末，节假日会当成平常日子排班。
          </Notice>
        ) : null}
        {data ? (
          <OpeningMonth
            weeks={weeks}
            days={data.days}
            byHand={new Set(byHand.map(({ date }) => date))}
            at={at}
            onMove={setAt}
          />
        ) : null}
        {day ? <OneDay key={day.date} day={day} desks={desks} byHand={byHand} /> : null}
      </div>
    </Section>
  )
}

function OneDay({ day, desks, byHand }: { day: Day } & OpeningSectionProps) {
  const set = useRun('desks.setDay')
  const unset = useRun('desks.unsetDay')
  const own = byHand.find(({ date }) => date === day.date)
  const [words, setWords] = useState(own?.words ?? '')
  const isPast = day.date < today()
  const put = (open: boolean) => void set.run({ date: day.date, open, words: words.trim() })
  return (
    <div className="stack" role="group" aria-label="这一天">
      <FailureNotice
        failure={set.failure ?? unset.failure}
        onClose={() => {
          set.clear()
          unset.clear()
        }}
      />
      <div>
        <strong>{formatDateWithWeekday(day.date)}</strong>
        {day.words ? `，${day.words}` : ''}
        {day.shifts.length === 0 ? '：不开' : '：'}
        {day.shifts.map((shift) => (
          <div key={`${shift.deskId} ${shift.half}`} className="nums">
            {desks.find(({ id }) => id === shift.deskId)?.name} {halfWords[shift.half]}{' '}
            {shift.startsAt}–{shift.endsAt} {shift.demand} 人
          </div>
        ))}
      </div>
      {isPast ? null : (
        <div className="lawyers-bar">
          <TextField
            label="为什么（会写在值班表上）"
            maxLength={100}
            value={words}
            onChange={setWords}
            placeholder="如 停电检修、周六加开"
          />
          {day.open ? (
            <Button busy={set.running} onClick={() => put(false)}>
              这天不开
            </Button>
          ) : (
            <Button busy={set.running} onClick={() => put(true)}>
              这天开
            </Button>
          )}
          {own ? (
            <>
              {words.trim() === own.words ? null : (
                <Button busy={set.running} onClick={() => put(own.open)}>
                  改说明
                </Button>
              )}
              <Button busy={unset.running} onClick={() => void unset.run({ date: day.date })}>
                照日历
              </Button>
            </>
          ) : null}
        </div>
      )}
      {isPast ? null : (
        <p className="hint">已经建好的值班表要在表里点“按最新的窗口设置更新班次”才会跟着变。</p>
      )}
    </div>
  )
}
