import type { DutyLine } from '#contract/duty-line.ts'
import type { RotaRequest } from '#contract/requests.ts'
import type { Actor } from '#db/domain/access/case-access.ts'
import { DomainError } from '#db/domain/errors.ts'
import { hasBegun } from '#db/domain/duty/half-day.ts'
import { maySeeLawyer } from '#db/domain/duty/seeing.ts'
import type { DutyRecord } from '#db/queries/duties.ts'
import type { RequestRecord } from '#db/queries/rota-requests.ts'
import { breaksOfMoving, coverOf, type PublishedRotas, swapOf } from '#db/services/move-rules.ts'

/** A duty as this person may see it. */
export const lineOf = (duty: DutyRecord, actor: Actor): DutyLine => ({
  dutyId: duty.id,
  shiftId: duty.shiftId,
  date: duty.date,
  half: duty.half,
  startsAt: duty.startsAt,
  endsAt: duty.endsAt,
  deskName: duty.deskName,
  place: duty.place,
  state: duty.state,
  ...(duty.insteadOf && maySeeLawyer(actor, duty.insteadOf)
    ? { insteadOfName: duty.insteadOf.name }
    : {}),
  ...(duty.signedInAt === undefined ? {} : { signedInAt: duty.signedInAt }),
  ...(duty.signedOutAt === undefined ? {} : { signedOutAt: duty.signedOutAt }),
})

type Asking = { actor: Actor; now: string; rotas: PublishedRotas }

/** Somebody who has left the centre breaks nothing by name: it cannot be done. */
const hasLeft = { text: '对方已经离开本中心' }

async function breaksOf(record: RequestRecord, rotas: PublishedRotas): Promise<{ text: string }[]> {
  try {
    return await brokenBy(record, rotas)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'lawyers.notFound') return [hasLeft]
    throw error
  }
}

async function brokenBy(
  { kind, duty, partner, partnerDuty }: RequestRecord,
  rotas: PublishedRotas,
) {
  if (!duty || !partner) return []
  if (kind !== 'swap') return breaksOfMoving(rotas, coverOf(duty, partner.lawyerId))
  const isStanding = partnerDuty && duty.state === 'planned' && partnerDuty.state === 'planned'
  return isStanding ? breaksOfMoving(rotas, swapOf(duty, partnerDuty)) : []
}

/** A request with what its rules say of it now, and who may do what. */
export async function requestOf(record: RequestRecord, asking: Asking): Promise<RotaRequest> {
  const { actor, now, rotas } = asking
  const { asker, duty, partner, partnerDuty } = record
  const isOpen = record.state === 'asked' || record.state === 'agreed'
  const over = [duty, partnerDuty].some((each) => each !== undefined && hasBegun(each, now))
  const isKeeper = actor.role !== 'lawyer'
  const isOwn = asker.userId === actor.userId
  const seen = partner && maySeeLawyer(actor, partner) ? partner : undefined
  const breaks = isOpen && !over ? await breaksOf(record, rotas) : []
  return {
    id: record.id,
    revision: record.revision,
    kind: record.kind,
    state: record.state,
    lawyerId: asker.lawyerId,
    lawyerName: asker.name,
    ...(duty ? { duty: lineOf(duty, actor) } : {}),
    ...(seen ? { partnerId: seen.lawyerId, partnerName: seen.name } : {}),
    ...(seen && partnerDuty ? { partnerDuty: lineOf(partnerDuty, actor) } : {}),
    ...(record.from === undefined ? {} : { from: record.from }),
    ...(record.to === undefined ? {} : { to: record.to }),
    words: record.words,
    decidedWords: record.decidedWords,
    createdAt: record.createdAt,
    breaks: [...new Set(breaks.map(({ text }) => text))],
    over: isOpen && over,
    mayAnswer:
      record.state === 'asked' &&
      partner !== undefined &&
      !over &&
      (isKeeper || partner.userId === actor.userId),
    mayDecide: isOpen && actor.role === 'head',
    mayWithdraw: isOpen && (isKeeper || (isOwn && duty?.state !== 'cancelled')),
  }
}
