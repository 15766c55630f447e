import { z } from 'zod'
import {
  consentNames,
  pauseNames,
  type Consent,
  type PauseReason,
} from '#db/domain/deadline/rule.ts'
import { roles } from '#db/domain/roles.ts'
import { caseWorkers, command, managers, nothing, query, task } from './operation.ts'
import { filledLine, id, instant, line, localDate, prose } from './values.ts'

const keysOf = <Key extends string>(names: Record<Key, string>) =>
  z.enum(Object.keys(names) as [Key, ...Key[]])

/** Why a line stands on the board, by urgency. */
export const boardGroups = ['overdue', 'today', 'soon', 'waiting', 'noNextStep'] as const
/** What a line of the board is about; each leads to its own screen. */
export const boardKinds = [
  'deadline',
  'limitation',
  'obligation',
  'promise',
  'visit',
  'application',
  'approval',
  'loan',
  'noNextStep',
] as const

const boardLine = z.object({
  key: z.string(),
  group: z.enum(boardGroups),
  kind: z.enum(boardKinds),
  caseId: id,
  caseNumber: z.string(),
  title: z.string(),
  parties: z.string(),
  mediatorName: z.string().optional(),
  /** What is to be done: 申请司法确认, 第2期 5,000.00 元到期. */
  what: z.string(),
  /** Reminders go by this day: the earlier of the last safe day and the working day before it. */
  dueOn: localDate.optional(),
  /** The last safe day itself, unrolled: over only when it is past. */
  lastOn: localDate.optional(),
  rolled: localDate.optional(),
  ruleId: z.string().optional(),
  source: z.string().optional(),
  /** Whose turn it is; of `waiting`: whom we wait for, in words. */
  by: z.enum(roles).optional(),
  waitingFor: z.string().optional(),
  /** The object to open: an obligation, a visit, an application, an agreement. */
  objectId: id.optional(),
})
export type BoardLine = z.infer<typeof boardLine>

/** One clock of a case, running, standing or done. */
const clock = z.object({
  rule: z.string(),
  ruleId: z.string(),
  name: z.string(),
  topic: z.string(),
  topicName: z.string(),
  length: z.string(),
  eventName: z.string(),
  base: localDate,
  countedFrom: localDate,
  raw: localDate.optional(),
  notBefore: localDate.optional(),
  rolled: localDate.optional(),
  rollsOverWeekend: z.boolean(),
  dueOn: localDate.optional(),
  /** Both last days, where the length hangs on a procedure that nobody has told; the clock itself goes by the earlier. */
  bothDays: z.string().optional(),
  remindOn: localDate,
  reminders: z.array(localDate),
  missingYears: z.array(z.int()),
  pausedDays: z.int(),
  isPaused: z.boolean(),
  kind: z.enum(['law', 'policy']),
  verified: z.boolean(),
  source: z.string(),
  note: z.string().optional(),
  override: z.object({ date: localDate, reason: z.string() }).optional(),
  state: z.enum(['running', 'soon', 'today', 'overdue', 'paused', 'met', 'missed']),
  /** The reckoning, as the control slip prints it. */
  lines: z.array(z.object({ text: z.string(), date: localDate.optional() })),
  mayPause: z.array(keysOf<PauseReason>(pauseNames)),
  extensionNeeds: z.array(keysOf<Consent>(consentNames)).optional(),
  interruptible: z.boolean(),
})
export type CaseClock = z.infer<typeof clock>

const clockChange = z.object({
  id,
  rule: z.string(),
  ruleName: z.string(),
  kind: z.enum(['pause', 'extension', 'override', 'interruption']),
  onDay: localDate,
  untilDay: localDate.optional(),
  pauseReason: keysOf<PauseReason>(pauseNames).optional(),
  consents: z.array(keysOf<Consent>(consentNames)),
  words: z.string(),
  recordedByName: z.string(),
  recordedAt: instant,
  undone: z.object({ at: instant, byName: z.string(), reason: z.string() }).optional(),
})
export type ClockChange = z.infer<typeof clockChange>

const settings = z.strictObject({
  /** Six-digit code of GB/T 2260 whose local rules hold, or CN. */
  region: z.string().regex(/^(CN|\d{6})$/, { error: 'region' }),
  /** Tier of the minimum wage in this place. */
  wageTier: line(10),
  /** How many days ahead is soon. */
  soonDays: z.int().min(1).max(60),
  /** Below so many per cent of the statutory sum the linter warns (D11; policy, not law). */
  warnBelowPercent: z.int().min(0).max(100),
})
export type ClockSettings = z.infer<typeof settings>

const touches = ['clocks', 'cases', 'strengthening', 'calculations'] as const

export const clocks = {
  /** The morning list: overdue, today, soon, waiting for others, and cases that nobody knows how to go on with. */
  board: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({
      /** At most 200 of a group; `totals` says how many there are. */
      lines: z.array(boardLine),
      totals: z.record(z.enum(boardGroups), z.int()),
      /** Years that clocks of open cases run into and for which no days off are entered. */
      missingYears: z.array(z.int()),
    }),
  }),
  ofCase: query({
    allow: caseWorkers,
    input: z.strictObject({ caseId: id }),
    output: z.object({
      caseId: id,
      profile: z.string(),
      profileName: z.string(),
      region: z.string(),
      clocks: z.array(clock),
      /** Days that further clocks would count from and that nobody has told. */
      datesWanted: z.array(
        z.object({ event: z.string(), eventName: z.string(), rules: z.array(z.string()) }),
      ),
      dates: z.array(
        z.object({
          event: z.string(),
          eventName: z.string(),
          onDay: localDate,
          words: z.string(),
          recordedByName: z.string(),
          recordedAt: instant,
        }),
      ),
      changes: z.array(clockChange),
      mayChange: z.boolean(),
    }),
  }),
  /** Refused with the reason of the engine when the rule does not allow it. */
  change: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      rule: z.string().min(1).max(40),
      kind: z.enum(['pause', 'extension', 'override', 'interruption']),
      onDay: localDate,
      untilDay: localDate.optional(),
      pauseReason: keysOf<PauseReason>(pauseNames).optional(),
      consents: z.array(keysOf<Consent>(consentNames)).max(5),
      words: prose(500),
    }),
    output: z.object({ id }),
  }),
  /** The appraisal is over: the pause gets its last day. */
  endPause: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, untilDay: localDate }),
    output: nothing,
  }),
  undoChange: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({ id, reason: filledLine(200) }),
    output: nothing,
  }),
  /** A day that only people know; without `onDay` it is forgotten. */
  setDate: command({
    allow: caseWorkers,
    touches,
    input: z.strictObject({
      caseId: id,
      event: z.string().regex(/^[a-z][a-zA-Z]{1,59}$/),
      onDay: localDate.optional(),
      words: line(200),
    }),
    output: nothing,
  }),
  /** Everything that falls on a day of this stretch. */
  calendar: query({
    allow: 'signedIn',
    input: z.strictObject({ from: localDate, to: localDate }),
    output: z.object({
      lines: z.array(boardLine.extend({ dueOn: localDate })),
      daysOff: z.array(localDate),
      workdays: z.array(localDate),
      missingYears: z.array(z.int()),
    }),
  }),
  /** Asks where to, writes an .ics file; names only with `withNames`. */
  exportCalendar: task({
    allow: 'signedIn',
    touches: [],
    input: z.strictObject({ from: localDate, to: localDate, withNames: z.boolean() }),
    output: z.object({ saved: z.string().optional(), count: z.int() }),
  }),
  /** Every rule with a time in it that holds in this region on this day. */
  rules: query({
    allow: 'signedIn',
    input: z.strictObject({ on: localDate, profile: z.string().max(20).optional() }),
    output: z.array(
      z.object({
        rule: z.string(),
        ruleId: z.string(),
        name: z.string(),
        profiles: z.array(z.string()),
        topicName: z.string(),
        eventName: z.string(),
        length: z.string(),
        region: z.string(),
        validFrom: localDate,
        validTo: localDate.optional(),
        source: z.string(),
        kind: z.enum(['law', 'policy']),
        verified: z.boolean(),
        note: z.string().optional(),
      }),
    ),
  }),
  settings: query({ allow: 'signedIn', input: nothing, output: settings }),
  saveSettings: command({
    allow: managers,
    // The law of another region, and another line for the linter (D11).
    touches: ['clocks', 'cases', 'calculations', 'figures', 'agreements'],
    input: settings,
    output: nothing,
  }),
}

const holidayYear = z.object({
  year: z.int(),
  holidays: z.array(localDate),
  workdays: z.array(localDate),
  source: z.string(),
  verified: z.boolean(),
  /** Entered here, not shipped. */
  own: z.boolean(),
  enteredByName: z.string().optional(),
  enteredAt: instant.optional(),
})
export type HolidayYearRow = z.infer<typeof holidayYear>

export const holidays = {
  list: query({ allow: 'signedIn', input: nothing, output: z.array(holidayYear) }),
  /** Reads the text of the State Council's notice; what does not add up is named with its place. */
  read: query({
    allow: managers,
    input: z.strictObject({ text: prose(20_000), year: z.int().min(2000).max(2199) }),
    output: z.object({
      ok: z.boolean(),
      days: z
        .object({
          year: z.int(),
          holidays: z.array(localDate),
          workdays: z.array(localDate),
          otherYears: z.object({ holidays: z.array(localDate), workdays: z.array(localDate) }),
          number: z.string().optional(),
        })
        .optional(),
      faults: z.array(z.object({ code: z.string(), text: z.string(), words: z.string() })),
    }),
  }),
  save: command({
    allow: managers,
    touches: ['clocks', 'cases', 'calculations', 'holidays'],
    input: z.strictObject({
      year: z.int().min(2000).max(2199),
      holidays: z.array(localDate).min(1).max(120),
      workdays: z.array(localDate).max(60),
      source: filledLine(200),
      notice: prose(20_000),
    }),
    output: nothing,
  }),
  /** Back to the shipped table of that year, or to none. */
  remove: command({
    allow: managers,
    touches: ['clocks', 'cases', 'calculations', 'holidays'],
    input: z.strictObject({ year: z.int().min(2000).max(2199) }),
    output: nothing,
  }),
}
