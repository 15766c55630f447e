import type { CaseClock, ClockChange } from '#contract/clocks.ts'
import { clockLaw, clocksOfFacts, type ClockLaw } from '#db/domain/clocks/running.ts'
import { type CountedEnds, countedEnds, listedDay } from '#db/domain/clocks/last-days.ts'
import { leftOutLine } from '#db/domain/clocks/fault-words.ts'
import { type JoinedClock, joinLengths, lengthWords } from '#db/domain/clocks/join-lengths.ts'
import { periodName } from '#db/domain/clocks/variants.ts'
import { limitationsOf, type Limitation } from '#db/domain/clocks/wanted.ts'
import { deadlineLines, periodText } from '#db/domain/deadline/deadline-lines.ts'
import type { Deadline } from '#db/domain/deadline/period.ts'
import type { DeadlineRule } from '#db/domain/deadline/rule.ts'
import { topicNames } from '#db/domain/deadline/rule.ts'
import { localDateOf } from '#db/domain/local-date.ts'
import { clockSettings, findClockRow, type listClockChanges } from '#db/queries/clocks.ts'
import { getSetting } from '#db/queries/settings.ts'
import type { Reader } from '#db/schema.ts'
import type { Resources } from './resources.ts'

export type LawTables = Pick<Resources, 'calendar' | 'deadlineRules'>

/** The law of this centre on this day, by which any number of cases may be counted. */
export async function lawOf(db: Reader, resources: LawTables, now: string): Promise<ClockLaw> {
  const { region, soonDays } = await clockSettings(db)
  const { committeeKind } = await getSetting(db, 'body')
  return clockLaw({
    rules: resources.deadlineRules(),
    calendar: resources.calendar,
    region,
    soonDays,
    committeeKind,
    today: localDateOf(now),
  })
}

/** Every clock of a case, those to be kept first; none of a case that does not exist. */
export async function clocksOfCase(
  db: Reader,
  caseId: string,
  resources: LawTables,
  now: string,
): Promise<CaseClock[]> {
  const row = await findClockRow(db, caseId)
  if (!row) return []
  return inOrder(joinLengths(clocksOfFacts(await lawOf(db, resources, now), row))).map(
    clockOfContract,
  )
}

/** How long the claim may still be made elsewhere, for the notice of termination and the remedies. */
export async function limitationsOfCase(
  db: Reader,
  caseId: string,
  resources: LawTables,
  now: string,
): Promise<Limitation[]> {
  const row = await findClockRow(db, caseId)
  return row ? limitationsOf(await lawOf(db, resources, now), row) : []
}

/** A clock as its one day to go by. */
export type ListedClock = { rule: string; name: string; day: Deadline }

/** Every clock of a case that has a last day, as lists show it. */
export async function listedClocksOfCase(
  db: Reader,
  caseId: string,
  resources: LawTables,
  now: string,
): Promise<ListedClock[]> {
  const row = await findClockRow(db, caseId)
  if (!row) return []
  const clocks = joinLengths(clocksOfFacts(await lawOf(db, resources, now), row))
  return clocks.flatMap((clock) => {
    const { id, name } = clock.deadline.rule
    const day = listedDay(clock)
    return day ? [{ rule: id, name, day }] : []
  })
}

/** When the periods of this case end, for whatever is judged or told by them elsewhere. */
export async function endsOfCase(
  db: Reader,
  caseId: string,
  resources: LawTables,
  now: string,
): Promise<CountedEnds> {
  const row = await findClockRow(db, caseId)
  return row ? countedEnds(await lawOf(db, resources, now), row) : { mediation: [] }
}

const rank: Readonly<Record<CaseClock['state'], number>> = {
  overdue: 0,
  today: 1,
  soon: 2,
  running: 3,
  paused: 3,
  missed: 4,
  met: 5,
}

/** What has to be kept first, each by its day. */
const inOrder = (clocks: readonly JoinedClock[]): JoinedClock[] =>
  clocks.toSorted(
    (a, b) => rank[a.state] - rank[b.state] || (a.deadline.remindOn < b.deadline.remindOn ? -1 : 1),
  )

const mayExtend = ({ extension }: DeadlineRule) =>
  extension ? { extensionNeeds: [...extension.needs] } : {}

function clockOfContract(clock: JoinedClock): CaseClock {
  const { deadline, base, state, leftOut } = clock
  const { rule, raw, notBefore, rolled, dueOn, override } = deadline
  const assumed =
    base.from === 'assumed'
      ? [{ text: `${rule.eventName}没有填写，暂按最早可能的日期起算，请核对后填写。` }]
      : []
  const both = lengthWords(clock)
  return {
    ...(both === undefined ? {} : { bothDays: both }),
    rule: rule.id,
    ruleId: rule.ruleId,
    name: rule.name,
    topic: rule.topic,
    topicName: topicNames[rule.topic],
    length: periodText(rule.period),
    eventName: rule.eventName,
    base: deadline.base,
    countedFrom: deadline.countedFrom,
    ...(raw === undefined ? {} : { raw }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(rolled === undefined ? {} : { rolled }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(override === undefined ? {} : { override }),
    ...(rule.note === undefined ? {} : { note: rule.note }),
    rollsOverWeekend: deadline.rollsOverWeekend,
    remindOn: deadline.remindOn,
    reminders: [...deadline.reminders],
    missingYears: [...deadline.missingYears],
    pausedDays: deadline.pausedDays,
    isPaused: deadline.isPaused,
    kind: rule.kind,
    verified: rule.verified,
    source: rule.source,
    state,
    lines: [
      ...assumed,
      ...(both === undefined
        ? []
        : [{ text: `适用哪种程序没有记载，两个最后一日：${both}；按早的提醒。` }]),
      ...deadlineLines(deadline),
      ...leftOut.map(leftOutLine),
    ],
    mayPause: rule.pauses.map(({ reason }) => reason),
    ...mayExtend(rule),
    interruptible: rule.interruptible,
  }
}

type KeptChange = Awaited<ReturnType<typeof listClockChanges>>[number]

const nameOfRule = (rules: readonly DeadlineRule[], id: string): string => {
  const rule = rules.find((one) => one.id === id)
  return rule ? periodName(rule) : id
}

export const changeOfContract = (
  { consents, ...change }: KeptChange,
  rules: readonly DeadlineRule[],
): ClockChange => ({
  ...change,
  consents: [...consents],
  ruleName: nameOfRule(rules, change.rule),
})
