import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayStillAsk } from '#db/domain/duty/deadline.ts'
import { isAtRisk, minutesServed, sumServed } from '#db/domain/duty/hours.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import { nextSign, type SignedDuty, signTrouble } from '#db/domain/duty/sign.ts'
import { minutesBetween, wallOf } from '#db/domain/duty/wall-time.ts'
import { localDate } from '#db/domain/local-date.ts'

const at = (day: string, time: string) => new Date(`2026-${day}T${time}:00.000+08:00`).toISOString()
const duty = {
  id: 'a',
  date: localDate('2026-11-23'),
  startsAt: '09:00',
  endsAt: '11:30',
  state: 'planned',
} satisfies SignedDuty
const night = { ...duty, startsAt: '00:20', endsAt: '03:00' }

describe('wallOf', () => {
  it('is the day and minute of Shanghai on both sides of midnight, in summer as in winter', () => {
    expect(wallOf('2026-11-22T15:59:59.999Z')).toEqual({ date: '2026-11-22', minute: 1439 })
    expect(wallOf('2026-11-22T16:00:00.000Z')).toEqual({ date: '2026-11-23', minute: 0 })
    expect(wallOf('2026-07-01T16:00:00.000Z')).toEqual({ date: '2026-07-02', minute: 0 })
    expect(wallOf('2026-12-31T16:00:00.000Z')).toEqual({ date: '2027-01-01', minute: 0 })
  })
})

describe('minutesBetween', () => {
  it('is the time that passed, whatever the calendar did', () => {
    const instant = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 90_000_000 }), (from, passed) => {
        const start = from - (from % 1000)
        const told = minutesBetween(
          new Date(start).toISOString(),
          new Date(start + passed).toISOString(),
        )
        expect(told).toBe(Math.floor(Math.floor(passed / 1000) / 60))
      }),
    )
  })
})

describe('signTrouble', () => {
  it('lets somebody sign in from an hour before on, on that day alone', () => {
    const code = (day: string, time: string, of = duty) => signTrouble(of, 'in', at(day, time))
    expect(code('11-23', '07:59')).toBe('duties.tooEarly')
    expect(code('11-23', '08:00')).toBeUndefined()
    expect(code('11-23', '23:59')).toBeUndefined()
    expect(code('11-24', '00:00')).toBe('duties.notToday')
    expect(code('11-22', '23:59', night)).toBe('duties.notToday')
    expect(code('11-23', '00:00', night)).toBeUndefined()
    expect(signTrouble({ ...duty, state: 'cancelled' }, 'in', at('11-23', '09:00'))).toBe(
      'duties.cancelled',
    )
  })

  it('lets somebody sign out once, after signing in', () => {
    const signed = { ...duty, signedInAt: at('11-23', '09:00') }
    expect(signTrouble(duty, 'out', at('11-23', '11:00'))).toBe('duties.notSignedIn')
    expect(signTrouble(signed, 'out', at('11-23', '08:59'))).toBe('duties.outBeforeIn')
    expect(signTrouble(signed, 'out', at('11-23', '09:00'))).toBeUndefined()
    const out = { ...signed, signedOutAt: at('11-23', '11:30') }
    expect(signTrouble(out, 'out', at('11-23', '11:31'))).toBe('duties.alreadySignedOut')
  })
})

describe('nextSign', () => {
  const afternoon = { ...duty, id: 'b', startsAt: '12:00', endsAt: '14:00' }

  it('signs out of the one before signing in to the next', () => {
    const now = at('11-23', '11:30')
    expect(nextSign([duty, afternoon], at('11-23', '10:00'))).toEqual({ dutyId: 'a', kind: 'in' })
    const signed = { ...duty, signedInAt: at('11-23', '09:00') }
    expect(nextSign([afternoon, signed], now)).toEqual({ dutyId: 'a', kind: 'out' })
    const out = { ...signed, signedOutAt: now }
    expect(nextSign([afternoon, out], now)).toEqual({ dutyId: 'b', kind: 'in' })
    // The first was missed: it is over, the window may sign for it.
    expect(nextSign([duty, afternoon], now)).toEqual({ dutyId: 'b', kind: 'in' })
    expect(nextSign([duty, afternoon], at('11-23', '14:00'))).toBeUndefined()
  })
})

describe('minutesServed', () => {
  const served = { ...duty, noShow: false }

  it('is what was corrected, else what the signs say, else nothing', () => {
    const signedInAt = '2026-11-23T01:00:00.000Z'
    expect(minutesServed(served)).toBe(0)
    expect(minutesServed({ ...served, signedInAt })).toBe(0)
    const out = { ...served, signedInAt, signedOutAt: '2026-11-23T03:30:59.999Z' }
    expect(minutesServed(out)).toBe(150)
    expect(minutesServed({ ...out, correctedMinutes: 0 })).toBe(0)
    expect(minutesServed({ ...served, correctedMinutes: 90 })).toBe(90)
  })

  it('is summed over what has begun, without whoever did not come or sign and what was taken back', () => {
    const now = at('11-23', '12:00')
    const later = { ...served, date: localDate('2026-11-24'), correctedMinutes: 60 }
    const missed = { ...served, noShow: true, correctedMinutes: 60 }
    const taken = { ...served, state: 'cancelled' as const, noShow: true }
    const done = { ...served, correctedMinutes: 60 }
    const nobody = { ...served }
    const forgotten = { ...served, correctedMinutes: 0 }
    expect(sumServed([done, later, missed, taken, nobody, forgotten], now)).toEqual({
      duties: 1,
      minutes: 60,
      corrected: 1,
      noShows: 2,
    })
  })

  it('is at risk from so many minutes after the beginning until somebody says what was', () => {
    const risk = (time: string, of = served) => isAtRisk(of, at('11-23', time), 15)
    expect(risk('09:14')).toBe(false)
    expect(risk('09:15')).toBe(true)
    expect(isAtRisk(served, at('11-22', '23:59'), 15)).toBe(false)
    expect(isAtRisk(served, at('11-24', '00:00'), 15)).toBe(true)
    expect(risk('10:00', { ...served, noShow: true })).toBe(false)
    const corrected = { ...served, correctedMinutes: 0 }
    expect(isAtRisk(corrected, at('11-23', '10:00'), 15)).toBe(false)
  })
})

describe('mayStillAsk', () => {
  it('ends on the evening before, at the hour that is set', () => {
    const may = (day: string, time: string, hour = 20) =>
      mayStillAsk(localDate('2026-12-01'), at(day, time), hour)
    expect(may('11-30', '19:59')).toBe(true)
    expect(may('11-30', '20:00')).toBe(false)
    expect(may('11-30', '23:59', 24)).toBe(true)
    expect(may('12-01', '00:00', 24)).toBe(false)
    expect(may('11-29', '23:59', 0)).toBe(true)
    expect(may('11-30', '00:00', 0)).toBe(false)
  })
})

describe('maySeeLawyer', () => {
  it('hides some from all but the head and themselves', () => {
    const hidden = { headOnly: true, userId: 'u' }
    const seenBy = (role: 'head' | 'receptionist' | 'lawyer', userId = 'x') =>
      maySeeLawyer({ role, userId }, hidden)
    expect(seenBy('head')).toBe(true)
    expect(seenBy('receptionist')).toBe(false)
    expect(seenBy('lawyer')).toBe(false)
    expect(seenBy('lawyer', 'u')).toBe(true)
    expect(maySeeLawyer(undefined, { headOnly: true })).toBe(false)
    expect(maySeeLawyer(undefined, { headOnly: false })).toBe(true)
  })
})
