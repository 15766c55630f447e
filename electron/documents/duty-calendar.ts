import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import type { LocalDate } from '#db/domain/local-date.ts'
import { lawyerTitle } from './duty-words.ts'

/** A published duty, or one that was taken back; times are wall times of Asia/Shanghai. */
export type DutyEntry = {
  dutyId: string
  /** Goes up with every change, so that calendars take the newer one. */
  sequence: number
  cancelled: boolean
  date: LocalDate
  /** HH:MM */
  startsAt: string
  endsAt: string
  deskName: string
  place: string
  lawyerName: string
  insteadOfName?: string | undefined
  /** In the calendar of a desk: told by who comes, not by where. */
  forDesk: boolean
}

const alarmAtHour = 18

/** China has one zone and no summer time since 1991. */
const shanghai = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n')

const minutesOf = (time: string): number => {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The wall time as if it were UTC: written without a zone, which is put before it afterwards. */
const wall = (date: LocalDate, time: string): Date => new Date(`${date}T${time}:00Z`)

const summaryOf = (line: DutyEntry): string => {
  const words = line.forDesk ? `${lawyerTitle(line.lawyerName)}值班` : `律师值班 ${line.deskName}`
  return line.cancelled ? `已取消：${words}` : words
}

const wordsOf = (line: DutyEntry): string[] => [
  `时间：${line.startsAt}—${line.endsAt}`,
  `地点：${[line.deskName, line.place].filter((part) => part !== '').join('，')}`,
  ...(line.forDesk ? [`值班律师：${line.lawyerName}`] : []),
  ...(line.insteadOfName === undefined ? [] : [`替${line.insteadOfName}值班`]),
  ...(line.cancelled ? ['这一班已经取消，不用来。'] : []),
]

/**
 * Duties as a calendar file. The id of an entry stays the same and its sequence goes up, so that a later file takes
 * the place of an earlier one; a duty that was taken back is written as cancelled.
 */
export function dutyCalendar(
  lines: readonly DutyEntry[],
  { name, now }: { name: string; now: string },
): string {
  const calendar = ical({
    name: name.replaceAll(/\s+/g, ' '),
    prodId: { company: 'tanxin', product: 'duties', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const line of lines) {
    const summary = summaryOf(line)
    const event = calendar.createEvent({
      id: `${line.dutyId}@tanxin`,
      sequence: line.sequence,
      start: wall(line.date, line.startsAt),
      end: wall(line.date, line.endsAt),
      floating: true,
      stamp: new Date(now),
      lastModified: new Date(now),
      status: line.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: line.cancelled
        ? ICalEventTransparency.TRANSPARENT
        : ICalEventTransparency.OPAQUE,
      summary,
      location: [line.deskName, line.place].filter((part) => part !== '').join(' '),
      description: wordsOf(line).join('\n'),
    })
    if (!line.cancelled) {
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: (minutesOf(line.startsAt) + (24 - alarmAtHour) * 60) * 60,
        description: `明天 ${line.startsAt} ${summary}`,
      })
    }
  }
  // Its own time zone setting writes hours as this machine's clock sees them.
  return calendar
    .toString()
    .replaceAll(/^(DTSTART|DTEND):/gm, '$1;TZID=Asia/Shanghai:')
    .replace(/^X-WR-CALNAME:/m, 'X-WR-TIMEZONE:Asia/Shanghai\r\nX-WR-CALNAME:')
    .replace(/^(BEGIN:VEVENT|END:VCALENDAR)/m, `${shanghai}\r\n$1`)
}
