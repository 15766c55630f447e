import type { BoardLine } from '#contract/clocks.ts'
import type { Actor } from '#db/domain/access/case-access.ts'
import type { CaseStatus } from '#db/domain/case/status.ts'
import type { ApplicationFact } from '#db/domain/clocks/facts.ts'
import { type Clock, clocksOfFacts, type ClockLaw } from '#db/domain/clocks/running.ts'
import { turnOf } from '#db/domain/clocks/turns.ts'
import { type JoinedClock, joinLengths, lengthWords } from '#db/domain/clocks/join-lengths.ts'
import { rollBack } from '#db/domain/deadline/period.ts'
import { pauseNames } from '#db/domain/deadline/rule.ts'
import { addDays, type LocalDate, yearOf } from '#db/domain/local-date.ts'
import { formatYuan } from '#db/domain/money.ts'
import { visitTitle } from '#db/domain/visits/words.ts'
import { listDueLoans, listOpenPromises, listPlannedCases } from '#db/queries/clock-board.ts'
import { type ClockRow, listClockRows } from '#db/queries/clocks.ts'
import { listOpenObligations } from '#db/queries/obligations.ts'
import { listPlannedVisits } from '#db/queries/visits.ts'
import type { Reader } from '#db/schema.ts'

type Group = BoardLine['group']
/** A line before its case is named. */
export type Sketch = Omit<BoardLine, 'caseNumber' | 'title' | 'parties' | 'mediatorName'>

/** @param until the last day that is looked at, apart from what is overdue */
export type Looking = { db: Reader; actor: Actor; law: ClockLaw; until: LocalDate }

const groupOf = (law: ClockLaw, remindOn: LocalDate, last: LocalDate): Group =>
  last < law.today ? 'overdue' : remindOn <= law.today ? 'today' : 'soon'

const routes: readonly (readonly [prefix: string, route: string])[] = [
  ['E7', 'judicialConfirmation'],
  ['F3', 'arbitralReview'],
  ['H3', 'paymentOrder'],
  ['G8', 'paymentOrder'],
  ['F9', 'arbitration'],
]

const isWaiting = ({ state }: ApplicationFact) => state === 'applied' || state === 'accepted'

const applicationBehind = (row: ClockRow, ruleId: string): ApplicationFact | undefined => {
  const route = routes.find(([prefix]) => prefix === ruleId)?.[1]
  return row.applications.findLast((one) => one.route === route && isWaiting(one))
}

const live = new Set<Clock['state']>(['running', 'soon', 'today', 'overdue', 'paused'])
const longTerm = new Set(['limitation', 'enforcement'])

const kindOf = ({ deadline: { rule } }: Clock, application: ApplicationFact | undefined) => {
  if (application) return 'application'
  return longTerm.has(rule.topic) ? 'limitation' : 'deadline'
}

const pausedBy = ({ deadline }: Clock): string => {
  const pause = deadline.steps.findLast((step) => step.kind === 'paused')
  return `${pause?.kind === 'paused' ? pauseNames[pause.reason] : '中止'}结束`
}

const clockLine = (law: ClockLaw, row: ClockRow, clock: JoinedClock): Sketch => {
  const { deadline, state } = clock
  const { rule, rolled, remindOn, source } = deadline
  const application = applicationBehind(row, rule.ruleId)
  const turn = turnOf(rule)
  const waitingFor =
    state === 'paused'
      ? pausedBy(clock)
      : 'waitingFor' in turn
        ? (application?.officeName ?? turn.waitingFor)
        : undefined
  const last = deadline.dueOn ?? deadline.notBefore ?? remindOn
  const dated = state === 'overdue' ? 'overdue' : groupOf(law, remindOn, last)
  return {
    key: `clock:${row.caseId}:${rule.id}`,
    group: waitingFor !== undefined && dated !== 'overdue' ? 'waiting' : dated,
    kind: kindOf(clock, application),
    caseId: row.caseId,
    what: [rule.name, lengthWords(clock)].filter(Boolean).join('：'),
    dueOn: remindOn,
    lastOn: last,
    ruleId: rule.ruleId,
    source,
    // A day set by hand is the last one: nothing rolls behind it.
    ...(rolled === undefined || deadline.override ? {} : { rolled }),
    ...(waitingFor === undefined ? { by: 'by' in turn ? turn.by : 'mediator' } : { waitingFor }),
    ...(application ? { objectId: application.id } : {}),
  }
}

const approvalLine = (actor: Actor, row: ClockRow): Sketch => ({
  key: `approval:${row.agreementId ?? row.caseId}`,
  group: actor.role === 'head' ? 'today' : 'waiting',
  kind: 'approval',
  caseId: row.caseId,
  what: '协议已送审',
  ...(actor.role === 'head' ? { by: 'head' } : { waitingFor: '中心主任审批' }),
  ...(row.agreementId === undefined ? {} : { objectId: row.agreementId }),
})

const applicationLine = (row: ClockRow, application: ApplicationFact): Sketch => ({
  key: `application:${application.id}`,
  group: 'waiting',
  kind: 'application',
  caseId: row.caseId,
  what: '已提交申请',
  waitingFor: application.officeName,
  objectId: application.id,
})

const afterwards: readonly CaseStatus[] = [
  'performed',
  'failed',
  'transferred',
  'withdrawn',
  'followUp',
]
const goesOn: readonly CaseStatus[] = [
  ...afterwards,
  'mediating',
  'suspended',
  'agreed',
  'effective',
  'overdue',
  'confirming',
  'confirmed',
]

const noStepLine = ({ caseId, status }: ClockRow): Sketch => ({
  key: `noNextStep:${caseId}`,
  group: 'noNextStep',
  kind: 'noNextStep',
  caseId,
  what: afterwards.includes(status) ? '没有安排回访，也没有归档' : '没有任何待办日期，请定下一步',
  by: 'mediator',
})

/** What a role sees of the clocks: the window only what decides on taking a case. */
const isShown =
  ({ role }: Actor) =>
  ({ deadline: { rule } }: Clock): boolean =>
    role !== 'receptionist' || rule.topic === 'acceptance' || rule.topic === 'mediation'

const linesOfCase = (
  { actor, law, until }: Looking,
  row: ClockRow,
  clocks: readonly JoinedClock[],
  planned: ReadonlySet<string>,
): Sketch[] => {
  const lines = clocks
    .map((clock) => ({ clock, line: clockLine(law, row, clock) }))
    .filter(
      ({ clock, line: { group, dueOn } }) =>
        group !== 'soon' || clock.state === 'soon' || (dueOn !== undefined && dueOn <= until),
    )
    .map(({ line }) => line)
  if (actor.role === 'receptionist') return lines
  const waiting = row.applications
    .filter((one) => isWaiting(one) && lines.every(({ objectId }) => objectId !== one.id))
    .map((one) => applicationLine(row, one))
  const approval = row.agreementStatus === 'submitted' ? [approvalLine(actor, row)] : []
  const goes =
    clocks.some(({ deadline }) => !longTerm.has(deadline.rule.topic)) ||
    waiting.length > 0 ||
    approval.length > 0 ||
    planned.has(row.caseId) ||
    !goesOn.includes(row.status)
  return [...lines, ...waiting, ...approval, ...(goes ? [] : [noStepLine(row)])]
}

const yuan = (fen: number) => `${formatYuan(fen)} 元`

async function followedLines({ db, actor, law, until }: Looking): Promise<Sketch[]> {
  const back = (day: LocalDate) => rollBack(day, law.calendar)
  const obligations = (await listOpenObligations(db, actor, until, law.calendar)).flatMap(
    (one): Sketch[] => {
      if (one.dueOn === undefined || one.lastOn === undefined) return []
      const dueOn = back(one.dueOn)
      const left = one.kind === 'payment' ? ` ${yuan(one.leftFen)}` : ''
      return [
        {
          key: `obligation:${one.id}`,
          group: groupOf(law, dueOn, one.lastOn),
          kind: 'obligation',
          caseId: one.caseId,
          what: `${one.title}${left}${one.lastOn < law.today ? '逾期' : '到期'}`,
          dueOn,
          lastOn: one.dueOn,
          by: 'mediator',
          objectId: one.id,
        },
      ]
    },
  )
  const promises = (await listOpenPromises(db, actor, until)).map((one): Sketch => ({
    key: `promise:${one.id}`,
    group: groupOf(law, one.promisedOn, one.promisedOn),
    kind: 'promise',
    caseId: one.caseId,
    what: one.promisedFen === undefined ? '答应履行' : `答应付 ${yuan(one.promisedFen)}`,
    dueOn: one.promisedOn,
    by: 'mediator',
    ...(one.obligationId === undefined ? {} : { objectId: one.obligationId }),
  }))
  const visits = (await listPlannedVisits(db, actor, until)).map((one): Sketch => ({
    key: `visit:${one.id}`,
    group: groupOf(law, one.plannedOn, one.plannedOn),
    kind: 'visit',
    caseId: one.caseId,
    what: visitTitle(one),
    dueOn: one.plannedOn,
    by: 'mediator',
    objectId: one.id,
  }))
  const loans = (await listDueLoans(db, actor, until)).map((one): Sketch => ({
    key: `loan:${one.id}`,
    group: groupOf(law, back(one.dueOn), one.dueOn),
    kind: 'loan',
    caseId: one.caseId,
    what: '卷宗借出应当归还',
    dueOn: back(one.dueOn),
    lastOn: one.dueOn,
    by: 'mediator',
    objectId: one.id,
  }))
  return [...obligations, ...promises, ...visits, ...loans]
}

const order: readonly Group[] = ['overdue', 'today', 'soon', 'waiting', 'noNextStep']

/** Days and keys are plain ASCII: no rules of any language, which would cost half the board. */
export const compareCodes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Most urgent first. */
const byUrgency = (a: Sketch, b: Sketch): number =>
  order.indexOf(a.group) - order.indexOf(b.group) ||
  compareCodes(a.dueOn ?? '9999', b.dueOn ?? '9999') ||
  compareCodes(a.key, b.key)

/** Everything this actor has to keep in time, in a fixed number of statements however many cases there are. */
export async function lookAt(looking: Looking) {
  const { db, actor, law } = looking
  if (actor.role === 'lawyer' || actor.role === 'administrator')
    return { lines: [], missingYears: [] }
  const rows = await listClockRows(db, { openOf: actor })
  const planned = await listPlannedCases(db)
  const missing = new Set<number>()
  const shown = isShown(actor)
  const lines = rows.flatMap((row) => {
    const clocks = joinLengths(clocksOfFacts(law, row, true)).filter(
      (clock) => live.has(clock.state) && shown(clock),
    )
    for (const { deadline } of clocks) for (const year of deadline.missingYears) missing.add(year)
    return linesOfCase(looking, row, clocks, planned)
  })
  lines.push(...(await followedLines(looking)))
  // The notice for a year comes out late in the year before: further ones nobody can enter.
  const latest = yearOf(law.today) + 1
  return {
    lines: lines.toSorted(byUrgency),
    missingYears: [...missing].filter((year) => year <= latest).toSorted((a, b) => a - b),
  }
}

/** The last day that the morning looks ahead to. */
export const boardUntil = ({ today, soonDays }: ClockLaw): LocalDate => addDays(today, soonDays)
