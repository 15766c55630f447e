import { dossierRules } from '#db/domain/dossier/rules.ts'
import type { Damage } from './doctor-damage.ts'
import { acceptanceDamages, completenessDamages } from './doctor-damage-papers.ts'
import { daysDamages, namesDamages, sumsDamages } from './doctor-damage-words.ts'
import { signingDamages, substanceDamages, bindingDamages } from './doctor-damage-binding.ts'

export const damages: readonly Damage[] = [
  ...acceptanceDamages,
  ...completenessDamages,
  ...daysDamages,
  ...namesDamages,
  ...sumsDamages,
  ...signingDamages,
  ...substanceDamages,
  ...bindingDamages,
]

/** Every finding that the table of rules allows. */
export const allFindings: readonly string[] = Object.entries(dossierRules).flatMap(
  ([rule, { codes }]) => codes.map((code) => `${rule} ${code}`),
)
