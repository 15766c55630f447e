import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { weekOf } from '#db/domain/rota/days.ts'
import type { Actor } from '#db/domain/access/case-access.ts'
import { maySeeLawyer, type Seen } from '#db/domain/duty/seeing.ts'
import { isWithCentre } from '#db/domain/duty/membership.ts'
import { addDays, localDateOf } from '#db/domain/local-date.ts'
import type { HolidayYear } from '#db/domain/deadline/period.ts'
import { listDesks } from '#db/queries/desks.ts'
import { listDuties, listPublishedShifts, type DutyRecord } from '#db/queries/duties.ts'
import { listLawyers } from '#db/queries/lawyers.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import { plannedShifts } from '#db/services/shift-plan.ts'
import { readSmallFile, writeSmallFile } from '#db/store/small-file.ts'
import { half, wallTime } from '#contract/lawyers.ts'
import { id, instant, localDate } from '#contract/values.ts'
import type { Core } from '../core.ts'
import { refreshLaw } from '../own-law.ts'
import { ensureMailboxKey } from './mailbox-key.ts'

const copySchema = z.object({
  format: z.literal('tanxin-duty-copy-v1'),
  writtenAt: instant,
  lockScreen: z.boolean(),
  /** Public key of the store's mailbox, PEM. */
  key: z.string(),
  days: z.array(z.object({ date: localDate, words: z.string() })),
  people: z.array(
    z.object({
      id,
      name: z.string(),
      initials: z.string(),
      firmName: z.string(),
      userId: id.optional(),
      pin: z.string().optional(),
    }),
  ),
  desks: z.array(z.object({ id, name: z.string(), place: z.string() })),
  shifts: z.array(
    z.object({
      id,
      date: localDate,
      half,
      startsAt: wallTime,
      endsAt: wallTime,
      deskId: id,
      deskName: z.string(),
      demand: z.int(),
    }),
  ),
  duties: z.array(
    z.object({
      id,
      shiftId: id,
      /** Without it somebody whom only the head sees. */
      lawyerId: id.optional(),
      name: z.string(),
      date: localDate,
      half,
      startsAt: wallTime,
      endsAt: wallTime,
      deskId: id,
      deskName: z.string(),
      place: z.string(),
      state: z.enum(['planned', 'cancelled']),
      sequence: z.int(),
      insteadOf: z.boolean(),
      insteadOfName: z.string().optional(),
      signedInAt: instant.optional(),
      signedOutAt: instant.optional(),
    }),
  ),
})

/** What may be known of the rota while the store is closed: names, half-days and desks, and what checks a PIN. */
export type DutyCopy = z.infer<typeof copySchema>

const copyFile = (dir: string) => join(dir, 'duty-copy.json')

/** A missing or spoilt one is as good as none. */
export function readDutyCopy(dir: string): DutyCopy | undefined {
  try {
    return copySchema.parse(JSON.parse(readSmallFile(copyFile(dir)) ?? ''))
  } catch {
    return undefined
  }
}

/** Names of another store must not stay on the screen. */
export const dropDutyCopy = (dir: string) => {
  rmSync(copyFile(dir), { force: true })
}

const weeksAhead = 8
const hiddenName = '值班律师'

const dutyOfCopy = (
  duty: DutyRecord,
  isSeen: (who: Seen) => boolean,
): DutyCopy['duties'][number] => ({
  id: duty.id,
  shiftId: duty.shiftId,
  ...(isSeen(duty) ? { lawyerId: duty.lawyerId } : {}),
  name: isSeen(duty) ? duty.lawyerName : hiddenName,
  date: duty.date,
  half: duty.half,
  startsAt: duty.startsAt,
  endsAt: duty.endsAt,
  deskId: duty.deskId,
  deskName: duty.deskName,
  place: duty.place,
  state: duty.state,
  sequence: duty.sequence,
  insteadOf: duty.insteadOf !== undefined,
  ...(duty.insteadOf && isSeen(duty.insteadOf) ? { insteadOfName: duty.insteadOf.name } : {}),
  ...(duty.signedInAt === undefined ? {} : { signedInAt: duty.signedInAt }),
  ...(duty.signedOutAt === undefined ? {} : { signedOutAt: duty.signedOutAt }),
})

/** The published rota from Monday of this week on, as the store has it; without `seer` as anybody may see it. */
export async function dutyCopyOf(
  db: Reader,
  now: string,
  calendar: readonly HolidayYear[],
  seer?: Actor,
): Promise<DutyCopy> {
  const today = localDateOf(now)
  const from = weekOf(today)
  const stretch = { from, to: addDays(from, weeksAhead * 7 - 1) }
  const isSeen = (who: Seen) => maySeeLawyer(seer, who)
  const { lockScreen } = await getSetting(db, 'rota')
  const planned = await plannedShifts(db, stretch, calendar)
  const known = (await listLawyers(db)).filter(
    (lawyer) => isSeen(lawyer) && isWithCentre({ ...lawyer, joinedOn: from }, today),
  )
  return {
    format: 'tanxin-duty-copy-v1',
    writtenAt: now,
    lockScreen,
    key: (await getSetting(db, 'dutyMailbox')).publicKey,
    days: planned.map(({ date, words }) => ({ date, words })),
    people: known.map(({ id: lawyerId, name, initials, firmShortName, userId, pin }) => ({
      id: lawyerId,
      name,
      initials,
      firmName: firmShortName ?? '',
      ...(userId === undefined ? {} : { userId }),
      ...(pin === undefined ? {} : { pin }),
    })),
    desks: (await listDesks(db)).map(({ id: deskId, name, place }) => ({
      id: deskId,
      name,
      place,
    })),
    shifts: await listPublishedShifts(db, stretch),
    duties: (await listDuties(db, stretch)).map((duty) => dutyOfCopy(duty, isSeen)),
  }
}

const nobody = (copy: DutyCopy): DutyCopy => ({
  ...copy,
  days: [],
  people: [],
  desks: [],
  shifts: [],
  duties: [],
})

/**
 * Writes the copy beside the store anew. Called at sign-in and after whatever touches duties; it never fails what was
 * asked: a copy that could not be written is old, and says of when it is.
 */
export async function refreshDutyCopy(core: Core) {
  const { store } = core
  if (!store) return
  try {
    if (core.lawOf !== store) refreshLaw(core)
    await ensureMailboxKey(store, core.clock.now())
    const copy = await dutyCopyOf(store.db, core.clock.now(), core.calendar)
    // An old copy may stay where writing fails, but not against the centre's will.
    if (!copy.lockScreen) dropDutyCopy(core.dir)
    if (copy.people.length === 0 && copy.duties.length === 0) dropDutyCopy(core.dir)
    else
      writeSmallFile(
        copyFile(core.dir),
        `${JSON.stringify(copy.lockScreen ? copy : nobody(copy))}\n`,
      )
  } catch (error) {
    core.log('error', 'duties.copy', { thrown: error instanceof Error ? error.name : typeof error })
  }
}
