import { basename } from 'node:path'
import { v7 as uuid } from 'uuid'
import type { DutyWeek, duties as contract } from '#contract/duties.ts'
import type { DutyLine } from '#contract/duty-line.ts'
import { DomainError } from '#db/domain/errors.ts'
import { isOver } from '#db/domain/duty/hours.ts'
import { nextSign, signTrouble } from '#db/domain/duty/sign.ts'
import { addDays, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { weekOf } from '#db/domain/rota/days.ts'
import { signDuty } from '#db/services/duty-signs.ts'
import { checkPin } from '#db/services/lawyer-pin.ts'
import { codeOf } from '#db/store/store-error.ts'
import { dutyCalendar } from '#documents/duty-calendar.ts'
import { safeFileName } from '#documents/paper.ts'
import type { Handlers, TaskContext } from '../context.ts'
import { writeOut } from '../volume/volume-files.ts'
import { type DutyCopy, dutyCopyOf, readDutyCopy } from './duty-copy.ts'
import { listPosted, post } from './mailbox.ts'
import { tryPin } from './pin-tries.ts'

type CopiedDuty = DutyCopy['duties'][number]
type Told = {
  copy: DutyCopy
  /** Signs that wait for the store. */
  waiting: number
  /** Answered from the copy beside the closed store. */
  isCopy: boolean
}

const empty = (now: string): DutyCopy => ({
  format: 'tanxin-duty-copy-v1',
  writtenAt: now,
  lockScreen: true,
  key: '',
  days: [],
  people: [],
  desks: [],
  shifts: [],
  duties: [],
})

const isOpen = ({ core, connection }: TaskContext) =>
  core.store !== undefined && connection.actor !== undefined

/** Signs that wait are shown as made, or somebody would sign twice. */
function withMail(copy: DutyCopy, dir: string): Told {
  const mail = listPosted(dir, copy.key)
  const atOf = (dutyId: string, kind: 'in' | 'out') =>
    mail.find((letter) => letter.dutyId === dutyId && letter.kind === kind)?.at
  const duties = copy.duties.map((duty) => {
    const signedInAt = duty.signedInAt ?? atOf(duty.id, 'in')
    const signedOutAt = duty.signedOutAt ?? atOf(duty.id, 'out')
    return {
      ...duty,
      ...(signedInAt === undefined ? {} : { signedInAt }),
      ...(signedOutAt === undefined ? {} : { signedOutAt }),
    }
  })
  return { copy: { ...copy, duties }, waiting: mail.length, isCopy: true }
}

/** @throws DomainError duties.lockScreenOff */
async function told(context: TaskContext): Promise<Told> {
  const { core, now } = context
  if (core.store && isOpen(context))
    return {
      copy: await dutyCopyOf(core.store.db, now, core.calendar, context.actor()),
      waiting: 0,
      isCopy: false,
    }
  const answer = withMail(readDutyCopy(core.dir) ?? empty(now), core.dir)
  if (!answer.copy.lockScreen) throw new DomainError('duties.lockScreenOff')
  return answer
}

const lineOf = (duty: CopiedDuty): DutyLine => ({
  dutyId: duty.id,
  shiftId: duty.shiftId,
  date: duty.date,
  half: duty.half,
  startsAt: duty.startsAt,
  endsAt: duty.endsAt,
  deskName: duty.deskName,
  place: duty.place,
  state: duty.state,
  ...(duty.insteadOfName === undefined ? {} : { insteadOfName: duty.insteadOfName }),
  ...(duty.signedInAt === undefined ? {} : { signedInAt: duty.signedInAt }),
  ...(duty.signedOutAt === undefined ? {} : { signedOutAt: duty.signedOutAt }),
})

async function week(context: TaskContext): Promise<DutyWeek> {
  const { copy, waiting, isCopy } = await told(context)
  const monday = weekOf(localDateOf(context.now))
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const shiftsOn = (date: LocalDate) =>
    copy.shifts
      .filter((shift) => shift.date === date)
      .map(({ id: shiftId, date: _date, ...shift }) => ({
        shiftId,
        ...shift,
        people: copy.duties
          .filter((duty) => duty.shiftId === shiftId && duty.state === 'planned')
          .map(({ lawyerId, name, insteadOf }) => ({
            ...(lawyerId === undefined ? {} : { lawyerId }),
            name,
            insteadOf,
          })),
      }))
      .filter(({ demand, people }) => demand > 0 || people.length > 0)
  return {
    days: dates.map((date) => ({
      date,
      words: copy.days.find((day) => day.date === date)?.words ?? '',
      shifts: shiftsOn(date),
    })),
    people: copy.people.map(({ id: lawyerId, name, initials, pin, userId }) => ({
      lawyerId,
      name,
      initials,
      hasPin: pin !== undefined,
      ...(userId === undefined ? {} : { userId }),
    })),
    ...(isCopy && copy.people.length + copy.duties.length > 0 ? { asOf: copy.writtenAt } : {}),
    waiting,
  }
}

const personIn = ({ people }: DutyCopy, lawyerId: string) => {
  const person = people.find(({ id }) => id === lawyerId)
  if (!person) throw new DomainError('lawyers.notFound')
  return person
}

async function person(context: TaskContext, { lawyerId }: { lawyerId: string }) {
  const { copy } = await told(context)
  const { now } = context
  const found = personIn(copy, lawyerId)
  const today = localDateOf(now)
  const own = copy.duties.filter((duty) => duty.lawyerId === lawyerId && duty.state === 'planned')
  const coming = own.filter(({ date }) => date >= today)
  const next = coming.find((duty) => !isOver({ ...duty, noShow: false }, now))
  const sign = nextSign(own, now)
  return {
    lawyerId,
    name: found.name,
    firmName: found.firmName,
    hasPin: found.pin !== undefined,
    ...(found.userId === undefined ? {} : { userId: found.userId }),
    ...(next ? { next: lineOf(next) } : {}),
    duties: coming.map(lineOf),
    ...(sign ? { sign } : {}),
  }
}

type Signing = Parameters<Handlers<typeof contract>['sign']>[1]

/** @throws DomainError of the duty or the PIN */
async function sign(context: TaskContext, { lawyerId, dutyId, kind, pin }: Signing) {
  const { core, now } = context
  const { copy, isCopy } = await told(context)
  const who = personIn(copy, lawyerId)
  const duty = copy.duties.find((each) => each.id === dutyId && each.lawyerId === lawyerId)
  if (!duty) throw new DomainError('duties.notFound')
  const trouble = signTrouble(duty, kind, now)
  if (trouble) throw new DomainError(trouble)
  const stored = who.pin
  if (stored === undefined || (isCopy && copy.key === '')) throw new DomainError('duties.noPin')
  await tryPin(core, lawyerId, () => checkPin(pin, stored))
  const signing = { id: uuid(), lawyerId, dutyId, kind, at: now }
  if (!isCopy) {
    const actor = context.actor()
    await context.write({ kind: 'duty', id: dutyId }, (tx) => signDuty({ tx, actor, now }, signing))
    return { at: now, waiting: false }
  }
  try {
    post(core.dir, { ...signing, pin }, copy.key)
  } catch (error) {
    if (codeOf(error) === 'ENOSPC') throw new DomainError('store.diskFull')
    throw error
  }
  return { at: now, waiting: true }
}

type Exported = Parameters<Handlers<typeof contract>['exportIcs']>[1]

/** @throws DomainError papers.fileNotWritable */
async function exportIcs(context: TaskContext, { lawyerId, deskId }: Exported) {
  const { core, now } = context
  const { copy } = await told(context)
  const desk = copy.desks.find(({ id }) => id === deskId)
  if (deskId !== undefined && !desk) throw new DomainError('desks.notFound')
  const name = desk ? `${desk.name} 值班` : `${personIn(copy, lawyerId ?? '').name} 值班`
  const lines = copy.duties
    .filter((duty) => (desk ? duty.deskId === desk.id : duty.lawyerId === lawyerId))
    .map((duty) => ({
      dutyId: duty.id,
      sequence: duty.sequence,
      cancelled: duty.state === 'cancelled',
      date: duty.date,
      startsAt: duty.startsAt,
      endsAt: duty.endsAt,
      deskName: duty.deskName,
      place: duty.place,
      lawyerName: duty.name,
      insteadOfName: duty.insteadOfName,
      forDesk: desk !== undefined,
    }))
  const count = lines.filter(({ cancelled }) => !cancelled).length
  const file = await core.host.chooseSaveFile({
    title: '存成日历文件',
    defaultName: `${safeFileName(name)}.ics`,
    extension: 'ics',
  })
  if (file === undefined) return { count }
  writeOut(file, new TextEncoder().encode(dutyCalendar(lines, { name, now })))
  if (isOpen(context))
    await context.write({ kind: 'calendar', id: lawyerId ?? deskId ?? '' }, () => Promise.resolve())
  return { saved: basename(file), count }
}

/** What is asked before anybody signed in; with the store open it answers from there. */
export const lockScreen = { week, person, sign, exportIcs } satisfies Pick<
  Handlers<typeof contract>,
  'week' | 'person' | 'sign' | 'exportIcs'
>
