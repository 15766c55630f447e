import type { duties as contract } from '#contract/duties.ts'
import { consultationCategories } from '#db/domain/consultation/register.ts'
import { isOver, minutesServed, sumServed } from '#db/domain/duty/hours.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import { isStillToTell } from '#db/domain/duty/telling.ts'
import { DomainError } from '#db/domain/errors.ts'
import { addDays, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { monthOf } from '#db/domain/rota/days.ts'
import { listCounts } from '#db/queries/duty-counts.ts'
import { listNotices } from '#db/queries/duty-notices.ts'
import { listDuties } from '#db/queries/duties.ts'
import { findLawyer, findLawyerOfUser, type LawyerRecord } from '#db/queries/lawyers.ts'
import { listRequests } from '#db/queries/rota-requests.ts'
import { publishedRotas } from '#db/services/move-rules.ts'
import type { Handlers, QueryContext } from '../context.ts'
import { lineOf, requestOf } from './lines.ts'

type Mine = Awaited<ReturnType<Handlers<typeof contract>['mine']>>

/** @throws DomainError duties.notLinked, duties.notYours, lawyers.notFound */
async function whose(
  { db, actor }: QueryContext,
  lawyerId: string | undefined,
): Promise<LawyerRecord> {
  const own = await findLawyerOfUser(db, actor.userId)
  if (lawyerId === undefined || actor.role === 'lawyer') {
    if (!own) throw new DomainError('duties.notLinked')
    if (lawyerId !== undefined && lawyerId !== own.id) throw new DomainError('duties.notYours')
    return own
  }
  const lawyer = await findLawyer(db, lawyerId)
  if (!lawyer || !maySeeLawyer(actor, lawyer)) throw new DomainError('lawyers.notFound')
  return lawyer
}

async function lastCounts(
  { db, now }: QueryContext,
  lawyerId: string,
): Promise<Mine['lastCounts']> {
  const today = localDateOf(now)
  const counted = await listCounts(db, { from: addDays(today, -365), to: today, lawyerId })
  const date = counted.reduce<LocalDate | undefined>(
    (last, each) => (last === undefined || last < each.date ? each.date : last),
    undefined,
  )
  if (date === undefined) return undefined
  const sums = new Map<string, number>()
  for (const each of counted.filter((one) => one.date === date))
    sums.set(each.category, (sums.get(each.category) ?? 0) + each.count)
  const names: Readonly<Record<string, string>> = consultationCategories
  const counts = [...sums].map(([category, count]) => ({
    category,
    name: names[category] ?? category,
    count,
  }))
  return { date, counts }
}

/** All that concerns one lawyer: what comes, what was, what was asked, what changed. */
export async function ownShifts(
  context: QueryContext,
  { lawyerId }: { lawyerId?: string | undefined },
): Promise<Mine> {
  const { db, actor, now, resources } = context
  const lawyer = await whose(context, lawyerId)
  const today = localDateOf(now)
  const yearStart = `${today.slice(0, 4)}-01-01` as LocalDate
  const from = addDays(today, -365)
  const all = await listDuties(db, { from, lawyerId: lawyer.id })
  const planned = all.filter(({ state }) => state === 'planned')
  const coming = planned.filter((duty) => !isOver(duty, now))
  const past = planned.filter((duty) => isOver(duty, now)).toReversed()
  const [next] = coming
  const counts = await lastCounts(context, lawyer.id)
  const rotas = publishedRotas(db, resources, actor)
  const asked = await listRequests(db, { lawyerId: lawyer.id })
  // Whoever asked or was asked oneself knows whom; others only whom they see.
  const isSeen = (who: { headOnly: boolean; userId: string | undefined } | undefined) =>
    who === undefined || lawyer.userId === actor.userId || maySeeLawyer(actor, who)
  const told = asked.filter(({ asker, partner }) => isSeen(asker) && isSeen(partner))
  const recent = told.filter(
    ({ state, createdAt }) =>
      state === 'asked' || state === 'agreed' || localDateOf(createdAt) >= addDays(today, -60),
  )
  const notices = await listNotices(db, { lawyerId: lawyer.id })
  return {
    lawyerId: lawyer.id,
    name: lawyer.name,
    firmName: lawyer.firmShortName ?? '',
    hasPin: lawyer.pin !== undefined,
    ...(next ? { next: lineOf(next, actor) } : {}),
    coming: coming.map((duty) => lineOf(duty, actor)),
    past: past.map((duty) => ({
      ...lineOf(duty, actor),
      minutes: minutesServed(duty),
      noShow: duty.noShow,
      corrected: duty.correctedMinutes !== undefined,
    })),
    month: sumServed(
      all.filter(({ date }) => monthOf(date) === monthOf(today)),
      now,
    ),
    year: sumServed(
      all.filter(({ date }) => date >= yearStart),
      now,
    ),
    ...(counts ? { lastCounts: counts } : {}),
    requests: await Promise.all(recent.map((record) => requestOf(record, { actor, now, rotas }))),
    news: notices
      .filter(({ duty }) => isStillToTell(duty, now))
      .map(({ id, kind, duty }) => ({ id, kind, duty: lineOf(duty, actor) })),
  }
}
