import { mayStillAsk } from '../domain/duty/deadline.ts'
import { hasBegun } from '../domain/duty/half-day.ts'
import { maySeeLawyer } from '../domain/duty/seeing.ts'
import { DomainError } from '../domain/errors.ts'
import { type LocalDate, localDateOf } from '../domain/local-date.ts'
import { type DutyRecord, listDuties } from '../queries/duties.ts'
import { findLawyer, findLawyerOfUser } from '../queries/lawyers.ts'
import { listRequests, type RequestRecord } from '../queries/rota-requests.ts'
import { getSetting } from '../queries/settings.ts'
import type { Row } from '../schema.ts'
import { markSeen } from './duty-notices.ts'
import { getDuty } from './duty-signs.ts'
import { insertDay, lawyerToKeep } from './lawyer-days.ts'
import { coverOf, swapOf } from './move-rules.ts'
import { carryOut, requireRules } from './publish-exchange.ts'
import { publishMove } from './publish.ts'
import { insertRequest, updateRequest } from './rota-request-rows.ts'
import type { RotaHappening } from './rota-seats.ts'

type State = Row<'rota_requests'>['state']
type Asked =
  | { kind: 'leave'; lawyerId: string; from: LocalDate; to: LocalDate; words: string }
  | { kind: 'cover'; dutyId: string; partnerId?: string | undefined; words: string }
  | { kind: 'swap'; dutyId: string; partnerDutyId: string; words: string }

const isLawyer = ({ actor }: RotaHappening) => actor.role === 'lawyer'

/** @throws DomainError requests.over, requests.tooLate */
async function requireTime(happening: RotaHappening, duties: readonly DutyRecord[]) {
  const { tx, now } = happening
  if (duties.some((duty) => hasBegun(duty, now))) throw new DomainError('requests.over')
  if (!isLawyer(happening)) return
  const { changesUntilHour } = await getSetting(tx, 'rota')
  if (duties.some(({ date }) => !mayStillAsk(date, now, changesUntilHour)))
    throw new DomainError('requests.tooLate')
}

/** @throws DomainError requests.notYours, rotas.notSeen */
function requireOwn(
  { actor }: RotaHappening,
  who: { headOnly: boolean; userId?: string | undefined },
) {
  if (actor.role === 'lawyer' && who.userId !== actor.userId)
    throw new DomainError('requests.notYours')
  if (!maySeeLawyer(actor, who)) throw new DomainError('rotas.notSeen')
}

async function requireNotAsked({ tx }: RotaHappening, dutyIds: readonly string[]) {
  if ((await listRequests(tx, { open: true, dutyIds })).length > 0)
    throw new DomainError('requests.alreadyAsked')
}

/** @throws DomainError lawyers.notFound, requests.samePerson */
async function partnerOf({ tx, actor }: RotaHappening, duty: DutyRecord, partnerId: string) {
  if (partnerId === duty.lawyerId) throw new DomainError('requests.samePerson')
  const partner = await findLawyer(tx, partnerId)
  if (!partner || !maySeeLawyer(actor, partner)) throw new DomainError('lawyers.notFound')
  return partner
}

/** A lawyer for him- or herself, a keeper for anybody; each checked against every rule. @throws DomainError */
export async function askChange(
  happening: RotaHappening,
  asked: Asked,
): Promise<{ id: string; state: State }> {
  if (asked.kind === 'leave') return takeLeave(happening, asked)
  const { tx, actor } = happening
  const duty = await getDuty(tx, asked.dutyId)
  requireOwn(happening, duty)
  if (duty.state === 'cancelled') throw new DomainError('duties.cancelled')
  const shared = {
    lawyer_id: duty.lawyerId,
    duty_id: duty.id,
    state: 'asked' as const,
    words: asked.words.trim(),
  }
  if (asked.kind === 'cover') {
    await requireTime(happening, [duty])
    await requireNotAsked(happening, [duty.id])
    if (asked.partnerId !== undefined) {
      await partnerOf(happening, duty, asked.partnerId)
      await requireRules(happening, coverOf(duty, asked.partnerId))
    }
    const partner = asked.partnerId === undefined ? {} : { partner_id: asked.partnerId }
    const id = await insertRequest(happening, { kind: 'cover', ...shared, ...partner })
    return { id, state: 'asked' }
  }
  const theirs = await getDuty(tx, asked.partnerDutyId)
  if (!maySeeLawyer(actor, theirs)) throw new DomainError('duties.notFound')
  requireTwo(duty, theirs)
  await requireTime(happening, [duty, theirs])
  await requireNotAsked(happening, [duty.id, theirs.id])
  await requireRules(happening, swapOf(duty, theirs))
  const partner = { partner_id: theirs.lawyerId, partner_duty_id: theirs.id }
  const id = await insertRequest(happening, { kind: 'swap', ...shared, ...partner })
  return { id, state: 'asked' }
}

function requireTwo(duty: DutyRecord, theirs: DutyRecord) {
  if (theirs.state === 'cancelled') throw new DomainError('duties.cancelled')
  if (theirs.lawyerId === duty.lawyerId) throw new DomainError('requests.sameLawyer')
}

/** The days are noted, the duties on them given back at once, and each is left to be covered. */
async function takeLeave(
  happening: RotaHappening,
  { lawyerId, from, to, words }: Extract<Asked, { kind: 'leave' }>,
): Promise<{ id: string; state: State }> {
  const { tx, actor, now } = happening
  if (actor.role === 'lawyer' && (await findLawyerOfUser(tx, actor.userId))?.id !== lawyerId)
    throw new DomainError('requests.notYours')
  await lawyerToKeep(tx, actor, lawyerId)
  if (to < from) throw new DomainError('requests.datesReversed')
  if (to < localDateOf(now)) throw new DomainError('requests.past')
  const duties = (await listDuties(tx, { from, to, lawyerId }))
    .filter(({ state }) => state === 'planned')
    .filter((duty) => !hasBegun(duty, now))
  await requireTime(happening, duties)
  const day = { kind: 'leave' as const, fromOn: from, toOn: to, half: undefined, words }
  const source = actor.role === 'lawyer' ? 'self' : 'hand'
  await insertDay({ tx, actor, now }, lawyerId, day, { source, sourceKey: undefined })
  for (const rotaId of new Set(duties.map((duty) => duty.rotaId)))
    await publishMove(happening, {
      rotaId,
      out: duties.filter((duty) => duty.rotaId === rotaId),
      into: [],
      cause: 'leave',
      words: words.trim(),
    })
  // Whoever asked for the leave knows; a leave that a keeper notes is still told.
  if (isLawyer(happening) && duties.length > 0)
    await markSeen(happening, { dutyIds: duties.map((duty) => duty.id), lawyerId })
  const shared = { lawyer_id: lawyerId, words: words.trim() }
  const id = await insertRequest(happening, {
    kind: 'leave',
    ...shared,
    state: 'done',
    from_on: from,
    to_on: to,
    ...(duties.length === 1 && duties[0] ? { duty_id: duties[0].id } : {}),
  })
  for (const duty of duties) await leaveToCover(happening, duty, shared)
  return { id, state: 'done' }
}

async function leaveToCover(
  happening: RotaHappening,
  duty: DutyRecord,
  shared: { lawyer_id: string; words: string },
) {
  let isCovered = false
  for (const open of await listRequests(happening.tx, { open: true, dutyIds: [duty.id] })) {
    if (open.kind === 'cover') isCovered = true
    else await updateRequest(happening, open, { state: 'withdrawn' })
  }
  if (!isCovered)
    await insertRequest(happening, { kind: 'cover', ...shared, duty_id: duty.id, state: 'asked' })
}

type Revised = { id: string; revision: number }

async function openRequest(
  { tx, actor }: RotaHappening,
  { id, revision }: Revised,
): Promise<RequestRecord> {
  const [request] = await listRequests(tx, { id })
  if (!request) throw new DomainError('requests.notFound')
  const own = [request.asker, request.partner].some((who) => who?.userId === actor.userId)
  const isSeen = [request.asker, request.partner].every((who) => !who || maySeeLawyer(actor, who))
  if (actor.role === 'lawyer' ? !own : !isSeen) throw new DomainError('requests.notFound')
  if (request.state !== 'asked' && request.state !== 'agreed')
    throw new DomainError('requests.alreadyDecided')
  if (request.revision !== revision) throw new DomainError('requests.changedElsewhere')
  return request
}

const dutiesOf = ({ duty, partnerDuty }: RequestRecord) =>
  [duty, partnerDuty].filter((each) => each !== undefined)

/** The partner's word, or a keeper's note of it. @throws DomainError */
export async function answerRequest(
  happening: RotaHappening,
  { agree, words, ...revised }: Revised & { agree: boolean; words: string },
): Promise<State> {
  const { tx, actor, now } = happening
  const request = await openRequest(happening, revised)
  const isPartner = request.partner?.userId === actor.userId
  if (!request.partner || (isLawyer(happening) && !isPartner))
    throw new DomainError('requests.notAsked')
  if (request.state !== 'asked') throw new DomainError('requests.alreadyDecided')
  const answered = { partner_answered_at: now, partner_answered_by: actor.userId }
  if (!agree) {
    const decided = { decided_words: words.trim(), state: 'declined' as const }
    await updateRequest(happening, request, { ...answered, ...decided })
    return 'declined'
  }
  await requireTime(happening, dutiesOf(request))
  if ((await getSetting(tx, 'rota')).headApproves) {
    await updateRequest(happening, request, { ...answered, state: 'agreed' })
    return 'agreed'
  }
  await carryOut(happening, { ...request, partnerId: request.partner.lawyerId }, false)
  await updateRequest(happening, request, {
    ...answered,
    state: 'done',
    decided_words: words.trim(),
    decided_at: now,
    decided_by: actor.userId,
  })
  return 'done'
}

/** By the head, who answers for the partner whom nobody asked yet. @throws DomainError */
export async function decideRequest(
  happening: RotaHappening,
  decision: Revised & {
    approve: boolean
    knowingly: boolean
    partnerId?: string | undefined
    words: string
  },
): Promise<State> {
  const { actor, now } = happening
  const request = await openRequest(happening, decision)
  const decided = {
    decided_at: now,
    decided_by: actor.userId,
    decided_words: decision.words.trim(),
  }
  if (!decision.approve) {
    await updateRequest(happening, request, { ...decided, state: 'declined' })
    return 'declined'
  }
  const named = request.kind === 'cover' ? decision.partnerId : undefined
  const partnerId = named ?? request.partner?.lawyerId
  if (partnerId === undefined || !request.duty) throw new DomainError('requests.noPartner')
  if (named !== undefined) await partnerOf(happening, request.duty, named)
  await requireTime(happening, dutiesOf(request))
  await carryOut(happening, { ...request, partnerId }, decision.knowingly)
  const isAnswered = request.state === 'agreed' && partnerId === request.partner?.lawyerId
  await updateRequest(happening, request, {
    ...decided,
    state: 'done',
    partner_id: partnerId,
    ...(isAnswered ? {} : { partner_answered_at: now, partner_answered_by: actor.userId }),
  })
  return 'done'
}

/** By whoever asked, or a keeper. What was given back for a leave stays to be covered. @throws DomainError */
export async function withdrawRequest(happening: RotaHappening, revised: Revised): Promise<void> {
  const request = await openRequest(happening, revised)
  requireOwn(happening, request.asker)
  if (isLawyer(happening) && request.duty?.state === 'cancelled')
    throw new DomainError('duties.cancelled')
  await updateRequest(happening, request, { state: 'withdrawn' })
}

/** By the head for two who both agreed. @throws DomainError */
export async function swapForOthers(
  happening: RotaHappening,
  asked: { dutyId: string; partnerDutyId: string; knowingly: boolean; words: string },
): Promise<string> {
  const duty = await getDuty(happening.tx, asked.dutyId)
  const theirs = await getDuty(happening.tx, asked.partnerDutyId)
  if (duty.state === 'cancelled') throw new DomainError('duties.cancelled')
  requireTwo(duty, theirs)
  await requireTime(happening, [duty, theirs])
  await requireNotAsked(happening, [duty.id, theirs.id])
  const words = asked.words.trim()
  const swap = { kind: 'swap' as const, duty, partnerDuty: theirs, words }
  await carryOut(happening, { ...swap, partnerId: theirs.lawyerId }, asked.knowingly)
  return insertRequest(happening, {
    kind: 'swap',
    lawyer_id: duty.lawyerId,
    duty_id: duty.id,
    state: 'done',
    words,
    partner_id: theirs.lawyerId,
    partner_duty_id: theirs.id,
  })
}

/** Somebody was put in for a duty: what was asked about it is settled. */
export async function settleRequests(
  happening: RotaHappening,
  dutyId: string,
  partnerId: string,
): Promise<void> {
  const { actor, now } = happening
  const decided = { decided_at: now, decided_by: actor.userId }
  for (const open of await listRequests(happening.tx, { open: true, dutyIds: [dutyId] }))
    await updateRequest(
      happening,
      open,
      open.kind === 'cover' && open.duty?.id === dutyId
        ? { ...decided, state: 'done', partner_id: partnerId }
        : { ...decided, state: 'withdrawn' },
    )
}
