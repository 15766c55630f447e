import type { LocalDate } from '../local-date.ts'
import { type DeadlineRefusal, type DeadlineRule, type Profile, refuse } from './rule.ts'

export type RuleQuery = {
  /** Id of a rule ('F14.worker') or a row of the list of rules ('F14') that has one rule only. */
  rule: string
  /** Six-digit code of GB/T 2260; absent: national law. */
  region?: string
  /** Day of the event. */
  on: LocalDate
}

export type FoundRule = { ok: true; rule: DeadlineRule } | DeadlineRefusal

/** The region itself, its city, its province, the country: nearest first. */
const regionsOf = (region: string | undefined): string[] =>
  region !== undefined && /^\d{6}$/.test(region)
    ? [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, 'CN'])]
    : ['CN']

const holdsOn = ({ validFrom, validTo }: DeadlineRule, on: LocalDate): boolean =>
  validFrom <= on && (validTo === undefined || on <= validTo)

const nearest = (
  rows: readonly DeadlineRule[],
  regions: readonly string[],
  on: LocalDate,
): DeadlineRule | undefined =>
  rows
    .filter((row) => holdsOn(row, on))
    .toSorted((a, b) => regions.indexOf(a.region) - regions.indexOf(b.region))[0]

/**
 * The rule in force on the day of the event, of the nearest region around.
 * @policy The law of the day the event happened; a local rule stands before the national one (rules.md §L)
 */
export const findRule = (
  rules: readonly DeadlineRule[],
  { rule, region, on }: RuleQuery,
): FoundRule => {
  const byId = rules.filter(({ id }) => id === rule)
  const named = byId.length
    ? byId
    : rules.filter(({ ruleId, also }) => ruleId === rule || also.includes(rule))
  if (named.length === 0) return refuse('deadline.unknownRule', { rule })
  const regions = regionsOf(region)
  const here = named.filter((row) => regions.includes(row.region))
  if (here.length === 0)
    return refuse('deadline.otherRegion', {
      rule,
      regions: [...new Set(named.map((row) => row.region))],
    })
  const ids = [...new Set(here.map(({ id }) => id))]
  if (ids.length > 1) return refuse('deadline.ruleAmbiguous', { rule, rules: ids })
  const found = nearest(here, regions, on)
  return found
    ? { ok: true, rule: found }
    : refuse('deadline.notInForce', {
        rule,
        on,
        inForce: here.map(({ validFrom, validTo }) => ({ from: validFrom, to: validTo })),
      })
}

/**
 * The rules of a procedure in force on a day, each of the nearest region around, in the order of the tables.
 * @policy Every procedure has its own set of clocks (rules.md C, E, F, G)
 */
export const rulesOfProfile = (
  rules: readonly DeadlineRule[],
  profile: Profile,
  { region, on }: Pick<RuleQuery, 'region' | 'on'>,
): DeadlineRule[] => {
  const regions = regionsOf(region)
  const here = rules.filter((row) => regions.includes(row.region))
  return [...new Set(here.map(({ id }) => id))]
    .map((id) =>
      nearest(
        here.filter((row) => row.id === id),
        regions,
        on,
      ),
    )
    .filter((row) => row !== undefined)
    .filter(({ profiles }) => profiles.includes(profile))
}
