import type { CaseSummary } from '#contract/cases.ts'
import { nextStep } from '#db/domain/case/next-step.ts'
import { isClosed } from '#db/domain/case/status.ts'
import { listedDay } from '#db/domain/clocks/last-days.ts'
import { clocksOfFacts, type ClockLaw } from '#db/domain/clocks/running.ts'
import type { Deadline } from '#db/domain/deadline/period.ts'
import { joinLengths } from '#db/domain/clocks/join-lengths.ts'
import { localDate, localDateOf } from '#db/domain/local-date.ts'
import { lastDayOf } from '#db/domain/performance/obligation.ts'
import type { CaseRow } from '#db/queries/cases.ts'
import { type ClockRow, listClockRows } from '#db/queries/clocks.ts'
import { optional } from '#db/queries/parties.ts'
import type { Reader } from '#db/schema.ts'
import { lawOf, type LawTables } from './case-clocks.ts'

/** What the clocks of a page of cases are counted from, read at once for all of them. */
export type Counting = { law: ClockLaw; facts: ReadonlyMap<string, ClockRow> }

export async function countingFor(
  db: Reader,
  resources: LawTables,
  now: string,
  caseIds: readonly string[],
): Promise<Counting> {
  const rows = await listClockRows(db, { caseIds })
  return {
    law: await lawOf(db, resources, now),
    facts: new Map(rows.map((row) => [row.caseId, row])),
  }
}

const afterSigning = ['F1', 'E1']
const isMediated = ['accepted', 'assigned', 'mediating', 'suspended', 'agreed']

/** The clocks that run for this case, first the one that matters now. */
export function deadlinesOf(row: CaseRow, { law, facts }: Counting): Deadline[] {
  const known = facts.get(row.id)
  const isInForce = row.effective_on !== null && !isClosed(row.status)
  if (!known || !(isInForce || isMediated.includes(row.status))) return []
  const clocks = joinLengths(clocksOfFacts(law, known)).filter(
    ({ state, deadline: { rule } }) =>
      state !== 'met' &&
      state !== 'missed' &&
      (isInForce ? afterSigning.includes(rule.id) : rule.topic === 'mediation' && rule.id !== 'C4'),
  )
  return clocks
    .toSorted(
      (a, b) =>
        afterSigning.indexOf(a.deadline.rule.id) - afterSigning.indexOf(b.deadline.rule.id) ||
        (a.deadline.remindOn < b.deadline.remindOn ? -1 : 1),
    )
    .flatMap((clock) => listedDay(clock) ?? [])
}

function nextStepOf(
  row: CaseRow,
  deadlines: readonly Deadline[],
  { calendar }: ClockLaw,
  now: string,
) {
  const nextDueOn = row.first_due_on === null ? undefined : localDate(row.first_due_on)
  const by = (ruleId: string) => deadlines.find((deadline) => deadline.ruleId === ruleId)
  const agreement = row.agreement_status
  return nextStep({
    status: row.status,
    today: localDateOf(now),
    rightsTold: row.rights_told === 1,
    openSession: row.open_session_id !== null,
    endedSessions: row.ended_sessions,
    lastResult: row.last_result ?? undefined,
    agreement: agreement
      ? {
          status: agreement as NonNullable<Parameters<typeof nextStep>[0]['agreement']>['status'],
          blockers: 0,
          isPrinted: row.printed === 1,
        }
      : undefined,
    mediation: by('C2') ?? by('C3') ?? by('C5') ?? by('C6'),
    arbitralReview: by('F1'),
    confirmation: by('E1'),
    nextDueOn,
    nextLastOn: nextDueOn && lastDayOf(nextDueOn, calendar),
  })
}

export function summaryOf(row: CaseRow, counting: Counting, now: string): CaseSummary {
  const deadlines = deadlinesOf(row, counting)
  return {
    id: row.id,
    caseNumber: row.case_number,
    title: row.title,
    status: row.status,
    typeCode: row.type_code,
    sourceCode: row.source_code,
    parties: [row.applicants, row.others].filter(Boolean).join(' / '),
    ...optional({
      amountFen: row.amount_fen,
      mediatorId: row.mediator_id,
      mediatorName: row.mediator_name,
      agreementNumber: row.agreement_number,
      deadline: deadlines[0],
    }),
    ...(row.accepted_on === null ? {} : { acceptedOn: localDate(row.accepted_on) }),
    appliedAt: row.applied_at,
    nextStep: nextStepOf(row, deadlines, counting.law, now),
  }
}
