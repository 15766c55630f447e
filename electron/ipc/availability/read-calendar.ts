import ICAL from 'ical.js'
import {
  busyParts,
  type BusyPart,
  type HalfHours,
  type WallTime,
} from '#db/domain/duty/busy-days.ts'
import { DomainError } from '#db/domain/errors.ts'
import { addDays, localDate, type LocalDate } from '#db/domain/local-date.ts'

/** Bytes of a calendar that is taken, what it may hold, and how long its repeats may take: the core waits for it. */
const largestCalendar = 5 * 1024 * 1024
const mostEvents = 10_000
const mostMilliseconds = 5000
const mostParts = 2000
const shanghaiHours = 8

type CalendarPart = BusyPart & { title: string; key: string }
type Stretch = { from: LocalDate; to: LocalDate }

/** UTF-8, or the old encoding of Chinese systems. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function parse(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[]
  const roots = (Array.isArray(parsed[0]) ? parsed : [parsed]) as ConstructorParameters<
    typeof ICAL.Component
  >[0][]
  const calendars = roots.map((root) => new ICAL.Component(root))
  if (calendars.some(({ name }) => name !== 'vcalendar')) throw new RangeError('no calendar')
  return calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
}

/** The entries; where the parser refuses the whole for one of them, each by itself. */
function eventsIn(bytes: Buffer): { events: ICAL.Component[]; broken: string[] } {
  const text = textOf(bytes)
  try {
    return { events: parse(text), broken: [] }
  } catch {
    const blocks = text.match(/^BEGIN:VEVENT\s*$[\s\S]*?^END:VEVENT\s*$/gimu) ?? []
    const shell = text.replace(/^BEGIN:VEVENT\s*$[\s\S]*^END:VEVENT\s*$/imu, '@@')
    if (!shell.includes('@@') || blocks.length > mostEvents)
      throw new DomainError('lawyers.badFile')
    const read = blocks.map((block) => {
      try {
        return { block, events: parse(shell.replace('@@', () => block.trim())) }
      } catch {
        return { block, events: [] }
      }
    })
    const events = read.flatMap((each) => each.events)
    if (events.length === 0) throw new DomainError('lawyers.badFile')
    return {
      events,
      broken: read.filter((each) => each.events.length === 0).map(({ block }) => titleIn(block)),
    }
  }
}

const titleIn = (block: string) => /^SUMMARY[^:\r\n]*:(.*)$/imu.exec(block)?.[1]?.trim() ?? ''

/** Milliseconds by which the clock of a zone is before UTC; undefined for a zone that nobody knows. */
function offsetAt(instant: number, zone: string): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    }).formatToParts(instant)
    const part = (type: string) => Number(parts.find((each) => each.type === type)?.value)
    const wall = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
    )
    return wall - Math.floor(instant / 60_000) * 60_000
  } catch {
    return undefined
  }
}

/** On the wall in China; a time without a zone is meant so already. */
function wallTimeOf(time: ICAL.Time & { timezone?: string }): WallTime {
  let instant = time.toUnixTime() * 1000
  if (time.zone?.tzid === 'floating') {
    const named = time.timezone || 'Asia/Shanghai'
    instant -= offsetAt(instant, named) ?? shanghaiHours * 3_600_000
  }
  const wall = new Date(instant + shanghaiHours * 3_600_000).toISOString()
  return { date: localDate(wall.slice(0, 10)), time: wall.slice(11, 16) }
}

/** The days of an occurrence; a day's own entry ends before the day that it names as its end. */
function partsOf(start: ICAL.Time, end: ICAL.Time, hours: HalfHours): BusyPart[] {
  if (!start.isDate) return busyParts(wallTimeOf(start), wallTimeOf(end), hours)
  const fromOn = localDate(start.toString().slice(0, 10))
  const last = addDays(localDate(end.toString().slice(0, 10)), -1)
  return [{ fromOn, toOn: last < fromOn ? fromOn : last, half: undefined }]
}

const valueOf = (component: ICAL.Component, name: string) =>
  String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
/** Called off, or put down without keeping anybody busy. */
const keepsFree = (component: ICAL.Component) =>
  valueOf(component, 'status') === 'CANCELLED' || valueOf(component, 'transp') === 'TRANSPARENT'

type Occurrence = { item: ICAL.Event; start: ICAL.Time; end: ICAL.Time; key: string }

/** Repeated within the day: such an entry is a mistake or a trap. */
const tooOften = ['SECONDLY', 'MINUTELY', 'HOURLY']

function* occurrencesOf(event: ICAL.Event, { to }: Stretch, until: number): Generator<Occurrence> {
  // Every entry should have an id; one without is known by its beginning.
  const key = `ics ${event.uid ?? `${event.startDate.toString()} ${event.summary ?? ''}`}`
  if (!event.isRecurring()) {
    yield { item: event, start: event.startDate, end: event.endDate, key }
    return
  }
  if (Object.keys(event.getRecurrenceTypes()).some((type) => tooOften.includes(type)))
    throw new RangeError('repeats within the day')
  const iterator = event.iterator()
  for (;;) {
    if (performance.now() > until) throw new DomainError('lawyers.fileTooBig')
    const next = iterator.next() as ICAL.Time | undefined
    if (!next || next.toString().slice(0, 10) > addDays(to, 1)) return
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    yield { item, start: startDate, end: endDate, key: `${key} ${next.toString()}` }
  }
}

/**
 * When somebody is busy between two days, by half-days: repeats, exceptions and zones worked out.
 * `broken` names the entries that make no sense.
 * @throws DomainError lawyers.badFile, lawyers.fileTooBig
 */
export function readCalendar(
  bytes: Buffer,
  stretch: Stretch,
  hours: HalfHours,
): { parts: CalendarPart[]; broken: string[] } {
  if (bytes.length > largestCalendar) throw new DomainError('lawyers.fileTooBig')
  const { events, broken } = eventsIn(bytes)
  if (events.length > mostEvents) throw new DomainError('lawyers.fileTooBig')
  const exceptions = exceptionsByUid(events)
  const until = performance.now() + mostMilliseconds
  const parts: CalendarPart[] = []
  for (const component of events) {
    if (component.hasProperty('recurrence-id') || keepsFree(component)) continue
    const own = exceptions.get(uidOf(component)) ?? []
    try {
      const event = new ICAL.Event(component, { exceptions: own })
      parts.push(...partsOfEvent(event, stretch, hours, until))
    } catch (error) {
      if (error instanceof DomainError) throw error
      broken.push(String(component.getFirstPropertyValue('summary') ?? ''))
    }
    if (parts.length > mostParts) throw new DomainError('lawyers.fileTooBig')
  }
  return { parts, broken }
}

const uidOf = (component: ICAL.Component) => String(component.getFirstPropertyValue('uid') ?? '')

function exceptionsByUid(events: readonly ICAL.Component[]): Map<string, ICAL.Component[]> {
  const found = new Map<string, ICAL.Component[]>()
  for (const event of events) {
    if (!event.hasProperty('recurrence-id')) continue
    const own = found.get(uidOf(event)) ?? []
    own.push(event)
    found.set(uidOf(event), own)
  }
  return found
}

function partsOfEvent(
  event: ICAL.Event,
  stretch: Stretch,
  hours: HalfHours,
  until: number,
): CalendarPart[] {
  const parts: CalendarPart[] = []
  for (const { item, start, end, key } of occurrencesOf(event, stretch, until)) {
    if (keepsFree(item.component)) continue
    for (const [index, part] of partsOf(start, end, hours).entries())
      if (part.toOn >= stretch.from && part.fromOn <= stretch.to)
        parts.push({
          ...part,
          title: (item.summary ?? '').trim(),
          key: index === 0 ? key : `${key} +${index}`,
        })
  }
  return parts
}
