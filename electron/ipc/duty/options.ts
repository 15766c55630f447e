import type { requests as contract } from '#contract/requests.ts'
import { mayStillAsk } from '#db/domain/duty/deadline.ts'
import { hasBegun } from '#db/domain/duty/half-day.ts'
import { isOver } from '#db/domain/duty/hours.ts'
import { mayPassKnowingly } from '#db/domain/duty/passing.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import { DomainError } from '#db/domain/errors.ts'
import { addDays, daysBetween, localDateOf } from '#db/domain/local-date.ts'
import type { Break } from '#db/domain/rota/breaks.ts'
import { fairnessTable } from '#db/domain/rota/fairness-table.ts'
import type { Prepared } from '#db/domain/rota/prepared.ts'
import { type Hearer, toldBreakText } from '#db/domain/rota/rule-words.ts'
import { rankExchanges, rankSubstitutes } from '#db/domain/rota/substitutes.ts'
import { type DutyRecord, findDuty, listDuties } from '#db/queries/duties.ts'
import { servedBefore } from '#db/queries/duties-of-lawyer.ts'
import { type LawyerRecord, listLawyers } from '#db/queries/lawyers.ts'
import { getSetting } from '#db/queries/settings.ts'
import {
  breaksOfMoving,
  preparedWithout,
  publishedRotas,
  swapOf,
  type PublishedRotas,
} from '#db/services/move-rules.ts'
import type { Handlers, QueryContext } from '../context.ts'
import { lineOf } from './lines.ts'

type Options = Awaited<ReturnType<Handlers<typeof contract>['options']>>

/** Swaps with another rota are reckoned one by one: those nearest in time are enough to choose from. */
const mostAcross = 30
const mostSwaps = 60
const daysAcross = 14

const textsOf = (prepared: Prepared, hearer: Hearer, breaks: readonly Break[]) => [
  ...new Set(breaks.map((each) => toldBreakText(prepared, hearer, each))),
]

/** Who could take a duty, in the order in which people are asked, with their turns of the year. */
async function ranked(context: QueryContext, duty: DutyRecord, rotas: PublishedRotas) {
  const { db, actor } = context
  const read = await rotas.of(duty.rotaId)
  const hearer = await rotas.hearer()
  const prepared = preparedWithout(read, [duty])
  const lawyers = new Map((await listLawyers(db)).map((lawyer) => [lawyer.id, lawyer]))
  const turns = new Map(
    fairnessTable(prepared, read.assignments).map(({ lawyer, total }) => [lawyer, total]),
  )
  const instead = duty.state === 'planned' ? { lawyer: duty.lawyerId } : {}
  const candidates = rankSubstitutes(prepared, read.assignments, {
    shift: duty.shiftId,
    ...instead,
  })
  return candidates.flatMap(({ lawyer: id, breaks, cost }) => {
    const lawyer = lawyers.get(id)
    const turn = turns.get(id)
    if (!lawyer || id === duty.lawyerId || !maySeeLawyer(actor, lawyer)) return []
    return [
      {
        lawyer,
        breaks: textsOf(prepared, hearer, breaks),
        mayKnowingly: breaks.length > 0 && mayPassKnowingly(actor, breaks),
        cost,
        served: turn ? turn.served + turn.assigned : 0,
        deviation: turn?.deviation ?? 0,
      },
    ]
  })
}

const named = ({ id, name, firmShortName }: LawyerRecord) => ({
  lawyerId: id,
  name,
  firmName: firmShortName ?? '',
})

/** @throws DomainError duties.notFound, requests.notYours, rotas.notSeen */
async function dutyToChange({ db, actor }: QueryContext, dutyId: string): Promise<DutyRecord> {
  const duty = await findDuty(db, dutyId)
  if (!duty) throw new DomainError('duties.notFound')
  if (actor.role === 'lawyer' && duty.userId !== actor.userId)
    throw new DomainError('requests.notYours')
  if (!maySeeLawyer(actor, duty)) throw new DomainError('rotas.notSeen')
  return duty
}

/** Duties of others that may still be changed; the very same half-day at another desk frees nobody. */
async function partnersOf(context: QueryContext, duty: DutyRecord, isClosed: IsClosed) {
  const { db, actor, now } = context
  const today = localDateOf(now)
  const from = addDays(duty.date, -31)
  const near = await listDuties(db, {
    from: from < today ? today : from,
    to: addDays(duty.date, 31),
  })
  return near.filter(
    (each) =>
      each.state === 'planned' &&
      each.lawyerId !== duty.lawyerId &&
      (each.date !== duty.date || each.half !== duty.half) &&
      maySeeLawyer(actor, each) &&
      !isClosed(each),
  )
}
type IsClosed = (duty: DutyRecord) => boolean

/** Within the rota of the duty, best first. */
async function swapsWithin(duty: DutyRecord, others: readonly DutyRecord[], rotas: PublishedRotas) {
  const read = await rotas.of(duty.rotaId)
  const hearer = await rotas.hearer()
  const prepared = preparedWithout(read, [duty])
  const found = new Map(others.map((each) => [`${each.lawyerId}|${each.shiftId}`, each]))
  const own = { lawyer: duty.lawyerId, shift: duty.shiftId }
  return rankExchanges(prepared, read.assignments, own).flatMap(({ partner, breaks }) => {
    const theirs = found.get(`${partner.lawyer}|${partner.shift}`)
    return theirs ? [{ duty: theirs, breaks: textsOf(prepared, hearer, breaks) }] : []
  })
}

async function swapsAcross(duty: DutyRecord, others: readonly DutyRecord[], rotas: PublishedRotas) {
  const awayOf = ({ date }: DutyRecord) => Math.abs(daysBetween(date, duty.date))
  const near = others
    .filter((each) => each.rotaId !== duty.rotaId && awayOf(each) <= daysAcross)
    .toSorted((a, b) => awayOf(a) - awayOf(b))
    .slice(0, mostAcross)
  return Promise.all(
    near.map(async (theirs) => ({
      duty: theirs,
      breaks: (await breaksOfMoving(rotas, swapOf(duty, theirs))).map(({ text }) => text),
    })),
  )
}

/** Covers and swaps for a duty, each checked against every rule. */
export async function optionsOf(
  context: QueryContext,
  { dutyId }: { dutyId: string },
): Promise<Options> {
  const { db, actor, now, resources } = context
  const duty = await dutyToChange(context, dutyId)
  const { changesUntilHour } = await getSetting(db, 'rota')
  const isClosed = (each: DutyRecord) =>
    hasBegun(each, now) ||
    (actor.role === 'lawyer' && !mayStillAsk(each.date, now, changesUntilHour))
  if (isClosed(duty)) return { closed: true, covers: [], swaps: [] }
  const rotas = publishedRotas(db, resources, actor)
  const covers = await ranked(context, duty, rotas)
  const others = duty.state === 'planned' ? await partnersOf(context, duty, isClosed) : []
  const swaps = [
    ...(await swapsWithin(duty, others, rotas)),
    ...(await swapsAcross(duty, others, rotas)),
  ].toSorted((a, b) => Number(a.breaks.length > 0) - Number(b.breaks.length > 0))
  return {
    closed: false,
    covers: covers.map(({ lawyer, breaks, served, deviation }) => ({
      ...named(lawyer),
      breaks,
      served,
      deviation,
    })),
    swaps: swaps.slice(0, mostSwaps).map(({ duty: theirs, breaks }) => ({
      duty: lineOf(theirs, actor),
      lawyerId: theirs.lawyerId,
      name: theirs.lawyerName,
      firmName: theirs.firmName,
      breaks,
    })),
  }
}

/** Who could come instead now, also for a half-day that has begun. */
export async function substitutesOf(context: QueryContext, { dutyId }: { dutyId: string }) {
  const { db, actor, now, resources } = context
  const duty = await dutyToChange(context, dutyId)
  if (isOver(duty, now)) throw new DomainError('duties.over')
  const rotas = publishedRotas(db, resources, actor)
  const last = await servedBefore(db, localDateOf(now))
  return (await ranked(context, duty, rotas)).map(({ lawyer, ...rank }) => {
    const lastServedOn = last.get(lawyer.id)?.lastServedOn
    return {
      ...named(lawyer),
      ...rank,
      phone: lawyer.phone,
      ...(lastServedOn === undefined ? {} : { lastServedOn }),
    }
  })
}
