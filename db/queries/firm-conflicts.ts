import { caseStatuses, isClosed } from '../domain/case/status.ts'
import { foldIdentity, foldName, isSamePerson, type Named } from '../domain/duty/conflict.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { halfKey } from '../domain/rota/days.ts'
import type { Reader } from '../schema.ts'
import { type FirmInterest, listInterests } from './firms.ts'

/** Ids of firms by `${date} ${half}`. */
export type HalfConflicts = Map<string, Set<string>>

const closed = caseStatuses.filter(isClosed)

/** Both days of an interest count. */
export const isInForce = ({ fromOn, toOn }: FirmInterest, on: LocalDate): boolean =>
  (fromOn === undefined || fromOn <= on) && (toOn === undefined || on <= toOn)

/** Interests that may be about a party, found by number or name without looking at all of them. */
function lookUp(interests: readonly FirmInterest[]): (party: Named) => FirmInterest[] {
  const byKey = new Map<string, FirmInterest[]>()
  const keysOf = ({ name, identityNumber }: Named) => [
    `name ${foldName(name)}`,
    `number ${foldIdentity(identityNumber)}`,
  ]
  for (const interest of interests)
    for (const key of keysOf(interest)) {
      const known = byKey.get(key)
      if (known) known.push(interest)
      else byKey.set(key, [interest])
    }
  return (party) => keysOf(party).flatMap((key) => byKey.get(key) ?? [])
}

/** Of each booked case the firms that act for or against one of its parties, by half-day, whatever the desk. */
export async function conflictsByCase(
  db: Reader,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<string, HalfConflicts>> {
  const found = new Map<string, HalfConflicts>()
  const interests = await listInterests(db)
  if (interests.length === 0) return found
  const interestsIn = lookUp(interests)
  const rows = await db
    .selectFrom('bookings as b')
    .innerJoin('cases as c', 'c.id', 'b.case_id')
    .innerJoin('parties as p', 'p.case_id', 'b.case_id')
    .select(['b.case_id', 'b.date', 'b.half', 'p.name', 'p.id_number', 'p.credit_code'])
    .where('b.cancelled', '=', 0)
    .where('b.date', '>=', from)
    .where('b.date', '<=', to)
    .where('c.status', 'not in', closed)
    .execute()
  for (const row of rows) {
    const party = { name: row.name, identityNumber: row.id_number ?? row.credit_code ?? '' }
    const date = row.date as LocalDate
    for (const interest of interestsIn(party)) {
      if (!isInForce(interest, date) || !isSamePerson(interest, party)) continue
      const halves: HalfConflicts = found.get(row.case_id) ?? new Map()
      found.set(row.case_id, halves)
      const key = halfKey(date, row.half)
      halves.set(key, (halves.get(key) ?? new Set()).add(interest.firmId))
    }
  }
  return found
}

/** Firms that act for or against a party of any case booked for a half-day; the case is not told. */
export async function conflictFirmsBetween(
  db: Reader,
  from: LocalDate,
  to: LocalDate,
): Promise<HalfConflicts> {
  const all: HalfConflicts = new Map()
  for (const halves of (await conflictsByCase(db, from, to)).values())
    for (const [key, firms] of halves) all.set(key, new Set([...(all.get(key) ?? []), ...firms]))
  return all
}
