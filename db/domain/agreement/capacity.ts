import { comesOfAgeOn } from '../id-number.ts'
import { ageOn, type LocalDate } from '../local-date.ts'
import type { AgreementParty } from './content.ts'

/**
 * Whole years of a natural person on a day; undefined when neither birth date nor age is known.
 * @policy A birth date goes before an age that was told.
 */
export const ageOfParty = (party: AgreementParty, on: LocalDate): number | undefined => {
  if (party.kind !== 'person') return undefined
  return party.birthDate ? ageOn(party.birthDate, on) : party.age
}

/**
 * `minor` needs a guardian; `earner` is sixteen or seventeen and counts as an adult if living on own wages.
 * An unknown age counts as adult.
 * @law 《民法典》第十七条至第十九条 (B9)
 */
export const capacityOf = (party: AgreementParty, on: LocalDate): 'adult' | 'earner' | 'minor' => {
  const age = ageOfParty(party, on)
  if (age === undefined || age >= 18) return 'adult'
  if (party.birthDate && comesOfAgeOn(party.birthDate) <= on) return 'adult'
  return age >= 16 ? 'earner' : 'minor'
}

/** @law 《民法典》第二十三条 (B9) */
export const hasGuardian = (party: AgreementParty): boolean =>
  party.representatives.some(({ kind, name }) => kind === 'guardian' && name.trim() !== '')

/**
 * An agent signs or concedes only with special authority.
 * @law 《民事诉讼法》第六十二条 by analogy;《民诉法解释》第一百四十七条 (B8)
 */
export const mayAgentSign = (party: AgreementParty, name: string): boolean =>
  party.representatives.some(
    (representative) =>
      representative.name.trim() === name.trim() &&
      (representative.kind !== 'agent' || representative.authority === 'special'),
  )
