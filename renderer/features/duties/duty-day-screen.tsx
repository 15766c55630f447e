import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { addDays, type LocalDate } from '#db/domain/local-date.ts'
import { useAsk } from '../../lib/ask.ts'
import { now, today as todayNow } from '../../lib/clock.ts'
import { formatDateWithWeekday } from '../../lib/format/date.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { DutyTabs } from '../../ui/duty-tabs.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/status-tag.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { DayDuties } from './day-duties.tsx'
import { DeskCalendars } from './desk-calendars.tsx'
import { halfWords, timesWords } from './duty-words.ts'
import { NoShowDialog } from './no-show-dialog.tsx'
import { dayWords, type DayDuty, type DayShift, type DayStep } from './presence.ts'
import { SignForDialog } from './sign-for-dialog.tsx'
import { SubstituteDialog } from './substitute-dialog.tsx'
import './duties.css'

const minute = 60_000

type Open = { step: DayStep; duty: DayDuty }

/** 今天到岗: who is at the desk, who is late, whom to call. */
export function DutyDayScreen() {
  const today = todayNow()
  const [date, setDate] = useState(today)
  const asked = useAsk('duties.day', { date }, { every: minute, fresh: true })
  const [open, setOpen] = useState<Open>()
  const [done, setDone] = useState<string>()
  const day = asked.previous ? undefined : asked.data
  const go = (to: LocalDate) => {
    setDate(to)
    setDone(undefined)
  }
  const dialog = {
    onClose: () => setOpen(undefined),
    onDone: (words: string) => {
      setOpen(undefined)
      setDone(words)
    },
  }
  return (
    <Screen
      title={date === today ? '今天到岗' : '当天到岗'}
      subtitle={
        <>
          {formatDateWithWeekday(date)}
          {day ? `　${dayWords(day.shifts, now())}` : ''}
        </>
      }
      actions={<DayChoice date={date} today={today} onGo={go} />}
    >
      <DutyTabs current="day" />
      <FailureNotice failure={asked.failure} />
      {done ? (
        <Notice tone="done" onClose={() => setDone(undefined)}>
          {done}
        </Notice>
      ) : null}
      {!day && !asked.failure ? <Loading /> : null}
      {day?.shifts.length === 0 ? (
        <EmptyState text="这一天没有排班，或者值班表还没有发布。" />
      ) : null}
      {day?.shifts.map((shift) => (
        <Section
          key={shift.shiftId}
          title={`${halfWords[shift.half]} ${timesWords(shift)} ${shift.deskName}`}
          extra={<Missing shift={shift} />}
        >
          <DayDuties shift={shift} onStep={(step, duty) => setOpen({ step, duty })} />
        </Section>
      ))}
      {day ? <DeskCalendars shifts={day.shifts} /> : null}
      {open?.step === 'signIn' || open?.step === 'signOut' ? (
        <SignForDialog duty={open.duty} kind={open.step === 'signIn' ? 'in' : 'out'} {...dialog} />
      ) : null}
      {open?.step === 'substitute' ? <SubstituteDialog duty={open.duty} {...dialog} /> : null}
      {open?.step === 'noShow' || open?.step === 'hasCome' ? (
        <NoShowDialog duty={open.duty} noShow={open.step === 'noShow'} {...dialog} />
      ) : null}
      {open?.step === 'correct' ? <CorrectDialog duty={open.duty} {...dialog} /> : null}
    </Screen>
  )
}

function Missing({ shift }: { shift: DayShift }) {
  return (
    <>
      {shift.missing > 0 ? <Tag tone="late" word={`缺 ${shift.missing} 人`} /> : null}
      {shift.hidden > 0 ? <Tag tone="plain" word={`另有 ${shift.hidden} 人由主任安排`} /> : null}
    </>
  )
}

type DayChoiceProps = { date: LocalDate; today: LocalDate; onGo: (date: LocalDate) => void }

function DayChoice({ date, today, onGo }: DayChoiceProps) {
  return (
    <>
      <Button icon={<ChevronLeft aria-hidden="true" />} onClick={() => onGo(addDays(date, -1))}>
        前一天
      </Button>
      <Button disabled={date === today} onClick={() => onGo(today)}>
        今天
      </Button>
      <Button icon={<ChevronRight aria-hidden="true" />} onClick={() => onGo(addDays(date, 1))}>
        后一天
      </Button>
      <DateField
        key={date}
        label="日期"
        hideLabel
        value={date}
        onChange={(chosen) => {
          if (chosen && chosen !== date) onGo(chosen)
        }}
      />
    </>
  )
}
