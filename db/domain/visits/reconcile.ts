import type { LocalDate } from '../local-date.ts'
import type { PlannedCause, Slot } from './slots.ts'

/** A visit as the plan sees it. */
export type KnownVisit = {
  id: string
  cause: PlannedCause | 'byHand'
  /** Of what it belongs to; absent after closing and by hand. */
  dueOn?: LocalDate | undefined
  plannedOn: LocalDate
  /** Somebody chose its day, where it stays; the plan had it on this one. */
  movedFrom?: LocalDate | undefined
  /** `dropped`: the plan itself took it back, nobody decided against it. */
  state: 'planned' | 'done' | 'skipped' | 'dropped'
  doneOn?: LocalDate | undefined
}

export type PlanChanges = {
  /** Slots that want a new visit. */
  add: Slot[]
  /** Known visits that become that of another slot or get another day. */
  change: { id: string; slot: Slot }[]
  /** Planned visits that nothing asks for any more. */
  drop: string[]
}

type About = { cause: KnownVisit['cause']; dueOn?: LocalDate | undefined }

const isSameGroup = (one: About, other: About): boolean =>
  one.cause === other.cause && one.dueOn === other.dueOn

/** The slot that a visit stands for: the last one up to the day that it was planned for, else the first to come. */
const slotFor = (visit: KnownVisit, slots: readonly Slot[]): Slot | undefined => {
  const day = visit.movedFrom ?? visit.plannedOn
  const own = slots.filter((slot) => isSameGroup(slot, visit))
  const before = own.filter((slot) => slot.day <= day)
  const last = before.reduce<Slot | undefined>(
    (latest, slot) => (latest && latest.day >= slot.day ? latest : slot),
    undefined,
  )
  return last ?? own[0]
}

/** Somebody was there in the days that the slot is about. */
const isCovered = ({ from, until }: Slot, visits: readonly KnownVisit[]): boolean =>
  visits.some(
    ({ state, doneOn }) =>
      state === 'done' &&
      doneOn !== undefined &&
      doneOn >= from &&
      (until === undefined || doneOn <= until),
  )

/** Slots for which nobody was visited yet, nor was it decided that nobody is. */
const openSlots = (
  slots: readonly Slot[],
  visits: readonly KnownVisit[],
  today: LocalDate,
): Slot[] => {
  const settled = visits.filter(({ state }) => state === 'done' || state === 'skipped')
  const slotsOfSettled = new Set(settled.map((visit) => slotFor(visit, slots)))
  const slotsOfPlanned = new Set(
    visits.filter(({ state }) => state === 'planned').map((visit) => slotFor(visit, slots)),
  )
  // What had passed when the visit was planned was to be made up by it.
  const isMadeUp = (slot: Slot) =>
    slot.day < today &&
    !slotsOfPlanned.has(slot) &&
    settled.some((visit) => isSameGroup(slot, visit) && slot.day < visit.plannedOn)
  return slots.filter(
    (slot) => !slotsOfSettled.has(slot) && !isCovered(slot, visits) && !isMadeUp(slot),
  )
}

/** Of what one visit is about at once the last stands for all. */
const spokesmen = (open: readonly Slot[]): Map<Slot, Slot> =>
  new Map(
    open.map((slot) => {
      const together = open.filter(
        (other) => isSameGroup(other, slot) && other.plannedOn === slot.plannedOn,
      )
      return [slot, together.reduce((last, other) => (other.day > last.day ? other : last))]
    }),
  )

/** Of several visits for one slot the one that stands on its day, else the first. */
const visitsOfSlots = (
  slots: readonly Slot[],
  speaks: ReadonlyMap<Slot, Slot>,
  visits: readonly KnownVisit[],
): Map<Slot, KnownVisit> => {
  const own = new Map<Slot, KnownVisit>()
  for (const visit of visits) {
    const meant = visit.state === 'planned' ? slotFor(visit, slots) : undefined
    const slot = meant && speaks.get(meant)
    if (!slot) continue
    const other = own.get(slot)
    if (!other || (visit.plannedOn === slot.plannedOn && other.plannedOn !== slot.plannedOn))
      own.set(slot, visit)
  }
  return own
}

/**
 * What has to change so that the planned visits are those that are asked for: a visit made or given up stays as it is
 * and is never planned twice, one chosen or missed keeps its day, and no day gets two.
 * @policy I2
 */
export const reconcile = (
  slots: readonly Slot[],
  visits: readonly KnownVisit[],
  today: LocalDate,
): PlanChanges => {
  const speaks = spokesmen(openSlots(slots, visits, today))
  const open = slots.filter((slot) => speaks.get(slot) === slot)
  const own = visitsOfSlots(slots, speaks, visits)
  const isPlanned = ({ state }: KnownVisit) => state === 'planned'
  const stays = (visit: KnownVisit) => visit.movedFrom !== undefined || visit.plannedOn < today
  const byHand = visits.filter((visit) => isPlanned(visit) && visit.cause === 'byHand')
  const staying = open.flatMap((slot) => own.get(slot) ?? []).filter(stays)
  const kept = new Set([...byHand, ...staying].map(({ id }) => id))
  const taken = new Set([...byHand, ...staying].map(({ plannedOn }) => plannedOn))
  const change: PlanChanges['change'] = []
  const wanting: Slot[] = []
  for (const slot of open) {
    const visit = own.get(slot)
    if ((visit && kept.has(visit.id)) || taken.has(slot.plannedOn)) continue
    taken.add(slot.plannedOn)
    if (!visit) wanting.push(slot)
    else {
      kept.add(visit.id)
      if (visit.plannedOn !== slot.plannedOn) change.push({ id: visit.id, slot })
    }
  }
  const free = visits.filter(
    ({ id, state, cause, movedFrom }) =>
      cause !== 'byHand' &&
      movedFrom === undefined &&
      !kept.has(id) &&
      (state === 'planned' || state === 'dropped'),
  )
  const add: Slot[] = []
  for (const slot of wanting) {
    const same = free.findIndex(({ plannedOn }) => plannedOn === slot.plannedOn)
    const [visit] = free.splice(Math.max(same, 0), 1)
    if (!visit) add.push(slot)
    else {
      kept.add(visit.id)
      change.push({ id: visit.id, slot })
    }
  }
  const drop = visits.filter((visit) => isPlanned(visit) && !kept.has(visit.id)).map(({ id }) => id)
  return { add, change, drop }
}
