import { mayPassKnowingly } from '../domain/duty/passing.ts'
import { DomainError } from '../domain/errors.ts'
import type { DutyRecord } from '../queries/duties.ts'
import { breaksOfMoving, coverOf, type Moving, publishedRotas, swapOf } from './move-rules.ts'
import { publishMove } from './publish.ts'
import type { RotaHappening } from './rota-seats.ts'

/**
 * @returns whether a rule was passed knowingly
 * @throws DomainError requests.breaksRules with `words`; knowingly only what is the shape of a rota is refused
 */
export async function requireRules(
  { tx, actor, resources }: RotaHappening,
  moving: Moving,
  knowingly = false,
): Promise<boolean> {
  const breaks = await breaksOfMoving(publishedRotas(tx, resources, actor), moving)
  if (breaks.length === 0) return false
  if (knowingly && mayPassKnowingly(actor, breaks)) return true
  const words = [...new Set(breaks.map(({ text }) => text))].join('；')
  throw new DomainError('requests.breaksRules', { words })
}

export type Exchange = {
  kind: 'leave' | 'cover' | 'swap'
  duty: DutyRecord | undefined
  partnerDuty: DutyRecord | undefined
  partnerId: string
  words: string
}

/** Checks, moves and publishes just this. @throws DomainError requests.breaksRules, duties.cancelled, rotas.seatTaken */
export async function carryOut(
  happening: RotaHappening,
  { kind, duty, partnerDuty, partnerId, words }: Exchange,
  knowingly: boolean,
): Promise<{ dutyIds: string[] }> {
  if (!duty) throw new DomainError('duties.notFound')
  if (kind !== 'swap')
    return putInstead(happening, duty, partnerId, { words, knowingly, cause: 'cover' })
  if (!partnerDuty) throw new DomainError('duties.notFound')
  if (duty.state === 'cancelled' || partnerDuty.state === 'cancelled')
    throw new DomainError('duties.cancelled')
  const moving = swapOf(duty, partnerDuty)
  const isKnown = await requireRules(happening, moving, knowingly)
  const { rotaId } = duty
  return publishMove(happening, { rotaId, ...moving, cause: 'swap', words, knowingly: isKnown })
}

/** Somebody takes the place of another. @throws DomainError requests.breaksRules, rotas.seatTaken */
export async function putInstead(
  happening: RotaHappening,
  duty: DutyRecord,
  lawyerId: string,
  how: { words: string; knowingly: boolean; cause: 'cover' | 'substitute' },
): Promise<{ dutyIds: string[] }> {
  const moving = coverOf(duty, lawyerId)
  const knowingly = await requireRules(happening, moving, how.knowingly)
  const { rotaId, lawyerId: insteadOf } = duty
  return publishMove(happening, { rotaId, ...moving, ...how, knowingly, insteadOf })
}
