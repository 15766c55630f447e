import ical, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventTransparency,
} from 'ical-generator'
import { formatChineseDate, type LocalDate } from '#db/domain/local-date.ts'

/** What falls on a day; `key` is the same whenever it is written. */
export type CalendarEntry = {
  key: string
  dueOn: LocalDate
  what: string
  caseNumber: string
  title: string
  parties: string
  waitingFor?: string | undefined
  rolled?: LocalDate | undefined
  source?: string | undefined
}

/** At nine in the morning of the day. */
const alarmAfterSeconds = 9 * 3600

const wordsOf = (line: CalendarEntry, withNames: boolean): string[] => [
  `案号：${line.caseNumber}`,
  ...(withNames ? [`当事人：${line.parties}`, `事由：${line.title}`] : []),
  ...(line.waitingFor === undefined || !withNames ? [] : [`等候：${line.waitingFor}`]),
  ...(line.rolled === undefined || line.rolled === line.dueOn
    ? []
    : [`顺延后最后一日：${formatChineseDate(line.rolled)}，请仍按本日办理`]),
  ...(line.source === undefined ? [] : [`依据：${line.source}`]),
]

/**
 * Whole days of Asia/Shanghai with an alarm each. The id of an entry stays the same, so that a later file takes the
 * place of an earlier one instead of doubling it.
 */
export function calendarFile(
  lines: readonly CalendarEntry[],
  { now, withNames }: { now: string; withNames: boolean },
): string {
  const calendar = ical({
    name: '调解期限',
    prodId: { company: 'tanxin', product: 'clocks', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const line of lines) {
    const summary = withNames
      ? `${line.what}（${line.parties}）`
      : `${line.what}（${line.caseNumber}）`
    const event = calendar.createEvent({
      id: `${line.key.replaceAll(':', '-')}@tanxin`,
      start: new Date(`${line.dueOn}T00:00:00Z`),
      allDay: true,
      stamp: new Date(now),
      summary,
      description: wordsOf(line, withNames).join('\n'),
      transparency: ICalEventTransparency.TRANSPARENT,
    })
    // Without this word the alarm counts from the end of the day; the constructor does not take it.
    event
      .createAlarm({
        type: ICalAlarmType.display,
        triggerAfter: alarmAfterSeconds,
        description: summary,
      })
      .relatesTo(ICalAlarmRelatesTo.start)
  }
  // Its own time zone setting writes days as this machine's clock sees them; whole days have none.
  return calendar
    .toString()
    .replace('X-WR-CALNAME:', 'X-WR-TIMEZONE:Asia/Shanghai\r\nX-WR-CALNAME:')
}
