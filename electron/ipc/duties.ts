import type { duties as contract } from '#contract/duties.ts'
import { isOver } from '#db/domain/duty/hours.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import { isStillToTell } from '#db/domain/duty/telling.ts'
import { DomainError } from '#db/domain/errors.ts'
import { addDays, localDateOf, type LocalDate } from '#db/domain/local-date.ts'
import { listNotices } from '#db/queries/duty-notices.ts'
import { hoursBetween } from '#db/queries/duty-papers.ts'
import { findLawyerOfUser, listLawyers } from '#db/queries/lawyers.ts'
import { markTold } from '#db/services/duty-notices.ts'
import { correctMinutes, getSeenDuty, markNoShow, signFor } from '#db/services/duty-record.ts'
import { putInstead } from '#db/services/publish-exchange.ts'
import { settleRequests } from '#db/services/rota-requests.ts'
import type { Handlers, QueryContext } from './context.ts'
import { dutyDay } from './duty/day.ts'
import { lineOf } from './duty/lines.ts'
import { lockScreen } from './duty/lock-screen.ts'
import { substitutesOf } from './duty/options.ts'
import { ownShifts } from './duty/own-shifts.ts'

const toldForDays = 31

async function notices(
  { db, actor, now }: QueryContext,
  { rotaId }: { rotaId?: string | undefined },
) {
  const toldSince = addDays(localDateOf(now), -toldForDays)
  const found = await listNotices(db, { rotaId, toldSince })
  return found
    .filter(({ duty }) => maySeeLawyer(actor, duty))
    .filter(({ toldAt, duty }) => toldAt !== undefined || isStillToTell(duty, now))
    .map((notice) => {
      const { duty, toldAt, toldByName, channel } = notice
      return {
        id: notice.id,
        lawyerId: duty.lawyerId,
        lawyerName: duty.lawyerName,
        phone: duty.phone,
        kind: notice.kind,
        duty: lineOf(duty, actor),
        cause: notice.cause,
        publishedAt: notice.publishedAt,
        ...(toldAt === undefined ? {} : { toldAt }),
        ...(toldByName === undefined ? {} : { toldByName }),
        ...(channel === undefined ? {} : { channel }),
      }
    })
}

async function hours(
  { db, actor, now }: QueryContext,
  stretch: { from: LocalDate; to: LocalDate },
) {
  const rows = (await hoursBetween(db, stretch, now)).filter((row) => maySeeLawyer(actor, row))
  return rows.map((row) => ({
    lawyerId: row.lawyerId,
    name: row.name,
    firmName: row.firm,
    duties: row.duties,
    minutes: row.minutes,
    corrected: row.corrected,
    noShows: row.noShows,
    consultations: row.consultations,
  }))
}

export const duties: Handlers<typeof contract> = {
  ...lockScreen,
  mine: ownShifts,
  async seen(context, { ids }) {
    const own = await findLawyerOfUser(context.tx, context.actor.userId)
    if (!own) throw new DomainError('duties.notLinked')
    context.about('lawyer', own.id)
    await markTold(context, { ids, channel: 'seen', lawyerId: own.id })
    return {}
  },
  day: dutyDay,
  async signFor(context, sign) {
    context.about('duty', sign.dutyId)
    return { revision: await signFor(context, sign) }
  },
  async correct(context, corrected) {
    context.about('duty', corrected.dutyId)
    return { revision: await correctMinutes(context, corrected) }
  },
  async noShow(context, missed) {
    context.about('duty', missed.dutyId)
    return { revision: await markNoShow(context, missed) }
  },
  substitutes: substitutesOf,
  async substitute(context, { lawyerId, knowingly, words, ...revised }) {
    context.about('duty', revised.dutyId)
    const duty = await getSeenDuty(context, revised)
    if (isOver(duty, context.now)) throw new DomainError('duties.over')
    if (duty.signedInAt !== undefined || (duty.correctedMinutes ?? 0) > 0)
      throw new DomainError('duties.hasCome')
    if (duty.lawyerId === lawyerId) throw new DomainError('requests.samePerson')
    const lawyers = await listLawyers(context.tx)
    const partner = lawyers.find(({ id }) => id === lawyerId)
    if (!partner || !maySeeLawyer(context.actor, partner)) throw new DomainError('lawyers.notFound')
    const how = { words: words.trim(), knowingly, cause: 'substitute' as const }
    const { dutyIds } = await putInstead(context, duty, lawyerId, how)
    await settleRequests(context, duty.id, lawyerId)
    return { dutyId: dutyIds[0] ?? duty.id }
  },
  notices,
  async told(context, { ids, channel }) {
    context.about('dutyNotice', ids[0] ?? '')
    await markTold(context, { ids, channel })
    return {}
  },
  hours,
}
