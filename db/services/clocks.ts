import { v7 as uuid } from 'uuid'
import { mayMediate } from '../domain/access/case-access.ts'
import { basesOf } from '../domain/clocks/base-events.ts'
import { changeNames } from '../domain/clocks/fault-words.ts'
import type { ClockChangeFact } from '../domain/clocks/facts.ts'
import {
  changesOf,
  clocksOfFacts,
  countClock,
  type ClockLaw,
  ruleOfCase,
} from '../domain/clocks/running.ts'
import { periodName } from '../domain/clocks/variants.ts'
import { eventNameOf, mayTell } from '../domain/clocks/wanted.ts'
import type { DeadlineFault, DeadlineRule } from '../domain/deadline/rule.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, isCountable, type LocalDate } from '../domain/local-date.ts'
import { findClockRow, type ClockRow } from '../queries/clocks.ts'
import type { Row } from '../schema.ts'
import { getCase } from './case-access.ts'
import { recordEvent, type Happening } from './case-events.ts'
import { requireNotArchived } from './closed-dossier.ts'

export type ClockChangeInput = Omit<ClockChangeFact, 'id'> & { caseId: string }

/** Lists as text: a refusal carries plain values. */
function refuse({ code, details }: DeadlineFault): never {
  const plain = Object.entries(details).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.join(',') : value,
  ])
  throw new DomainError(code, Object.fromEntries(plain) as Record<string, unknown>)
}

async function openCase({ tx, actor }: Happening, caseId: string): Promise<ClockRow> {
  const row = await getCase(tx, actor, caseId, mayMediate, 'cases.notYours')
  requireNotArchived(row)
  const facts = await findClockRow(tx, caseId)
  if (!facts) throw new DomainError('cases.notFound')
  return facts
}

/** @throws DomainError clocks.tooFar */
function requireCountableDays(...days: readonly (LocalDate | undefined)[]) {
  if (days.some((day) => day !== undefined && !isCountable(day)))
    throw new DomainError('clocks.tooFar')
}

type Standing = { rule: DeadlineRule; base: LocalDate }

/** The rule as it governs this case, and the day it counts from. @throws DomainError */
function standing(law: ClockLaw, facts: ClockRow, id: string): Standing {
  const events = new Set(law.rules.filter((rule) => rule.id === id).map(({ event }) => event))
  const [event] = events
  const base = event === undefined ? undefined : basesOf(facts).get(event)
  const rule = base && ruleOfCase(law, facts, id, base.day)
  if (!rule || !base) throw new DomainError('deadline.unknownRule', { rule: id })
  return { rule, base: base.day }
}

/** Refuses what the engine would not count; an earlier version's extension is not asked again. */
function requireCountable(
  law: ClockLaw,
  facts: ClockRow,
  { rule, base }: Standing,
  changes: readonly ClockChangeFact[],
) {
  const answer = countClock(law, rule, facts, base, changes)
  if (!answer.ok) refuse(answer.fault)
}

type NewRow = Omit<ClockChangeFact, 'id'>

async function insert({ tx, actor, now }: Happening, caseId: string, change: NewRow) {
  const id = uuid()
  await tx
    .insertInto('clock_changes')
    .values({
      id,
      case_id: caseId,
      rule: change.rule,
      kind: change.kind,
      on_day: change.onDay,
      until_day: change.untilDay ?? null,
      pause_reason: change.pauseReason ?? null,
      consents: JSON.stringify(change.consents),
      words: change.words,
      recorded_by: actor.userId,
      recorded_at: now,
      undone_at: null,
      undone_by: null,
      undone_reason: '',
    })
    .execute()
  return id
}

/** What of the input belongs to each kind; the rest is left out. */
const tidy = ({ caseId: _, ...change }: ClockChangeInput): NewRow => {
  const { kind, untilDay, pauseReason, consents } = change
  return {
    ...change,
    words: change.words.trim(),
    consents: kind === 'extension' ? consents : [],
    pauseReason: kind === 'pause' ? (pauseReason ?? 'appraisal') : undefined,
    untilDay: kind === 'pause' || kind === 'extension' ? untilDay : undefined,
  }
}

/**
 * A pause, an extension, an interruption or a day set by a person, as far as the rule allows it.
 * @throws DomainError the engine's reason, clocks.datesReversed, clocks.inFuture, clocks.tooFar
 */
export async function changeClock(
  happening: Happening,
  law: ClockLaw,
  input: ClockChangeInput,
): Promise<string> {
  const facts = await openCase(happening, input.caseId)
  requireCountableDays(input.onDay, input.untilDay)
  const at = standing(law, facts, input.rule)
  const change = tidy(input)
  const { kind, onDay, untilDay } = change
  if (untilDay !== undefined && untilDay < onDay) throw new DomainError('clocks.datesReversed')
  if (kind !== 'override' && onDay > law.today) throw new DomainError('clocks.inFuture')
  requireCountable(law, facts, at, [
    ...changesOf(law, at.rule, facts, at.base),
    { ...change, id: 'new' },
  ])
  const id = await insert(happening, input.caseId, change)
  await recordEvent(happening, input.caseId, 'clockChanged', {
    name: periodName(at.rule),
    change: changeNames[kind],
    onDay,
    ...(untilDay === undefined ? {} : { untilDay }),
    ...(change.words === '' ? {} : { reason: change.words }),
  })
  return id
}

async function findChange({ tx }: Happening, id: string): Promise<Row<'clock_changes'>> {
  const row = await tx
    .selectFrom('clock_changes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new DomainError('clocks.notFound')
  return row
}

/** @throws DomainError clocks.notFound, clocks.pauseEnded, clocks.alreadyUndone, clocks.datesReversed */
export async function endPause(
  happening: Happening,
  law: ClockLaw,
  { id, untilDay }: { id: string; untilDay: LocalDate },
) {
  const row = await findChange(happening, id)
  const facts = await openCase(happening, row.case_id)
  requireCountableDays(untilDay)
  if (row.kind !== 'pause') throw new DomainError('clocks.notFound')
  if (row.undone_at !== null) throw new DomainError('clocks.alreadyUndone')
  if (row.until_day !== null) throw new DomainError('clocks.pauseEnded')
  if (untilDay < row.on_day) throw new DomainError('clocks.datesReversed')
  const at = standing(law, facts, row.rule)
  const changes = changesOf(law, at.rule, facts, at.base).map((one) =>
    one.id === id ? { ...one, untilDay } : one,
  )
  requireCountable(law, facts, at, changes)
  await happening.tx
    .updateTable('clock_changes')
    .set({ until_day: untilDay })
    .where('id', '=', id)
    .execute()
  await recordEvent(happening, row.case_id, 'clockPauseEnded', {
    name: periodName(at.rule),
    untilDay,
  })
}

/** What was recorded by mistake counts no more and stays to be read. */
export async function undoChange(
  happening: Happening,
  law: ClockLaw,
  { id, reason }: { id: string; reason: string },
) {
  const row = await findChange(happening, id)
  const facts = await openCase(happening, row.case_id)
  if (row.undone_at !== null) throw new DomainError('clocks.alreadyUndone')
  const name = law.rules.find((rule) => rule.id === row.rule)?.name ?? row.rule
  requireRest(law, facts, row)
  await markUndone(happening, id, reason.trim())
  await recordEvent(happening, row.case_id, 'clockChangeUndone', {
    name,
    change: changeNames[row.kind],
    reason: reason.trim(),
  })
}

/** The later ones must still fit; those that already did not are no hindrance. */
function requireRest(law: ClockLaw, facts: ClockRow, row: Row<'clock_changes'>) {
  const clock = clocksOfFacts(law, facts).find(({ deadline }) => deadline.rule.id === row.rule)
  if (!clock || clock.leftOut.length > 0) return
  const at = { rule: clock.deadline.rule, base: clock.base.day }
  const rest = changesOf(law, at.rule, facts, at.base).filter(({ id }) => id !== row.id)
  requireCountable(law, facts, at, rest)
}

async function markUndone({ tx, actor, now }: Happening, id: string, reason: string) {
  await tx
    .updateTable('clock_changes')
    .set({ undone_at: now, undone_by: actor.userId, undone_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** A day that only people know; without one it is forgotten. @throws DomainError clocks.unknownEvent, clocks.tooFar */
export async function setCaseDate(
  happening: Happening,
  law: ClockLaw,
  input: { caseId: string; event: string; onDay?: LocalDate | undefined; words: string },
) {
  const { tx, actor, now } = happening
  const { caseId, event, onDay } = input
  const facts = await openCase(happening, caseId)
  requireCountableDays(onDay)
  if (!mayTell(law, facts, event)) throw new DomainError('clocks.unknownEvent')
  const name = eventNameOf(law, facts, event)
  const words = input.words.trim()
  if (onDay === undefined)
    await tx
      .deleteFrom('case_dates')
      .where('case_id', '=', caseId)
      .where('event', '=', event)
      .execute()
  else {
    const told = { on_day: onDay, words, recorded_by: actor.userId, recorded_at: now }
    await tx
      .insertInto('case_dates')
      .values({ case_id: caseId, event, ...told })
      .onConflict((conflict) => conflict.columns(['case_id', 'event']).doUpdateSet(told))
      .execute()
  }
  await recordEvent(happening, caseId, onDay === undefined ? 'dateForgotten' : 'dateTold', {
    name,
    ...(onDay === undefined ? {} : { onDay }),
    ...(words === '' ? {} : { text: words }),
  })
}

const mediationClock = (law: ClockLaw, facts: ClockRow) =>
  clocksOfFacts(law, facts).find(
    ({ deadline: { rule } }) => rule.topic === 'mediation' && rule.id !== 'C4',
  )

type FollowedMove = 'extend' | 'suspend' | 'resume'
export const isFollowed = (event: string): event is FollowedMove =>
  event === 'extend' || event === 'suspend' || event === 'resume'

/**
 * The clock of mediation follows what is done with the case, called before it is done: both sides agree to a later day, an appraisal stops it
 * where the rule lets it, and it runs on when mediation does.
 * @law 《人民法院在线调解规则》第二十四条、第二十六条 (C2, C5, C8)
 */
export async function followMove(
  happening: Happening,
  law: ClockLaw,
  move: { caseId: string; event: FollowedMove; until?: LocalDate | undefined; reason: string },
) {
  const facts = await findClockRow(happening.tx, move.caseId)
  if (!facts) return
  const { today } = law
  if (move.event === 'resume') return endOpenPauses(happening, law, facts)
  const clock = mediationClock(law, facts)
  if (!clock) return
  const { rule } = clock.deadline
  const base = { rule: rule.id, consents: [], words: move.reason }
  if (move.event === 'suspend') {
    const stops = rule.pauses.some(({ reason }) => reason === 'appraisal')
    if (!stops || !move.reason.includes('鉴定')) return
    await keepIfCountable(happening, law, facts, {
      ...base,
      kind: 'pause',
      onDay: today,
      pauseReason: 'appraisal',
    })
    return
  }
  const { until } = move
  if (until === undefined || until <= (clock.deadline.dueOn ?? until)) return
  const agreed = {
    consents: ['applicant', 'respondent'] as const,
    words: move.reason || '双方同意延长',
  }
  const extension: NewRow = {
    rule: rule.id,
    kind: 'extension',
    onDay: today,
    untilDay: until,
    ...agreed,
  }
  // Where the law knows no longer period the parties' word stands as a day set by people.
  const set: NewRow = {
    ...extension,
    kind: 'override',
    onDay: until,
    untilDay: undefined,
    consents: [],
  }
  if (!(await keepIfCountable(happening, law, facts, extension)))
    await keepIfCountable(happening, law, facts, set)
}

async function keepIfCountable(
  happening: Happening,
  law: ClockLaw,
  facts: ClockRow,
  change: NewRow,
): Promise<boolean> {
  const at = standing(law, facts, change.rule)
  const changes = [...changesOf(law, at.rule, facts, at.base), { ...change, id: 'new' }]
  if (!countClock(law, at.rule, facts, at.base, changes).ok) return false
  await insert(happening, facts.caseId, change)
  return true
}

/** The day on which mediation goes on counts again; a pause without a day that counts was none. */
async function endOpenPauses(happening: Happening, law: ClockLaw, facts: ClockRow) {
  const last = addDays(law.today, -1)
  const open = facts.changes.filter(
    ({ kind, untilDay, pauseReason }) =>
      kind === 'pause' && untilDay === undefined && pauseReason === 'appraisal',
  )
  for (const { id, onDay, rule } of open) {
    const at = standing(law, facts, rule)
    const changes = changesOf(law, at.rule, facts, at.base).map((one) =>
      one.id === id ? { ...one, untilDay: last } : one,
    )
    if (last < onDay || !countClock(law, at.rule, facts, at.base, changes).ok)
      await markUndone(happening, id, '当日恢复调解')
    else
      await happening.tx
        .updateTable('clock_changes')
        .set({ until_day: last })
        .where('id', '=', id)
        .execute()
  }
}
