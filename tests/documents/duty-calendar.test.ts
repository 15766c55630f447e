import fc from 'fast-check'
import ICAL from 'ical.js'
import { afterEach, describe, expect, it } from 'vitest'
import { addDays, localDate } from '#db/domain/local-date.ts'
import { dutyCalendar, type DutyEntry } from '#documents/duty-calendar.ts'

const now = '2026-11-22T08:30:00.000Z'
const entry = (more: Partial<DutyEntry> = {}): DutyEntry => ({
  dutyId: '0190a3c4-0000-7000-8000-000000000001',
  sequence: 0,
  cancelled: false,
  date: localDate('2026-11-23'),
  startsAt: '08:30',
  endsAt: '11:30',
  deskName: '一号窗口',
  place: '一楼大厅，东侧；近门',
  lawyerName: '李明',
  forDesk: false,
  ...more,
})

const write = (...lines: DutyEntry[]) => dutyCalendar(lines, { name: '李明值班', now })

const eventsIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  return {
    calendar,
    events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)),
  }
}

/** A calendar that takes files one after another, as RFC 5545 says: the higher sequence of an id holds. */
const imported = (...files: string[]) => {
  const held = new Map<string, InstanceType<typeof ICAL.Event>>()
  for (const event of files.flatMap((file) => eventsIn(file).events)) {
    const before = held.get(event.uid)
    if (!before || before.sequence <= event.sequence) held.set(event.uid, event)
  }
  return [...held.values()]
}

const statusOf = (event: InstanceType<typeof ICAL.Event>) =>
  event.component.getFirstPropertyValue('status')

const machineZone = process.env.TZ
afterEach(() => {
  process.env.TZ = machineZone
  if (machineZone === undefined) delete process.env.TZ
})

describe('dutyCalendar', () => {
  it('writes wall times of Shanghai that a reader of another maker understands', () => {
    const { calendar, events } = eventsIn(write(entry()))
    const [event] = events
    if (!event) throw new Error('no event')
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai')
    const zone = calendar.getFirstSubcomponent('vtimezone')
    if (!zone) throw new Error('no zone')
    const shanghai = new ICAL.Timezone(zone)
    expect(shanghai.tzid).toBe('Asia/Shanghai')
    expect(event.startDate.toString()).toBe('2026-11-23T08:30:00')
    expect(event.endDate.toString()).toBe('2026-11-23T11:30:00')
    const start = event.startDate.clone()
    start.zone = shanghai
    expect(start.toJSDate().toISOString()).toBe('2026-11-23T00:30:00.000Z')
    expect(event.summary).toBe('律师值班 一号窗口')
    expect(event.location).toBe('一号窗口 一楼大厅，东侧；近门')
  })

  it('writes the same wall times wherever the machine stands', () => {
    const written = ['Asia/Shanghai', 'America/New_York', 'UTC'].map((zone) => {
      process.env.TZ = zone
      return write(entry(), entry({ dutyId: 'b', startsAt: '00:00', endsAt: '23:59' }))
    })
    expect(new Set(written).size).toBe(1)
  })

  it('reminds at six in the evening before', () => {
    for (const startsAt of ['08:30', '14:00', '00:05']) {
      const alarm = eventsIn(write(entry({ startsAt, endsAt: '17:00' })))
        .events[0]?.component //
        .getFirstSubcomponent('valarm')
      const trigger = alarm?.getFirstPropertyValue('trigger')
      if (!(trigger instanceof ICAL.Duration)) throw new Error('no trigger')
      const start = new Date(`2026-11-23T${startsAt}:00Z`).getTime() + trigger.toSeconds() * 1000
      expect(new Date(start).toISOString()).toBe('2026-11-22T18:00:00.000Z')
    }
  })

  it('replaces an entry after a change instead of doubling it, and after another one', () => {
    const first = write(entry(), entry({ dutyId: 'other', startsAt: '14:00', endsAt: '17:00' }))
    const moved = write(entry({ sequence: 1, startsAt: '09:00' }))
    const [event, ...rest] = imported(first, moved).toSorted((a, b) => b.sequence - a.sequence)
    expect(rest).toHaveLength(1)
    expect(event?.startDate.toString()).toBe('2026-11-23T09:00:00')
    const takenBack = write(entry({ sequence: 2, cancelled: true }))
    const held = imported(first, moved, takenBack)
    expect(held).toHaveLength(2)
    const cancelled = held.find(({ sequence }) => sequence === 2)
    expect(cancelled && statusOf(cancelled)).toBe('CANCELLED')
    expect(cancelled?.summary).toContain('已取消')
    expect(cancelled?.component.getFirstSubcomponent('valarm')).toBeNull()
    const again = imported(first, moved, takenBack, write(entry({ sequence: 3 })))
    expect(again.map(statusOf)).toEqual(['CONFIRMED', 'CONFIRMED'])
    // An old file that is opened late changes nothing.
    expect(imported(takenBack, moved).map(statusOf)).toEqual(['CANCELLED'])
  })

  it('names who comes in the calendar of a desk, and whose place it is', () => {
    const [event] = eventsIn(write(entry({ forDesk: true, insteadOfName: '王芳' }))).events
    expect(event?.summary).toBe('李明律师值班')
    expect(event?.description).toContain('替王芳值班')
  })

  it('gives back any names, places and times as they were', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((raw) => raw.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '').trim())
    const minute = fc.integer({ min: 0, max: 1438 })
    const clock = (at: number) =>
      `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(
        fc.array(fc.record({ desk: text, place: text, days: fc.nat(800), at: minute }), {
          maxLength: 5,
        }),
        (all) => {
          const lines = all.map(({ desk, place, days, at }, index) =>
            entry({
              dutyId: `duty-${index}`,
              deskName: desk,
              place,
              date: addDays(localDate('2026-01-01'), days),
              startsAt: clock(at),
              endsAt: clock(at + 1),
            }),
          )
          const { events } = eventsIn(dutyCalendar(lines, { name: '值班', now }))
          expect(events.map(({ uid }) => uid)).toEqual(
            lines.map(({ dutyId }) => `${dutyId}@tanxin`),
          )
          for (const [index, line] of lines.entries()) {
            const event = events[index]
            expect(event?.startDate.toString()).toBe(`${line.date}T${line.startsAt}:00`)
            expect(event?.location).toBe(
              [line.deskName, line.place].filter((part) => part !== '').join(' '),
            )
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is a calendar also when nothing is in it', () => {
    expect(eventsIn(write()).events).toEqual([])
  })
})
