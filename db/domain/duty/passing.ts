import type { Actor } from '../access/case-access.ts'
import type { Break } from '../rota/breaks.ts'

/** @policy Whoever answers for the rota passes its rules: the head, nobody else */
export const maySayKnowingly = ({ role }: Actor): boolean => role === 'head'

/**
 * Whether rules may be passed on purpose: absences, agreement, conflict, limits, rest, needs, apart.
 * @policy The shape of a rota stands: nobody sits in two places, and no shift has more seats than it has
 */
export const mayPassKnowingly = (actor: Actor, breaks: readonly Break[]): boolean =>
  maySayKnowingly(actor) &&
  breaks.every(({ rule }) => rule.kind !== 'seats' && rule.kind !== 'onePlace')
