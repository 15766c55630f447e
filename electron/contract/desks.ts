import { z } from 'zod'
import { daysBetween } from '#db/domain/local-date.ts'
import { half, rotaKeepers, wallTime } from './lawyers.ts'
import { command, nothing, query } from './operation.ts'
import { filledLine, id, line, localDate } from './values.ts'

const dayKind = z.enum(['1', '2', '3', '4', '5', '6', '7', 'market'])
const pattern = z
  .strictObject({
    dayKind,
    half,
    startsAt: wallTime,
    endsAt: wallTime,
    demand: z.int().min(0).max(50),
  })
  .refine(({ startsAt, endsAt }) => startsAt < endsAt, { error: 'order', path: ['endsAt'] })
const deskForm = z.strictObject({
  name: filledLine(30),
  place: line(60),
  patterns: z.array(pattern).max(16),
})
const openingDay = z.strictObject({ date: localDate, open: z.boolean(), words: line(100) })
const pairingForm = z.strictObject({
  oneId: id,
  otherId: id,
  kind: z.enum(['together', 'apart']),
  note: line(200),
})

/** Days on which the market is held; several ways count together. */
const marketDays = z.strictObject({
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  /** Last digit of the day of the month: 1, 4, 7. */
  solarEndings: z.array(z.int().min(0).max(9)).max(10),
  /** Last digit of the day of the lunar month. */
  lunarEndings: z.array(z.int().min(0).max(9)).max(10),
  dates: z.array(localDate).max(200),
})
const rotaSettings = z.strictObject({
  /** A seat may stay empty, at a price. */
  allowGaps: z.boolean(),
  conflicts: z.enum(['forbid', 'flag']),
  /** Covers and swaps wait for the head. */
  headApproves: z.boolean(),
  /** Lawyers may ask for a change until this hour of the evening before. */
  changesUntilHour: z.int().min(0).max(24),
  /** Minutes after the start without a sign-in: at risk of a no-show. */
  lateAfterMinutes: z.int().min(0).max(240),
  solveSeconds: z.int().min(5).max(600),
  phonesOnPaper: z.boolean(),
  /** Names and times of the published rota, on the lock screen. */
  lockScreen: z.boolean(),
  marketDays,
})
export type RotaSettings = z.infer<typeof rotaSettings>

const touches = ['desks', 'rotas', 'duties'] as const
const revision = z.int().min(0)

export const desks = {
  all: query({
    allow: 'signedIn',
    input: nothing,
    output: z.object({
      desks: z.array(deskForm.extend({ id, revision: z.int(), position: z.int() })),
      openingDays: z.array(openingDay),
      pairings: z.array(pairingForm.extend({ id, oneName: z.string(), otherName: z.string() })),
      settings: rotaSettings,
    }),
  }),
  /** What is open on each day of a stretch by calendar, market and hand: for a look before a rota is made. */
  days: query({
    allow: rotaKeepers,
    input: z
      .strictObject({ from: localDate, to: localDate })
      .refine(({ from, to }) => daysBetween(from, to) <= 400, { error: 'tooLong', path: ['to'] }),
    output: z.object({
      days: z.array(
        z.object({
          date: localDate,
          open: z.boolean(),
          /** 国庆节放假, 调休上班, 集市日, or the words of a day set by hand. */
          words: z.string(),
          shifts: z.array(
            z.object({ deskId: id, half, startsAt: wallTime, endsAt: wallTime, demand: z.int() }),
          ),
        }),
      ),
      /** Years whose days off are not known: only weekends count. */
      missingYears: z.array(z.int()),
    }),
  }),
  save: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id: id.optional(), revision, desk: deskForm }),
    output: z.object({ id, revision: z.int() }),
  }),
  /** Refused while published duties lie ahead. */
  remove: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id, revision }),
    output: nothing,
  }),
  setDay: command({ allow: rotaKeepers, touches, input: openingDay, output: nothing }),
  unsetDay: command({
    allow: rotaKeepers,
    touches,
    input: z.strictObject({ date: localDate }),
    output: nothing,
  }),
  savePairing: command({
    allow: ['head'],
    touches,
    input: pairingForm.refine(({ oneId, otherId }) => oneId !== otherId, { error: 'samePerson' }),
    output: z.object({ id }),
  }),
  removePairing: command({
    allow: ['head'],
    touches,
    input: z.strictObject({ id }),
    output: nothing,
  }),
  saveSettings: command({ allow: ['head'], touches, input: rotaSettings, output: nothing }),
}
