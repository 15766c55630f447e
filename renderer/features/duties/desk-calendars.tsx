import { CalendarPlus } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { desksOf } from './duty-words.ts'
import { useIcs } from './use-ics.ts'

/** The published rota of each desk of that day as a calendar file. */
export function DeskCalendars({
  shifts,
}: {
  shifts: readonly { deskId: string; deskName: string }[]
}) {
  const desks = desksOf(shifts)
  if (desks.length === 0) return null
  return (
    <Section title="窗口的日历">
      <p className="hint">
        存成日历文件，导进窗口的电脑或手机。改班以后再存、再导一次，原来的日程会跟着改。
      </p>
      {desks.map((desk) => (
        <DeskCalendar key={desk.deskId} desk={desk} />
      ))}
    </Section>
  )
}

function DeskCalendar({ desk }: { desk: { deskId: string; deskName: string } }) {
  const ics = useIcs({ deskId: desk.deskId })
  return (
    <div className="stack">
      <div>
        <Button
          icon={<CalendarPlus aria-hidden="true" />}
          busy={ics.saving}
          onClick={() => void ics.save()}
        >
          存{desk.deskName}的日历文件
        </Button>
      </div>
      {ics.saved ? <Notice tone="done">{ics.saved}</Notice> : null}
      <FailureNotice failure={ics.failure} />
    </div>
  )
}
